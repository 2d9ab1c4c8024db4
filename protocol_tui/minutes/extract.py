"""The extract of one item (Beschlussauszug): what was moved, decided and voted, with its own head and signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocol_tui.domain.entries import Motion, Resolution, Vote
from protocol_tui.errors import InputError
from protocol_tui.minutes.blocks import Block, Part, Signatures
from protocol_tui.minutes.debate import debate_blocks
from protocol_tui.minutes.front import front_blocks, item_heading

if TYPE_CHECKING:
    from protocol_tui.domain.agenda import AgendaItem
    from protocol_tui.domain.meeting import Meeting
    from protocol_tui.minutes.style import Style


def extract_blocks(meeting: Meeting, style: Style, number: str, part: Part) -> list[Block]:
    """The extract of the item of that number. Raises InputError where it has none, or none in this part."""
    item = _item(meeting, number, part)
    entries = [
        entry for entry in meeting.entries if entry.item == item.id and meeting.is_public(entry) == (part == "public")
    ]
    decided = debate_blocks(meeting, entries, style, "ergebnis")
    if not any(isinstance(entry, Motion | Resolution | Vote) for entry in entries):
        raise InputError(f"Zu TOP {item.number} ist noch kein Antrag, Beschluss oder Abstimmungsergebnis erfasst.")
    clerk = meeting.person(meeting.head.clerk)
    return [
        *front_blocks(meeting, style, part),
        *item_heading(meeting, item, style.agenda, part),
        *decided,
        Signatures(((clerk.full_name if clerk is not None else "", style.signatures.extract),)),
    ]


def _item(meeting: Meeting, number: str, part: Part) -> AgendaItem:
    item = next((item for item in meeting.items if item.number == number), None)
    if item is None:
        numbers = ", ".join(item.number for item in meeting.items) or "keiner"
        wanted = f"TOP {number} gibt es nicht." if number else "Zum Auszug fehlt die Nummer des Tagesordnungspunktes."
        raise InputError(f"{wanted} Mit „--item“ wird sie genannt; vorhanden: {numbers}.")
    if part == "public" and not item.public:
        raise InputError(f"TOP {number} ist nichtöffentlich. Sein Auszug wird mit „--part nonpublic“ geschrieben.")
    if part == "nonpublic" and item.public:
        raise InputError(f"TOP {number} ist öffentlich. Sein Auszug wird mit „--part public“ geschrieben.")
    return item
