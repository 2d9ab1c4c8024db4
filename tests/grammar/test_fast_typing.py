"""What fast typing leaves out is put back: commas around clauses, capitals of nouns, endings."""

from __future__ import annotations

import pytest

from tests.grammar.spoken import convert, said


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Anstatt zu jammern müssen wir handeln.", "anstatt zu jammern, müsse man handeln."),
        ("Wenn es regnet läuft der Keller voll.", "wenn es regne, laufe der Keller voll."),
        ("Wie teuer das wird weiß keiner.", "wie teuer das werde, wisse keiner."),
        ("Die Kosten sind höher als wir dachten.", "die Kosten seien höher, als man gedacht habe."),
        ("Das ist genau so wie wir es besprochen haben.", "das sei genau so, wie man es besprochen habe."),
        ("Das geht nur wenn alle mitmachen.", "das gehe nur, wenn alle mitmachen würden."),
        ("Der Weg den die Kinder nehmen ist dunkel.", "der Weg, den die Kinder nähmen, sei dunkel."),
        ("Das Haus in dem die Leute wohnen steht leer.", "das Haus, in dem die Leute wohnen würden, stehe leer."),
        ("Alles was wir tun können ist warten.", "alles, was man tun könne, sei warten."),
        ("Die Schule, die wir gebaut haben ist zu klein.", "die Schule, die man gebaut habe, sei zu klein."),
        ("Wir brauchen jemanden der das koordiniert.", "man brauche jemanden, der das koordiniere."),
        ("Ich möchte wissen wie hoch die Kosten sind.", "er möchte wissen, wie hoch die Kosten seien."),
    ],
)
def test_a_clause_typed_without_its_commas_gets_them(text: str, wanted: str) -> None:
    result = convert(text)
    assert result.indirect == f"Herr Brandt sagte, {wanted}"
    assert result.sure


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Wer hat wann entschieden, dass das so gemacht wird?",
            "wer wann entschieden habe, dass das so gemacht werde.",
        ),
        ("Wie lange bleiben die Container noch stehen?", "wie lange die Container noch stehen blieben."),
    ],
)
def test_words_that_only_look_like_a_clause_get_none(text: str, wanted: str) -> None:
    assert said(text, verb="fragte", kind="question", clause="") == f"Herr Brandt fragte, {wanted}"


def test_no_comma_comes_between_the_verbs_of_one_clause() -> None:
    assert (
        said("Die Stadt hätte den Damm anlegen müssen.")
        == "Herr Brandt sagte, die Stadt hätte den Damm anlegen müssen."
    )
    assert said("Das Haus, das noch zu retten ist, steht leer.") == (
        "Herr Brandt sagte, das Haus, das noch zu retten sei, stehe leer."
    )


def test_nouns_typed_small_get_their_capital_and_the_clerk_is_asked_to_look() -> None:
    result = convert("wir haben im ausschuss darüber geredet, dass die straße saniert wird.")
    assert result.indirect == "Herr Brandt sagte, man habe im Ausschuss darüber geredet, dass die Straße saniert werde."
    assert not result.sure


@pytest.mark.parametrize("text", ["Wir haben das einstimmig so gewollt.", "Ich nehme das schlicht nicht hin."])
def test_an_adverb_behind_das_is_no_noun(text: str) -> None:
    assert " einstimmig" in said(text) or " schlicht" in said(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ich hab das gesehen.", "er habe das gesehen."),
        ("Das heisst, es fehlt Geld.", "das heiße, es fehle Geld."),
        ("Man wartet, weil's regnet.", "man warte, weil es regne."),
        ("Die Halle ist schön, oder?", "die Halle sei schön."),
        ("Gott sei Dank haben wir reagiert.", "Gott sei Dank habe man reagiert."),
    ],
)
def test_spoken_forms_are_written_out(text: str, wanted: str) -> None:
    assert said(text) == f"Herr Brandt sagte, {wanted}"


@pytest.mark.parametrize(
    ("text", "verb", "clause"),
    [
        ("Ich habe das nicht gesagt.", "bestritt", "zu-inf"),
        ("Ich unterschreibe das nicht.", "weigerte sich", "zu-inf"),
        ("Wir brauchen dringend die Zahlen.", "bat", "zu-inf"),
        ("Warum setzen wir uns nicht zusammen?", "schlug vor", "zu-inf"),
        ("Der Zaun (der übrigens uns gehört) ist kaputt.", "sagte", "v2"),
        ("Sie haben recht.", "sagte", "v2"),
        ("Ihr Einwand ist berechtigt.", "sagte", "v2"),
        ("Danke.", "sagte", "v2"),
    ],
)
def test_what_the_sentence_cannot_settle_is_called_unsure(text: str, verb: str, clause: str) -> None:
    assert not convert(text, verb=verb, clause=clause).sure


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Die Verwaltung soll die Zahlen nachreichen.", "bat die Verwaltung, die Zahlen nachzureichen."),
        ("Können Sie das prüfen?", "bat die Verwaltung, das zu prüfen."),
        ("Wäre es möglich, den Punkt zu vertagen?", "bat die Verwaltung, den Punkt zu vertagen."),
    ],
)
def test_a_request_keeps_no_modal(text: str, wanted: str) -> None:
    assert said(text, verb="bat", clause="zu-inf", addressee="die Verwaltung") == f"Herr Brandt {wanted}"
