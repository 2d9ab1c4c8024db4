"""Presence, votes and quorum, derived from who came and went."""

from __future__ import annotations

import datetime as dt

import pytest

from protocol_tui.domain import attendance, order
from protocol_tui.domain.attendance import QuorumRule
from protocol_tui.domain.changes import Change, Patch, Record
from protocol_tui.domain.entries import ItemCalled, Narration, PresenceChange
from protocol_tui.domain.head import Committee, Head
from protocol_tui.domain.meeting import Meeting, PatchMismatchError
from protocol_tui.domain.people import Person

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def meeting_of(*records: Record, start: dt.time = dt.time(17), total: int = 4) -> Meeting:
    head = Head(committee=Committee(name="Rat", members_total=total), date=dt.date(2026, 1, 1), start=start)
    patches = tuple(Patch(after=record) for record in (head, *records))
    return Meeting([Change(seq=1, at=NOW, author="", action="", patches=patches)])


def member(number: int) -> Person:
    return Person(id=f"p{number}", code=f"m{number}", name=f"M{number}", votes=True)


def comes(number: int, place: int, time: dt.time, *, arrives: bool = True) -> PresenceChange:
    key = f"{place:08}"
    return PresenceChange(id=f"e{place}", order=key, time=time, person=f"p{number}", arrives=arrives)


def says(place: int, time: dt.time) -> Narration:
    return Narration(id=f"e{place}", order=f"{place:08}", time=time, text="x")


def test_presence_at_an_instant_counts_those_who_came_and_have_not_left() -> None:
    entry = says(3, dt.time(17, 30))
    later = says(5, dt.time(18))
    meeting = meeting_of(
        member(1),
        member(2),
        comes(1, 1, dt.time(17)),
        comes(2, 2, dt.time(17, 10)),
        entry,
        comes(1, 4, dt.time(17, 45), arrives=False),
        later,
    )
    assert attendance.present_at(meeting, entry) == {"p1", "p2"}
    assert attendance.present_at(meeting, later) == {"p2"}


def test_a_meeting_may_run_past_midnight() -> None:
    entry = says(3, dt.time(0, 20))
    meeting = meeting_of(
        member(1), comes(1, 1, dt.time(22)), comes(1, 2, dt.time(0, 10), arrives=False), entry, start=dt.time(22)
    )
    assert attendance.present_at(meeting, entry) == frozenset()


def test_who_came_before_the_start_is_there_at_the_start() -> None:
    entry = ItemCalled(id="e2", order="00000002", time=dt.time(17))
    meeting = meeting_of(member(1), comes(1, 1, dt.time(16, 40)), entry)
    assert attendance.present_at(meeting, entry) == {"p1"}


def test_an_entry_whose_clock_runs_backwards_still_happens_after_what_stands_before_it() -> None:
    first, second = says(2, dt.time(17, 30)), says(3, dt.time(16, 50))
    meeting = meeting_of(member(1), comes(1, 1, dt.time(17)), first, second)
    assert attendance.present_at(meeting, second) == {"p1"}


@pytest.mark.parametrize(
    ("rule", "present", "expected"),
    [("more_than_half", 2, False), ("more_than_half", 3, True), ("half", 2, True), ("half", 1, False)],
)
def test_the_quorum_follows_the_rule_of_the_state(rule: QuorumRule, present: int, *, expected: bool) -> None:
    arrivals = [comes(number, number, dt.time(17)) for number in range(1, present + 1)]
    meeting = meeting_of(*(member(number) for number in range(1, 5)), *arrivals)
    assert attendance.has_quorum(meeting, rule) is expected


def test_without_a_statutory_number_those_listed_with_a_vote_count() -> None:
    head = Head(committee=Committee(name="Rat"), date=dt.date(2026, 1, 1))
    records: list[Record] = [head, member(1), member(2), Person(id="p9", code="g", name="G")]
    patches = tuple(Patch(after=record) for record in records)
    meeting = Meeting([Change(seq=1, at=NOW, author="", action="", patches=patches)])
    assert attendance.members_total(meeting) == 2


def test_a_change_that_does_not_fit_is_refused_whole() -> None:
    meeting = meeting_of(member(1))
    good = Patch(after=says(1, dt.time(17)))
    bad = Patch(before=says(9, dt.time(17)))
    with pytest.raises(PatchMismatchError):
        meeting.apply(Change(seq=2, at=NOW, author="", action="", patches=(good, bad)))
    with pytest.raises(PatchMismatchError):
        meeting.apply(Change(seq=7, at=NOW, author="", action="", patches=(good,)))
    assert not meeting.entries
    assert meeting.last_seq == 1


def test_entries_keep_their_order_whatever_the_order_of_their_making() -> None:
    first, last = order.first(), order.after(order.first())
    middle = order.between(first, last)
    entries = [Narration(id=f"e{key}", order=key, time=dt.time(17), text="x") for key in (last, first, middle)]
    meeting = meeting_of(*entries)
    assert [entry.order for entry in meeting.entries] == [first, middle, last]
    assert [meeting.position(entry) for entry in meeting.entries] == [0, 1, 2]
