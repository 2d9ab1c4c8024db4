"""From an entry back to the line that makes it: for correcting it, and for writing a meeting as a Mitschrift."""

from __future__ import annotations

from typing import assert_never

from protocol_tui.domain import entries
from protocol_tui.domain.meeting import Meeting
from protocol_tui.entry import lines
from protocol_tui.services.recording.floor import ADMINISTRATION
from protocol_tui.services.recording.speeches import kind_of


def line_of(meeting: Meeting, entry: entries.Entry) -> lines.Line:
    """The line that would record this entry, with every speaker named."""
    match entry:
        case entries.Statement():
            return _speech(meeting, entry)
        case entries.Verbatim():
            return lines.Verbatim(
                body=entry.text, speakers=_codes(meeting, entry.speakers), joined=entry.joined, flagged=entry.flagged
            )
        case entries.Interjection():
            return lines.Interjection(
                body=entry.text, speakers=_codes(meeting, entry.speakers), joined=entry.joined, flagged=entry.flagged
            )
        case entries.Narration():
            return lines.Narration(body=entry.text, joined=entry.joined, flagged=entry.flagged)
        case entries.Note():
            return lines.Note(body=entry.text, flagged=entry.flagged)
        case entries.Resolution():
            return lines.ResolutionLine(body=entry.text, flagged=entry.flagged)
        case entries.Vote():
            return _vote(meeting, entry)
        case entries.OwnVote():
            return lines.OwnVote(code=_code(meeting, entry.person), ballot=entry.ballot, flagged=entry.flagged)
        case _:
            return _event(meeting, entry)


def _speech(meeting: Meeting, entry: entries.Statement) -> lines.Speech:
    person = meeting.person(entry.speakers[0])
    pronoun: lines.Pronoun = ""
    if entry.pronoun and not entry.auto_verb and person is not None and len(entry.speakers) == 1:
        pronoun = "er" if person.gender == "m" else "sie"
    kind: lines.SpeechKind = _KINDS[kind_of(entry)]
    spoken_by_pronoun = bool(pronoun) and kind in ("statement", "procedural", "amendment")
    return lines.Speech(
        body=entry.typed,
        kind=kind,
        speakers=() if spoken_by_pronoun else _codes(meeting, entry.speakers),
        pronoun=pronoun if spoken_by_pronoun else "",
        verb=entry.verb,
        joined=entry.joined,
        flagged=entry.flagged,
    )


_KINDS: dict[str, lines.SpeechKind] = {
    "statement": "statement",
    "question": "question",
    "answer": "answer",
    "motion": "motion",
    "procedural": "procedural",
    "amendment": "amendment",
}


def _vote(meeting: Meeting, vote: entries.Vote) -> lines.Line:
    match vote.form:
        case "election":
            return lines.Election(
                office=vote.office,
                candidates=tuple(lines.Candidate(name=each.name, votes=each.votes) for each in vote.candidates),
                no=vote.no,
                abstentions=vote.abstentions,
                invalid=vote.invalid,
                flagged=vote.flagged,
            )
        case "roll_call":
            return lines.RollCall(
                yes=_ballots(meeting, vote, "yes"),
                no=_ballots(meeting, vote, "no"),
                abstentions=_ballots(meeting, vote, "abstention"),
                flagged=vote.flagged,
            )
        case "secret":
            return lines.SecretVote(counts=_counts(vote), flagged=vote.flagged)
        case "open":
            counted = vote.result == "counted"
            return lines.VoteLine(
                result=vote.result,
                counts=_counts(vote) if counted else None,
                abstentions=None if counted else vote.abstentions,
                groups=tuple(
                    lines.GroupBallot(group=each.group, ballot=each.ballot, votes=each.votes) for each in vote.groups
                ),
                flagged=vote.flagged,
            )


def _event(
    meeting: Meeting,
    entry: entries.PresenceChange
    | entries.Substitution
    | entries.Interruption
    | entries.CallToOrder
    | entries.Recusal
    | entries.ItemCalled
    | entries.AgendaChange
    | entries.ChairChange
    | entries.PublicityChange,
) -> lines.Line:
    match entry:
        case entries.PresenceChange():
            at = entry.time.replace(second=0)
            movement = lines.Movement(arrives=entry.arrives, code=_code(meeting, entry.person), at=at)
            return lines.Presence(movements=(movement,), flagged=entry.flagged)
        case entries.Substitution():
            return lines.Substitute(code=_code(meeting, entry.person), principal=_code(meeting, entry.principal))
        case entries.Interruption():
            return lines.Pause(reason=entry.reason, flagged=entry.flagged)
        case entries.CallToOrder():
            return lines.CallToOrder(code=_code(meeting, entry.person), reason=entry.reason, flagged=entry.flagged)
        case entries.Recusal():
            return lines.Recuse(code=_code(meeting, entry.person), flagged=entry.flagged)
        case entries.ItemCalled():
            item = meeting.item(entry.item)
            return lines.ItemJump(number=item.number) if item is not None else lines.ItemStep()
        case entries.AgendaChange():
            return _agenda_change(meeting, entry)
        case entries.ChairChange():
            return lines.Chair(code=_code(meeting, entry.person))
        case entries.PublicityChange():
            return lines.Public() if entry.public else lines.NonPublic()
    assert_never(entry)


def _agenda_change(meeting: Meeting, entry: entries.AgendaChange) -> lines.Line:
    item, beside = meeting.item(entry.subject), meeting.item(entry.beside)
    number, other = (each.number if each is not None else "" for each in (item, beside))
    match entry.step:
        case "added":
            return lines.AddItem(number=number, title=item.title if item is not None else "")
        case "withdrawn":
            return lines.WithdrawItem(number=number)
        case "adjourned":
            return lines.AdjournItem(number=number)
        case "moved_before" | "moved_behind":
            return lines.MoveItem(number=number, beside=other, before=entry.step == "moved_before")
        case "joined":
            return lines.JoinItems(number=other, joined=(number,))


def _counts(vote: entries.Vote) -> lines.Counts:
    return lines.Counts(
        yes=vote.yes or 0,
        no=vote.no or 0,
        abstentions=vote.abstentions or 0,
        invalid=vote.invalid,
        not_voting=vote.not_voting,
    )


def _ballots(meeting: Meeting, vote: entries.Vote, ballot: entries.Ballot) -> tuple[str, ...]:
    return tuple(_code(meeting, voter) for voter, cast in vote.ballots.items() if cast == ballot)


def _codes(meeting: Meeting, people: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of those who speak; the administration has none, it speaks where nobody is named."""
    if people == (ADMINISTRATION.id,):
        return ()
    return tuple(_code(meeting, person) for person in people)


def _code(meeting: Meeting, person_id: str) -> str:
    person = meeting.person(person_id)
    return person.code if person is not None else lines.UNKNOWN_SPEAKER
