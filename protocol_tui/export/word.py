"""The Word document: blocks written with python-docx."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import TYPE_CHECKING, assert_never

import docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm

from protocol_tui.export.oxml import (
    add_field,
    bottom_border,
    describe_table,
    keep_row,
    new_paragraph,
    repeat_header,
)
from protocol_tui.export.styles import style_ids
from protocol_tui.minutes.blocks import Block, Facts, Heading, Paragraph, Signatures, Table

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table as WordTable
    from docx.table import _Cell
    from lxml.etree import _Element

    from protocol_tui.minutes.blocks import Document

_PAGE_WIDTH = 21.0
_PAGE_HEIGHT = 29.7
_MARGIN = 2.5
_TEXT_WIDTH = _PAGE_WIDTH - 2 * _MARGIN
_LABEL_TAB = 4.0
_SIGNATURE_LINE = "_" * 28
_WIDTHS = {2: (10.0, 6.0), 3: (7.0, 5.5, 3.5)}
_AGENDA_WIDTHS = (1.8, 10.7, 3.5)


def write_word(document: Document) -> bytes:
    """The document as the bytes of a .docx file."""
    return _Writer(document).write()


class _Writer:
    """Writes one document. Paragraphs are put in as elements: python-docx looks up style and place at each one."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._word: WordDocument = docx.Document()
        self._ids = style_ids(self._word)
        self._end = self._word.element.body.sectPr

    def write(self) -> bytes:
        self._properties()
        self._page()
        self._put(new_paragraph(self._ids["Title"], self._document.heading))
        for block in self._document.blocks:
            self._block(block)
        buffer = BytesIO()
        self._word.save(buffer)
        return buffer.getvalue()

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._put(new_paragraph(self._ids[f"Heading {block.level}"], block.text))
            case Paragraph():
                self._put(new_paragraph(self._ids[block.style], block.text))
            case Facts():
                self._facts(block)
            case Table():
                self._table(block)
            case Signatures():
                self._signatures(block)
            case _:
                assert_never(block)

    def _put(self, element: _Element) -> None:
        self._end.addprevious(element)

    def _facts(self, facts: Facts) -> None:
        widths = (_LABEL_TAB, _TEXT_WIDTH - _LABEL_TAB)
        table = self._new_table(len(facts.rows), widths)
        for row, (label, value) in zip(table.rows, facts.rows, strict=True):
            cells = row.cells
            self._fill(cells[0], label, "cell_head", widths[0])
            self._fill(cells[1], value, "cell", widths[1])
        describe_table(table, ", ".join(label for label, _ in facts.rows))

    def _table(self, block: Table) -> None:
        widths = _AGENDA_WIDTHS if len(block.header[0]) <= len("TOP") else _WIDTHS[len(block.header)]
        lines: list[tuple[str, ...]] = [block.header]
        titles = set()
        for group in block.groups:
            if group.title:
                titles.add(len(lines))
                lines.append((group.title,))
            lines += group.rows
        table = self._new_table(len(lines), widths)
        table.style = "Table Grid"
        for number, (row, values) in enumerate(zip(table.rows, lines, strict=True)):
            keep_row(row)
            cells = list(row.cells)
            if number in titles:
                cells = [cells[0].merge(cells[-1])]
            style = "cell_head" if number == 0 or number in titles else "cell"
            for cell, text, width in zip(cells, values, widths, strict=False):
                self._fill(cell, text, style, width if number not in titles else sum(widths))
        repeat_header(table.rows[0])
        describe_table(table, block.description)

    def _new_table(self, rows: int, widths: tuple[float, ...]) -> WordTable:
        """An empty table; its grid has the widths too, which LibreOffice goes by."""
        table: WordTable = self._word.add_table(rows=rows, cols=len(widths))
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        return table

    def _fill(self, cell: _Cell, text: str, style: str, width: float) -> None:
        cell.width = Cm(width)
        content = cell._tc  # noqa: SLF001 - text is put in one way everywhere
        old, *merged = content.p_lst
        content.replace(old, new_paragraph(self._ids[style], text))
        for empty in merged:
            content.remove(empty)

    def _signatures(self, block: Signatures) -> None:
        pairs = [block.lines[start : start + 2] for start in range(0, len(block.lines), 2)]
        table = self._new_table(len(pairs), (_TEXT_WIDTH / 2, _TEXT_WIDTH / 2))
        for row, pair in zip(table.rows, pairs, strict=True):
            keep_row(row)
            for cell, (name, function) in zip(row.cells, pair, strict=False):
                text = "\n".join(["", "", _SIGNATURE_LINE, *filter(None, (name, function))])
                self._fill(cell, text, "signature", _TEXT_WIDTH / 2)
        describe_table(table, "Unterschriften")

    def _page(self) -> None:
        section = self._word.sections[0]
        section.page_width, section.page_height = Cm(_PAGE_WIDTH), Cm(_PAGE_HEIGHT)
        section.left_margin = section.right_margin = Cm(_MARGIN)
        section.top_margin = section.bottom_margin = Cm(_MARGIN)
        header = section.header.paragraphs[0]
        header.paragraph_format.tab_stops.add_tab_stop(Cm(_TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        header.text = (
            f"{self._document.header}\t{self._document.mark}" if self._document.mark else self._document.header
        )
        bottom_border(header)
        footer = section.footer.paragraphs[0]
        footer.add_run("Seite ")
        add_field(footer, "PAGE", "1")
        footer.add_run(" von ")
        add_field(footer, "NUMPAGES", "1")

    def _properties(self) -> None:
        properties = self._word.core_properties
        properties.title = self._document.title
        properties.author = self._document.author
        properties.last_modified_by = self._document.author
        properties.comments = ""
        properties.subject = self._document.header
        properties.created = properties.modified = dt.datetime.now(dt.UTC).replace(tzinfo=None)
