"""The attendance list: who was there, by group, from when to when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from protocol_tui.domain.attendance import attendance_is_kept, instant_of, principals_at
from protocol_tui.domain.entries import Entry, PresenceChange, Substitution
from protocol_tui.minutes.blocks import Block, Heading, Paragraph, Part, RowGroup, Table
from protocol_tui.minutes.wording import clock, clock_bare, join_names, label_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from protocol_tui.domain.meeting import Meeting
    from protocol_tui.domain.people import Person
    from protocol_tui.minutes.style import AttendanceWords

NOT_LISTED = ("nn", "verwaltung")
"""Stand-ins that speak, but are nobody who could be present."""


class Stay(msgspec.Struct, frozen=True):
    """One stretch of presence; None where it reaches to the opening or to the end."""

    arrival: PresenceChange | None
    departure: PresenceChange | None


def attendance_blocks(meeting: Meeting, words: AttendanceWords, part: Part) -> list[Block]:
    """The section as it is printed: one table of those present by group, then who is missing."""
    groups: dict[str, list[Person]] = {}
    excused: list[Person] = []
    missing: list[Person] = []
    kept = attendance_is_kept(meeting)
    for person in meeting.people:
        if person.id in NOT_LISTED or not _belongs(meeting, person, part):
            continue
        stays = stays_of(meeting, person)
        if person.absent and not stays:
            (excused if person.absent.casefold().startswith("entschuldigt") else missing).append(person)
        elif kept and not stays and person.votes:
            missing.append(person)
        elif stays or not kept:
            groups.setdefault(_group(meeting, person, words), []).append(person)
    listed = tuple(
        RowGroup(group, tuple(_row(meeting, person, words, part) for person in groups[group]))
        for group in _ordered_groups(groups, words)
    )
    blocks: list[Block] = [Heading(words.heading), Table(words.header, listed, words.description)]
    blocks += _absentees(words.excused, excused)
    blocks += _absentees(words.missing, missing)
    return blocks


def stays_of(meeting: Meeting, person: Person) -> list[Stay]:
    """The stretches of a person's presence in the order of time."""
    changes = sorted(
        (change for change in meeting.of_kind(PresenceChange) if change.person == person.id),
        key=lambda change: instant_of(meeting, change.time, change.order),
    )
    stays: list[Stay] = []
    arrival: PresenceChange | None = None
    here = False
    for change in changes:
        if change.arrives and not here:
            here = True
            arrival = None if is_from_opening(meeting, change) else change
        elif not change.arrives and here:
            here = False
            stays.append(Stay(arrival, change))
    if here:
        stays.append(Stay(arrival, None))
    return stays


def is_from_opening(meeting: Meeting, change: PresenceChange | Substitution) -> bool:
    """Whether an arrival means that the person was there, or sat in for somebody, from the beginning.

    It does up to the hour the meeting was called for, and as long as nothing but arrivals was recorded: the clerk takes
    attendance as the sitting opens, whatever the clock says then.
    """
    if isinstance(change, PresenceChange) and not change.arrives:
        return False
    if instant_of(meeting, change.time, "")[0] <= 0:
        return True
    opened = first_of_the_course(meeting)
    return opened is None or change.order < opened.order


def first_of_the_course(meeting: Meeting) -> Entry | None:
    """What was recorded first, the taking of attendance apart: with it the sitting is open."""
    return next((entry for entry in meeting.entries if not isinstance(entry, PresenceChange | Substitution)), None)


def _belongs(meeting: Meeting, person: Person, part: Part) -> bool:
    """In the public document nobody is named who was there for the non-public part only, members apart."""
    if part == "nonpublic" or person.votes:
        return True
    arrivals = [change for change in meeting.of_kind(PresenceChange) if change.person == person.id and change.arrives]
    return not arrivals or any(meeting.is_public(change) for change in arrivals)


def _group(meeting: Meeting, person: Person, words: AttendanceWords) -> str:
    if person.id == meeting.head.chair:
        return words.chair
    if person.id == meeting.head.clerk:
        return words.clerk
    if person.id in principals_at(meeting):
        return words.substitutes
    if person.votes:
        return person.group or words.without_group
    if person.role == "guest":
        return words.guests
    if person.group in words.administration_groups:
        return words.administration
    return words.advisory if person.group else words.guests


def _ordered_groups(groups: Iterable[str], words: AttendanceWords) -> list[str]:
    """Chair first, then the members' groups as listed, then everybody else in house order."""
    last = (words.without_group, words.substitutes, words.advisory, words.administration, words.guests, words.clerk)
    known = list(groups)
    return (
        [group for group in known if group == words.chair]
        + [group for group in known if group != words.chair and group not in last]
        + [group for group in last if group in known]
    )


def _row(meeting: Meeting, person: Person, words: AttendanceWords, part: Part) -> tuple[str, str, str]:
    principal = principals_at(meeting).get(person.id)
    function = person.function or (person.group if person.role == "guest" else "")
    if principal is not None:
        stands_for = words.substitute_for.format(principal=label_of(meeting.person(principal)))
        function = f"{function} ({stands_for})".strip()
    stays = [_stay(meeting, stay, words, part) for stay in stays_of(meeting, person)]
    return (person.full_name, function, join_names([text for text in stays if text]) or words.whole)


def _stay(meeting: Meeting, stay: Stay, words: AttendanceWords, part: Part) -> str:
    arrival, departure = stay.arrival, stay.departure
    if arrival is not None and departure is not None:
        return words.between.format(start=clock_bare(arrival.time), end=clock(departure.time))
    if arrival is not None:
        return _edge(meeting, arrival, words.from_item, words.from_time, part)
    if departure is not None:
        return _edge(meeting, departure, words.until_item, words.until_time, part)
    return ""


def _edge(meeting: Meeting, change: PresenceChange, by_item: str, by_time: str, part: Part) -> str:
    item = meeting.item(change.item)
    if item is None or (part == "public" and not meeting.is_public(change)):
        return by_time.format(time=clock(change.time))
    return by_item.format(item=item.number)


def _absentees(heading: str, people: list[Person]) -> list[Block]:
    if not people:
        return []
    names = [f"{person.label} ({person.reason})" if person.reason else person.label for person in people]
    return [Paragraph(f"{heading}: {join_names(names)}", "formula")]
