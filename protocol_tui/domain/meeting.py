"""The meeting: what all its changes add up to."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right, insort
from copy import copy
from typing import TYPE_CHECKING, TypeVar, cast

import msgspec

from protocol_tui.domain.agenda import AgendaItem
from protocol_tui.domain.changes import Change, Patch, Record
from protocol_tui.domain.entries import BaseEntry, Entry, Statement, Verbatim
from protocol_tui.domain.head import Committee, Head
from protocol_tui.domain.people import Person
from protocol_tui.domain.speakers_list import SpeakersList
from protocol_tui.domain.undo import UndoStacks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

E = TypeVar("E", bound=BaseEntry)

EMPTY_HEAD = Head(committee=Committee(name=""), date=dt.date(1970, 1, 1))
"""Stands where a meeting has no head (yet)."""


_OFTEN_EQUAL = ("item", "time", "speakers", "verb", "auto_verb")


_SPOKEN = (Statement, Verbatim)


class PatchMismatchError(ValueError):
    """A change does not fit the state it is applied to: what it calls *before* is not what is there."""


class Meeting:
    """A meeting (Sitzung): head, people, agenda and entries, in order, as of the last change applied.

    The records in it are immutable; the meeting itself moves on only through `apply`.
    """

    def __init__(self, changes: Iterable[Change] = ()) -> None:
        self.head = EMPTY_HEAD
        self.speakers_list: SpeakersList | None = None
        self.last_seq = 0
        self.undo = UndoStacks()
        self._people: dict[str, Person] = {}
        self._items: list[AgendaItem] = []
        self._entries: list[Entry] = []
        self._records: dict[str, Record] = {}
        self._by_kind: dict[type, list[Entry]] = {}
        self._spoken: dict[tuple[str, ...], list[str]] = {}
        for change in changes:
            self.apply(change)

    @property
    def people(self) -> Sequence[Person]:
        """In the order they were listed."""
        return tuple(self._people.values())

    @property
    def items(self) -> Sequence[AgendaItem]:
        """In agenda order."""
        return self._items

    @property
    def entries(self) -> Sequence[Entry]:
        """In the order they stand in the minutes; not to be kept across changes."""
        return self._entries

    def of_kind(self, kind: type[E]) -> Sequence[E]:
        """The entries of exactly this class, in order; not to be kept across changes.

        What has to be known at every key (which item, who is there) is found here however long the meeting is.
        """
        return cast("list[E]", self._by_kind.get(kind, []))

    def speakers(self) -> list[tuple[str, ...]]:
        """Who spoke, the last one first, each once; found however long the meeting is."""
        return sorted(self._spoken, key=lambda speakers: self._spoken[speakers][-1], reverse=True)

    def record(self, record_id: str) -> Record | None:
        """The record of that id, whatever it is."""
        return self._records.get(record_id)

    def person(self, person_id: str) -> Person | None:
        """The person of that id."""
        return self._people.get(person_id)

    def person_by_code(self, code: str) -> Person | None:
        """The person the clerk means by `code`."""
        return next((person for person in self._people.values() if person.code == code), None)

    def item(self, item_id: str) -> AgendaItem | None:
        """The agenda item of that id."""
        record = self._records.get(item_id)
        return record if isinstance(record, AgendaItem) else None

    def entry(self, entry_id: str) -> Entry | None:
        """The entry of that id."""
        record = self._records.get(entry_id)
        return None if record is None or isinstance(record, Head | Person | AgendaItem | SpeakersList) else record

    def position(self, entry: Entry) -> int:
        """Where `entry` stands among `entries`."""
        return bisect_left(self._entries, entry.order, key=_order)

    def place_behind(self, order: str) -> int:
        """Where among `entries` the first one behind this order key stands."""
        return bisect_right(self._entries, order, key=_order)

    def is_public(self, entry: Entry) -> bool:
        """Whether an entry may appear in a public document: both its item and its own state must say so."""
        item = self.item(entry.item)
        return not entry.closed and (item is None or item.public)

    def check(self, change: Change) -> None:
        """Raise PatchMismatchError where the change does not fit the state it would be applied to."""
        if change.seq != self.last_seq + 1:
            raise PatchMismatchError(f"change {change.seq} after {self.last_seq}")
        for patch in change.patches:
            if self._records.get(patch.record_id) != patch.before:
                raise PatchMismatchError(f"change {change.seq} does not fit {patch.record_id}")

    def apply(self, change: Change) -> None:
        """Move on by one change; raises PatchMismatchError, with nothing changed, where it does not fit."""
        self.check(change)
        for patch in change.patches:
            self.put(patch)
        self.last_seq = change.seq
        self.undo.note(change)

    def supposing(self, patches: Iterable[Patch]) -> Meeting:
        """The meeting as it would be with these patches; this one stays as it is."""
        then = copy(self)
        for patch in patches:
            then.put(patch)
        return then

    def __copy__(self) -> Meeting:
        twin = object.__new__(Meeting)
        own = {
            "_people": dict(self._people),
            "_items": list(self._items),
            "_entries": list(self._entries),
            "_records": dict(self._records),
            "_by_kind": {kind: list(entries) for kind, entries in self._by_kind.items()},
            "_spoken": {speakers: list(orders) for speakers, orders in self._spoken.items()},
        }
        vars(twin).update(vars(self), **own)
        return twin

    def salvage(self, change: Change) -> None:
        """Take over what a change says in a history with gaps: the last word on each record counts."""
        for patch in change.patches:
            current = self._records.get(patch.record_id)
            if current is not None or patch.after is not None:
                self.put(Patch(before=current, after=patch.after))
        self.last_seq = change.seq

    def share_values(self) -> None:
        """Hold equal values of the entries once: speakers, items and verbs are the same again and again.

        What the entries say stays the same, so that their being immutable is not touched.
        """
        held: dict[object, object] = {}
        for entry in tuple(self._entries):
            for name in _OFTEN_EQUAL:
                value = getattr(entry, name, None)
                if value:
                    msgspec.structs.force_setattr(entry, name, held.setdefault(value, value))

    def put(self, patch: Patch) -> None:
        """Apply one patch, unchecked; `apply` is what moves a stored meeting on."""
        if patch.before is not None:
            self._remove(patch.before, keeps_place=patch.after is not None)
        if patch.after is not None:
            self._add(patch.after)

    def _remove(self, record: Record, *, keeps_place: bool) -> None:
        del self._records[record.id]
        if isinstance(record, Head):
            self.head = EMPTY_HEAD
        elif isinstance(record, SpeakersList):
            self.speakers_list = None
        elif isinstance(record, AgendaItem):
            self._items.remove(record)
        elif isinstance(record, Person):
            if not keeps_place:
                del self._people[record.id]
        else:
            del self._entries[self.position(record)]
            kin = self._by_kind[type(record)]
            del kin[bisect_left(kin, record.order, key=_order)]
            if isinstance(record, Statement | Verbatim) and record.speakers:
                spoken = self._spoken[record.speakers]
                spoken.remove(record.order)
                if not spoken:
                    del self._spoken[record.speakers]

    def _add(self, record: Record) -> None:
        self._records[record.id] = record
        if isinstance(record, BaseEntry):  # first, since nearly all records are entries
            self._add_entry(record)
        elif isinstance(record, Head):
            self.head = record
        elif isinstance(record, SpeakersList):
            self.speakers_list = record
        elif isinstance(record, Person):
            self._people[record.id] = record
        else:
            insort(self._items, record, key=_order)

    def _add_entry(self, entry: Entry) -> None:
        """Put an entry in its place; nearly always that is the end, and a long meeting is opened that much sooner."""
        order = entry.order
        kin = self._by_kind.setdefault(type(entry), [])
        if not self._entries or self._entries[-1].order < order:
            self._entries.append(entry)
            kin.append(entry)
        else:
            insort(self._entries, entry, key=_order)
            insort(kin, entry, key=_order)
        if isinstance(entry, _SPOKEN) and entry.speakers:
            insort(self._spoken.setdefault(entry.speakers, []), order)


def _order(record: Entry | AgendaItem) -> str:
    return record.order
