"""The blocks of a document: what stands where, in which style."""

from __future__ import annotations

import datetime as dt

import pytest

from protocol_tui.errors import FileFormatError
from protocol_tui.minutes.blocks import Document, Facts, Heading, Kind, Paragraph, Part, Signatures, Table
from protocol_tui.minutes.front import sentence_of
from protocol_tui.minutes.layout import lay_out
from protocol_tui.minutes.plain import to_markdown, to_text
from protocol_tui.minutes.style import read_style, shipped_style
from protocol_tui.minutes.typography import plain_blanks
from protocol_tui.services.recording.recorder import Recorder


def laid_out(recorder: Recorder, part: Part = "public", kind: Kind = "verlauf") -> Document:
    return lay_out(recorder.meeting, shipped_style(), part=part, kind=kind)


def paragraphs(document: Document) -> list[tuple[str, str]]:
    return [(block.style, plain_blanks(block.text)) for block in document.blocks if isinstance(block, Paragraph)]


def rows(document: Document) -> dict[str, list[tuple[str, ...]]]:
    table = next(block for block in document.blocks if isinstance(block, Table))
    return {group.title: [tuple(plain_blanks(cell) for cell in row) for row in group.rows] for group in table.groups}


def test_joined_entries_flow_into_one_paragraph_and_others_begin_their_own(running: Recorder) -> None:
    for line in ("kru: Eins.", "& Zwei.", "& hur: Drei.", "Vier."):
        running.record(line)
    debate = [text for style, text in paragraphs(laid_out(running)) if style == "debate"]
    assert debate == ["Abg. Dr. Krüger meinte: Eins. Zwei. Abg. Hurnik erklärte: Drei.", "Vier."]


def test_resolution_vote_and_motion_stand_apart_in_styles_of_their_own(running: Recorder) -> None:
    for line in ("hur* Wir bauen.", "b: Es wird gebaut.", "#2 1 0"):
        running.record(line)
    assert paragraphs(laid_out(running))[-5:] == [
        ("motion_intro", "Antrag Abg. Hurnik:"),
        ("motion", "Wir bauen."),
        ("resolution_intro", "Beschluss:"),
        ("resolution", "Es wird gebaut."),
        ("vote", "Abst.-Erg.: 2 Ja, 1 Nein – angenommen"),
    ]


def test_notes_are_in_no_document(running: Recorder) -> None:
    running.record(";Wolkenkuckuck")
    for part in ("public", "nonpublic"):
        assert "Wolkenkuckuck" not in to_text(laid_out(running, part))


def test_attendance_is_grouped_in_house_order_with_late_and_early_people(running: Recorder) -> None:
    running.record("+oez", dt.time(17, 40))
    running.record(".")
    running.record("-kru", dt.time(18))
    running.record("-hur", dt.time(18, 5))
    running.record("+hur", dt.time(18, 15))
    listed = rows(laid_out(running))
    assert list(listed) == ["Vorsitz", "CDU", "SPD", "Grüne", "Verwaltung", "Schriftführung"]
    assert listed["CDU"] == [("Dr. Jens Krüger", "Abg.", "bis TOP 2")]
    assert listed["Grüne"] == [("Cem Öztürk", "Abg.", "ab TOP 1")]
    assert listed["SPD"] == [("Anna Hurnik", "Abg.", "bis TOP 2 und ab TOP 2")]
    texts = [text for style, text in paragraphs(laid_out(running)) if style == "presence"]
    assert texts[0] == "Abg. Öztürk nahm ab 17:40 Uhr an der Sitzung teil."
    assert texts[1] == "Abg. Dr. Krüger verließ um 18:00 Uhr die Sitzung."


def test_attendance_taken_a_little_late_but_before_anything_else_counts_as_from_the_opening(recorder: Recorder) -> None:
    recorder.record("+son +kru", dt.time(17, 4))
    recorder.record(".", dt.time(17, 6))
    recorder.record("+hur", dt.time(17, 20))
    listed = rows(laid_out(recorder))
    assert listed["CDU"] == [("Dr. Jens Krüger", "Abg.", "anwesend")]
    assert listed["SPD"] == [("Anna Hurnik", "Abg.", "ab TOP 1")]
    assert [text for style, text in paragraphs(laid_out(recorder)) if style == "presence"] == [
        "Abg. Hurnik nahm ab 17:20 Uhr an der Sitzung teil."
    ]


def test_who_never_came_is_listed_as_missing(running: Recorder) -> None:
    assert ("formula", "Es fehlen: Abg. Öztürk") in paragraphs(laid_out(running))


def test_the_head_has_its_facts_with_begin_and_end(running: Recorder) -> None:
    running.record("/pause", dt.time(18))
    running.record("/weiter", dt.time(18, 10))
    running.record("/ende 1935")
    facts = next(block for block in laid_out(running).blocks if isinstance(block, Facts))
    values = {label: plain_blanks(value) for label, value in facts.rows}
    assert values["Tag"] == "Dienstag, 17. November 2026"
    assert values["Zeit"] == "Beginn: 17:00 Uhr · Ende: 19:35 Uhr"
    assert values["Unterbrechung"] == "18:00–18:10 Uhr"


def test_a_second_chair_signs_too(running: Recorder) -> None:
    running.record("/vorsitz kru")
    signatures = laid_out(running).blocks[-1]
    assert isinstance(signatures, Signatures)
    assert [plain_blanks(name) for name, _ in signatures.lines] == ["Paula Sonntag", "Dr. Jens Krüger", "Ute Brand"]


def test_the_public_document_hides_the_title_of_a_non_public_item_and_names_its_number(running: Recorder) -> None:
    running.record(".10")
    running.record("kru: Geheim.")
    public, closed = laid_out(running), laid_out(running, "nonpublic")
    assert "Personal" not in to_text(public)
    assert "Der Tagesordnungspunkt 10 wurde in nichtöffentlicher Sitzung behandelt." in plain_blanks(to_text(public, 0))
    assert Heading("TOP\u00a010: Personal", 2) in closed.blocks
    assert "nichtöffentlich" in closed.header


def test_items_stand_in_the_order_they_were_handled_and_only_those(recorder: Recorder) -> None:
    for line in ("+son +kru +hur", ".2", "kru: Zuerst.", ".1", "hur: Danach.", "/top 3 Nicht mehr"):
        recorder.record(line)
    headings = [plain_blanks(block.text) for block in laid_out(recorder).blocks if isinstance(block, Heading)]
    assert [text for text in headings if text.startswith("TOP")] == ["TOP 2: Brücke", "TOP 1: Haushalt"]


def test_a_non_public_item_that_was_never_called_is_not_said_to_have_been_handled(running: Recorder) -> None:
    assert "nichtöffentlicher Sitzung" not in to_text(laid_out(running))


def test_a_substitute_is_named_with_whom_it_stands_for_from_the_time_it_does(running: Recorder) -> None:
    running.record("-kru", dt.time(17, 40))
    running.record("/vertritt hel kru", dt.time(17, 45))
    listed = rows(laid_out(running))
    assert listed["Stellvertretende Mitglieder"] == [("Arnd Hellweg", "Ltd. KVD (für Abg. Dr. Krüger)", "anwesend")]
    texts = [text for style, text in paragraphs(laid_out(running)) if style == "presence"]
    assert texts[-1] == "Ltd. KVD Hellweg übernahm um 17:45 Uhr die Vertretung für Abg. Dr. Krüger."
    opening = next(text for style, text in paragraphs(laid_out(running)) if style == "formula" and "Beginn" in text)
    assert opening.startswith("Zu Beginn der Sitzung waren 3 von 5")


def test_the_short_kind_has_decisions_only(running: Recorder) -> None:
    for line in ("kru: Viele Worte.", "b: Es wird gebaut.", "#e"):
        running.record(line)
    text = to_text(laid_out(running, kind="ergebnis"))
    assert "Viele Worte" not in text
    assert "Es wird gebaut." in text


def test_a_draft_says_so_and_a_signed_document_does_not(running: Recorder) -> None:
    assert laid_out(running).mark == "Entwurf"
    assert "[Entwurf]" in to_text(laid_out(running))


@pytest.mark.parametrize(
    ("committee", "sentence"),
    [
        ("Hauptausschuss", "über die 3. Sitzung des Hauptausschusses"),
        ("Ausschuss für Umwelt", "über die 3. Sitzung des Ausschusses für Umwelt"),
        ("Kreistag", "über die 3. Sitzung des Kreistages"),
        ("Bezirksvertretung Nord", "über die 3. Sitzung der Bezirksvertretung Nord"),
        ("AG Verkehr", "über die 3. Sitzung – AG Verkehr"),
    ],
)
def test_the_committee_stands_in_the_genitive_where_the_style_knows_it(
    running: Recorder, committee: str, sentence: str
) -> None:
    head = running.meeting.head
    running.set_head(type(head)(committee=type(head.committee)(name=committee), date=head.date, number=3))
    assert sentence_of(running.meeting, shipped_style()) == sentence


def test_markdown_escapes_what_would_mean_something_there(running: Recorder) -> None:
    running.record("= *Sternchen* | [Klammer] <b>")
    assert r"\*Sternchen\* \| \[Klammer\] \<b\>" in to_markdown(laid_out(running))


def test_text_is_wrapped_at_blanks_and_never_within_what_belongs_together(running: Recorder) -> None:
    running.record("= " + "Abg. Hurnik sprach um 10 Uhr. " * 20)
    for line in to_text(laid_out(running), width=60).splitlines():
        assert len(line) <= 60
        assert not line.endswith("Abg.")


def test_a_profile_with_an_unknown_key_is_refused_by_name() -> None:
    with pytest.raises(FileFormatError, match="eigenes"):
        read_style('version = 1\nname = "x"\nunbekannt = 1\n', "eigenes")


def test_only_who_presided_over_this_part_signs_it(running: Recorder) -> None:
    for line in ("kru: Eins.", "/vorsitz kru", ".", "hur: Zwei.", "/vorsitz son", ".10", "hel: Drei."):
        running.record(line)
    signing = {part: laid_out(running, part).blocks[-1] for part in ("public", "nonpublic")}
    assert [name for name, _ in signatures(signing["public"])] == ["Paula Sonntag", "Dr. Jens Krüger", "Ute Brand"]
    assert [name for name, _ in signatures(signing["nonpublic"])] == ["Paula Sonntag", "Ute Brand"]


def signatures(block: object) -> list[tuple[str, str]]:
    assert isinstance(block, Signatures)
    return [(plain_blanks(name), label) for name, label in block.lines]


def test_the_public_document_says_when_its_part_ended(running: Recorder) -> None:
    running.record("hel: Eins.", dt.time(17, 30))
    running.record(".10", dt.time(18, 5))
    running.record("/ende 1830")
    assert paragraphs(laid_out(running))[-1] == ("formula", "Ende des öffentlichen Teils: 18:05 Uhr")
    assert paragraphs(laid_out(running, "nonpublic"))[-1] == ("formula", "Ende der Sitzung: 18:30 Uhr")


def test_the_number_at_the_opening_counts_only_who_is_listed_as_there_from_the_opening(recorder: Recorder) -> None:
    recorder.record("+son +kru", dt.time(17))
    recorder.record("son: Ich eröffne die Sitzung.", dt.time(17, 1))
    recorder.record("+hur", dt.time(17, 7))
    recorder.record(".", dt.time(17, 8))
    texts = [text for _, text in paragraphs(laid_out(recorder))]
    assert any(text.startswith("Zu Beginn der Sitzung waren 2 von 5") for text in texts)
