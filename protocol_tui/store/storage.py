"""TinyDB's storage on a snapshot and a journal: one synced append a change, whatever the size of the store."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tinydb.storages import Storage
from typing_extensions import override

from protocol_tui.errors import LockedError, ProtocolError
from protocol_tui.store.chain import new_record
from protocol_tui.store.disk import platform_files
from protocol_tui.store.failures import refusals
from protocol_tui.store.files import FileLayer, HeldLock, make_folder_durably
from protocol_tui.store.journal import JournalWriter, read_records
from protocol_tui.store.loading import CURRENT_FORMAT, JOURNAL, LOCK, SNAPSHOT, Format, load
from protocol_tui.store.mending import begin_journal, renew_format, set_torn_end_aside, write_snapshot
from protocol_tui.store.operations import Operation, encode_document, encode_operation
from protocol_tui.store.snapshot import RESERVED_TABLES
from protocol_tui.store.views import TableReading

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from protocol_tui.store.files import Stamp
    from protocol_tui.store.loading import StoreBytes
    from protocol_tui.store.operations import Documents

COMPACT_ABOVE = 1 << 20
"""Size of a journal, in bytes, above which closing the store compacts it."""

_NAMED_DAMAGES = 3


class JournaledStorage(Storage):
    """A store in a folder of its own, open for one writer, who holds the lock, or for any number of readers.

    A store that is damaged opens for reading only, with what of it is sound, and `warnings` say what is not.
    `on_stored` is called after each change that came to the disk. `number` is kept in a new store's header, which
    begins with the operations `first`, all of them or, after a crash, none.
    """

    def __init__(  # noqa: PLR0913 - keywords, each with its default
        self,
        folder: str | Path,
        *,
        files: FileLayer | None = None,
        read_only: bool = False,
        wait: float = 0,
        number: int = 0,
        first: tuple[Operation, ...] = (),
        compact_above: int = COMPACT_ABOVE,
        format_: Format = CURRENT_FORMAT,
        on_stored: Callable[[], None] | None = None,
    ) -> None:
        super().__init__()
        self.folder = Path(folder)
        self._files = files or platform_files()
        self._format = format_
        self._compact_above = compact_above
        self._on_stored = on_stored
        self._notes: list[str] = []
        self._lock: HeldLock | None = None
        self._journal: JournalWriter | None = None
        self._refusal: ProtocolError | None = None
        self._journal_stamp: Stamp | None = None
        self._snapshot_stamp: Stamp | None = None
        if read_only:
            self._refusal = LockedError(f"„{self.folder}“ ist nur zum Lesen geöffnet; es wird nichts gespeichert.")
            self._load()
        else:
            self._open_for_writing(wait, number, first)

    @property
    def read_only(self) -> bool:
        return self._journal is None

    @property
    def warnings(self) -> tuple[str, ...]:
        """German sentences about what was found on opening."""
        return (*self._notes, *self._damage_sentences())

    @property
    def seq(self) -> int:
        """The number of the last record."""
        return self._loaded.seq

    @property
    def head(self) -> str:
        """The digest of the last record; it vouches for all before it."""
        return self._loaded.head

    @override
    def read(self) -> dict[str, Any]:
        """All tables, their documents decoded on access."""
        return {name: TableReading(documents) for name, documents in self._loaded.tables.items()}

    def documents(self, table: str) -> Documents | None:
        """A table's documents as they are stored; not to be changed. None where there is no such table."""
        return self._loaded.tables.get(table)

    @override
    def write(self, data: Mapping[str, Mapping[Any, Mapping[Any, Any]]]) -> None:
        """Put other tables in the place of all, as one change."""
        tables = {
            name: {str(doc_id): encode_document(document) for doc_id, document in table.items()}
            for name, table in data.items()
        }
        self.commit(Operation(replace=tables))

    def commit(self, operation: Operation) -> None:
        """Store a change, and only then make it.

        Raises StorageError where the disk refuses, LockedError where this is a reader: nothing has changed then.
        """
        journal = self.writable()
        if not RESERVED_TABLES.isdisjoint((operation.table, *(operation.replace or ()))):
            raise ValueError(f"the store keeps the tables {sorted(RESERVED_TABLES)} for itself")
        record = new_record(self._loaded.seq + 1, self._loaded.head, encode_operation(operation))
        journal.append(record.line + b"\n")
        operation.apply(self._loaded.tables)
        self._loaded.passed(record)
        if self._on_stored:
            self._on_stored()

    def writable(self) -> JournalWriter:
        """The journal for the writer; raises LockedError where this is a reader."""
        if self._journal is None:
            raise self._refusal or LockedError(f"„{self.folder}“ ist geschlossen; es wird nichts gespeichert.")
        return self._journal

    def refresh(self) -> bool:
        """For a reader: take in what a writer stored meanwhile. Returns whether anything changed."""
        if self._journal is not None:
            return False
        with refusals("Der Speicher ist nicht lesbar", self.folder):
            journal_stamp = self._files.stamp(self.folder / JOURNAL)
            snapshot_stamp = self._files.stamp(self.folder / SNAPSHOT)
            if (journal_stamp, snapshot_stamp) == (self._journal_stamp, self._snapshot_stamp):
                return False
            # a compaction first replaces the snapshot and then, at any time after, empties the journal
            shrunk = journal_stamp is None or journal_stamp.size < self._loaded.journal_end
            if shrunk or snapshot_stamp != self._snapshot_stamp or not self._follow():
                self._load()
            else:
                self._journal_stamp = journal_stamp
        return True

    def compact(self) -> None:
        """Fold the journal into the snapshot. A crash in between leaves records that are skipped."""
        if self._journal is None:
            return
        with refusals("Der Speicher konnte nicht verdichtet werden", self.folder):
            write_snapshot(self._files, self.folder, self._loaded, self._format.version)
            self._journal.empty()
        if self._on_stored:
            self._on_stored()

    @override
    def close(self) -> None:
        """Let the lock go. Everything is on the disk already; a compaction that fails loses nothing."""
        if self._journal is not None:
            if self._journal.size > self._compact_above:
                with suppress(ProtocolError):
                    self.compact()
            self._journal.close()
            self._journal = None
        self._release()

    def _open_for_writing(self, wait: float, number: int, first: tuple[Operation, ...]) -> None:
        with refusals("Der Speicher kann nicht zum Schreiben geöffnet werden", self.folder):
            make_folder_durably(self._files, self.folder)
            self._lock = self._files.lock(self.folder / LOCK, wait)
            if self._lock is None:
                raise LockedError(f"„{self.folder}“ wird gerade von einem anderen Fenster oder Programm beschrieben.")
            try:
                stored = self._load()
                if not self._loaded.damage:
                    self._mend(stored, number, first)
            except BaseException:
                self._release()
                raise
        if self._loaded.damage:
            self._refusal = LockedError(" ".join(self._damage_sentences()))
            self._release()

    def _load(self) -> StoreBytes:
        """Read the files; they are not kept, only when they were what."""
        self._loaded, stored = load(self._files, self.folder, self._format)
        self._journal_stamp, self._snapshot_stamp = stored.journal_stamp, stored.snapshot_stamp
        return stored

    def _mend(self, stored: StoreBytes, number: int, first: tuple[Operation, ...]) -> None:
        loaded, files, folder = self._loaded, self._files, self.folder
        if loaded.header is None:
            begin_journal(files, folder, loaded, first, version=self._format.version, number=number)
        if loaded.torn:
            self._notes.append(set_torn_end_aside(files, folder, loaded))
        if loaded.version < self._format.version:
            self._notes.append(renew_format(files, folder, loaded, stored, self._format))
        self._journal = JournalWriter(files, folder / JOURNAL, loaded.header_size, loaded.journal_end)
        if loaded.stale:
            self._journal.empty()

    def _follow(self) -> bool:
        """Take in what was appended to the journal; False where it is not simply a continuation."""
        loaded = self._loaded
        content = read_records(self._files.read(self.folder / JOURNAL, loaded.journal_end))
        if content.damaged_lines or self._files.stamp(self.folder / SNAPSHOT) != self._snapshot_stamp:
            return False
        for record in content.records:
            if record.seq != loaded.seq + 1 or record.previous != loaded.head:
                return False
            loaded.follow(record)
        loaded.journal_end += content.end
        return True

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _damage_sentences(self) -> list[str]:
        damage = self._loaded.damage
        if not damage:
            return []
        named = "; ".join(each.clause for each in damage[:_NAMED_DAMAGES])
        more = f" und {len(damage) - _NAMED_DAMAGES} weitere Stellen" if len(damage) > _NAMED_DAMAGES else ""
        sentence = (
            f"In „{self.folder}“ sind gespeicherte Daten beschädigt ({named}{more}). Was heil ist, wird gezeigt; "
            "geschrieben wird hier nichts mehr. Bitte die zweite Kopie verwenden oder den Ordner sichern."
        )
        return [sentence]
