"""Tokens, forms and the verb table."""

from __future__ import annotations

import pytest

from protocol_tui.grammar import forms
from protocol_tui.grammar.analysis import guesses, readings
from protocol_tui.grammar.lexicon.verbs import auxiliary_of, particles, verb_of, verb_rows
from protocol_tui.grammar.tokens import sentences, tokenize


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nach § 8 Abs. 2 gilt das. Es kostet 4,85 Euro.", 2),
        ("Zum 1. Oktober kommt Dr. Maier. Er bleibt.", 2),
        ("Er sagte: „Das geht. Oder?“ Es ging.", 2),
        ("Geht das? Ja! Gut.", 3),
        ("z. B. in St. Annen, ca. 60 % der Fälle", 1),
    ],
)
def test_sentences_end_where_they_end(text: str, count: int) -> None:
    tokens = tokenize(text)
    assert len(sentences(tokens.tokens)) == count
    assert str(tokens) == text


@pytest.mark.parametrize(
    ("infinitive", "parts"),
    [
        ("gehen", ("geht", "ging", "gehe", "ginge", "gegangen")),
        ("rechnen", ("rechnet", "rechnete", "rechne", "rechnete", "gerechnet")),
        ("sammeln", ("sammelt", "sammelte", "sammle", "sammelte", "gesammelt")),
        ("unterbreiten", ("unterbreitet", "unterbreitete", "unterbreite", "unterbreitete", "unterbreitet")),
        ("umgeben", ("umgibt", "umgab", "umgebe", "umgäbe", "umgeben")),
        ("erschaffen", ("erschafft", "erschuf", "erschaffe", "erschüfe", "erschaffen")),
        ("reihen", ("reiht", "reihte", "reihe", "reihte", "gereiht")),
        ("stehen", ("steht", "stand", "stehe", "stünde", "gestanden")),
        ("informieren", ("informiert", "informierte", "informiere", "informierte", "informiert")),
        ("verlernen", ("verlernt", "verlernte", "verlerne", "verlernte", "verlernt")),
    ],
)
def test_a_verb_is_conjugated(infinitive: str, parts: tuple[str, ...]) -> None:
    verb = verb_of(infinitive)
    assert verb is not None
    assert parts == (
        forms.present(verb, "sg"),
        forms.preterite(verb, "sg"),
        forms.konjunktiv1(verb, "sg"),
        forms.konjunktiv2(verb, "sg"),
        forms.participle(verb),
    )


def test_every_form_the_engine_writes_is_read_again() -> None:
    for infinitive in verb_rows():
        verb = verb_of(infinitive)
        assert verb is not None
        for form, mood in (
            (forms.konjunktiv1(verb, "sg"), "konj1"),
            (forms.konjunktiv2(verb, "pl"), "konj2"),
            (forms.preterite(verb, "sg"), "preterite"),
            (verb.participle, "participle"),
        ):
            if form not in particles().never:
                assert (infinitive, mood) in {(r.verb.infinitive, r.mood) for r in readings(form)}, form


def test_a_konjunktiv_two_in_use_is_no_other_verb_in_the_indicative() -> None:
    for infinitive in verb_rows():
        verb = verb_of(infinitive)
        assert verb is not None
        if verb.used:
            found = readings(forms.konjunktiv2(verb, "pl"))
            assert not [reading for reading in found if reading.mood == "present"], infinitive


@pytest.mark.parametrize(
    ("form", "lemma", "mood"),
    [
        ("vorzulegen", "vorlegen", "zu"),
        ("eingruppiert", "eingruppieren", "participle"),
        ("zusammentrete", "zusammentreten", "konj1"),
        ("entfielen", "entfallen", "konj2"),
        ("anerkannt", "anerkennen", "participle"),
        ("vermietete", "vermieten", "preterite"),
    ],
)
def test_a_form_is_read(form: str, lemma: str, mood: str) -> None:
    assert (lemma, mood) in {(reading.lemma, reading.mood) for reading in readings(form)}


@pytest.mark.parametrize(
    ("particle", "base", "auxiliary"),
    [
        ("um", "ziehen", "sein"),
        ("zurück", "ziehen", "haben"),
        ("zurück", "treten", "sein"),
        ("aus", "scheiden", "sein"),
        ("ab", "stimmen", "haben"),
    ],
)
def test_particles_can_change_the_auxiliary(particle: str, base: str, auxiliary: str) -> None:
    verb = verb_of(base)
    assert verb is not None
    assert auxiliary_of(verb, particle) == auxiliary


def test_an_unlisted_form_is_guessed_as_a_regular_verb() -> None:
    assert [(reading.lemma, reading.verb.known) for reading in guesses("zwurbelt")] == [("zwurbeln", False)]
    assert guesses("freundlich") == ()
