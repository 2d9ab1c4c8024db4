"""The one canonical phrase of a vote's result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocol_tui.minutes.wording import counted, join_names

if TYPE_CHECKING:
    from protocol_tui.domain.entries import Vote
    from protocol_tui.minutes.style import VoteWords


def result_phrase(vote: Vote, words: VoteWords) -> str:
    """What the vote came to ("12 Ja, 3 Nein, 1 Enthaltung – angenommen"), without the line's label."""
    if vote.form == "election":
        return _election(vote, words)
    phrase = _figures(vote, words) if vote.result == "counted" else _outcome(vote, words)
    if vote.groups:
        phrase = words.by_group.format(result=phrase, groups=_groups(vote, words))
    pattern = {"secret": words.secret, "roll_call": words.roll_call}.get(vote.form, "{result}")
    return pattern.format(result=phrase)


def vote_line(vote: Vote, words: VoteWords) -> str:
    """The whole line as printed ("Abst.-Erg.: einstimmig"); an election is a line of its own kind."""
    if vote.form == "election":
        return result_phrase(vote, words)
    return words.line.format(result=result_phrase(vote, words))


def accepted(vote: Vote) -> bool | None:
    """Whether the vote carried; None where it decided nothing, or on persons. A tie does not carry (GO NRW § 50)."""
    if vote.form == "election":
        return None
    match vote.result:
        case "counted":
            return (vote.yes or 0) > (vote.no or 0)
        case "unanimous" | "majority":
            return True
        case "unanimously_rejected" | "rejected_by_majority":
            return False
        case "adjourned" | "withdrawn":
            return None


def _groups(vote: Vote, words: VoteWords) -> str:
    """How the groups voted, seen from what came of it: who voted for a motion that failed, voted against the result."""
    won, lost = (words.groups_with, words.groups_against)
    failed = accepted(vote) is False
    sides = {"yes": lost if failed else won, "no": won if failed else lost, "abstention": words.groups_abstaining}
    figures = {"yes": vote.yes, "no": vote.no, "abstention": vote.abstentions}
    parts = []
    for ballot in sorted(sides, key=lambda ballot: (ballot == "abstention", sides[ballot] == lost)):
        named = [
            _group(each.group, words) + ("" if each.votes is None else words.group_figure.format(votes=each.votes))
            for each in vote.groups
            if each.ballot == ballot
        ]
        if named:
            one, several = sides[ballot]
            single = figures[ballot] == 1 or (len(named) == 1 and _only_vote(vote, ballot) == 1)
            parts.append((one if single else several).format(groups=join_names(named)))
    return " ".join(parts)


def _only_vote(vote: Vote, ballot: str) -> int | None:
    return next((each.votes for each in vote.groups if each.ballot == ballot), None)


def _group(name: str, words: VoteWords) -> str:
    """A group in the genitive: "der CDU", "der Grünen", "der Linken"; any other name as it is, behind "von"."""
    bare = name.removeprefix("Die ")
    if bare != name or name.isupper() or (" " not in name and name.endswith("e")):
        return words.group_with_article.format(group=f"{bare}n" if bare.endswith("e") else bare)
    return words.group_named.format(group=name)


def elected(vote: Vote) -> str:
    """Who has more than half of the valid votes of an election (GO NRW § 50 Abs. 2), "" where nobody has.

    Abstentions are no valid votes.
    """
    valid = sum(each.votes for each in vote.candidates) + (vote.no or 0)
    return next((each.name for each in vote.candidates if 2 * each.votes > valid), "")


def _election(vote: Vote, words: VoteWords) -> str:
    parts = [words.candidate.format(name=each.name, votes=each.votes) for each in vote.candidates]
    if vote.no:
        parts.append(words.no.format(n=vote.no))
    parts += [
        counted(forms, n) for n, forms in ((vote.abstentions, words.abstentions), (vote.invalid, words.invalid)) if n
    ]
    line = words.election.format(office=vote.office, figures=", ".join(parts))
    winner = elected(vote)
    return words.elected.format(result=line, name=winner) if winner else line


def _outcome(vote: Vote, words: VoteWords) -> str:
    if vote.result == "unanimous" and vote.abstentions:
        return words.unanimous_abstentions.format(abstentions=counted(words.abstentions, vote.abstentions))
    phrases = {
        "unanimous": words.unanimous,
        "majority": words.majority,
        "unanimously_rejected": words.unanimously_rejected,
        "rejected_by_majority": words.rejected_by_majority,
        "adjourned": words.adjourned,
        "withdrawn": words.withdrawn,
    }
    return phrases[vote.result]


def _figures(vote: Vote, words: VoteWords) -> str:
    parts = [words.yes.format(n=vote.yes or 0), words.no.format(n=vote.no or 0)]
    for number, forms in (
        (vote.abstentions, words.abstentions),
        (vote.invalid, words.invalid),
        (vote.not_voting, words.not_voting),
    ):
        if number:
            parts.append(counted(forms, number))
    pattern = words.accepted if accepted(vote) else words.rejected
    return pattern.format(figures=", ".join(parts))
