"""House rule 4: persons."""

from __future__ import annotations

import pytest

from tests.grammar.spoken import convert, said


@pytest.mark.parametrize(
    ("gender", "printed"),
    [
        ("m", "X sagte, er habe sich das angesehen und seinen Kollegen gefragt, ihm fehle nichts."),
        ("f", "X sagte, sie habe sich das angesehen und ihren Kollegen gefragt, ihr fehle nichts."),
    ],
)
def test_the_first_person_follows_the_gender_of_the_speaker(gender: str, printed: str) -> None:
    assert (
        said("Ich habe mir das angesehen und meinen Kollegen gefragt, mir fehlt nichts.", speaker="X", gender=gender)
        == printed
    )


@pytest.mark.parametrize(
    ("wir", "printed"),
    [
        ("man", "Herr Brandt sagte, man prüfe das."),
        ("sie", "Herr Brandt sagte, sie würden das prüfen."),
        ("verwaltung", "Herr Brandt sagte, die Verwaltung prüfe das."),
        ("fraktion", "Herr Brandt sagte, die Fraktion prüfe das."),
        ("wir", "Herr Brandt sagte, wir würden das prüfen."),
    ],
)
def test_wir_follows_the_house_setting(wir: str, printed: str) -> None:
    assert said("Wir prüfen das.", wir=wir) == printed


def test_several_speakers_are_sie_and_their_verb_is_plural() -> None:
    assert said(
        "Wir lehnen das ab und ziehen unseren Antrag zurück.", speaker="A und B", gender="pl", verb="erklärte"
    ) == ("A und B erklärten, sie würden das ablehnen und zögen ihren Antrag zurück.")


@pytest.mark.parametrize(
    ("spoken", "printed"),
    [
        ("Das Land hilft uns.", "das Land helfe ihnen."),
        ("Das Land unterstützt uns.", "das Land unterstütze sie."),
        ("Frau Ott, die neue Leiterin, begrüßte uns.", "Frau Ott, die neue Leiterin, habe sie begrüßt."),
        ("Das Land hat mit uns gesprochen.", "das Land habe mit ihnen gesprochen."),
        ("Wir haben uns beraten.", "man habe sich beraten."),
        ("Unser Haus ist voll.", "ihr Haus sei voll."),
        ("Wir stehen zu unserem Wort.", "man stehe zu seinem Wort."),
        ("Wir haben unseren Plan.", "man habe den Plan."),
    ],
)
def test_uns_and_unser_find_their_case_and_owner(spoken: str, printed: str) -> None:
    assert said(spoken) == f"Herr Brandt sagte, {printed}"


def test_a_joint_subject_with_ich_is_plural() -> None:
    assert said("Der Landrat und ich haben gesprochen.") == "Herr Brandt sagte, der Landrat und er hätten gesprochen."


def test_the_pronoun_of_an_infinitive_is_reflexive_where_the_speaker_acts() -> None:
    assert said("Der Landrat hat mich gebeten, mir das anzusehen.").endswith("habe ihn gebeten, sich das anzusehen.")


def test_the_addressee_is_named_once_and_then_a_pronoun() -> None:
    assert said(
        "Haben Sie die Zahlen, und wann legen Sie sie vor?",
        verb="fragte",
        clause="",
        kind="question",
        addressee="der Landrat",
        addressee_number="sg",
        addressee_gender="m",
    ) == ("Herr Brandt fragte, ob der Landrat die Zahlen habe und wann er sie vorlege.")


def test_the_addressee_is_declined() -> None:
    assert said("Ich danke Ihnen.", addressee="der Landrat") == "Herr Brandt sagte, er danke dem Landrat."
    assert said("Ich bewundere Sie.", addressee="der Landrat") == "Herr Brandt sagte, er bewundere den Landrat."


def test_an_address_without_addressee_is_unsure() -> None:
    result = convert("Ich danke Ihnen.")
    assert result.doubts == ("Wer mit „Ihnen“ gemeint ist, lässt sich nicht erkennen.",)


def test_without_a_gender_both_pronouns_are_offered() -> None:
    result = convert("Ich prüfe das.", speaker="Abg. Sommer", gender="n")
    assert not result.sure
    assert result.alternatives == ("Abg. Sommer sagte, sie prüfe das.",)


def test_quotations_and_brackets_are_never_touched() -> None:
    text = "Er hat gesagt: „Wir haben mich gebeten.“ Das Haus (wir haben es gebaut) ist alt."
    result = said(text)
    assert "„Wir haben mich gebeten.“" in result
    assert "(wir haben es gebaut)" in result


@pytest.mark.parametrize(
    ("addressee", "dative", "accusative"),
    [
        ("Vorsitzender Stollmann", "Vorsitzendem Stollmann", "Vorsitzenden Stollmann"),
        ("Vorsitzende Meier", "Vorsitzender Meier", "Vorsitzende Meier"),
        ("Abgeordneter Dr. Ott", "Abgeordnetem Dr. Ott", "Abgeordneten Dr. Ott"),
        ("Erster Beigeordneter Ott", "Erstem Beigeordneten Ott", "Ersten Beigeordneten Ott"),
        ("Herr Vorsitzender", "Herrn Vorsitzenden", "Herrn Vorsitzenden"),
        ("Herr Kollege Ott", "Herrn Kollegen Ott", "Herrn Kollegen Ott"),
        ("Frau Beigeordnete Meier", "Frau Beigeordneter Meier", "Frau Beigeordnete Meier"),
        ("Landrat Ott", "Landrat Ott", "Landrat Ott"),
        ("Kreisdirektorin Meier", "Kreisdirektorin Meier", "Kreisdirektorin Meier"),
        (
            "der stellvertretende Vorsitzende",
            "dem stellvertretenden Vorsitzenden",
            "den stellvertretenden Vorsitzenden",
        ),
        ("die städtische Verwaltung", "der städtischen Verwaltung", "die städtische Verwaltung"),
        ("Frau Meier und Herr Ott", "Frau Meier und Herrn Ott", "Frau Meier und Herrn Ott"),
        ("die Verwaltung und der Landrat", "der Verwaltung und dem Landrat", "die Verwaltung und den Landrat"),
    ],
)
def test_the_label_of_the_addressee_takes_the_case_of_sie(addressee: str, dative: str, accusative: str) -> None:
    assert said("Ich muss Ihnen danken.", addressee=addressee) == f"Herr Brandt sagte, er müsse {dative} danken."
    assert said("Ich muss Sie fragen.", addressee=addressee) == f"Herr Brandt sagte, er müsse {accusative} fragen."


@pytest.mark.parametrize(
    ("addressee", "pronoun"), [("Vorsitzender Ott", "er"), ("Vorsitzende Ott", "sie"), ("Kreisdirektorin Ott", "sie")]
)
def test_the_title_of_the_addressee_tells_the_pronoun(addressee: str, pronoun: str) -> None:
    assert said("Sie sagen, dass Sie warten.", addressee=addressee, addressee_number="sg", kind="statement") == (
        f"Herr Brandt sagte, {addressee} sage, dass {pronoun} warte."
    )
