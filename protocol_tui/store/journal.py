"""The journal file: a header line, then one line a record, appended and synced before a change counts as stored."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from protocol_tui.errors import StorageError
from protocol_tui.store.chain import Record, checked_line, decode_record, is_checked, record_inside
from protocol_tui.store.failures import storage_error

if TYPE_CHECKING:
    from pathlib import Path

    from protocol_tui.store.files import FileLayer

_CRC_LENGTH = 9


class JournalHeader(msgspec.Struct, frozen=True):
    """The first line. `number` orders the stores of a folder by their making."""

    format: int
    store: str
    number: int = 0


class JournalContent(msgspec.Struct):
    """What stands in a journal, or in a part of it.

    `end` is where the last line ends, as an offset into the data; what follows is `torn`, the beginning of a record
    whose writing was cut short. `damaged_lines` are the numbers of lines that are not as they were written.
    """

    header: JournalHeader | None
    records: list[Record]
    damaged_lines: list[int]
    end: int
    torn: bytes


def encode_header(header: JournalHeader) -> bytes:
    return checked_line(msgspec.json.encode(header)) + b"\n"


def read_journal_header(line: bytes) -> JournalHeader | None:
    """None where the line is not as it was written."""
    if not is_checked(line):
        return None
    try:
        return msgspec.json.decode(line[_CRC_LENGTH:], type=JournalHeader)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def read_journal(data: bytes) -> JournalContent:
    """Read a whole journal file."""
    first, _, rest = data.partition(b"\n")
    header = read_journal_header(first)
    content = read_records(rest, number=2)
    content.end += min(len(first) + 1, len(data))
    content.header = header
    if header is None:
        content.damaged_lines.insert(0, 1)
    return content


def read_records(data: bytes, number: int = 1) -> JournalContent:
    """Read the lines of a journal from the one with the given number on."""
    lines = data.split(b"\n")
    torn = lines.pop()
    end = len(data) - len(torn)
    if not torn and lines and b"\0" in lines[-1]:
        torn = lines.pop() + b"\n"  # the end of a record came to the disk, and its beginning did not
        end -= len(torn)
    records: list[Record] = []
    damaged: list[int] = []
    for line_number, line in enumerate(lines, start=number):
        record = decode_record(line)
        if record is None:
            damaged.append(line_number)
            record = record_inside(line)
        if record is not None:
            records.append(record)
    return JournalContent(None, records, damaged, end, torn)


class JournalWriter:
    """The journal in the hands of the one who may append.

    Every change of the file is announced by `_clean = False`, and only its success makes it clean again: after anything
    unforeseen between the two, the file may differ from what is known of it, and nothing more is appended.
    """

    def __init__(self, files: FileLayer, path: Path, header_size: int, size: int) -> None:
        self._path = path
        self._file = files.open(path)
        self._header_size = header_size
        self._clean = True
        self.size = size

    def append(self, line: bytes) -> None:
        """Store a line; it is on the disk when this returns. Raises StorageError, and then the line is not stored."""
        self._require_clean()
        self._clean = False
        try:
            self._file.write(line)
        except OSError as error:
            self._file_back()
            raise storage_error(error, "Der Eintrag konnte nicht gespeichert werden", self._path) from error
        try:
            self._file.sync()
        except OSError as error:
            with suppress(OSError):
                self._file.truncate(self.size)
            raise storage_error(
                error, "Der Eintrag ist nicht sicher gespeichert, das Schreiben wird beendet", self._path
            ) from error
        self.size += len(line)
        self._clean = True

    def empty(self) -> None:
        """Drop all records, which the snapshot holds by now."""
        self._require_clean()
        self._clean = False
        self._file.truncate(self._header_size)
        self._file.sync()
        self.size = self._header_size
        self._clean = True

    def close(self) -> None:
        self._clean = False
        self._file.close()

    def _file_back(self) -> None:
        """Cut off what was written of a record. Where even that fails, the journal stays unclean."""
        with suppress(OSError):
            self._file.truncate(self.size)
            self._clean = True

    def _require_clean(self) -> None:
        if not self._clean:
            raise StorageError(
                f"Der Datenträger hat einen Schreibfehler gemeldet; in „{self._path}“ wird nichts mehr gespeichert. "
                "Bitte die Sitzung schließen, den Datenträger prüfen und sie neu öffnen."
            )
