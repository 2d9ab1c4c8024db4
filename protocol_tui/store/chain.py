"""The journal's records: one line each, numbered, checked and chained.

    crc32 seq previous payload-digest salt payload

`previous` is the digest of the record before; a record's own digest covers its number, `previous` and the payload's
salted digest. The payload itself stands outside that chain: a retention rule may delete it with its salt, and the chain
still holds, while nobody can guess the payload from its digest. The layout is described in docs/storage-format.md.
"""

from __future__ import annotations

import os
import re
import zlib
from hashlib import sha256

import msgspec

_SEQ = slice(9, 19)
_PREVIOUS = slice(20, 84)
_PAYLOAD_DIGEST = slice(85, 149)
_SALT = slice(150, 182)
_PAYLOAD = slice(183, None)
_CHAINED = slice(9, 149)
_HEAD = re.compile(rb"[0-9a-f]{8} [0-9]{10} [0-9a-f]{64} [0-9a-f]{64} (?:[0-9a-f]{32}|-{32}) ")
_ANY_HEAD = re.compile(rb"(?=[0-9a-f]{8} [0-9]{10} [0-9a-f]{64} )")

ERASED_SALT = "-" * 32
"""Stands for the salt of a payload that is no longer stored."""


class Link(msgspec.Struct, frozen=True, gc=False):
    """What the chain keeps of a record for ever, even where its payload is gone."""

    payload_digest: str
    salt: str

    def covers(self, payload: bytes) -> bool:
        return salted_digest(self.salt, payload) == self.payload_digest

    @property
    def erased(self) -> bool:
        return self.salt == ERASED_SALT


class Record(msgspec.Struct, frozen=True, gc=False):
    """One line of the journal, without its end; what it says is cut out when wanted."""

    seq: int
    line: bytes

    @property
    def previous(self) -> str:
        return self.line[_PREVIOUS].decode()

    @property
    def link(self) -> Link:
        return Link(self.line[_PAYLOAD_DIGEST].decode(), self.line[_SALT].decode())

    @property
    def payload(self) -> bytes:
        return self.line[_PAYLOAD]

    @property
    def digest(self) -> str:
        return sha256(self.line[_CHAINED]).hexdigest()


def genesis(store_id: str) -> str:
    """The digest that the first record of a store follows."""
    return sha256(f"protocol-tui store {store_id}".encode()).hexdigest()


def record_digest(seq: int, previous: str, payload_digest: str) -> str:
    return sha256(f"{seq:010d} {previous} {payload_digest}".encode()).hexdigest()


def salted_digest(salt: str, payload: bytes) -> str:
    return sha256(salt.encode() + payload).hexdigest()


def checked_line(content: bytes) -> bytes:
    """A line, without its end, that bears the CRC-32 of its content."""
    return b"%08x %b" % (zlib.crc32(content), content)


def is_checked(line: bytes) -> bool:
    """Whether a line, without its end, is as it was written."""
    return line[:9] == b"%08x " % zlib.crc32(line[9:])


def new_record(seq: int, previous: str, payload: bytes) -> Record:
    salt = os.urandom(16).hex()
    head = f"{seq:010d} {previous} {salted_digest(salt, payload)} {salt} "
    return Record(seq, checked_line(head.encode() + payload))


def decode_record(line: bytes) -> Record | None:
    """The record of a line without its end; None where it is not as it was written."""
    if is_checked(line) and _HEAD.match(line):
        return Record(int(line[_SEQ]), line)
    return None


def record_inside(line: bytes) -> Record | None:
    """A sound record at the end of a damaged line: the line end before it was damaged, not the record."""
    for match in _ANY_HEAD.finditer(line, 1):
        record = decode_record(line[match.start() :])
        if record is not None:
            return record
    return None
