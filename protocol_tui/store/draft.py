"""The unfinished entry line, in a small file of its own.

It is deliberately no record of the chained journal: half-typed words, which may be confidential and which the clerk
thought better of, must not live on in a history that is kept for ever. The file is replaced whole, and removed when
there is no draft any more.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import msgspec

from protocol_tui.domain.changes import Draft
from protocol_tui.errors import DamageError
from protocol_tui.store.failures import refusals
from protocol_tui.store.files import FileLayer, write_durably

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = "draft.json"


class _Stored(msgspec.Struct, forbid_unknown_fields=True):
    crc32: str
    draft: msgspec.Raw


def store_draft(files: FileLayer, folder: Path, draft: Draft | None) -> None:
    """Durable when this returns. Raises StorageError."""
    path = folder / DRAFT
    with refusals("Die angefangene Eingabe konnte nicht gesichert werden", path):
        if draft is not None:
            content = msgspec.json.encode(draft)
            stored = _Stored(f"{zlib.crc32(content):08x}", msgspec.Raw(content))
            write_durably(files, path, msgspec.json.encode(stored))
        elif files.stamp(path) is not None:
            files.remove(path)
            files.sync_folder(folder)


def fetch_draft(files: FileLayer, folder: Path) -> Draft | None:
    """None where there is none. Raises DamageError where the file is not as it was written."""
    path = folder / DRAFT
    with refusals("Die angefangene Eingabe ist nicht lesbar", path):
        if files.stamp(path) is None:
            return None
        data = files.read(path)
    try:
        stored = msgspec.json.decode(data, type=_Stored)
        if msgspec.json.encode(stored) == data and f"{zlib.crc32(bytes(stored.draft)):08x}" == stored.crc32:
            return msgspec.json.decode(stored.draft, type=Draft)
    except (msgspec.DecodeError, UnicodeDecodeError):
        pass
    raise DamageError(f"Die angefangene Eingabe in „{path}“ ist beschädigt und wird nicht übernommen.")
