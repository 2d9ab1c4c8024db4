"""The document's styles: real, named ones, that an office can change in Word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from protocol_tui.export.oxml import set_language

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle as WordStyle

FONT = "Arial"
BODY_SIZE = 11
LINE_SPACING = 1.15
_BLACK = RGBColor(0, 0, 0)


@dataclass(frozen=True, slots=True)
class _Look:
    """How a style looks; sizes and distances in points."""

    name: str
    size: int = BODY_SIZE
    bold: bool = False
    italic: bool = False
    before: int = 0
    after: int = 6
    indent: int = 0
    keep_with_next: bool = False


_BUILT_IN = (
    _Look("Normal"),
    _Look("Title", size=22, bold=True, after=4, keep_with_next=True),
    _Look("Subtitle", size=13, bold=True, after=6, keep_with_next=True),
    _Look("Heading 1", size=14, bold=True, before=18, after=6, keep_with_next=True),
    _Look("Heading 2", size=12, bold=True, before=14, after=4, keep_with_next=True),
    _Look("Heading 3", size=11, bold=True, before=12, after=4, keep_with_next=True),
    _Look("Header", size=9, after=0),
    _Look("Footer", size=9, after=0),
)
_OWN = {
    "subtitle": _Look("Subtitle"),
    "debate": _Look("Beratung"),
    "reference": _Look("Vorlage", italic=True, keep_with_next=True),
    "presence": _Look("Anwesenheit", italic=True),
    "interjection": _Look("Zwischenruf", italic=True),
    "motion_intro": _Look("Antrag Einleitung", bold=True, before=6, after=2, keep_with_next=True),
    "motion": _Look("Antrag", indent=14),
    "resolution_intro": _Look("Beschluss Einleitung", bold=True, before=6, after=2, keep_with_next=True),
    "resolution": _Look("Beschluss", indent=14, keep_with_next=True),
    "vote": _Look("Abstimmung", bold=True, before=2, after=10, indent=14),
    "verbatim": _Look("Wortlaut", indent=14),
    "formula": _Look("Formel", before=6),
    "facts": _Look("Sitzungsdaten", after=2),
    "cell": _Look("Tabellentext", size=10, before=1, after=1),
    "cell_head": _Look("Tabellenkopf", size=10, bold=True, before=1, after=1),
    "signature": _Look("Unterschrift", after=0, keep_with_next=True),
}


def style_ids(document: Document) -> dict[str, str]:
    """Make the styles in the document; returns the id of each by the name the blocks use."""
    set_language(document, "de-DE")
    for look in _BUILT_IN:
        _shape(_word_style(document, look.name), look)
    ids = {}
    for name, look in _OWN.items():
        if look.name != "Subtitle":
            if look.name not in document.styles:
                made = document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
                made.base_style = document.styles["Normal"]
            _shape(_word_style(document, look.name), look)
        ids[name] = _word_style(document, look.name).style_id
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3"):
        ids[name] = _word_style(document, name).style_id
    return ids


def _word_style(document: Document, name: str) -> WordStyle:
    style: WordStyle = document.styles[name]
    return style


def _shape(style: WordStyle, look: _Look) -> None:
    font = style.font
    font.name = FONT
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    font.size = Pt(look.size)
    font.bold = look.bold
    font.italic = look.italic
    font.color.rgb = _BLACK
    shape = style.paragraph_format
    shape.space_before = Pt(look.before)
    shape.space_after = Pt(look.after)
    shape.line_spacing = LINE_SPACING
    shape.left_indent = Pt(look.indent) if look.indent else None
    shape.keep_with_next = look.keep_with_next
    shape.widow_control = True
    _remove(style, "w:pPr", "w:pBdr")
    _remove(style, "w:rPr", "w:spacing")
    _remove(style, "w:rPr", "w:kern")


def _remove(style: WordStyle, parent: str, tag: str) -> None:
    """Take out what the template's style has beyond the look: rules, spaced letters."""
    for holder in style.element.findall(qn(parent)):
        for element in holder.findall(qn(tag)):
            holder.remove(element)
