"""Where the meeting stands: item, publicity, chair, and who spoke last, read off the entries.

Nothing of this is stored: after a restart the program knows it again from what was recorded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocol_tui.domain.entries import (
    Answer,
    ChairChange,
    Interruption,
    ItemCalled,
    PublicityChange,
    Question,
    Statement,
    Verbatim,
)

if TYPE_CHECKING:
    from protocol_tui.domain.agenda import AgendaItem
    from protocol_tui.domain.meeting import Meeting


def current_item(meeting: Meeting) -> AgendaItem | None:
    """The item that was called last."""
    calls = meeting.of_kind(ItemCalled)
    return meeting.item(calls[-1].item) if calls else None


def next_item(meeting: Meeting) -> AgendaItem | None:
    """The item after the current one on the agenda that is still to be dealt with."""
    called = {entry.item for entry in meeting.of_kind(ItemCalled)}
    current = current_item(meeting)
    start = meeting.items.index(current) + 1 if current is not None else 0
    return next(
        (
            item
            for item in meeting.items[start:]
            if called.isdisjoint((item.id, item.joined_to)) and item.status not in ("withdrawn", "adjourned")
        ),
        None,
    )


def current_chair(meeting: Meeting) -> str:
    """The id of who presides now, "" where nobody is named."""
    changes = meeting.of_kind(ChairChange)
    return changes[-1].person if changes else meeting.head.chair


def closed_by_hand(meeting: Meeting) -> bool:
    """Whether the session was switched to non-public and not back since."""
    switches = meeting.of_kind(PublicityChange)
    return bool(switches) and not switches[-1].public


def closed_at(meeting: Meeting, order: str) -> bool:
    """Whether the session was switched to non-public at this order key."""
    switches = [switch for switch in meeting.of_kind(PublicityChange) if switch.order < order]
    return bool(switches) and not switches[-1].public


def session_is_public(meeting: Meeting) -> bool:
    """Whether the session is public now: the item's own mark and the switch by hand both count."""
    item = current_item(meeting)
    return not closed_by_hand(meeting) and (item is None or item.public)


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
    return meeting.speakers()[:limit]


def last_question(meeting: Meeting) -> Question | None:
    """The last question on the current item."""
    calls, questions = meeting.of_kind(ItemCalled), meeting.of_kind(Question)
    if not questions or (calls and questions[-1].order < calls[-1].order):
        return None
    return questions[-1]


def last_answerers(meeting: Meeting) -> tuple[str, ...]:
    """Who answered last on the current item; () where nobody did."""
    calls, answers = meeting.of_kind(ItemCalled), meeting.of_kind(Answer)
    if not answers or (calls and answers[-1].order < calls[-1].order):
        return ()
    return answers[-1].speakers


def open_interruption(meeting: Meeting) -> Interruption | None:
    """The interruption that has not ended yet."""
    interruptions = meeting.of_kind(Interruption)
    return interruptions[-1] if interruptions and interruptions[-1].until is None else None
