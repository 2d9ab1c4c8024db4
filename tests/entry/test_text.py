"""When a line is a head or a command, and when it stays text (rules 1 to 8)."""

import pytest

from protocol_tui.entry.known import Known, KnownPerson
from protocol_tui.entry.lines import SpeakerChange, Speech, Verbatim
from protocol_tui.entry.parse import parse
from tests.entry.examples import KNOWN

STATEMENTS = [
    "Frage: Wann beginnt der Bau?",
    "CDU: Antrag auf Vertagung",
    "TOP 5: Das ziehe ich vor.",
    "Herr Müller? Nein!",
    "Wer? Niemand.",
    "Bürger:innen sind eingeladen.",
    "18:30 Uhr ist der Beginn.",
    '"Heimat" ist das Stichwort',
    "(Siehe 3.) Der Plan ist gut.",
    "(siehe: 3.) Der Plan ist gut.",
    "- 5 Grad",
    "+5 %",
    "-5 Grad",
    "...",
    ".NET ist ein Name.",
    ".A9 ist ein Blattformat.",
    "# Überschrift",
    "#",
    "Der Wert ist > 400",
    "Der Wert> 400 ist hoch",
    "Sie: das sind wir.",
    "Er! Das war er.",
    "B: Das ist der zweite Punkt.",
    "/ 5 der Stimmen",
    "/2 der Stimmen",
    "?Wieso",
    "!Halt",
    "*Stern",
    "=5",
    "&Co",
    "hur:Text",
    "hur : Text",
    "hur, deu: Text",
    "3: drei",
    ", so war es",
    "++ gut ++",
    "Ja, berichtete> nein",
]


@pytest.mark.parametrize("written", STATEMENTS)
def test_what_is_no_head_and_no_command_stays_text(written: str) -> None:
    assert parse(written, KNOWN) == Speech(body=written)


HEADS = {
    "hur": "hur",
    "hu": "hur",
    "HUR": "hur",
    "Hurnik": "hur",
    "hurnik": "hur",
    "mar": "mar",
    "özdemir": "oez",
    "oezd": "oez",
    "ozd": "oez",
    "Oezdemir": "oez",
    "gross": "gr",
    "groß": "gr",
    "heide": "kr",
    "hei": "kr",
    "vonder": "kr",
    "bauer-lueth": "bau",
    "bauer-luth": "bau",
    "ba": "bau",
    "sieb": "sieb",
    "siebert": "sieb",
    "aeb": "äb",
    "ab": "äb",
    "v": "v",
    "NN": "nn",
}


@pytest.mark.parametrize("written", HEADS)
def test_a_person_is_found_by_code_surname_and_unique_prefix_in_every_spelling(written: str) -> None:
    assert parse(f"{written}:", KNOWN) == SpeakerChange(speakers=(HEADS[written],))


def test_a_capitalised_beginning_of_a_surname_stays_text() -> None:
    assert parse("Hurn: Text", KNOWN) == Speech(body="Hurn: Text")
    assert parse("Hurnik,Frage: Text", KNOWN) == Speech(body="Hurnik,Frage: Text")


def test_a_whole_code_comes_before_a_longer_one_and_before_surnames() -> None:
    known = Known(persons=(KnownPerson("mu", "Kern"), KnownPerson("mül", "Mu"), KnownPerson("muster", "Mua")))
    assert parse("mu:", known) == SpeakerChange(speakers=("mu",))


def test_who_types_an_umlaut_means_it() -> None:
    known = Known(persons=(KnownPerson("x", "Müller"), KnownPerson("y", "Munk")))
    assert parse("mü:", known) == SpeakerChange(speakers=("x",))


def test_one_quotation_mark_more_keeps_a_quotation_a_statement() -> None:
    assert parse('"A" und "B"', KNOWN) == Speech(body='"A" und "B"')
    assert parse('hur: "A" ist gut', KNOWN) == Speech(body='"A" ist gut', speakers=("hur",))
    assert parse('hur? "A', KNOWN) == Speech(body='"A', speakers=("hur",), kind="question")
    assert parse('er: "A', KNOWN) == Verbatim(body="A")


def test_pasted_line_breaks_become_paragraphs() -> None:
    assert parse("hur: Eins\r\n\r\n  Zwei\u2028Drei\n", KNOWN) == Speech(body="Eins\nZwei\nDrei", speakers=("hur",))
    assert parse("\n\nhur:\nEins", KNOWN) == Speech(body="Eins", speakers=("hur",))


def test_text_is_normalised_and_freed_of_what_no_document_can_hold() -> None:
    assert parse("U\u0308ber\x00\x07 \ud800den\ufeff\tTag\ufffe", KNOWN) == Speech(body="Über den Tag")
