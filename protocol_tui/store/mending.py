"""What a writer puts in order before the first change: a missing journal, a torn end, an older format."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from protocol_tui.store.chain import genesis, new_record
from protocol_tui.store.files import write_durably
from protocol_tui.store.journal import JournalHeader, encode_header
from protocol_tui.store.loading import JOURNAL, SNAPSHOT, Format, Loaded, StoreBytes
from protocol_tui.store.operations import Operation, encode_operation
from protocol_tui.store.snapshot import encode_snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from protocol_tui.store.files import FileLayer


def begin_journal(  # noqa: PLR0913 - the facts of a new store
    files: FileLayer, folder: Path, loaded: Loaded, first: tuple[Operation, ...], *, version: int, number: int
) -> None:
    """Give a new store its journal; it appears with its header and first records or not at all."""
    header = JournalHeader(version, secrets.token_hex(16), number)
    lines = [encode_header(header)]
    loaded.header, loaded.version, loaded.head = header, version, genesis(header.store)
    for operation in first:
        record = new_record(loaded.seq + 1, loaded.head, encode_operation(operation))
        lines.append(record.line + b"\n")
        operation.apply(loaded.tables)
        loaded.passed(record)
    data = b"".join(lines)
    write_durably(files, folder / JOURNAL, data)
    loaded.header_size, loaded.journal_end = len(lines[0]), len(data)


def set_torn_end_aside(files: FileLayer, folder: Path, loaded: Loaded) -> str:
    """Keep what a crash left of a record in a file of its own, and cut it off. Returns a sentence about it."""
    aside = _free_name(files, folder, f"{JOURNAL}.torn-")
    write_durably(files, folder / aside, loaded.torn)
    journal = files.open(folder / JOURNAL)
    try:
        journal.truncate(loaded.journal_end)
        journal.sync()
    finally:
        journal.close()
    loaded.torn = b""
    return (
        "Beim letzten Mal wurde das Programm mitten im Speichern unterbrochen; der unvollständige letzte Eintrag liegt "
        f"in „{folder / aside}“. Bitte prüfen, ob die letzte Eingabe noch einmal nötig ist."
    )


def renew_format(files: FileLayer, folder: Path, loaded: Loaded, old: StoreBytes, format_: Format) -> str:
    """Write a migrated store in the current format; the old files stay beside it. Returns a sentence about it."""
    for name, data in ((SNAPSHOT, old.snapshot), (JOURNAL, old.journal)):
        if data is not None:
            write_durably(files, folder / f"{name}.v{loaded.version}", data)
    write_snapshot(files, folder, loaded, format_.version)
    before = loaded.header or JournalHeader(loaded.version, secrets.token_hex(16))
    loaded.header = JournalHeader(format_.version, before.store, before.number)
    line = encode_header(loaded.header)
    write_durably(files, folder / JOURNAL, line)
    sentence = f"Der Speicher wurde vom Format {loaded.version} in das Format {format_.version} gebracht."
    loaded.version = format_.version
    loaded.header_size = loaded.journal_end = len(line)
    return sentence


def write_snapshot(files: FileLayer, folder: Path, loaded: Loaded, version: int) -> None:
    """Write all tables, in one step."""
    store_id = loaded.header.store if loaded.header else ""
    data = encode_snapshot(
        loaded.tables, loaded.chain, format_version=version, store_id=store_id, seq=loaded.seq, head=loaded.head
    )
    write_durably(files, folder / SNAPSHOT, data)


def _free_name(files: FileLayer, folder: Path, start: str) -> str:
    taken = set(files.list(folder))
    number = 1
    while f"{start}{number}" in taken:
        number += 1
    return f"{start}{number}"
