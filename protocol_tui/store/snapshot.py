"""The snapshot: all tables as one JSON file that a stock TinyDB reads, one document a line.

The first line is the store's own table `_store`: what the file is, up to which record it goes, length and CRC-32 of
every further line, a SHA-256 of all of them, and a CRC-32 of itself. The last table, `_chain`, keeps each record's link
(see `chain`).
"""

from __future__ import annotations

import json
import zlib
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

from protocol_tui.store.chain import Link
from protocol_tui.store.operations import Documents, Tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HEADER_TABLE = "_store"
CHAIN_TABLE = "_chain"
RESERVED_TABLES = frozenset({HEADER_TABLE, CHAIN_TABLE})

DIGEST_LENGTH = 64
LINK_LENGTH = 96
"""Digits of a payload digest and its salt."""

_LINE_SUM_LENGTH = 16
_CRC_LENGTH = 8
_CRC_FIELD = b',"crc32":"'
_HEADER_START = b'{"_store":{"1":'
_HEADER_END = b'"}},\n'


class SnapshotHeader(msgspec.Struct, frozen=True):
    """What the first line says.

    `tables` are the names and their numbers of documents, in order; `lines` holds eight digits of length and eight of
    CRC-32 for every line after the first, so that damage can be told line by line.
    """

    format: int
    store: str
    seq: int
    head: str
    sha256: str
    tables: tuple[tuple[str, int], ...]
    lines: str


class _Chain(msgspec.Struct):
    links: msgspec.Raw


_raw_tables = msgspec.json.Decoder(Tables)
_raw_documents = msgspec.json.Decoder(Documents)
_raw_header = msgspec.json.Decoder(SnapshotHeader)
_raw_chain = msgspec.json.Decoder(_Chain)


def encode_links(chain: Iterable[Link]) -> str:
    return "".join([link.payload_digest + link.salt for link in chain])


def decode_links(text: str) -> Iterator[Link]:
    for at in range(0, len(text), LINK_LENGTH):
        yield Link(text[at : at + DIGEST_LENGTH], text[at + DIGEST_LENGTH : at + LINK_LENGTH])


def encode_snapshot(  # noqa: PLR0913 - the facts of a header
    tables: Tables, links: str, *, format_version: int, store_id: str, seq: int, head: str
) -> bytes:
    lines = [line for name, documents in tables.items() for line in _table_lines(name, documents)]
    lines.append(b'"_chain":{"1":{"links":"' + links.encode() + b'"}}}\n')
    body = b"".join(lines)
    header = SnapshotHeader(
        format=format_version,
        store=store_id,
        seq=seq,
        head=head,
        sha256=sha256(body).hexdigest(),
        tables=tuple((name, len(documents)) for name, documents in tables.items()),
        lines=b"".join([b"%08x%08x" % (len(line), zlib.crc32(line)) for line in lines]).decode(),
    )
    start = _HEADER_START + msgspec.json.encode(header)[:-1] + _CRC_FIELD
    return start + b"%08x" % zlib.crc32(start) + _HEADER_END + body


def _table_lines(name: str, documents: Documents) -> list[bytes]:
    opening = json.dumps(name).encode() + b":{"
    if not documents:
        return [opening + b"},\n"]
    rows = [json.dumps(key).encode() + b":" + bytes(raw) + b",\n" for key, raw in documents.items()]
    rows[-1] = rows[-1][:-2] + b"\n"
    return [opening + b"\n", *rows, b"},\n"]


def read_header(line: bytes) -> tuple[SnapshotHeader | None, bool]:
    """The header in the first line as far as it can be read, and whether the line is as it was written."""
    start = line[: -len(_HEADER_END) - _CRC_LENGTH]
    sound = line.endswith(_HEADER_END) and line[len(start) : -len(_HEADER_END)] == b"%08x" % zlib.crc32(start)
    try:
        return _raw_header.decode(line[len(_HEADER_START) : -len(b"},\n")]), sound
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None, False


def split_snapshot(data: bytes) -> tuple[bytes, memoryview]:
    """The first line and all others; found by the header's last field, so that a damaged line end does no harm."""
    field = data.find(_CRC_FIELD)
    end = data.find(b"\n") + 1 if field < 0 else field + len(_CRC_FIELD) + _CRC_LENGTH + len(_HEADER_END)
    return data[:end], memoryview(data)[end:]


def decode_tables(data: bytes) -> tuple[Tables, msgspec.Raw] | None:
    """The tables and the links, as JSON where it lies in the data; None where this is no snapshot."""
    try:
        tables = _raw_tables.decode(data)
        tables.pop(HEADER_TABLE, None)
        return tables, _raw_chain.decode(tables.pop(CHAIN_TABLE)["1"]).links
    except (msgspec.DecodeError, UnicodeDecodeError, KeyError):
        return None


def _read_links(line: bytes) -> str | None:
    tables = decode_tables(b"{" + line)
    try:
        return msgspec.json.decode(tables[1], type=str) if tables else None
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


class Salvage(msgspec.Struct):
    """What could be read of a damaged snapshot, and the numbers of the lines that could not."""

    tables: Tables = msgspec.field(default_factory=dict)
    links: str | None = None
    damaged_lines: list[int] = msgspec.field(default_factory=list)


def salvage_by_sums(header: SnapshotHeader, body: bytes) -> Salvage:
    """Read the lines whose sums are right; the header says where each begins and what it holds."""
    salvage = Salvage()
    lines = _summed_lines(header, body)
    number = 1
    for name, count in header.tables:
        documents = salvage.tables.setdefault(name, {})
        kinds = ["opening", *["row"] * count, "closing"] if count else ["opening"]
        for kind in kinds:
            number += 1
            line = next(lines, None)
            if line is None:
                salvage.damaged_lines.append(number)
            elif kind == "row":
                documents.update(_raw_documents.decode(b"{" + line.rstrip(b",\n") + b"}"))
    line = next(lines, None)
    if line is None:
        salvage.damaged_lines.append(number + 1)
    else:
        salvage.links = _read_links(line)
    return salvage


def _summed_lines(header: SnapshotHeader, body: bytes) -> Iterator[bytes | None]:
    at = 0
    for start in range(0, len(header.lines), _LINE_SUM_LENGTH):
        sums = header.lines[start : start + _LINE_SUM_LENGTH]
        end = at + int(sums[:8], 16)
        line = body[at:end]
        yield line if f"{zlib.crc32(line):08x}" == sums[8:] else None
        at = end


def salvage_by_form(body: bytes) -> Salvage:
    """Read what looks like tables and documents: all that can be done where the header itself is damaged."""
    salvage = Salvage()
    documents: Documents = {}
    inside = False
    for number, line in enumerate(body.split(b"\n")[:-1], start=2):
        try:
            if line == b"},":
                inside = False
            elif line.startswith(b'"_chain":'):
                salvage.links = _read_links(line)
                if salvage.links is None:
                    salvage.damaged_lines.append(number)
            elif line.endswith(b":{") or not inside:
                inside = line.endswith(b":{")
                name = msgspec.json.decode(line.removesuffix(b"},").removesuffix(b":{"), type=str)
                documents = salvage.tables.setdefault(name, {})
            else:
                documents.update(_raw_documents.decode(b"{" + line.removesuffix(b",") + b"}"))
        except (msgspec.DecodeError, UnicodeDecodeError, KeyError):
            salvage.damaged_lines.append(number)
    return salvage
