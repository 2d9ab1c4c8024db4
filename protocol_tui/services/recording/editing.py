"""What can be changed of an entry beside its text: its time, its place, its item, its marks, who said it."""

from __future__ import annotations

import datetime as dt
from itertools import takewhile

import msgspec

from protocol_tui.domain import order
from protocol_tui.domain.changes import Patch
from protocol_tui.domain.course import closed_at
from protocol_tui.domain.entries import AgendaChange, Entry, ItemCalled, PublicityChange, Statement, Verbatim
from protocol_tui.domain.meeting import Meeting
from protocol_tui.entry.lines import AssignSpeaker
from protocol_tui.errors import EntryError
from protocol_tui.services.ports import IndirectSpeech
from protocol_tui.services.recording import floor
from protocol_tui.services.recording.following import reprinted

_CHOSEN_FOR_ANOTHER = "Der Wortlaut ist gewählt worden, bevor der Beitrag einer anderen Person zugeordnet wurde."


def retimed(entry: Entry, time: dt.time) -> list[Patch]:
    """The same entry at another time; it stays where it stands."""
    return [Patch(before=entry, after=msgspec.structs.replace(entry, time=time))]


def flagged(entry: Entry) -> list[Patch]:
    """The entry marked to be checked, or no longer."""
    return [Patch(before=entry, after=msgspec.structs.replace(entry, flagged=not entry.flagged))]


def closed(entry: Entry) -> list[Patch]:
    """The entry as part of the non-public sitting, or no longer. Raises EntryError for the switch itself."""
    if isinstance(entry, PublicityChange):
        raise EntryError("Der Wechsel selbst lässt sich nicht umstellen.", "Strg+D löscht ihn.")
    return [Patch(before=entry, after=msgspec.structs.replace(entry, closed=not entry.closed))]


def moved(meeting: Meeting, entry: Entry, step: int) -> list[Patch]:
    """The entry one place up (-1) or down (1), behind a call as part of that item. Raises EntryError at either end."""
    _check_movable(entry)
    at = meeting.position(entry)
    beside = at + step
    if not 0 <= beside < len(meeting.entries):
        raise EntryError("Weiter geht es nicht." if step > 0 else "Der Eintrag steht schon ganz oben.")
    others = [each for each in meeting.entries if each.id != entry.id]
    return [_put(meeting, entry, others, beside)]


def given_to_item(meeting: Meeting, entry: Entry, item_id: str) -> list[Patch]:
    """The entry at the end of what was recorded on another item. Raises EntryError where that was not called yet."""
    _check_movable(entry)
    others = [each for each in meeting.entries if each.id != entry.id]
    last = max((at for at, each in enumerate(others) if each.item == item_id), default=None)
    if last is None:
        raise EntryError("Dieser Tagesordnungspunkt ist noch nicht aufgerufen worden.")
    return [_put(meeting, entry, others, last + 1)]


def assigned(meeting: Meeting, line: AssignSpeaker, engine: IndirectSpeech) -> list[Patch]:
    """The last contributions as those of other speakers, as many as the line says."""
    spoken = [entry for entry in meeting.entries if isinstance(entry, Statement | Verbatim)][-line.last :]
    if not spoken:
        raise EntryError("Es gibt noch keinen Beitrag, der zugeordnet werden könnte.")
    ids = tuple(floor.person_of(meeting, code).id for code in line.speakers)
    patches = [*floor.stand_ins(meeting, ids)]
    then = meeting.supposing(patches)
    for entry in spoken:
        after = _said_by(then, entry, ids, engine)
        if after != entry:
            patches.append(Patch(before=entry, after=after))
            then = then.supposing(patches[-1:])
    if not patches:
        raise EntryError("Der Beitrag ist schon so zugeordnet.")
    return patches


def deleted(meeting: Meeting, entry: Entry) -> list[Patch]:
    """Without the entry. What followed a call belongs to the item before it, what followed a switch is as before it."""
    patches = [Patch(before=entry)]
    if isinstance(entry, ItemCalled):
        at = meeting.position(entry)
        patches += _belonging_to(meeting, entry, meeting.entries[at - 1].item if at else "")
    elif isinstance(entry, PublicityChange):
        state = closed_at(meeting, entry.order)
        patches += [
            Patch(before=each, after=msgspec.structs.replace(each, closed=state))
            for each in _until_next(meeting, entry)
            if each.closed != state
        ]
    elif isinstance(entry, AgendaChange):
        item = meeting.item(entry.subject)
        if item is not None and item.status == entry.step:
            patches.append(Patch(before=item, after=msgspec.structs.replace(item, status="open")))
    return patches


def called(meeting: Meeting, entry: ItemCalled, item_id: str) -> list[Patch]:
    """The call as that of another item, with everything that was recorded on it until the next call."""
    if entry.item == item_id:
        return []
    call = Patch(before=entry, after=msgspec.structs.replace(entry, item=item_id))
    return [call, *_belonging_to(meeting, entry, item_id)]


def _belonging_to(meeting: Meeting, call: ItemCalled, item_id: str) -> list[Patch]:
    return [
        Patch(before=each, after=msgspec.structs.replace(each, item=item_id))
        for each in _until_next(meeting, call)
        if each.item == call.item
    ]


def _until_next(meeting: Meeting, entry: Entry) -> list[Entry]:
    """What stands behind an entry up to the next one of its kind."""
    behind = meeting.entries[meeting.position(entry) + 1 :]
    return list(takewhile(lambda each: not isinstance(each, type(entry)), behind))


def _said_by(
    meeting: Meeting, entry: Statement | Verbatim, speakers: tuple[str, ...], engine: IndirectSpeech
) -> Statement | Verbatim:
    after = msgspec.structs.replace(entry, speakers=speakers)
    if isinstance(after, Verbatim) or after == entry:
        return after
    if after.chosen:
        return msgspec.structs.replace(after, sure=False, doubts=(_CHOSEN_FOR_ANOTHER,))
    return reprinted(meeting, after, engine)


def _put(meeting: Meeting, entry: Entry, others: list[Entry], at: int) -> Patch:
    """The entry before the one that stands `at` this place, as part of what goes on there."""
    low = others[at - 1].order if at else ""
    high = others[at].order if at < len(others) else ""
    key = order.between(low, high)
    item = others[at - 1].item if at else ""
    after = msgspec.structs.replace(entry, order=key, item=item, closed=closed_at(meeting, key))
    return Patch(before=entry, after=after)


def _check_movable(entry: Entry) -> None:
    if isinstance(entry, ItemCalled | PublicityChange):
        raise EntryError(
            "Ein Aufruf oder der Wechsel der Öffentlichkeit lässt sich nicht verschieben.",
            "Strg+D löscht ihn; die Einträge daneben lassen sich verschieben.",
        )
