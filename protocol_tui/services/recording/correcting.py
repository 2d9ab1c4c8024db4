"""What a line does that takes the place of an earlier entry."""

from __future__ import annotations

from protocol_tui.domain.changes import Patch
from protocol_tui.domain.entries import Entry, ItemCalled, PublicityChange, Statement, Verbatim
from protocol_tui.domain.meeting import Meeting
from protocol_tui.entry import lines
from protocol_tui.errors import EntryError
from protocol_tui.services.ports import IndirectSpeech
from protocol_tui.services.recording import agenda, editing, floor
from protocol_tui.services.recording.interpret import EntryLine, entries_of, speakers_in
from protocol_tui.services.recording.place import place_of
from protocol_tui.services.recording.speeches import Printed, with_wording, wording_of
from protocol_tui.services.recording.written import line_of


def corrected(
    meeting: Meeting, entry: Entry, line: lines.Line, wording: Printed | None, engine: IndirectSpeech
) -> list[Patch]:
    """The patches that put what the line says in the place of an entry; [] where that is what it says already.

    Without a `wording` of the clerk's for the line, the one she chose before is kept. Raises EntryError where the line
    can take no entry's place.
    """
    if isinstance(entry, ItemCalled) and isinstance(line, lines.ItemJump):
        return editing.called(meeting, entry, agenda.item_of(meeting, line.number).id)
    if isinstance(entry, ItemCalled | PublicityChange):
        raise EntryError(
            "Dieser Eintrag lässt sich nicht durch einen anderen ersetzen.",
            "Strg+D löscht ihn, Esc lässt ihn, wie er war.",
        )
    if not isinstance(line, EntryLine):
        raise EntryError("Diese Zeile ist kein Eintrag und kann keinen ersetzen.", "Esc lässt den Eintrag, wie er war.")
    if isinstance(line, lines.Presence) and len(line.movements) > 1:
        raise EntryError("Ein Eintrag kann nur durch einen ersetzt werden.", "Bitte nur eine Person nennen.")
    speakers = entry.speakers if isinstance(entry, Statement | Verbatim) else ()
    after = entries_of(meeting, line, place_of(entry), speakers, engine)[0]
    wording = wording or kept_wording(meeting, entry, line)
    if wording is not None and isinstance(after, Statement):
        after = with_wording(after, wording)
    if after == entry:
        return []
    return [*floor.stand_ins(meeting, speakers_in([after])), Patch(entry, after)]


def kept_wording(meeting: Meeting, entry: Entry | None, line: lines.Line) -> Printed | None:
    """What the clerk chose to print for an entry, as long as its line says the same."""
    chosen = isinstance(entry, Statement) and entry.chosen and line == line_of(meeting, entry)
    return wording_of(entry) if chosen and isinstance(entry, Statement) else None
