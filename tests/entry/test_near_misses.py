"""What is read as text and hardly meant so is said before Enter; what is plainly text is left alone."""

import pytest

from protocol_tui.entry.near_misses import near_miss
from protocol_tui.entry.parse import parse
from tests.entry.examples import KNOWN


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("hur, deu: Wir danken.", "„hur,deu: …“"),
        ("hur : Das ist gut.", "„hur: …“"),
        ("hur:Das ist gut.", "„hur: …“"),
        ("hur ? Wann", "„hur? …“"),
        ("hur: & Das ist gut.", "„& hur: …“"),
        ("hur: = Der Ausschuss besichtigt die Baustelle.", "keinen Redner"),
        ("hur: ? Wann kommt das?", "„hur? …“"),
        ('hur" Das lasse ich mir nicht bieten.', '„hur: "…“'),
        ("Wann kommt das?", "Als Frage"),
        ("hur: Wann kommt das?", "Als Frage"),
    ],
)
def test_a_line_that_is_hardly_meant_as_text_is_explained(text: str, remedy: str) -> None:
    assert remedy in near_miss(text, parse(text, KNOWN), KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "Das ist gut.",
        "hur: Das ist gut.",
        "hur? Wann kommt das?",
        "? Wann kommt das?",
        "Frage: Wer macht das.",
        "Herr Hurnik: das war gut",
        " hur, deu: Text",
        "hur:  & Text",
        "Warum ist das so? Weil es so ist.",
        "#e",
        "= Wann?",
    ],
)
def test_a_line_that_is_plainly_meant_so_is_left_alone(text: str) -> None:
    assert near_miss(text, parse(text, KNOWN), KNOWN) == ""
