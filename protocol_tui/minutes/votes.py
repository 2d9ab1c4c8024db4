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
    return words.secret.format(result=phrase) if vote.form == "secret" else phrase


def vote_line(vote: Vote, words: VoteWords) -> str:
    """The whole line as printed ("Abst.-Erg.: einstimmig")."""
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
    sides = {"yes": words.groups_yes, "no": words.groups_no, "abstention": words.groups_abstaining}
    parts = []
    for ballot, pattern in sides.items():
        named = [
            each.group if each.votes is None else words.group_figure.format(group=each.group, votes=each.votes)
            for each in vote.groups
            if each.ballot == ballot
        ]
        if named:
            parts.append(pattern.format(groups=join_names(named)))
    return " ".join(parts)


def _election(vote: Vote, words: VoteWords) -> str:
    parts = [words.candidate.format(name=each.name, votes=each.votes) for each in vote.candidates]
    if vote.no:
        parts.append(words.no.format(n=vote.no))
    parts += [
        counted(forms, n) for n, forms in ((vote.abstentions, words.abstentions), (vote.invalid, words.invalid)) if n
    ]
    return words.election.format(office=vote.office, figures=", ".join(parts))


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
