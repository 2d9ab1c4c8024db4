"""Where the meeting stands: item, publicity, chair, and who spoke last, read off the entries.

Nothing of this is stored: after a restart the program knows it again from what was recorded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocol_tui.domain.entries import (
    Answer,
    ChairChange,
    Entry,
    Interruption,
    ItemCalled,
    PublicityChange,
    Question,
    Statement,
    Verbatim,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from protocol_tui.domain.agenda import AgendaItem
    from protocol_tui.domain.meeting import Meeting


def current_item(meeting: Meeting) -> AgendaItem | None:
    """The item that was called last."""
    for entry in reversed(meeting.entries):
        if isinstance(entry, ItemCalled):
            return meeting.item(entry.item)
    return None


def next_item(meeting: Meeting) -> AgendaItem | None:
    """The item after the current one on the agenda that was not withdrawn or called before."""
    called = {entry.item for entry in meeting.entries if isinstance(entry, ItemCalled)}
    current = current_item(meeting)
    start = meeting.items.index(current) + 1 if current is not None else 0
    return next(
        (item for item in meeting.items[start:] if item.id not in called and item.status != "withdrawn"),
        None,
    )


def closed_by_hand(meeting: Meeting) -> bool:
    """Whether the session was switched to non-public and not back since."""
    for entry in reversed(meeting.entries):
        if isinstance(entry, PublicityChange):
            return not entry.public
    return False


def session_is_public(meeting: Meeting) -> bool:
    """Whether the session is public now: the item's own mark and the switch by hand both count."""
    item = current_item(meeting)
    return not closed_by_hand(meeting) and (item is None or item.public)


def current_chair(meeting: Meeting) -> str:
    """The id of whoever is in the chair."""
    for entry in reversed(meeting.entries):
        if isinstance(entry, ChairChange):
            return entry.person
    return meeting.head.chair


def current_speakers(meeting: Meeting) -> tuple[str, ...]:
    """Who has the floor; an agenda step clears it."""
    for entry in reversed(meeting.entries):
        if isinstance(entry, ItemCalled):
            return ()
        if isinstance(entry, Statement | Verbatim) and entry.speakers:
            return entry.speakers
    return ()


def recent_speakers(meeting: Meeting, limit: int = 8) -> list[tuple[str, ...]]:
    """Who spoke, the last one first, each once."""
    seen: dict[tuple[str, ...], None] = {}
    for entry in reversed(meeting.entries):
        if isinstance(entry, Statement | Verbatim) and entry.speakers:
            seen.setdefault(entry.speakers)
            if len(seen) == limit:
                break
    return list(seen)


def last_answerers(meeting: Meeting) -> tuple[str, ...]:
    """Who answered last on the current item; () where nobody did."""
    for entry in reversed(meeting.entries):
        if isinstance(entry, ItemCalled):
            return ()
        if isinstance(entry, Answer):
            return entry.speakers
    return ()


def open_interruption(meeting: Meeting) -> Interruption | None:
    """The interruption that has not ended yet."""
    for entry in reversed(meeting.entries):
        if isinstance(entry, Interruption):
            return entry if entry.until is None else None
    return None


def before(meeting: Meeting, entry: Entry) -> Iterator[Entry]:
    """The entries before `entry`, the nearest first."""
    position = meeting.position(entry)
    return (meeting.entries[index] for index in range(position - 1, -1, -1))


def asked(meeting: Meeting) -> Question | None:
    """The last question on the current item."""
    for entry in reversed(meeting.entries):
        if isinstance(entry, ItemCalled):
            return None
        if isinstance(entry, Question):
            return entry
    return None
