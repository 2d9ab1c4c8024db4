"""Blocks as plain text and as Markdown: what `show` prints, what the preview shows, what .txt and .md hold."""

from __future__ import annotations

import textwrap
from typing import assert_never

from protocol_tui.minutes.blocks import Block, Document, Facts, Heading, Paragraph, Signatures, Table

WIDTH = 100
_COLUMN_GAP = 3
_SIGNATURE_RULE = "_" * 30

_MARKDOWN_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#|"})


def to_text(document: Document, width: int = WIDTH) -> str:
    """The document as text, wrapped at `width` columns; 0 leaves every paragraph on one line."""
    lines = [document.heading.upper()]
    if document.mark:
        lines.append(f"[{document.mark}]")
    parts = ["\n".join(lines), *(_block_text(block, width) for block in document.blocks)]
    return "\n\n".join(part for part in parts if part) + "\n"


def to_markdown(document: Document) -> str:
    """The document as CommonMark with pipe tables; signs of the text that mean something there are escaped."""
    title = document.heading.translate(_MARKDOWN_SIGNS)
    mark = f"\n\n*{document.mark}*" if document.mark else ""
    return "\n\n".join([f"# {title}{mark}", *(_block_markdown(block) for block in document.blocks)]) + "\n"


def _block_text(block: Block, width: int) -> str:
    match block:
        case Heading():
            rule = {1: "=", 2: "-"}.get(block.level, "")
            heading = _wrap(block.text, width)
            return f"{heading}\n{rule * min(len(block.text), width or len(block.text))}".rstrip()
        case Paragraph():
            indent = "    " if block.style in ("motion", "resolution", "verbatim") else ""
            return _wrap(block.text, width, indent)
        case Facts():
            label_width = max((len(label) for label, _ in block.rows), default=0) + 2
            return "\n".join(
                _wrap(f"{label + ':':<{label_width}}{value}", width, hanging=" " * label_width)
                for label, value in block.rows
            )
        case Table():
            return _table_text(block)
        case Signatures():
            return "\n\n".join(f"{_SIGNATURE_RULE}\n{', '.join(filter(None, line))}" for line in block.lines)
    assert_never(block)


def _table_text(table: Table) -> str:
    rows = [table.header, *(row for group in table.groups for row in group.rows)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(table.header))]

    def line(row: tuple[str, ...]) -> str:
        cells = [f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)]
        return (" " * _COLUMN_GAP).join(cells).rstrip()

    lines = [line(table.header), "-" * len(line(tuple("-" * width for width in widths)))]
    for group in table.groups:
        if group.title:
            lines += [f"{group.title}:"]
        lines += [line(row) for row in group.rows]
    return "\n".join(lines)


def _wrap(text: str, width: int, indent: str = "", hanging: str | None = None) -> str:
    """Wrapped at ordinary blanks only, so that no-break spaces hold and no compound is cut."""
    if not width:
        return indent + text
    return "\n".join(
        textwrap.wrap(
            text,
            width,
            initial_indent=indent,
            subsequent_indent=indent if hanging is None else hanging,
            break_long_words=False,
            break_on_hyphens=False,
        )
    )


def _block_markdown(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * (block.level + 1)} {block.text.translate(_MARKDOWN_SIGNS)}"
        case Paragraph():
            text = _line_start(block.text.translate(_MARKDOWN_SIGNS))
            if block.style in ("motion", "resolution", "verbatim"):
                return f"> {text}"
            return f"**{text}**" if block.style in ("resolution_intro", "motion_intro", "vote", "subtitle") else text
        case Facts():
            return "\n".join(f"- **{label}:** {value.translate(_MARKDOWN_SIGNS)}" for label, value in block.rows)
        case Table():
            return _table_markdown(block)
        case Signatures():
            return "\n\n".join(
                f"{_SIGNATURE_RULE.translate(_MARKDOWN_SIGNS)}  \n{', '.join(filter(None, line))}"
                for line in block.lines
            )
    assert_never(block)


def _line_start(text: str) -> str:
    """A line that begins like a list or a heading underline stays text."""
    head = text.lstrip()[:12]
    number = head.partition(".")[0]
    if number.isdigit() and head[len(number) : len(number) + 2] == ". ":
        return text.replace(".", "\\.", 1)
    return f"\\{text}" if head[:1] in ("-", "+", "=", "~") else text


def _table_markdown(table: Table) -> str:
    def line(cells: tuple[str, ...]) -> str:
        return f"| {' | '.join(cell.translate(_MARKDOWN_SIGNS) for cell in cells)} |"

    lines = [line(table.header), f"|{'|'.join(' --- ' for _ in table.header)}|"]
    for group in table.groups:
        if group.title:
            title = f"**{group.title.translate(_MARKDOWN_SIGNS)}**"
            lines.append(f"| {' | '.join([title, *('' for _ in table.header[1:])])} |")
        lines += [line(row) for row in group.rows]
    return "\n".join(lines)
