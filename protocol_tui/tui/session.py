"""A live session without its screen: what a line does, what is being corrected, what the screen should say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress

import msgspec

from protocol_tui.domain import course
from protocol_tui.domain.changes import Draft
from protocol_tui.domain.entries import Entry, Statement
from protocol_tui.entry.near_misses import near_miss
from protocol_tui.errors import EntryError
from protocol_tui.minutes.style import Style
from protocol_tui.minutes.wording import speakers_label
from protocol_tui.services.recording.proposals import OWN
from protocol_tui.services.recording.recorder import Recorder
from protocol_tui.tui import texts
from protocol_tui.tui.completing import CODES, Completing
from protocol_tui.tui.overview import Overview
from protocol_tui.tui.proposing import Proposing
from protocol_tui.tui.rows import Row, row_of
from protocol_tui.tui.shown import Shown
from protocol_tui.tui.telling import Telling
from protocol_tui.tui.voting import Voting


class Correction(msgspec.Struct, frozen=True):
    """An entry that is being corrected: which, and its line as it was fetched."""

    entry_id: str
    line: str


class Rewording(msgspec.Struct, frozen=True):
    """A line put aside while its wording is edited: as it was typed, when it was begun, and the wording at first."""

    line: str
    first_key: dt.datetime
    wording: str


class LiveSession:
    """Stands between the live screen and the recorder."""

    def __init__(self, recorder: Recorder, style: Style) -> None:
        self.recorder = recorder
        self.style = style
        self.correction: Correction | None = None
        self.proposing = Proposing(recorder)
        self.voting = Voting(recorder, style)
        self.overview = Overview(recorder, style)
        self.telling = Telling(recorder, style, self.voting, self.overview)
        self.completing = Completing(recorder)
        self.rewording: Rewording | None = None
        self.changed = ""
        """The id of the entry that was changed last otherwise than by its line; "" once a line has been taken."""
        self._steps_back = 0

    def __len__(self) -> int:
        """How many rows the transcript has: one an entry."""
        return len(self.recorder.meeting.entries)

    def row(self, index: int) -> Row:
        """The row of an entry."""
        return row_of(self.recorder.meeting, self.recorder.meeting.entries[index], self.style)

    def submit(self, text: str, first_key: dt.datetime) -> str:
        """Take a line, or the correction of an entry; returns what to say. Raises ProtocolError."""
        if self.rewording is not None:
            self.proposing.write(self.rewording.line, self._replacing, text)
            text, first_key = self.rewording.line, self.rewording.first_key
        wording = self.proposing.wording(text, self._replacing)
        if self.correction is not None:
            changed = self.recorder.correct(self.correction.entry_id, text, wording)
            said = "Berichtigt." if changed is not None else "Unverändert."
        else:
            said = self.telling.said(self.recorder.record(text, _clock_time(first_key), wording=wording))
        self.start_afresh()
        return said

    def record(self, text: str, at: dt.datetime) -> str:
        """Take a line that does not stand in the entry line, whatever is being corrected there."""
        return self.telling.said(self.recorder.record(text, _clock_time(at)))

    def next_proposal(self, text: str) -> Shown | None:
        """Take the next way to print the line; None where there is only one. Raises EntryError."""
        return self.proposing.step(text, self._replacing)

    def reword(self, text: str, first_key: dt.datetime) -> str:
        """Put the line aside and give the wording to edit instead. Raises EntryError where it has none."""
        wording = self.proposing.current(text, self._replacing)
        self.rewording = Rewording(text, first_key, wording)
        return wording

    def end_rewording(self, wording: str) -> Rewording | None:
        """Back to the line that was put aside; a changed wording is kept and taken. None where none is edited."""
        aside, self.rewording = self.rewording, None
        if aside is not None and wording.strip():
            self.proposing.write(aside.line, self._replacing, wording)
        return aside

    @property
    def _replacing(self) -> str:
        return self.correction.entry_id if self.correction is not None else ""

    def start_afresh(self) -> None:
        """Back to an empty line: nothing is being corrected, nothing chosen."""
        self.correction = None
        self.rewording = None
        self.proposing.forget()
        self.changed = ""
        self._steps_back = 0

    def preview(self, text: str) -> Shown:
        """What Enter would do with the line. Raises EntryError where it would not."""
        if self.rewording is not None:
            return Shown(text, "Wortlaut ändern: Enter nimmt ihn, Esc geht zurück zur Zeile.")
        words = self.completing.commands(text)
        if words and text not in words:
            return Shown(f"Befehle (Tab ergänzt): {' '.join(words)}")
        people = self.completing.people(text)
        if people and self.correction is None:
            return Shown(people)
        chosen = self.proposing.shown(text, self._replacing)
        if chosen is not None:
            return chosen
        rehearsed = self.recorder.rehearse(text, self._replacing)
        if rehearsed.vote is not None:
            return self.voting.counted(rehearsed.vote)
        if rehearsed.doubts:
            return Shown(rehearsed.text, f"⚑ {' '.join(rehearsed.doubts)}", doubtful=True)
        if rehearsed.chosen:
            return Shown(rehearsed.text, OWN)
        missed = near_miss(text, self.recorder.read(text), self.recorder.known)
        if missed:
            return Shown(rehearsed.text, missed, doubtful=True)
        return Shown(rehearsed.text, "Enter berichtigt den Eintrag." if self.correction is not None else "")

    def previous_speaker(self) -> bool:
        """Give the floor to whoever spoke before; each call goes one further back. False where there is nobody."""
        recent = course.recent_speakers(self.recorder.meeting)
        floor = course.current_speakers(self.recorder.meeting)
        others = [speakers for speakers in recent if speakers != floor] or recent
        if not others:
            return False
        self.recorder.give_floor(others[self._steps_back % len(others)])
        self._steps_back += 1
        return True

    def give_floor_by_codes(self, text: str) -> None:
        """Give the floor to those whose codes stand in the line. Raises EntryError where it is no code."""
        codes = text.strip().rstrip(":").lower()
        if not CODES.fullmatch(codes):
            raise EntryError(
                "Tab macht aus einem Kürzel am Anfang der Zeile den Redner.", "Die Einfügemarke steht gleich dahinter."
            )
        self.recorder.record(f"{codes}:")
        self._steps_back = 0

    def give_floor_to_next(self) -> None:
        """Give the floor to the next on the list of speakers. Raises EntryError where nobody waits."""
        self.recorder.record("/wort")
        self._steps_back = 0

    def fetch(self, direction: int) -> str | None:
        """The line of the entry before (-1) or behind (1) the one being corrected; None at either end.

        Behind the last entry lies the entry line itself, "".
        """
        entries = self.recorder.meeting.entries
        position = len(entries)
        if self.correction is not None:
            ids = [entry.id for entry in entries]
            position = ids.index(self.correction.entry_id) if self.correction.entry_id in ids else len(entries)
        position += direction
        while 0 <= position < len(entries) and self._as_line(entries[position]) is None:
            position += direction
        if position < 0 or position > len(entries) or (position == len(entries) and self.correction is None):
            return None
        if position == len(entries):
            self.start_afresh()
            return ""
        line = self._as_line(entries[position]) or ""
        self.proposing.forget()
        self.correction = Correction(entries[position].id, line)
        return line

    def fetch_entry(self, entry_id: str) -> str:
        """The line of any entry, to be corrected. Raises EntryError where no line can say it."""
        entry = self.recorder.meeting.entry(entry_id)
        if entry is None:
            raise EntryError("Diesen Eintrag gibt es nicht mehr.")
        line = self.recorder.as_line(entry)
        self.start_afresh()
        self.correction = Correction(entry.id, line)
        return line

    def entries(self) -> Iterator[tuple[str, str]]:
        """Id and a few words of every entry, the last one first."""
        return ((entry.id, self.telling.summary(entry)) for entry in reversed(self.recorder.meeting.entries))

    def _as_line(self, entry: Entry) -> str | None:
        """The line of an entry; None where no line can say it, as with a reporting clause the house no longer has."""
        with suppress(EntryError):
            return self.recorder.as_line(entry)
        return None

    def leave_correction(self, text: str) -> None:
        """Leave the entry as it was. Raises EntryError where the line was changed: Escape discards nothing."""
        if self.correction is not None and text != self.correction.line:
            raise EntryError("Der Eintrag ist geändert.", "Enter übernimmt die Änderung, Strg+Z nimmt sie zurück.")
        self.start_afresh()

    def selected_index(self) -> int | None:
        """Which row is being corrected."""
        if self.correction is None:
            return None
        entry = self.recorder.meeting.entry(self.correction.entry_id)
        return None if entry is None else self.recorder.meeting.position(entry)

    def entry_at_hand(self) -> Entry | None:
        """The entry that is being corrected or was just changed, else the last one; None before the first."""
        meeting = self.recorder.meeting
        if self.correction is not None:
            return meeting.entry(self.correction.entry_id)
        changed = meeting.entry(self.changed) if self.changed else None
        return changed or (meeting.entries[-1] if meeting.entries else None)

    def fetched_again(self, text: str) -> str | None:
        """The line of the entry that is being corrected, as it is now; None where the clerk has begun to change it."""
        if self.correction is None or text != self.correction.line:
            return None
        entry = self.recorder.meeting.entry(self.correction.entry_id)
        if entry is None:
            return None
        self.correction = Correction(entry.id, self.recorder.as_line(entry))
        return self.correction.line

    def undo(self) -> str:
        """Take the last step of the meeting back; returns what it was. Raises ProtocolError."""
        self.start_afresh()
        return texts.undone(self.telling.step(self.recorder.undo()))

    def redo(self) -> str:
        """Do again what was taken back; returns what it was. Raises ProtocolError."""
        return texts.redone(self.telling.step(self.recorder.redo()))

    def delete_correction(self) -> None:
        """Delete the entry that is being corrected. Raises EntryError where there is none."""
        if self.correction is None:
            raise EntryError("Kein Eintrag ist zum Berichtigen geholt.", "↑ auf leerer Zeile holt den letzten.")
        self.recorder.delete(self.correction.entry_id)
        self.start_afresh()

    def draft_of(self, text: str, first_key: dt.datetime) -> Draft | None:
        """The unfinished line as it is kept, and the wording that is being edited; None for an empty one."""
        aside = self.rewording
        if not text.strip() and aside is None:
            return None
        return Draft(
            text=text if aside is None else aside.line,
            wording="" if aside is None else text,
            at=first_key if aside is None else aside.first_key,
            seq=self.recorder.meeting.last_seq,
            speakers=self.recorder.has_floor,
            editing=self.correction.entry_id if self.correction is not None else "",
        )

    def restore(self, draft: Draft) -> bool:
        """Take up a line that was left unfinished; False where it was entered after all."""
        if draft.seq < self.recorder.meeting.last_seq and self._was_entered(draft):
            return False
        self.recorder.give_floor(draft.speakers)
        entry = self.recorder.meeting.entry(draft.editing) if draft.editing else None
        if entry is not None:
            self.correction = Correction(entry.id, self._as_line(entry) or "")
        if draft.wording:
            with suppress(EntryError):
                self.proposing.write(draft.text, self._replacing, draft.wording)
        return True

    def chip(self) -> tuple[str, bool]:
        """What stands in front of the entry line, and whether it names a correction."""
        if self.rewording is not None:
            return "Wortlaut", True
        if self.correction is not None:
            entry = self.recorder.meeting.entry(self.correction.entry_id)
            return f"Eintrag {entry.time:%H:%M}" if entry is not None else "Eintrag", True
        floor = self.recorder.has_floor
        return speakers_label(self.recorder.meeting, floor) if floor else "–", False

    def _was_entered(self, draft: Draft) -> bool:
        """Whether an entry made since then bears the text of the line."""
        for entry in reversed(self.recorder.meeting.entries[-3:]):
            text = entry.typed if isinstance(entry, Statement) else getattr(entry, "text", "")
            if (text and draft.text.strip().endswith(text)) or self._as_line(entry) == draft.text.strip():
                return True
        return False


def _clock_time(at: dt.datetime) -> dt.time:
    return at.time().replace(microsecond=0)
