"""What a journal record says, and the tables it is said of.

Documents stay as the JSON they are stored as, and are decoded when somebody looks at them: opening a large store is
quick, and nobody can change the store through what he read from it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

Documents = dict[str, msgspec.Raw]
Tables = dict[str, Documents]


class Operation(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One change of the tables.

    `table` is made where there is none; then all its documents go (`clear`), or some (`remove`), and documents come or
    get a new content (`put`). `drop` takes a table away, `replace` puts other tables in the place of all.
    """

    table: str | None = None
    clear: bool = False
    remove: tuple[str, ...] = ()
    put: Documents = msgspec.field(default_factory=dict)
    drop: str | None = None
    replace: Tables | None = None

    def apply(self, tables: Tables) -> None:
        """Change the tables; cannot fail, so that memory never differs from a record that was stored."""
        if self.replace is not None:
            tables.clear()
            tables.update({name: dict(documents) for name, documents in self.replace.items()})
        if self.drop is not None:
            tables.pop(self.drop, None)
        if self.table is not None:
            documents = tables.setdefault(self.table, {})
            if self.clear:
                documents.clear()
            for key in self.remove:
                documents.pop(key, None)
            documents.update(self.put)


_document_encoder = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Operation)
_document_decoder = msgspec.json.Decoder(dict[str, object])


def encode_operation(operation: Operation) -> bytes:
    return _encoder.encode(operation)


def decode_operation(payload: bytes) -> Operation:
    """Raises msgspec.DecodeError."""
    return _decoder.decode(payload)


def encode_document(document: Mapping[Any, Any]) -> msgspec.Raw:
    """The JSON a stock TinyDB would store, on one line.

    Raises TypeError for what is no JSON, ValueError for NaN and infinity, which no other program could read. Halves of
    surrogate pairs, which are no characters, become question marks.
    """
    return msgspec.Raw(_document_encoder.encode(document).encode("utf-8", "replace"))


def decode_document(raw: msgspec.Raw) -> dict[str, object]:
    return _document_decoder.decode(raw)
