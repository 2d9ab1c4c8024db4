"""From the files of a store to its tables, with a word on everything that is not as it was written."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

from protocol_tui.errors import FileFormatError
from protocol_tui.store.chain import ERASED_SALT, Link, Record, genesis, record_digest
from protocol_tui.store.failures import refusals
from protocol_tui.store.files import FileLayer, Stamp
from protocol_tui.store.journal import JournalHeader, read_journal
from protocol_tui.store.migrations.steps import MIGRATIONS, Migration
from protocol_tui.store.operations import Tables, decode_operation
from protocol_tui.store.snapshot import (
    Salvage,
    decode_links,
    decode_tables,
    encode_links,
    read_header,
    salvage_by_form,
    salvage_by_sums,
    split_snapshot,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SNAPSHOT = "snapshot.json"
JOURNAL = "journal.log"
LOCK = "lock"
_ATTEMPTS = 50


class Format(msgspec.Struct, frozen=True):
    """A version of the stored format, and the steps that lead to it from the older ones."""

    version: int
    migrations: Mapping[int, Migration]


CURRENT_FORMAT = Format(1, MIGRATIONS)


class StoreBytes(msgspec.Struct):
    """The files of a store as they belong together, and how they were stamped then."""

    snapshot: bytes | None
    journal: bytes | None
    snapshot_stamp: Stamp | None
    journal_stamp: Stamp | None


class Damage(msgspec.Struct, frozen=True):
    """Bytes that are not as they were written: in which file, and a German clause on what."""

    file: str
    what: str

    @property
    def clause(self) -> str:
        return f"{self.file}: {self.what}"


class Loaded(msgspec.Struct):
    """A store in memory. `head` is the digest of the record `seq`; `links` are all records' links up to it.

    `journal_end` is where the sound journal ends, `torn` what was found behind it. `stale` says that the journal only
    holds what the snapshot holds too: a compaction was cut short.
    """

    header: JournalHeader | None = None
    header_size: int = 0
    version: int = 0
    tables: Tables = msgspec.field(default_factory=dict)
    seq: int = 0
    head: str = ""
    links: list[str | msgspec.Raw] = msgspec.field(default_factory=list)
    journal_end: int = 0
    torn: bytes = b""
    stale: bool = False
    damage: list[Damage] = msgspec.field(default_factory=list)

    def follow(self, record: Record) -> None:
        """Take the next record; what does not fit is noted."""
        if record.seq > self.seq + 1:
            self.note(JOURNAL, f"zwischen Eintrag {self.seq} und {record.seq} fehlt etwas")
        elif record.seq <= self.seq or record.previous != self.head:
            self.note(JOURNAL, f"Eintrag {record.seq} schließt nicht an den vorigen an")
        link = record.link
        if not link.erased:
            try:
                decode_operation(record.payload).apply(self.tables)
            except (msgspec.DecodeError, UnicodeDecodeError):
                self.note(JOURNAL, f"Eintrag {record.seq} ist nicht zu verstehen")
        self.passed(record)

    def passed(self, record: Record) -> None:
        """Note that the tables are as the record left them."""
        link = record.link
        self.seq = record.seq
        self.head = record.digest
        self.links.append(link.payload_digest + link.salt)

    @property
    def chain(self) -> str:
        """The links of all records; those of a snapshot lie in it as JSON until they are wanted."""
        return "".join(each if isinstance(each, str) else msgspec.json.decode(each, type=str) for each in self.links)

    def note(self, file: str, what: str) -> None:
        self.damage.append(Damage(file, what))


def read_store(files: FileLayer, folder: Path) -> StoreBytes:
    """Read snapshot and journal so that they belong together, though a writer may be compacting meanwhile."""
    for _ in range(_ATTEMPTS):
        stamp = files.stamp(folder / SNAPSHOT)
        journal_stamp = files.stamp(folder / JOURNAL)
        snapshot = files.read(folder / SNAPSHOT) if stamp else None
        journal = files.read(folder / JOURNAL) if journal_stamp else None
        if files.stamp(folder / SNAPSHOT) == stamp:
            break
    return StoreBytes(snapshot, journal, stamp, journal_stamp)


def load(files: FileLayer, folder: Path, format_: Format = CURRENT_FORMAT) -> tuple[Loaded, StoreBytes]:
    """Read a store; an empty one where there is none. Raises StorageError, FileFormatError for a newer format."""
    with refusals("Der Speicher ist nicht lesbar", folder):
        stored = read_store(files, folder)
    loaded = interpret(stored, format_)
    if loaded.version and loaded.version < format_.version:
        _migrate(loaded, format_)
    return loaded, stored


def interpret(stored: StoreBytes, format_: Format = CURRENT_FORMAT) -> Loaded:
    """The tables that the files say, and everything that is wrong with the files."""
    loaded = Loaded()
    store_id = ""
    if stored.snapshot is not None:
        store_id = _take_snapshot(loaded, stored.snapshot, format_)
    if stored.journal is not None:
        _take_journal(loaded, stored.journal, store_id, format_)
    elif stored.snapshot is not None:
        loaded.note(JOURNAL, "die Datei fehlt")
    return loaded


def _take_snapshot(loaded: Loaded, data: bytes, format_: Format) -> str:
    first, body = split_snapshot(data)
    header, sound = read_header(first)
    if sound and header:
        _require_known(header.format, format_, SNAPSHOT)
        loaded.version = header.format
    intact = None
    links: str | msgspec.Raw
    if header and sha256(body).hexdigest() == header.sha256:
        intact = decode_tables(data if sound else b"{" + body)
    if intact:
        loaded.tables, links = intact
    else:
        salvage = salvage_by_sums(header, bytes(body)) if header and sound else salvage_by_form(bytes(body))
        loaded.tables, links = salvage.tables, salvage.links or ""
        _note_lines(loaded, SNAPSHOT, salvage)
    if links:
        loaded.links.append(links)
    if header and sound:
        loaded.seq, loaded.head = header.seq, header.head
        return header.store
    loaded.note(SNAPSHOT, "Zeile 1 (der Kopf) ist beschädigt")
    chain = list(decode_links(loaded.chain))
    loaded.seq = len(chain)
    if header:
        loaded.head = chain_head(genesis(header.store), chain)
    return ""


def chain_head(first: str, chain: list[Link]) -> str:
    """The digest of the last record, from the links of all."""
    head = first
    for seq, link in enumerate(chain, start=1):
        head = record_digest(seq, head, link.payload_digest)
    return head


def _take_journal(loaded: Loaded, data: bytes, store_id: str, format_: Format) -> None:
    content = read_journal(data)
    for number in content.damaged_lines:
        loaded.note(JOURNAL, f"Zeile {number} ist beschädigt")
    loaded.journal_end, loaded.torn = content.end, content.torn
    loaded.header_size = data.find(b"\n") + 1
    header = content.header
    if header is not None:
        loaded.header = header
        _require_known(header.format, format_, JOURNAL)
        loaded.version = loaded.version or header.format
        if store_id and header.store != store_id:
            loaded.note(JOURNAL, "die Datei gehört zu einem anderen Speicher als snapshot.json")
            return
        loaded.head = loaded.head or genesis(header.store)
    snapshot_seq = loaded.seq
    for record in content.records:
        if record.seq > snapshot_seq:
            loaded.follow(record)
        elif record.seq == snapshot_seq and record.digest != loaded.head:
            loaded.note(JOURNAL, f"Eintrag {record.seq} ist ein anderer als in snapshot.json")
    loaded.stale = bool(content.records) and loaded.seq == snapshot_seq


def _note_lines(loaded: Loaded, file: str, salvage: Salvage) -> None:
    for number in salvage.damaged_lines:
        loaded.note(file, f"Zeile {number} ist beschädigt")
    if not salvage.damaged_lines:
        loaded.note(file, "die Prüfsumme stimmt nicht")


def _require_known(version: int, format_: Format, file: str) -> None:
    if version > format_.version:
        raise FileFormatError(
            f"Die Datei „{file}“ hat das Format {version}; dieses Programm kennt nur Formate bis {format_.version}. "
            "Bitte eine neuere Fassung von protocol-tui verwenden."
        )


def _migrate(loaded: Loaded, format_: Format) -> None:
    """Bring the tables to the current form. What the payloads' digests were made of is no longer there then."""
    for version in range(loaded.version, format_.version):
        loaded.tables = format_.migrations[version](loaded.tables)
    links = decode_links(loaded.chain)
    loaded.links = [encode_links(Link(link.payload_digest, ERASED_SALT) for link in links)]
