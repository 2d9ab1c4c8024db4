"""The house list of reporting verbs."""

from __future__ import annotations

import pytest

from protocol_tui.grammar.lexicon.reporting import house_list
from protocol_tui.grammar.reporting import find, in_plural
from tests.grammar.spoken import ENGINE


@pytest.mark.parametrize(
    "text",
    [
        "hob besonders hervor, dass",
        "machte bei Beantwortung der Fragen noch einmal deutlich, dass",
        "führte weiter aus",
        "kündigte an, zu",
        "berichtete",
        "fragte, ob",
        "wollte wissen",
        "bat die Verwaltung",
        "erklärten",
        "gibt zu bedenken",
    ],
)
def test_a_reporting_clause_is_recognised_with_words_in_between(text: str) -> None:
    assert ENGINE.is_reporting(text)


@pytest.mark.parametrize("text", ["Der Wert ist", "", "hob", "stellte", "machte Pause", "Berichte", "die Zahl a"])
def test_other_text_is_no_reporting_clause(text: str) -> None:
    assert not ENGINE.is_reporting(text)


@pytest.mark.parametrize(
    ("written", "split"),
    [
        ("hob hervor, dass", ("hob hervor", "dass")),
        ("kündigte an, zu", ("kündigte an", "zu-inf")),
        ("fragte, ob", ("fragte", "ob")),
        ("fragte", ("fragte", "")),
        ("berichtete", ("berichtete", "v2")),
        ("teilte mit", ("teilte mit", "dass")),
        ("gab zu bedenken", ("gab zu bedenken", "dass")),
        ("sagte zu", ("sagte zu", "zu-inf")),
        ("murmelte", ("murmelte", "v2")),
    ],
)
def test_verb_and_clause_are_parted(written: str, split: tuple[str, str]) -> None:
    assert ENGINE.clause_of(written) == split


def test_every_house_code_stands_for_a_reporting_clause_and_only_for_one() -> None:
    codes = [verb.code for verb in house_list().verb if verb.code]
    assert len(codes) == len(set(codes))
    for code in codes:
        clause = ENGINE.expand(code)
        assert clause is not None
        assert ENGINE.is_reporting(clause)
    assert ENGINE.expand("hh") == "hob hervor, dass"
    assert ENGINE.expand("nichts") is None


def test_every_verb_of_the_list_is_found_in_both_tenses_and_numbers() -> None:
    for verb in house_list().verb:
        for clause in (verb.past, verb.present):
            assert find(clause) is not None, clause
            assert find(in_plural(clause)) is not None, clause


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("sagte", "sagten"),
        ("bat", "baten"),
        ("riet", "rieten"),
        ("wandte ein", "wandten ein"),
        ("kritisiert", "kritisieren"),
        ("bemängelt", "bemängeln"),
        ("hält fest", "halten fest"),
        ("will wissen", "wollen wissen"),
    ],
)
def test_a_reporting_clause_is_put_into_the_plural(one: str, several: str) -> None:
    assert in_plural(one) == several


@pytest.mark.parametrize("kind", ["statement", "report", "question", "answer", "request", "motion", "unknown"])
def test_the_automatic_choice_varies_and_repeats_itself_exactly(kind: str) -> None:
    recent: list[str] = []
    for _ in range(12):
        verb, clause = ENGINE.choose(kind, recent)
        assert (verb, clause) == ENGINE.choose(kind, recent)
        assert verb not in recent[-1:]
        assert clause == ENGINE.clause_of(verb)[1]
        recent.append(verb)
    assert len(set(recent)) > 1
