"""Where an entry goes: its id, order, time and item."""

from __future__ import annotations

import datetime as dt
from typing import TypedDict

import msgspec

from protocol_tui.domain import course, order
from protocol_tui.domain.entries import Entry
from protocol_tui.domain.meeting import Meeting


class PlaceFields(TypedDict):
    """The fields of an entry that say where it stands."""

    id: str
    order: str
    time: dt.time
    item: str
    closed: bool


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """The place of an entry that is about to be made, or of one that is corrected."""

    id: str
    order: str
    time: dt.time
    item: str = ""
    closed: bool = False

    def fields(self) -> PlaceFields:
        """The place as keyword arguments of an entry's class."""
        return {"id": self.id, "order": self.order, "time": self.time, "item": self.item, "closed": self.closed}


def next_place(meeting: Meeting, time: dt.time) -> Place:
    """The place behind everything recorded so far."""
    item = course.current_item(meeting)
    last = meeting.entries[-1].order if meeting.entries else ""
    return Place(
        id=f"e{meeting.last_seq + 1}",
        order=order.after(last),
        time=time,
        item=item.id if item is not None else "",
        closed=course.closed_by_hand(meeting),
    )


def place_of(entry: Entry) -> Place:
    """The place an entry has."""
    return Place(id=entry.id, order=entry.order, time=entry.time, item=entry.item, closed=entry.closed)


def places(first: Place, count: int) -> list[Place]:
    """The places of all entries made by one line, one behind the other."""
    made = [first]
    for number in range(1, count):
        made.append(msgspec.structs.replace(first, id=f"{first.id}-{number}", order=order.after(made[-1].order)))
    return made
