"""The meetings at hand: listing, finding, opening, starting and replaying them."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from protocol_tui.domain.summary import MeetingSummary, summary_of
from protocol_tui.entry.head import Mitschrift, MitschriftHead
from protocol_tui.entry.mitschrift import decode_mitschrift, read_mitschrift
from protocol_tui.errors import EntryError, FileFormatError, InputError, NotFoundError
from protocol_tui.minutes.wording import short_date
from protocol_tui.services.memory import MemoryLog
from protocol_tui.services.ports import Clock, IndirectSpeech, MeetingLibrary, MeetingRegistry
from protocol_tui.services.preparing import meeting_id_of, opening_patches
from protocol_tui.services.recording.recorder import Recorder


class Meetings:
    """All meetings of a data folder, and the ways to get at one."""

    def __init__(
        self,
        library: MeetingLibrary,
        registry: MeetingRegistry,
        engine: IndirectSpeech,
        clock: Clock,
        *,
        author: str = "",
    ) -> None:
        self._library = library
        self._registry = registry
        self._engine = engine
        self._clock = clock
        self._author = author

    def all(self) -> Sequence[MeetingSummary]:
        """Every stored meeting, the latest first."""
        return sorted(
            self._registry.meetings(), key=lambda summary: (summary.date or dt.date.min, summary.id), reverse=True
        )

    def find(self, wanted: str) -> str:
        """The id of the meeting meant by an id, or by an unambiguous part of date, committee or number."""
        summaries = self.all()
        if any(summary.id == wanted for summary in summaries):
            return wanted
        folded = wanted.casefold().strip()
        hits = [summary for summary in summaries if folded and any(folded in text for text in _names(summary))]
        exact = [summary for summary in hits if str(summary.number) == folded]
        if len(exact) == 1:
            return exact[0].id
        if len(hits) == 1:
            return hits[0].id
        if hits:
            choice = ", ".join(summary.id for summary in hits[:5])
            raise NotFoundError(f"„{wanted}“ passt auf mehrere Sitzungen: {choice}. Bitte genauer angeben.")
        raise NotFoundError(f"Eine Sitzung „{wanted}“ gibt es nicht. „protocol-tui list“ zeigt alle Sitzungen.")

    def open(self, meeting_id: str, *, read_only: bool = False) -> Recorder:
        """Open a stored meeting for recording, or for reading only."""
        log = self._library.open(meeting_id, read_only=read_only)
        return Recorder(log, self._engine, self._clock, author=self._author)

    def start(self, head: MitschriftHead) -> Recorder:
        """Make a new meeting and open it."""
        rehearsal = self._rehearse(head)
        return self._store(head, rehearsal, source_digest="")

    def leave(self, recorder: Recorder) -> None:
        """Note what the list of meetings shows of it, and close it."""
        if not recorder.read_only:
            self._record_in_list(recorder)
        recorder.close()

    def replay(self, path: Path, *, again: bool = False) -> str:
        """Read a Mitschrift file into a new meeting, all of it or nothing; returns the meeting's id.

        Raises FileFormatError with file and line, InputError for a file that was replayed before.
        """
        data = _read(path)
        digest = hashlib.sha256(data).hexdigest()
        earlier = self._registry.find_source(digest)
        if earlier is not None and not again:
            raise InputError(
                f"{path}: Diese Mitschrift ist schon als Sitzung {earlier} eingelesen. "
                "Mit „--again“ entsteht eine zweite."
            )
        mitschrift = read_mitschrift(decode_mitschrift(data, str(path)), str(path))
        rehearsal = self._rehearse(mitschrift.head)
        _record_lines(rehearsal, mitschrift)
        recorder = self._store(mitschrift.head, rehearsal, source_digest=digest)
        recorder.close()
        return recorder.log.meeting_id

    def _rehearse(self, head: MitschriftHead) -> Recorder:
        recorder = Recorder(MemoryLog(), self._engine, self._clock, author=self._author)
        recorder.prepare(opening_patches(head))
        return recorder

    def _store(self, head: MitschriftHead, rehearsal: Recorder, *, source_digest: str) -> Recorder:
        meeting_id = meeting_id_of(head, self._library.meeting_ids())
        log = self._library.create(meeting_id, rehearsal.log.changes())
        recorder = Recorder(log, self._engine, self._clock, author=self._author)
        self._record_in_list(recorder, source_digest)
        return recorder

    def _record_in_list(self, recorder: Recorder, source_digest: str = "") -> None:
        meeting_id = recorder.log.meeting_id
        if not source_digest:
            listed = (each for each in self._registry.meetings() if each.id == meeting_id)
            source_digest = next((each.source_digest for each in listed), "")
        summary = summary_of(meeting_id, recorder.log.changes())
        self._registry.record_meeting(msgspec.structs.replace(summary, source_digest=source_digest))


def _record_lines(recorder: Recorder, mitschrift: Mitschrift) -> None:
    time = mitschrift.head.meeting.start
    for line in mitschrift.lines:
        try:
            change = recorder.record(line.text, time, in_file=True)
        except EntryError as error:
            raise FileFormatError(f"{mitschrift.name}, Zeile {line.number}: {error.sentence}") from error
        if change is not None and recorder.meeting.entries:
            time = recorder.meeting.entries[-1].time


def _names(summary: MeetingSummary) -> list[str]:
    number = "" if summary.number is None else str(summary.number)
    return [
        summary.id,
        "" if summary.date is None else summary.date.isoformat(),
        short_date(summary.date),
        summary.committee.casefold(),
        number,
    ]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileFormatError(f"Die Datei {path} gibt es nicht.") from error
    except OSError as error:
        raise FileFormatError(f"Die Datei {path} ist nicht lesbar ({error.strerror or error}).") from error
