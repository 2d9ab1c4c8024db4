"""House rule 6: who is spoken to by name is not part of what is said, wherever the address stands."""

from __future__ import annotations

import pytest

from tests.grammar.spoken import convert, said


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


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Das ist gut, Herr Ott, der Leiter, hat das gesagt.", "das sei gut, Herr Ott, der Leiter, habe das gesagt."),
        ("Frau Meier, Herr Ott und ich haben das geprüft.", "Frau Meier, Herr Ott und er hätten das geprüft."),
        ("Wir, Frau Meier, Herr Ott und ich, waren da.", "sie, Frau Meier, Herr Ott und er, seien da gewesen."),
        ("Alle, Herr Ott, Frau Meier und Herr Raetz, kommen.", "alle, Herr Ott, Frau Meier und Herr Raetz, kämen."),
        ("Das hat Frau Meier, meine Kollegin, gesagt.", "das habe Frau Meier, seine Kollegin, gesagt."),
        ("Das hat unsere Leiterin, Kollegin Meier, gesagt.", "das habe ihre Leiterin, Kollegin Meier, gesagt."),
        (
            "Ich habe Herrn Ott, Kollegin Meier und Frau Klein eingeladen.",
            "er habe Herrn Ott, Kollegin Meier und Frau Klein eingeladen.",
        ),
        ("Das hat der Leiter des Amtes, Herr Ott, erklärt.", "das habe der Leiter des Amtes, Herr Ott, erklärt."),
        ("Mit dem Leiter, Herrn Ott, rede ich.", "mit dem Leiter, Herrn Ott, rede er."),
        ("Herr Ott, so heißt es, ist krank.", "Herr Ott, so heiße es, sei krank."),
        ("Herr Ott, das muss ich sagen, ist fleißig.", "Herr Ott, das müsse er sagen, sei fleißig."),
    ],
)
def test_who_is_spoken_of_is_never_taken_for_an_address(text: str, printed: str) -> None:
    result = convert(text, verb="meinte")
    assert (result.indirect, result.sure) == (f"Herr Brandt meinte, {printed}", True)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Das Dach, Herr Landrat, ist undicht.", "das Dach sei undicht."),
        ("Ich weiß, dass das Dach, Herr Landrat, undicht ist.", "er wisse, dass das Dach undicht sei."),
        ("Das Dach, Herr Ott, ist undicht.", "das Dach sei undicht."),
        ("Die Kosten, Herr Ott, steigen.", "die Kosten stiegen."),
        ("Das steht im Haushalt, Herr Kämmerer, auf Seite 12.", "das stehe im Haushalt auf Seite 12."),
        ("Das ist ein Antrag der SPD, Herr Vorsitzender.", "das sei ein Antrag der SPD."),
        ("Wir brauchen mehr Geld, Herr Ott.", "man brauche mehr Geld."),
        ("Wir brauchen Geld, liebe Freunde.", "man brauche Geld."),
        ("Herr Ott, das ist falsch.", "das sei falsch."),
        ("Vielen Dank, Herr Ott, das ist gut.", "das sei gut."),
        ("Das ist, lieber Kollege Ott, falsch.", "das sei falsch."),
    ],
)
def test_a_noun_that_is_no_person_of_that_gender_leaves_only_an_address(text: str, printed: str) -> None:
    result = convert(text, verb="meinte")
    assert (result.indirect, result.sure) == (f"Herr Brandt meinte, {printed}", True)


@pytest.mark.parametrize(
    "text",
    [
        "Unser Verein, Herr Ott, ist pleite.",
        "Die Verwaltung, Frau Meier, hat das geprüft.",
        "Die Fachkraft, Herr Ott, ist neu.",
        "Die SPD, Herr Ott, ist dafür.",
        "Es gibt nur einen, der das kann, Herr Ott.",
        "Das sagt Frau Müller, Herr Meier.",
    ],
)
def test_where_it_cannot_be_told_the_name_stays_and_the_result_is_unsure(text: str) -> None:
    result = convert(text, verb="meinte")
    assert any(name in result.indirect for name in ("Herr Ott", "Frau Meier", "Herr Meier"))
    assert any("angesprochen oder genannt" in doubt for doubt in result.doubts)
