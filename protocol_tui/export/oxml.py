"""What python-docx has no call for, made from elements: fields, language, header rows, keeping together.

The order of elements matters to Word; each is put where the schema (ECMA-376, part 1) wants it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph
    from lxml.etree import _Element

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_AFTER_HEADER = ("w:tblCaption", "w:tblDescription")


def new_paragraph(style_id: str, text: str) -> _Element:
    """A paragraph of one run; line breaks in the text become breaks within it."""
    paragraph = OxmlElement("w:p")
    properties = OxmlElement("w:pPr")
    style = OxmlElement("w:pStyle")
    style.set(qn("w:val"), style_id)
    properties.append(style)
    paragraph.append(properties)
    paragraph.append(new_run(text))
    return paragraph


def new_run(text: str) -> _Element:
    """A run with text and breaks."""
    run = OxmlElement("w:r")
    for number, line in enumerate(text.split("\n")):
        if number:
            run.append(OxmlElement("w:br"))
        content = OxmlElement("w:t")
        content.text = line
        content.set(XML_SPACE, "preserve")
        run.append(content)
    return run


def add_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """A field such as PAGE, with the value shown until Word counts."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    field.append(new_run(shown))
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no call for fields


def set_language(document: Document, language: str) -> None:
    """The language of the whole document, in the defaults that every style starts from."""
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), language)
        element.set(qn("w:eastAsia"), language)
    document.core_properties.language = language


def repeat_header(row: _Row) -> None:
    """The row stands again on each page."""
    header = OxmlElement("w:tblHeader")
    header.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(header)  # noqa: SLF001 - no call in python-docx


def keep_row(row: _Row) -> None:
    """The row is not torn apart at a page's end."""
    keep = OxmlElement("w:cantSplit")
    keep.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(keep)  # noqa: SLF001 - no call in python-docx


def describe_table(table: Table, description: str) -> None:
    """What a screen reader says of the table."""
    properties = table._tbl.tblPr  # noqa: SLF001 - no call in python-docx
    for tag in _AFTER_HEADER:
        element = OxmlElement(tag)
        element.set(qn("w:val"), description)
        properties.append(element)


def bottom_border(paragraph: Paragraph) -> None:
    """A thin rule below the paragraph."""
    borders = OxmlElement("w:pBdr")
    line = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "4"), ("color", "808080")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - no call in python-docx
    successors = {qn(tag) for tag in ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")}
    after = [child for child in properties if child.tag in successors]
    if after:
        after[0].addprevious(borders)
    else:
        properties.append(borders)
