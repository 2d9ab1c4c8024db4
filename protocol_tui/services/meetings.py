"""The meetings at hand: opening, starting and replaying them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from protocol_tui.domain.summary import summary_of
from protocol_tui.entry.head import Mitschrift, MitschriftHead
from protocol_tui.errors import EntryError, FileFormatError, InputError
from protocol_tui.services.memory import MemoryLog
from protocol_tui.services.ports import Clock, IndirectSpeech, MeetingLibrary, MeetingRegistry
from protocol_tui.services.preparing import meeting_id_of, opening_patches
from protocol_tui.services.recording.recorder import Recorder


class Meetings:
    """The ways to get at a meeting of a data folder, and to make one."""

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
        from protocol_tui.entry.mitschrift import decode_mitschrift, read_mitschrift

        data = _read(path)
        digest = hashlib.sha256(data).hexdigest()
        earlier = self._registry.find_source(digest)
        if earlier is not None and not again:
            raise InputError(
                f"{path}: Diese Mitschrift ist schon als Sitzung {earlier.id} eingelesen. "
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


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileFormatError(f"Die Datei {path} gibt es nicht.") from error
    except OSError as error:
        raise FileFormatError(f"Die Datei {path} ist nicht lesbar ({error.strerror or error}).") from error
