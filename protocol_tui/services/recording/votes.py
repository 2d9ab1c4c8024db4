"""Votes: by line, by name, secret, elections; checked against who may vote at that instant."""

from __future__ import annotations

from typing import TypedDict

from protocol_tui.domain.attendance import attendance_is_kept, eligible_at
from protocol_tui.domain.entries import Ballot, Candidate, Motion, Resolution, Vote
from protocol_tui.domain.meeting import Meeting
from protocol_tui.entry.lines import Counts, Election, RollCall, SecretVote, VoteLine
from protocol_tui.errors import EntryError
from protocol_tui.minutes.wording import join_names
from protocol_tui.services.recording.floor import person_of
from protocol_tui.services.recording.place import Place


class Figures(TypedDict, total=False):
    """The figures of a vote as keyword arguments of its class."""

    yes: int | None
    no: int | None
    abstentions: int | None
    invalid: int | None
    not_voting: int | None


AnyVote = VoteLine | SecretVote | RollCall | Election


def vote_of(meeting: Meeting, line: AnyVote, place: Place) -> Vote:
    """The vote a line records, on the motion or resolution before it in the same item.

    Raises EntryError where more votes were counted than could be cast, or somebody voted who could not.
    """
    subject = _subject(meeting, place)
    match line:
        case VoteLine():
            vote = Vote(
                **place.fields(),
                flagged=line.flagged,
                subject=subject,
                result=line.result,
                **_figures(line.counts, line.abstentions),
            )
        case SecretVote():
            vote = Vote(
                **place.fields(),
                flagged=line.flagged,
                subject=subject,
                result="counted",
                form="secret",
                **_figures(line.counts, None),
            )
        case RollCall():
            vote = _roll_call(meeting, line, place, subject)
        case Election():
            vote = Vote(
                **place.fields(),
                flagged=line.flagged,
                result="counted",
                form="election",
                no=line.no,
                abstentions=line.abstentions,
                invalid=line.invalid,
                office=line.office,
                candidates=tuple(Candidate(name=each.name, votes=each.votes) for each in line.candidates),
            )
    _check_sum(meeting, vote)
    return vote


def cast(vote: Vote) -> int:
    """How many votes were counted, invalid ones and those not taking part included."""
    figures = (vote.yes, vote.no, vote.abstentions, vote.invalid, vote.not_voting)
    return sum(figure or 0 for figure in figures) + sum(each.votes for each in vote.candidates)


def _figures(counts: Counts | None, abstentions: int | None) -> Figures:
    if counts is None:
        return {"abstentions": abstentions}
    return {
        "yes": counts.yes,
        "no": counts.no,
        "abstentions": counts.abstentions,
        "invalid": counts.invalid,
        "not_voting": counts.not_voting,
    }


def _roll_call(meeting: Meeting, line: RollCall, place: Place, subject: str) -> Vote:
    ballots: dict[str, Ballot] = {}
    said: tuple[tuple[Ballot, tuple[str, ...]], ...] = (
        ("yes", line.yes),
        ("no", line.no),
        ("abstention", line.abstentions),
    )
    for ballot, codes in said:
        for code in codes:
            ballots[person_of(meeting, code).id] = ballot
    vote = Vote(
        **place.fields(),
        flagged=line.flagged,
        subject=subject,
        result="counted",
        form="roll_call",
        yes=len(line.yes),
        no=len(line.no),
        abstentions=len(line.abstentions),
        ballots=ballots,
    )
    if attendance_is_kept(meeting):
        barred = [voter for voter in ballots if voter not in eligible_at(meeting, vote)]
        if barred:
            names = join_names([person.label for person in meeting.people if person.id in barred])
            raise EntryError(
                f"Bei dieser Abstimmung nicht stimmberechtigt: {names}.",
                "Bitte die Namen oder die Anwesenheit berichtigen.",
            )
    return vote


def _check_sum(meeting: Meeting, vote: Vote) -> None:
    if not attendance_is_kept(meeting):
        return
    eligible = len(eligible_at(meeting, vote))
    counted = cast(vote)
    if counted > eligible:
        raise EntryError(
            f"Gezählt sind {counted} Stimmen, stimmberechtigt anwesend sind {eligible}.",
            "Bitte die Zahlen oder die Anwesenheit berichtigen.",
        )


def _subject(meeting: Meeting, place: Place) -> str:
    for entry in reversed(meeting.entries):
        if entry.item == place.item and entry.order < place.order and isinstance(entry, Motion | Resolution):
            return entry.id
    return ""
