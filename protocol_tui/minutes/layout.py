"""From a meeting and a house style to the blocks of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from protocol_tui.domain.attendance import attendance_is_kept, has_quorum, members_total, voters_at
from protocol_tui.domain.entries import Entry, ItemCalled, PresenceChange, Substitution
from protocol_tui.minutes.blocks import (
    Block,
    Document,
    Facts,
    Heading,
    Kind,
    Paragraph,
    Part,
    RowGroup,
    Signatures,
    Table,
)
from protocol_tui.minutes.debate import debate_blocks
from protocol_tui.minutes.extract import extract_blocks
from protocol_tui.minutes.front import agenda_blocks, chairs_of, front_blocks, heading_of, item_heading, title_of
from protocol_tui.minutes.persons import attendance_blocks, first_of_the_course, is_from_opening
from protocol_tui.minutes.typography import set_blanks
from protocol_tui.minutes.wording import clock, label_of, short_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from protocol_tui.domain.agenda import AgendaItem
    from protocol_tui.domain.meeting import Meeting
    from protocol_tui.minutes.style import Style

FINAL = ("signed", "distributed")


def lay_out(
    meeting: Meeting, style: Style, *, part: Part = "public", kind: Kind = "verlauf", item: str = ""
) -> Document:
    """The whole document of one part of the meeting, with typographic blanks set.

    An extract is that of the item with the number `item`. Raises InputError where there is nothing to extract.
    """
    blocks = extract_blocks(meeting, style, item, part) if kind == "auszug" else _minutes(meeting, style, part, kind)
    head = meeting.head
    header = " · ".join(piece for piece in (head.committee.body, head.committee.name, short_date(head.date)) if piece)
    document = Document(
        title=title_of(meeting, style, kind),
        heading=heading_of(style, kind),
        header=header if part == "public" else f"{header} · {style.title.nonpublic_mark}",
        part=part,
        mark="" if head.status in FINAL else style.title.draft_mark,
        author=label_of(meeting.person(head.clerk)) if head.clerk else "",
        blocks=tuple(blocks),
    )
    return _set_blanks(document)


def _minutes(meeting: Meeting, style: Style, part: Part, kind: Kind) -> list[Block]:
    return [
        *front_blocks(meeting, style, part),
        *attendance_blocks(meeting, style.attendance, part),
        *agenda_blocks(meeting, style.agenda, part),
        *_course_blocks(meeting, style, part, kind),
        *_closing(meeting, style, part),
        _signatures(meeting, style, part),
    ]


def _course_blocks(meeting: Meeting, style: Style, part: Part, kind: Kind) -> list[Block]:
    """The items in the order they were handled, each with its entries; first what came before any item."""
    order = dict.fromkeys(["", *(entry.item for entry in meeting.entries), *(item.id for item in meeting.items)])
    blocks: list[Block] = [Heading(style.course.debate)]
    for item_id in order:
        item = meeting.item(item_id)
        entries = [entry for entry in meeting.entries if entry.item == item_id and _shown(meeting, entry, part)]
        made = debate_blocks(meeting, entries, style, kind)
        if item is None:
            opening = _opening(meeting, style) if part == "public" and not item_id else []
            if made or opening:
                blocks += [Heading(style.agenda.before_items, 2), *opening, *made]
        elif made or (item.public == (part == "public") and _was_handled(meeting, item)):
            blocks += [*item_heading(meeting, item, style.agenda, part), *made]
    return blocks if len(blocks) > 1 else []


def _was_handled(meeting: Meeting, item: AgendaItem) -> bool:
    """Whether the item was called, or stands on the agenda of a sitting that has not begun to call any."""
    calls = meeting.of_kind(ItemCalled)
    return not item.joined_to and (not calls or any(call.item == item.id for call in calls))


def _shown(meeting: Meeting, entry: Entry, part: Part) -> bool:
    """Who is there when the sitting opens stands in the attendance list, not in the running text."""
    if isinstance(entry, PresenceChange | Substitution) and is_from_opening(meeting, entry):
        return False
    return meeting.is_public(entry) == (part == "public")


def _opening(meeting: Meeting, style: Style) -> list[Block]:
    if not attendance_is_kept(meeting):
        return []
    opened = first_of_the_course(meeting)
    pattern = (
        style.course.opening_quorum if has_quorum(meeting, style.quorum, opened) else style.course.opening_no_quorum
    )
    present = len(voters_at(meeting, opened))
    return [Paragraph(pattern.format(present=present, total=members_total(meeting)), "formula")]


def _closing(meeting: Meeting, style: Style, part: Part) -> list[Block]:
    """When the sitting ended; in the public part, where the sitting went on without the public, when that part did."""
    last_public = max((at for at, entry in enumerate(meeting.entries) if meeting.is_public(entry)), default=-1)
    behind = meeting.entries[last_public + 1 :]
    if part == "public" and behind:
        return [Paragraph(style.closing.public_sentence.format(end=clock(behind[0].time)), "formula")]
    end = meeting.head.end
    return [] if end is None else [Paragraph(style.closing.sentence.format(end=clock(end)), "formula")]


def _signatures(meeting: Meeting, style: Style, part: Part) -> Signatures:
    """Chair left, clerk right; a second chair of this part signs too (row H4)."""
    lines = [(_name(meeting, chair), style.signatures.chair) for chair in chairs_of(meeting, part) or [""]]
    return Signatures((*lines, (_name(meeting, meeting.head.clerk), style.signatures.clerk)))


def _name(meeting: Meeting, person_id: str) -> str:
    person = meeting.person(person_id)
    return person.full_name if person is not None else ""


def _set_blanks(document: Document) -> Document:
    blocks = tuple(_map_text(block, set_blanks) for block in document.blocks)
    return msgspec.structs.replace(
        document, title=set_blanks(document.title), header=set_blanks(document.header), blocks=blocks
    )


def _map_text(block: Block, change: Callable[[str], str]) -> Block:
    match block:
        case Heading() | Paragraph():
            return msgspec.structs.replace(block, text=change(block.text))
        case Facts():
            return Facts(tuple((label, change(value)) for label, value in block.rows))
        case Table():
            groups = tuple(
                RowGroup(change(group.title), tuple(tuple(change(cell) for cell in row) for row in group.rows))
                for group in block.groups
            )
            return msgspec.structs.replace(block, groups=groups)
        case Signatures():
            return Signatures(tuple((change(name), label) for name, label in block.lines))
