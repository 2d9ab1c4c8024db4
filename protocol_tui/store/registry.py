"""The list of meetings, in a store of its own that all program instances share: the lock is held for each write only.

The meetings' own folders are the truth. What the list lacks is read from them and put into it.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec
from tinydb import where
from typing_extensions import override

from protocol_tui.domain.summary import MeetingSummary, summary_of
from protocol_tui.errors import ProtocolError
from protocol_tui.services.ports import MeetingRegistry
from protocol_tui.store.database import JournaledTinyDB
from protocol_tui.store.disk import platform_files
from protocol_tui.store.failures import refusals
from protocol_tui.store.loading import JOURNAL, LOCK, SNAPSHOT, load

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tinydb.table import Document

    from protocol_tui.store.files import FileLayer
    from protocol_tui.store.library import StoredMeetingLibrary

REGISTRY = "registry"
MEETINGS_TABLE = "meetings"
_DAMAGED = ".damaged-"
_WAIT = 5.0
_COMPACT_ABOVE = 1 << 16


class Registry(MeetingRegistry):
    """The list of the meetings in `data`. `on_stored` gets the registry's folder after each write."""

    def __init__(
        self,
        data: Path,
        library: StoredMeetingLibrary,
        *,
        files: FileLayer | None = None,
        on_stored: Callable[[Path], None] | None = None,
    ) -> None:
        self._folder = data / REGISTRY
        self._library = library
        self._files = files or platform_files()
        self._on_stored = on_stored
        self._notes: list[str] = []
        self._reader = JournaledTinyDB(self._folder, files=self._files, read_only=True)

    @property
    def warnings(self) -> tuple[str, ...]:
        """German sentences about damage of the list."""
        return (*self._notes, *self._reader.journaled.warnings)

    @override
    def record_meeting(self, summary: MeetingSummary) -> None:
        with self._writer() as database:
            table = database.table(MEETINGS_TABLE)
            known = table.get(where("id") == summary.id)
            if known is None:
                table.insert(msgspec.to_builtins(summary))
            else:
                table.update(_replaced_by(summary), doc_ids=[known.doc_id])

    @override
    def meetings(self) -> Sequence[MeetingSummary]:
        recorded = {summary.id: summary for summary in self._recorded()}
        ids = self._library.meeting_ids()
        found = {each: self._from_folder(each) for each in ids if each not in recorded}
        with suppress(ProtocolError):  # then the list stays as it is, and the next call reads the folders again
            self._record_missing([summary for summary in found.values() if summary.date])
        return [recorded.get(each) or found[each] for each in ids]

    @override
    def find_source(self, digest: str) -> MeetingSummary | None:
        stored = set(self._library.meeting_ids())
        hits = (each for each in self._recorded() if digest and each.source_digest == digest)
        return next((each for each in hits if each.id in stored), None)

    def _recorded(self) -> list[MeetingSummary]:
        self._reader.refresh()
        return [msgspec.convert(dict(document), MeetingSummary) for document in self._reader.table(MEETINGS_TABLE)]

    def _from_folder(self, meeting_id: str) -> MeetingSummary:
        try:
            log = self._library.open(meeting_id, read_only=True)
        except ProtocolError:  # it cannot be read at all; opening it will say why
            return MeetingSummary(id=meeting_id)
        summary = summary_of(meeting_id, log.changes())
        log.close()
        return summary

    def _record_missing(self, summaries: list[MeetingSummary]) -> None:
        if not summaries:
            return
        with self._writer() as database:
            table = database.table(MEETINGS_TABLE)
            new = [each for each in summaries if not table.contains(where("id") == each.id)]
            if new:
                table.insert_multiple(msgspec.to_builtins(each) for each in new)

    def _writer(self) -> JournaledTinyDB:
        database = self._open()
        if not database.journaled.read_only:
            return database
        database.close()
        sound = [dict(document) for document in database.table(MEETINGS_TABLE)]
        self._set_damaged_aside()
        database = self._open()
        if sound and not len(database.table(MEETINGS_TABLE)):
            database.table(MEETINGS_TABLE).insert_multiple(sound)
        return database

    def _set_damaged_aside(self) -> None:
        """Make room for a new list: unlike a meeting, it can be made anew from what there is."""
        with refusals("Das beschädigte Verzeichnis der Sitzungen lässt sich nicht beiseitelegen", self._folder):
            lock = self._files.lock(self._folder / LOCK, _WAIT)
            if lock is None:
                return
            try:
                if load(self._files, self._folder)[0].damage:  # else another program instance was quicker
                    self._rename_files()
            finally:
                lock.release()
        self._notes.append(
            "Das Verzeichnis der Sitzungen war beschädigt und ist aus den Sitzungen neu aufgebaut; die Sitzungen "
            f"selbst sind davon nicht berührt. Die beschädigten Dateien liegen in „{self._folder}“."
        )

    def _rename_files(self) -> None:
        number = 1 + sum(name.startswith(f"{JOURNAL}{_DAMAGED}") for name in self._files.list(self._folder))
        for name in (SNAPSHOT, JOURNAL):
            if self._files.stamp(self._folder / name) is not None:
                self._files.replace(self._folder / name, self._folder / f"{name}{_DAMAGED}{number}")
        self._files.sync_folder(self._folder)

    def _open(self) -> JournaledTinyDB:
        folder, on_stored = self._folder, self._on_stored
        return JournaledTinyDB(
            folder,
            files=self._files,
            wait=_WAIT,
            compact_above=_COMPACT_ABOVE,
            on_stored=(lambda: on_stored(folder)) if on_stored else None,
        )


def _replaced_by(summary: MeetingSummary) -> Callable[[Document], None]:
    def replace(document: Document) -> None:
        document.clear()
        document.update(msgspec.to_builtins(summary))

    return replace
