"""The intermediate form between a meeting and its documents.

Preview, Word, plain text and Markdown are all made from these blocks; a writer decides how a block looks, never what it
says.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Part = Literal["public", "nonpublic"]
Kind = Literal["verlauf", "ergebnis", "auszug"]

ParagraphStyle = Literal[
    "subtitle",  # second line of the title block
    "reference",  # paper and rapporteur below an item's heading
    "debate",  # running prose
    "presence",  # somebody comes or goes
    "interjection",
    "motion",
    "motion_intro",
    "resolution",
    "resolution_intro",
    "vote",
    "verbatim",
    "formula",  # opening, closing, quorum
]


class Heading(msgspec.Struct, frozen=True):
    """A heading; level 1 for parts of the document, 2 for agenda items, 3 for their sub-items."""

    text: str
    level: int = 1


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph in a named style. `entry` is the id of the entry it begins with, for jumping back and forth."""

    text: str
    style: ParagraphStyle = "debate"
    entry: str = ""


class Facts(msgspec.Struct, frozen=True):
    """Labelled facts of the title block ("Beginn", "17:00 Uhr")."""

    rows: tuple[tuple[str, str], ...]


class RowGroup(msgspec.Struct, frozen=True):
    """Rows that belong together, under a title of their own ("" for none)."""

    title: str
    rows: tuple[tuple[str, ...], ...]


class Table(msgspec.Struct, frozen=True):
    """A table with a header row; `description` is what a screen reader says of it."""

    header: tuple[str, ...]
    groups: tuple[RowGroup, ...]
    description: str


class Signatures(msgspec.Struct, frozen=True):
    """Signature lines, kept together: (name, function) from left to right."""

    lines: tuple[tuple[str, str], ...]


Block = Heading | Paragraph | Facts | Table | Signatures


class Document(msgspec.Struct, frozen=True):
    """A document ready to be written.

    `title` names it among others, `heading` stands above it ("Niederschrift"), `header` on each page; `mark` says
    what it must not be mistaken for.
    """

    title: str
    heading: str
    header: str
    part: Part
    mark: str = ""
    author: str = ""
    blocks: tuple[Block, ...] = msgspec.field(default=())
