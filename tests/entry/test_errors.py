"""Lines that are no entry lines: what is wrong, and what would be right."""

import datetime as dt

import pytest

from protocol_tui.entry.known import Known
from protocol_tui.entry.lines import Movement, Presence
from protocol_tui.entry.parse import parse
from protocol_tui.errors import EntryError
from tests.entry.examples import KNOWN, sentence_of

ERRORS: dict[str, tuple[str, ...]] = {
    "": ("leer",),
    "   ": ("leer",),
    "mue: Text": ("„mue“ ist nicht eindeutig", "mar (Abg. Martin Müller)", "mon (Abg. Monika Müller)"),
    "müller? Text": ("nicht eindeutig",),
    "Müller: Text": ("nicht eindeutig",),
    "hurnick: Text": ("niemandem", "hur (Abg. Hurnik)", "Leerzeichen"),
    "also: wir": ("niemandem", "Leerzeichen"),
    "ja! So": ("niemandem",),
    "hur,foo: Text": ("„foo“",),
    "Hurnik,foo: Text": ("„foo“",),
    "hur,hur: Text": ("zweimal",),
    "er? Text": ("„er“ ist kein Personenkürzel", "„er: Text“"),
    "sie! Text": ("„sie“ ist kein",),
    "b? Text": ("„b“ ist kein",),
    "b,hur: Text": ("„b“ ist kein",),
    "er,hur: Text": ("„er“ ist kein",),
    "er:": ("Text fehlt",),
    "b:": ("Text fehlt",),
    "hur?": ("Text fehlt",),
    "hur: ??": ("Text fehlt",),
    "hur: berichtete>": ("Text fehlt",),
    "?": ("Text fehlt",),
    "=": ("Text fehlt",),
    "*": ("Text fehlt",),
    ";": ("Text fehlt",),
    '"': ("Text fehlt",),
    '""': ("Text fehlt",),
    "()": ("Text fehlt",),
    "(hur:)": ("Text fehlt",),
    "(er: Nein)": ("„er:“", "„(hur: Text)“"),
    "(siehe: Anlage)": ("„siehe“",),
    "/go": ("Text fehlt",),
    "/go foo: Text": ("„foo“",),
    "&": ("Absatz",),
    "& & Text": ("Absatz",),
    "& #e": ("Absatz",),
    "& hur:": ("Absatz",),
    "& ;Notiz": ("Absatz",),
    "#12": ("keine Stimmenzahl", "„#12 3 1“"),
    "#12 3": ("keine Stimmenzahl",),
    "#12,3,1": ("keine Stimmenzahl",),
    "#1 2 3 4 5 6": ("keine Stimmenzahl",),
    "#12 3 1 Text": ("keine Stimmenzahl",),
    "#99999 1 1": ("keine Stimmenzahl",),
    "#x": ("kein Abstimmungsergebnis", "#ea einstimmig abgelehnt"),
    "#m2": ("kein Abstimmungsergebnis",),
    "#Hashtag": ("kein Abstimmungsergebnis",),
    "+xyz": ("niemandem",),
    "-hur 2561": ("keine Uhrzeit",),
    "+hur abc": ("weder Kommen noch Gehen",),
    "+hur 1842 1843": ("weder Kommen noch Gehen",),
    "+hur,xyz": ("niemandem",),
    "-nn": ("nur sprechen",),
    "-mitglieder gehen": ("niemandem",),
    ".9": ("TOP „9“ gibt es nicht", "Es gibt"),
    ".5.2 Text": ("gibt es nicht", "5.2"),
    "/paus": ("/paus", "/pause"),
    "/foo": ("gibt es nicht", "Leerzeichen"),
    "/weiter jetzt": ("gehört nichts",),
    "/befangen": ("genau ein Kürzel",),
    "/befangen hur deu": ("genau ein Kürzel",),
    "/ruf": ("zur Ordnung",),
    "/gast": ("Name",),
    "/vertritt kr": ("zwei Kürzel",),
    "/vertritt kr kr": ("sich selbst",),
    "/namentlich": ("namentlich", "ja=hur"),
    "/namentlich ja=": ("namentlich",),
    "/namentlich hur": ("„hur“",),
    "/namentlich ja=hur nein=hur": ("zweimal",),
    "/namentlich ja=hur ja=deu": ("„ja=deu“",),
    "/geheim": ("keine Stimmenzahl", "/geheim 12 3 1"),
    "/wahl": ("Wahl",),
    "/wahl Amt": ("Wahl",),
    "/wahl Amt: Müller": ("„Müller“", "Müller 12"),
    "/wahl Amt: enth=1": ("Wahl",),
    "/wahl Amt: Müller 3, enth=1, enth=2": ("„enth=2“",),
    "/prüfen hur:": ("keinen Eintrag",),
    "/prüfen /prüfen Text": ("gehört nichts",),
    "/prüfen Text ??": ("doppelt",),
    "/prüfen ??": ("keinen Eintrag",),
    "/weiter ??": ("keinen Eintrag",),
    "/redner": ("Kürzel",),
    "/redner hur,hur": ("zweimal",),
    "/redner hur deu": ("mit Komma",),
    "/ende halb neun": ("keine Uhrzeit",),
    "/top 7.1": ("Titel fehlt",),
    "/top 5 Neu": ("gibt es schon", "„.5“"),
    "/absetzen": ("Nummer",),
    "/absetzen 9": ("gibt es nicht",),
}


@pytest.mark.parametrize("written", ERRORS)
def test_an_error_says_what_is_wrong_and_what_would_be_right(written: str) -> None:
    with pytest.raises(EntryError) as caught:
        parse(written, KNOWN)
    assert caught.value.remedy
    for expected in ERRORS[written]:
        assert expected in sentence_of(caught.value)


IN_FILES = {
    "18:30 Uhr war es": "18:30 Uhr",
    "18:30 bis 19:00 war Pause": "18:30 bis",
    "18:30 – 19:00 Pause": "18:30 –",
    "18:30–19:00 Pause": "18:30–",
    "18:30-19:00 Pause": "18:30-",
    "18:30 - 19:00 Pause": "18:30 -",
}


@pytest.mark.parametrize("written", IN_FILES)
def test_a_time_that_is_rather_text_is_an_error_in_a_file_and_names_the_way_out(written: str) -> None:
    with pytest.raises(EntryError, match="Leerzeichen voranstellen") as caught:
        parse(written, KNOWN, in_file=True)
    assert IN_FILES[written] in caught.value.sentence


@pytest.mark.parametrize("written", ["17:00", "25:00 Text", "17:60 Text", "# Kommentar"])
def test_what_no_line_of_a_file_can_be_is_an_error(written: str) -> None:
    with pytest.raises(EntryError):
        parse(written, KNOWN, in_file=True)


def test_a_departure_behind_a_time_is_no_span_of_time() -> None:
    gone = (Movement(arrives=False, code="oez"),)
    assert parse("18:30 -oez", KNOWN, in_file=True) == Presence(movements=gone, time=dt.time(18, 30))


def test_without_an_agenda_the_error_says_how_to_make_one() -> None:
    with pytest.raises(EntryError, match="Tagesordnung ist leer"):
        parse(".1", Known())


def test_a_very_long_word_is_shortened_in_the_sentence() -> None:
    with pytest.raises(EntryError) as caught:
        parse("x" * 5000 + ": Text", KNOWN)
    assert len(caught.value.sentence) < 200
