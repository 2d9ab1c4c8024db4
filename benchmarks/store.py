"""The store against the plainest durable thing there is: appending the same bytes to a file and syncing it.

Runs on the disk this file lies on: a temporary file system in memory would make the figures meaningless.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

from tinydb import TinyDB
from tinydb.table import Document

from benchmarks.figures import Figure, interleaved
from protocol_tui.domain.changes import Change, Patch
from protocol_tui.domain.entries import Statement
from protocol_tui.store.database import JournaledTinyDB
from protocol_tui.store.disk import DescriptorFile
from protocol_tui.store.library import StoredMeetingLibrary
from protocol_tui.store.meeting_log import StoredMeetingLog

SIZES = (100, 10_000, 50_000)
ROUNDS = 400
TEXT = "Der Bürgermeister führt aus, die Verwaltung habe die Vorlage geprüft und halte sie für beschlussreif. "


def change(seq: int) -> Change:
    entry = Statement(
        id=f"e{seq}", order=f"{seq:08d}", time=dt.time(17, 30), speakers=("p1",), typed=TEXT, printed=TEXT
    )
    at = dt.datetime(2026, 3, 5, 17, 30, tzinfo=dt.UTC)
    return Change(seq=seq, at=at, author="Schriftführung", action="Beitrag erfasst", patches=(Patch(after=entry),))


class Appender:
    """A meeting that grows by one change a call, and a plain file that grows by as many bytes."""

    def __init__(self, data: Path, size: int) -> None:
        library = StoredMeetingLibrary(data)
        self.log: StoredMeetingLog = library.create(f"m{size}", [change(seq) for seq in range(1, size + 1)])
        journal = library.folder_of(f"m{size}") / "journal.log"
        before = journal.stat().st_size
        self.changes = iter([change(seq) for seq in range(size + 1, size + ROUNDS + 2)])
        self.append()
        self.line = b"x" * (journal.stat().st_size - before - 1) + b"\n"
        plain = data / f"plain{size}"
        plain.write_bytes(b"x" * before)
        self.plain = DescriptorFile(plain)

    def append(self) -> None:
        self.log.append(next(self.changes))

    def append_plain(self) -> None:
        self.plain.write(self.line)
        self.plain.sync()

    def close(self) -> None:
        self.log.close()
        self.plain.close()


def storing(data: Path) -> list[Figure]:
    appenders = [Appender(data, size) for size in SIZES]
    calls = [call for each in appenders for call in (each.append_plain, each.append)]
    medians = interleaved(calls, ROUNDS)
    ratios = [stored / plain for plain, stored in zip(medians[::2], medians[1::2], strict=True)]
    figures = [
        Figure(f"one change stored, at {size:,} entries, to append + fsync", ratio, limit=2)
        for size, ratio in zip(SIZES, ratios, strict=True)
    ]
    figures.append(
        Figure(f"one change stored, at {SIZES[-1]:,} to at {SIZES[0]:,} entries", ratios[-1] / ratios[0], limit=1.3)
    )
    figures.append(Figure("one append + fsync on this disk", medians[0] * 1000, "ms"))
    for each in appenders:
        each.close()
    return figures


def opening_a_meeting(data: Path) -> list[Figure]:
    library = StoredMeetingLibrary(data)
    changes = [change(seq) for seq in range(1, 2001)]
    library.create("journal", changes).close()
    compacted = library.create("snapshot", changes)
    compacted.database.journaled.compact()
    compacted.close()
    plain = data / "plain.json"
    with TinyDB(plain) as stock:
        stock.insert_multiple(Document(document, document.doc_id) for document in compacted_documents(library))

    def open_stock() -> None:
        with TinyDB(plain, access_mode="r") as stock:
            stock.all()

    journal, snapshot, stock_time = interleaved(
        [
            lambda: library.open("journal", read_only=True).changes(),
            lambda: library.open("snapshot", read_only=True).changes(),
            open_stock,
        ],
        15,
    )
    return [
        Figure("opening 2,000 changes from the journal, to stock TinyDB", journal / stock_time, limit=2),
        Figure("opening 2,000 changes from the snapshot, to stock TinyDB", snapshot / stock_time, limit=1.5),
        Figure("opening 2,000 changes from the journal", journal * 1000, "ms"),
    ]


def compacted_documents(library: StoredMeetingLibrary) -> list[Document]:
    return list(library.open("snapshot", read_only=True).database.table("changes"))


def opening_a_large_store(data: Path) -> list[Figure]:
    documents = [{"n": n, "text": TEXT * 2, "tags": ["a", "b"]} for n in range(50_000)]
    with TinyDB(data / "stock.json") as stock:
        stock.insert_multiple(documents)
    with JournaledTinyDB(data / "snapshot", compact_above=0) as database:
        database.insert_multiple(documents)
    with JournaledTinyDB(data / "journal", compact_above=1 << 40) as database:
        for document in documents:
            database.insert(document)

    def use(database: TinyDB) -> None:
        with database:
            assert len(database) == len(documents)
            assert database.get(doc_id=40_000)

    def read_all(database: TinyDB) -> None:
        with database:
            assert len(database.all()) == len(documents)

    calls = [
        lambda: use(TinyDB(data / "stock.json", access_mode="r")),
        lambda: use(JournaledTinyDB(data / "snapshot", read_only=True)),
        lambda: use(JournaledTinyDB(data / "journal", read_only=True)),
        lambda: read_all(TinyDB(data / "stock.json", access_mode="r")),
        lambda: read_all(JournaledTinyDB(data / "snapshot", read_only=True)),
    ]
    stock_use, snapshot_use, journal_use, stock_all, snapshot_all = interleaved(calls, 5)
    return [
        Figure("opening 50,000 documents from the snapshot, to stock TinyDB", snapshot_use / stock_use, limit=1),
        Figure("opening 50,000 documents from the journal, to stock TinyDB", journal_use / stock_use, limit=2.8),
        Figure("opening 50,000 and reading all, to stock TinyDB", snapshot_all / stock_all, limit=1.5),
    ]


def run() -> list[Figure]:
    figures: list[Figure] = []
    for benchmark in (storing, opening_a_meeting, opening_a_large_store):
        with tempfile.TemporaryDirectory(prefix=".store-", dir=Path(__file__).parent) as folder:
            figures += benchmark(Path(folder))
    return figures
