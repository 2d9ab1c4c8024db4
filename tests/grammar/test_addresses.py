"""House rule 6: who is spoken to by name is not part of what is said, wherever the address stands."""

from __future__ import annotations

import pytest

from tests.grammar.spoken import said


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Das ist falsch, Herr Hellweg.", "das sei falsch."),
        ("Das ist falsch, Frau Vorsitzende!", "das sei falsch."),
        ("Das ist falsch, meine Damen und Herren.", "das sei falsch."),
        ("Das ist falsch, liebe Kolleginnen und Kollegen.", "das sei falsch."),
        ("Das ist, Herr Hellweg, nicht richtig.", "das sei nicht richtig."),
        ("Wir haben, meine Damen und Herren, kein Geld.", "man habe kein Geld."),
        ("Nein, Frau Dr. von der Heide, das stimmt nicht.", "das stimme nicht."),
        ("Wenn das so ist, Herr Landrat, dann ist das gut.", "wenn das so sei, dann sei das gut."),
        ("Ich weiß, Herr Ott, dass das nicht geht.", "er wisse, dass das nicht gehe."),
        ("Herr Vorsitzender, meine Damen und Herren, ich bin dagegen.", "er sei dagegen."),
    ],
)
def test_an_address_is_left_out_inside_and_at_the_end(text: str, printed: str) -> None:
    assert said(text) == f"Herr Brandt sagte, {printed}"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Das hat unser Leiter, Herr Ott, schon gesagt.", "das habe ihr Leiter, Herr Ott, schon gesagt."),
        ("Anwesend sind Frau Müller, Herr Meier und Frau Ott.", "anwesend seien Frau Müller, Herr Meier und Frau Ott."),
        ("Das sagt Frau Müller, Herr Meier.", "das sage Frau Müller, Herr Meier."),
        ("Ich danke Herrn Ott, Frau Meier und Herrn Raetz.", "er danke Herrn Ott, Frau Meier und Herrn Raetz."),
    ],
)
def test_names_that_stand_beside_a_noun_or_in_a_list_are_no_address(text: str, printed: str) -> None:
    assert said(text) == f"Herr Brandt sagte, {printed}"
