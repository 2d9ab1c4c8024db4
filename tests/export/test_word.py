"""The Word package: well-formed, accessible, with the words of the blocks and nothing else."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from protocol_tui.export.word import write_word
from protocol_tui.minutes.blocks import (
    Document,
    Facts,
    Heading,
    Paragraph,
    ParagraphStyle,
    RowGroup,
    Signatures,
    Table,
)
from protocol_tui.minutes.layout import lay_out
from protocol_tui.minutes.style import shipped_style
from protocol_tui.services.recording.recorder import Recorder

STYLES: tuple[ParagraphStyle, ...] = (
    "subtitle", "reference", "debate", "presence", "interjection", "motion", "motion_intro", "resolution",
    "resolution_intro", "vote", "verbatim", "formula",
)  # fmt: skip


def opened(document: Document) -> docx.document.Document:
    return docx.Document(BytesIO(write_word(document)))


def test_the_paragraphs_of_the_debate_are_in_the_file_in_order_and_style(running: Recorder) -> None:
    for line in ("kru: Eins.", "hur: Zwei.", "b: Beschluss.", "#e"):
        running.record(line)
    document = opened(lay_out(running.meeting, shipped_style()))
    found = [(paragraph.text, paragraph.style.name if paragraph.style else "") for paragraph in document.paragraphs]
    assert [pair for pair in found if pair[1] in ("Beratung", "Beschluss", "Abstimmung")] == [
        ("Abg.\u00a0Dr.\u00a0Krüger meinte: Eins.", "Beratung"),
        ("Abg.\u00a0Hurnik erklärte: Zwei.", "Beratung"),
        ("Beschluss.", "Beschluss"),
        ("Abst.-Erg.: einstimmig", "Abstimmung"),
    ]


def test_the_document_is_accessible_by_construction(running: Recorder) -> None:
    running.record("kru: Eins.")
    document = opened(lay_out(running.meeting, shipped_style()))
    assert all(paragraph.text.strip() for paragraph in document.paragraphs), "no empty paragraphs"
    languages = {element.get(qn("w:val")) for element in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"de-DE"}
    assert document.core_properties.title.startswith("Niederschrift über die 3. Sitzung")
    attendance, agenda = document.tables[1:3]
    for table in (attendance, agenda):
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None
        assert table.rows[0]._tr.trPr is not None
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    normal = document.styles["Normal"]
    assert normal.font.name == "Arial"
    assert normal.paragraph_format.line_spacing == 1.15


def test_signature_and_table_rows_are_not_torn_apart(running: Recorder) -> None:
    document = opened(lay_out(running.meeting, shipped_style()))
    for table in document.tables[1:]:
        for row in table.rows:
            assert row._tr.trPr is not None
            assert row._tr.trPr.find(qn("w:cantSplit")) is not None


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=60)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts=st.lists(TEXTS, min_size=14, max_size=14))
def test_any_clean_text_in_any_place_makes_a_well_formed_package(texts: list[str]) -> None:
    blocks = [Paragraph(text, style) for text, style in zip(texts, STYLES, strict=False)]
    table = Table((texts[0], texts[1], texts[2]), (RowGroup(texts[3], ((texts[4], texts[5], texts[6]),)),), texts[7])
    signatures = Signatures(((texts[8], texts[9]),))
    facts = Facts(((texts[10], texts[11]),))
    document = Document(
        heading="Niederschrift",
        title=f"Niederschrift {texts[12]}"[:200],
        header=texts[13],
        part="public",
        blocks=(Heading(texts[0]), facts, table, *blocks, signatures),
    )
    data = write_word(document)
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))
    written = [paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs]
    assert all(text.replace("\r", "\n") in "\n".join(written) for text in texts[:12] if text.strip())
