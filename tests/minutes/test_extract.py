"""The extract of one item: its decisions with a head and signature of its own, and nothing of any other item."""

from __future__ import annotations

import pytest

from protocol_tui.errors import InputError
from protocol_tui.minutes.blocks import Part, Signatures
from protocol_tui.minutes.layout import lay_out
from protocol_tui.minutes.plain import to_text
from protocol_tui.minutes.style import shipped_style
from protocol_tui.services.recording.recorder import Recorder


@pytest.fixture
def decided(running: Recorder) -> Recorder:
    for line in (
        "hel: Der Haushalt ist ausgeglichen.",
        "b: Der Haushalt wird beschlossen.",
        "#3 0 0",
        ".",
        "b: Die Brücke wird gebaut.",
        "#2 1 0",
        "/stimme kru nein",
        ".10",
        "b: Frau Geheim wird eingestellt.",
        "#e",
    ):
        running.record(line)
    return running


def extract(recorder: Recorder, number: str, part: Part = "public") -> str:
    document = lay_out(recorder.meeting, shipped_style(), part=part, kind="auszug", item=number)
    return to_text(document, width=0).replace("\u00a0", " ")


def test_the_extract_has_what_was_decided_on_its_item_and_nothing_else(decided: Recorder) -> None:
    text = extract(decided, "2")
    assert text.startswith("AUSZUG AUS DER NIEDERSCHRIFT\n[Entwurf]\n\nüber die 3. Sitzung des Hauptausschusses\n")
    assert "TOP 2: Brücke" in text
    assert "Die Brücke wird gebaut." in text
    assert "2 Ja, 1 Nein – angenommen" in text
    assert "mit Nein gestimmt zu haben" in text
    assert "Haushalt" not in text
    assert "Geheim" not in text


def test_the_clerk_alone_signs_the_extract(decided: Recorder) -> None:
    blocks = lay_out(decided.meeting, shipped_style(), kind="auszug", item="1").blocks
    assert blocks[-1] == Signatures((("Ute Brand", "Für die Richtigkeit des Auszugs"),))


def test_the_extract_of_a_non_public_item_is_made_only_when_that_is_said(decided: Recorder) -> None:
    with pytest.raises(InputError, match="nonpublic"):
        extract(decided, "10")
    assert "Frau Geheim wird eingestellt." in extract(decided, "10", "nonpublic")
    with pytest.raises(InputError, match="ist öffentlich"):
        extract(decided, "1", "nonpublic")


def test_an_item_without_a_decision_has_no_extract(running: Recorder) -> None:
    with pytest.raises(InputError, match="noch kein Antrag"):
        extract(running, "1")
    with pytest.raises(InputError, match="TOP 99 gibt es nicht"):
        extract(running, "99")
    with pytest.raises(InputError, match="fehlt die Nummer"):
        extract(running, "")


def test_an_item_on_which_somebody_was_only_barred_has_no_extract(running: Recorder) -> None:
    running.record("/befangen kru")
    with pytest.raises(InputError, match="noch kein Antrag"):
        extract(running, "1")
