"""All meetings of the data folder: one folder a meeting, which can be copied to a stick as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from typing_extensions import override

from protocol_tui.errors import LockedError, NotFoundError, StorageError
from protocol_tui.services.ports import MeetingLibrary
from protocol_tui.store.database import JournaledTinyDB
from protocol_tui.store.disk import platform_files
from protocol_tui.store.journal import JournalHeader, read_journal_header
from protocol_tui.store.loading import JOURNAL, SNAPSHOT
from protocol_tui.store.meeting_log import StoredMeetingLog, encode_change, inserting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from protocol_tui.domain.changes import Change
    from protocol_tui.store.files import FileLayer
    from protocol_tui.store.operations import Operation

MEETINGS = "meetings"
_MEETING_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_HEADER_LENGTH = 400
_BEING_EDITED = (
    "Diese Sitzung wird gerade in einem anderen Fenster bearbeitet; hier kann sie nur gelesen werden, "
    "bis das andere Fenster geschlossen ist."
)


class StoredMeetingLibrary(MeetingLibrary):
    """The meetings below `data`. `on_stored` gets a meeting's folder after each change that came to the disk."""

    def __init__(
        self, data: Path, *, files: FileLayer | None = None, on_stored: Callable[[Path], None] | None = None
    ) -> None:
        self._folder = data / MEETINGS
        self._files = files or platform_files()
        self._on_stored = on_stored

    @override
    def meeting_ids(self) -> Sequence[str]:
        headers = {name: self._header(name) for name in self._files.list(self._folder) if self._exists(name)}
        return sorted(headers, key=lambda name: (headers[name].number, name))

    @override
    def create(self, meeting_id: str, changes: Sequence[Change] = ()) -> StoredMeetingLog:
        if not _MEETING_ID.fullmatch(meeting_id):
            raise StorageError(
                f"„{meeting_id}“ taugt nicht als Kennung einer Sitzung: erlaubt sind Buchstaben ohne Umlaute, Ziffern, "
                "Punkt, Strich und Unterstrich."
            )
        if self._exists(meeting_id):
            raise StorageError(f"Die Sitzung „{meeting_id}“ gibt es schon. Bitte eine andere Kennung wählen.")
        number = 1 + max((self._header(name).number for name in self.meeting_ids()), default=0)
        first = tuple(inserting(change.seq, encode_change(change)) for change in changes)
        log = self._log(meeting_id, self._database(meeting_id, number=number, first=first))
        if first and self._on_stored:
            self._on_stored(self.folder_of(meeting_id))
        return log

    @override
    def open(self, meeting_id: str, *, read_only: bool = False) -> StoredMeetingLog:
        if not _MEETING_ID.fullmatch(meeting_id) or not self._exists(meeting_id):
            raise NotFoundError(f"Eine Sitzung „{meeting_id}“ gibt es in „{self._folder}“ nicht.")
        if read_only:
            return self._log(meeting_id, self._database(meeting_id, read_only=True))
        try:
            return self._log(meeting_id, self._database(meeting_id))
        except LockedError:
            note = _BEING_EDITED
        except StorageError as error:
            note = f"{error.sentence} Die Sitzung ist deshalb nur zum Lesen geöffnet."
        return self._log(meeting_id, self._database(meeting_id, read_only=True), note)

    def folder_of(self, meeting_id: str) -> Path:
        return self._folder / meeting_id

    def _database(
        self, meeting_id: str, *, read_only: bool = False, number: int = 0, first: tuple[Operation, ...] = ()
    ) -> JournaledTinyDB:
        folder = self.folder_of(meeting_id)
        on_stored = self._on_stored
        return JournaledTinyDB(
            folder,
            files=self._files,
            read_only=read_only,
            number=number,
            first=first,
            on_stored=(lambda: on_stored(folder)) if on_stored else None,
        )

    def _log(self, meeting_id: str, database: JournaledTinyDB, *notes: str) -> StoredMeetingLog:
        return StoredMeetingLog(meeting_id, database, self._files, notes)

    def _exists(self, name: str) -> bool:
        folder = self.folder_of(name)
        return any(self._files.stamp(folder / file) is not None for file in (JOURNAL, SNAPSHOT))

    def _header(self, name: str) -> JournalHeader:
        path = self.folder_of(name) / JOURNAL
        start = self._files.read(path, length=_HEADER_LENGTH) if self._files.stamp(path) else b""
        return read_journal_header(start.partition(b"\n")[0]) or JournalHeader(0, "")
