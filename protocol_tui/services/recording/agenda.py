"""The agenda while the meeting runs: calling items, adding and withdrawing them."""

from __future__ import annotations

import re

import msgspec

from protocol_tui.domain import course, order
from protocol_tui.domain.agenda import AgendaItem
from protocol_tui.domain.changes import Patch
from protocol_tui.domain.entries import AgendaChange, AgendaStep, ItemCalled
from protocol_tui.domain.meeting import Meeting
from protocol_tui.entry.lines import AddItem, AdjournItem, ItemJump, ItemStep, JoinItems, MoveItem, WithdrawItem
from protocol_tui.errors import EntryError
from protocol_tui.services.recording.place import Place, places


def call_of(meeting: Meeting, line: ItemStep | ItemJump, place: Place) -> ItemCalled:
    """The chair calls the next item, or the one of that number."""
    item = course.next_item(meeting) if isinstance(line, ItemStep) else item_of(meeting, line.number)
    if item is None:
        raise EntryError(
            "Es steht kein weiterer Punkt auf der Tagesordnung.",
            "Einen neuen nimmt „/top Nummer Titel“ auf; die Sitzung endet mit „/ende“.",
        )
    return ItemCalled(**msgspec.structs.replace(place, item=item.id).fields())


def added_item(meeting: Meeting, line: AddItem) -> Patch:
    """A new item, in its place by number; public as long as the session is."""
    if any(item.number == line.number for item in meeting.items):
        raise EntryError(f"TOP {line.number} steht schon auf der Tagesordnung.", "Bitte eine andere Nummer wählen.")
    behind = [item for item in meeting.items if _rank(item.number) > _rank(line.number)]
    low = meeting.items[meeting.items.index(behind[0]) - 1].order if behind and behind[0] != meeting.items[0] else ""
    key = order.between(low, behind[0].order) if behind else order.after(_last_order(meeting))
    return Patch(
        after=AgendaItem(
            id=f"item-{meeting.last_seq + 1}",
            order=key,
            number=line.number,
            title=line.title,
            public=course.session_is_public(meeting),
            status="added",
        )
    )


def withdrawn_item(meeting: Meeting, line: WithdrawItem) -> Patch:
    """An item is taken off the agenda; it stays in the list, marked."""
    item = item_of(meeting, line.number)
    if item.status == "withdrawn":
        raise EntryError(f"TOP {line.number} ist schon abgesetzt.")
    return Patch(before=item, after=msgspec.structs.replace(item, status="withdrawn"))


def moved_item(meeting: Meeting, line: MoveItem) -> Patch:
    """An item comes before or behind another one; it keeps its number."""
    item, beside = item_of(meeting, line.number), item_of(meeting, line.beside)
    others = [other for other in meeting.items if other.id != item.id]
    at = others.index(beside) + (not line.before)
    if meeting.items.index(item) == at:
        where = "vor" if line.before else "hinter"
        raise EntryError(f"TOP {item.number} steht schon {where} TOP {beside.number}.")
    low = others[at - 1].order if at else ""
    high = others[at].order if at < len(others) else ""
    return Patch(before=item, after=msgspec.structs.replace(item, order=order.between(low, high)))


def joined_items(meeting: Meeting, line: JoinItems) -> list[Patch]:
    """Items are debated together with another one, and called with it."""
    lead = item_of(meeting, line.number)
    if lead.joined_to:
        raise EntryError(
            f"TOP {lead.number} wird selbst schon mit einem anderen beraten.", "Bitte dessen Nummer nennen."
        )
    patches = []
    for item in (item_of(meeting, number) for number in line.joined):
        if item.public != lead.public:
            raise EntryError(
                f"TOP {lead.number} und TOP {item.number} lassen sich nicht verbinden.",
                "Der eine steht als öffentlich auf der Tagesordnung, der andere als nichtöffentlich.",
            )
        if item.joined_to or any(other.joined_to == item.id for other in meeting.items):
            raise EntryError(f"TOP {item.number} ist schon mit einem anderen verbunden.")
        patches.append(Patch(before=item, after=msgspec.structs.replace(item, joined_to=lead.id)))
    return patches


def adjourned_item(meeting: Meeting, line: AdjournItem) -> Patch:
    """An item is put off to another sitting."""
    item = item_of(meeting, line.number) if line.number else course.current_item(meeting)
    if item is None:
        raise EntryError("Noch ist kein Tagesordnungspunkt aufgerufen.", "Richtig ist „/vertagen 5“.")
    if item.status == "adjourned":
        raise EntryError(f"TOP {item.number} ist schon vertagt.")
    return Patch(before=item, after=msgspec.structs.replace(item, status="adjourned"))


def noted(place: Place, patches: list[Patch], step: AgendaStep, beside: str = "") -> list[Patch]:
    """The patches of items, and an entry for each that says what was done to it."""
    items = [patch.after for patch in patches if isinstance(patch.after, AgendaItem)]
    return [
        *patches,
        *(
            Patch(after=AgendaChange(**where.fields(), subject=item.id, step=step, beside=beside))
            for where, item in zip(places(place, len(items)), items, strict=True)
        ),
    ]


def item_of(meeting: Meeting, number: str) -> AgendaItem:
    """The item of that number."""
    for item in meeting.items:
        if item.number == number:
            return item
    numbers = ", ".join(item.number for item in meeting.items)
    raise EntryError(f"TOP {number} steht nicht auf der Tagesordnung.", f"Vorhanden: {numbers or 'keiner'}.")


def _last_order(meeting: Meeting) -> str:
    return meeting.items[-1].order if meeting.items else ""


def _rank(number: str) -> list[tuple[bool, int, str]]:
    """Numbers in their natural order: 2 before 10, 3 before 3.1."""
    return [(part.isdigit(), int(part) if part.isdigit() else 0, part) for part in re.findall(r"\d+|[^\W\d]+", number)]
