"""Exporting: a document of one part of a meeting, in one format, to one file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal, Protocol

import msgspec

from protocol_tui.domain.meeting import Meeting
from protocol_tui.errors import InputError, StorageError
from protocol_tui.minutes.blocks import Document, Kind, Part
from protocol_tui.minutes.layout import lay_out
from protocol_tui.minutes.plain import to_markdown, to_text
from protocol_tui.minutes.style import Style
from protocol_tui.services.record import handout_of

Format = Literal["docx", "md", "txt", "json"]
Existing = Literal["refuse", "replace", "number"]

_UNSAFE = re.compile(r"[^\w.\-]+")
_LONGEST_NAME = 80
_MOST_VERSIONS = 1000


class DocumentWriter(Protocol):
    """Writes blocks in a binary format."""

    def __call__(self, document: Document) -> bytes: ...


class FileSink(Protocol):
    """Puts finished bytes where the clerk wants them, whole or not at all."""

    def __call__(self, path: Path, data: bytes, *, overwrite: bool) -> None: ...


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What to export; an extract is that of the item with the number `item`.

    `output` is a file or a folder; None is the default folder.

    `existing` says what becomes of a file that is there already: it may have been worked on since, so it is never
    replaced unless that is said; "number" puts the new one beside it.
    """

    format: Format = "docx"
    part: Part = "public"
    kind: Kind = "verlauf"
    item: str = ""
    output: Path | None = None
    existing: Existing = "refuse"


class Exporter:
    """Writes a meeting's documents."""

    def __init__(self, docx: DocumentWriter, sink: FileSink, folder: Path, style: Style) -> None:
        self._docx = docx
        self._sink = sink
        self._folder = folder
        self._style = style

    def export(self, meeting: Meeting, meeting_id: str, request: Request) -> Path:
        """Write the document; returns its path. Raises InputError where the file exists, StorageError for the disk."""
        path = self._path(meeting_id, request)
        data = self._bytes(meeting, meeting_id, request)
        try:
            return self._put(path, data, request.existing)
        except FileExistsError as error:
            raise InputError(
                f"Die Datei {path} gibt es schon. Mit „--force“ wird sie ersetzt, mit „-o“ eine andere gewählt."
            ) from error
        except OSError as error:
            raise StorageError(
                f"Die Datei {path} konnte nicht geschrieben werden ({error.strerror or error}). "
                "Bitte mit „-o“ einen anderen Ort wählen oder dort Platz und Schreibrecht schaffen."
            ) from error

    def _put(self, path: Path, data: bytes, existing: Existing) -> Path:
        numbered = (path.with_stem(f"{path.stem}-{number}") for number in range(2, _MOST_VERSIONS))
        for candidate in (path, *numbered) if existing == "number" else (path,):
            try:
                self._sink(candidate, data, overwrite=existing == "replace")
            except FileExistsError:
                continue
            return candidate
        raise FileExistsError(path)

    def _bytes(self, meeting: Meeting, meeting_id: str, request: Request) -> bytes:
        if request.format == "json" and request.kind == "auszug":
            raise InputError("Einen Auszug gibt es nicht als JSON. Möglich sind docx, md und txt.")
        if request.format == "json":
            record = handout_of(meeting, self._style, meeting_id, request.part)
            return msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"
        document = lay_out(meeting, self._style, part=request.part, kind=request.kind, item=request.item)
        if request.format == "docx":
            return self._docx(document)
        text = to_markdown(document) if request.format == "md" else to_text(document)
        return text.encode("utf-8")

    def _path(self, meeting_id: str, request: Request) -> Path:
        names = {"verlauf": "niederschrift", "ergebnis": "ergebnis", "auszug": f"auszug-top-{request.item}"}
        part = "" if request.part == "public" else "-nichtoeffentlich"
        name = safe_name(f"{names[request.kind]}-{meeting_id}{part}") + f".{request.format}"
        if request.output is None:
            return self._folder / name
        return request.output / name if request.output.is_dir() else request.output


def safe_name(text: str) -> str:
    """A file name that can't leave its folder, on any system, whatever the text."""
    return _UNSAFE.sub("-", text).strip("-.")[:_LONGEST_NAME].strip("-.") or "niederschrift"
