"""Votes: by line, by name, secret, elections; checked against who may vote at that instant."""

from __future__ import annotations

from typing import TypedDict

from protocol_tui.domain.attendance import attendance_is_kept, eligible_at
from protocol_tui.domain.entries import Ballot, Candidate, GroupBallot, OwnVote, Vote
from protocol_tui.domain.meeting import Meeting
from protocol_tui.domain.voting import cast_by_groups, group_sizes, subject_at
from protocol_tui.entry import lines
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


_SIDES: dict[Ballot, str] = {"yes": "mit Ja", "no": "mit Nein", "abstention": "mit Enthaltung"}

AnyVote = VoteLine | SecretVote | RollCall | Election


def vote_of(meeting: Meeting, line: AnyVote, place: Place) -> Vote:
    """The vote a line records, on the motion or resolution before it in the same item.

    Raises EntryError where more votes were counted than could be cast, or somebody voted who could not.
    """
    decided = subject_at(meeting, place.item, place.order)
    subject = decided.id if decided is not None else ""
    match line:
        case VoteLine():
            vote = Vote(
                **place.fields(),
                flagged=line.flagged,
                subject=subject,
                result=line.result,
                groups=tuple(
                    GroupBallot(group=each.group, ballot=each.ballot, votes=each.votes) for each in line.groups
                ),
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
    _check_groups(meeting, vote)
    return vote


def own_vote_of(meeting: Meeting, line: lines.OwnVote, place: Place) -> OwnVote:
    """A member's own vote in the last vote before it on the same item. Raises EntryError where nobody may know it."""
    person = person_of(meeting, line.code)
    earlier = [vote for vote in meeting.of_kind(Vote) if vote.item == place.item and vote.order < place.order]
    if not earlier:
        raise EntryError(
            "Zu diesem Tagesordnungspunkt ist noch nicht abgestimmt worden.", "Erst die Abstimmung erfassen."
        )
    vote = earlier[-1]
    if vote.form in ("secret", "election"):
        raise EntryError(
            "Die letzte Abstimmung war geheim; eine einzelne Stimme darf nicht festgehalten werden.",
            'Eine Erklärung zu Protokoll geht mit „hur: "Text“.',
        )
    if attendance_is_kept(meeting) and person.id not in eligible_at(meeting, vote):
        raise EntryError(f"{person.label} war bei dieser Abstimmung nicht stimmberechtigt.")
    own = [each for each in meeting.of_kind(OwnVote) if each.subject == vote.id and each.id != place.id]
    if any(each.person == person.id for each in own):
        raise EntryError(f"Die Stimme von {person.label} ist für diese Abstimmung schon festgehalten.")
    return OwnVote(**place.fields(), flagged=line.flagged, person=person.id, ballot=line.ballot, subject=vote.id)


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


def _check_groups(meeting: Meeting, vote: Vote) -> None:
    """No group has more votes than members who could vote, no side more than were counted."""
    if not vote.groups or not attendance_is_kept(meeting):
        return
    sizes = group_sizes(meeting, vote)
    for group in dict.fromkeys(each.group for each in vote.groups):
        said = sum(each.votes or 0 for each in vote.groups if each.group == group)
        if said > sizes.get(group, 0):
            raise EntryError(
                f"{group} hat {sizes.get(group, 0)} Stimmberechtigte im Raum, angegeben sind {said} Stimmen.",
                "Bitte die Zahlen oder die Anwesenheit berichtigen.",
            )
    counted = {"yes": vote.yes, "no": vote.no, "abstention": vote.abstentions}
    for ballot, votes in cast_by_groups(meeting, vote).items():
        figure = counted[ballot]
        if figure is not None and votes > figure:
            raise EntryError(
                f"Die genannten Fraktionen haben {votes} Stimmen {_SIDES[ballot]}, gezählt sind {figure}.",
                "Bitte Zahlen hinter die Fraktionen setzen, z. B. „nein=CDU:2“, oder das Ergebnis berichtigen.",
            )
