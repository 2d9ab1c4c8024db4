"""Every change of a meeting is an event: who, when, what, before, after.

The meeting's state, undo and redo, its history and the tamper-evident chain all follow from the list of changes.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from protocol_tui.domain.agenda import AgendaItem
from protocol_tui.domain.entries import Entry
from protocol_tui.domain.head import Head
from protocol_tui.domain.people import Person
from protocol_tui.domain.speakers_list import SpeakersList

Record = Head | Person | AgendaItem | SpeakersList | Entry
"""Everything a meeting consists of; each record has an `id` that is unique within the meeting."""


class Patch(msgspec.Struct, frozen=True, omit_defaults=True):
    """One record before and after a change; None where it did not exist yet, or does no longer."""

    before: Record | None = None
    after: Record | None = None

    @property
    def record_id(self) -> str:
        """The id of the record that changes."""
        record = self.after or self.before
        if record is None:
            raise ValueError("a patch without a record")
        return record.id

    def inverse(self) -> Patch:
        """The patch that takes this one back."""
        return Patch(before=self.after, after=self.before)


class Change(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A change (Änderung) of a meeting: `patches` applied together, or not at all.

    `seq` counts from 1 without gaps. `action` names what was done, in German ("Beitrag erfasst"). `undoes` or `redoes`
    is the `seq` of the change that this one takes back or does again; 0 for an ordinary change.
    """

    seq: int
    at: dt.datetime
    author: str
    action: str
    patches: tuple[Patch, ...]
    undoes: int = 0
    redoes: int = 0


class Draft(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The entry line as it stands, not yet entered (Entwurfszeile): no part of the meeting, kept only until it is.

    `seq` is the meeting's last change when it was kept, so that a line that was entered just before a crash is not
    offered again. `editing` is the id of the entry that the line is correcting, `wording` the clerk's own one for it.
    """

    text: str
    at: dt.datetime
    seq: int = 0
    cursor: int = 0
    speakers: tuple[str, ...] = ()
    editing: str = ""
    wording: str = ""
