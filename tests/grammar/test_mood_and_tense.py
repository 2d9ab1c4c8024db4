"""House rules 1 to 3: mood and tense."""

from __future__ import annotations

import pytest

from tests.grammar.spoken import convert, free, said


@pytest.mark.parametrize(
    ("spoken", "printed"),
    [
        ("Der Kreis zahlt.", "Der Kreis zahle."),
        ("Die Mittel sind da.", "Die Mittel seien da."),
        ("Die Mittel liegen bereit.", "Die Mittel lägen bereit."),
        ("Die Bürger warten auf Antwort.", "Die Bürger würden auf Antwort warten."),
        ("Die Kreise stimmen dem Plan zu.", "Die Kreise würden dem Plan zustimmen."),
        ("Die Kosten müssen sinken.", "Die Kosten müssten sinken."),
        ("Der Verein spielt in der Halle.", "Der Verein spiele in der Halle."),
        ("Er handelt im Auftrag.", "Er handle im Auftrag."),
    ],
)
def test_present_tense_takes_konjunktiv_one_or_what_replaces_it(spoken: str, printed: str) -> None:
    assert free(spoken).indirect == printed


@pytest.mark.parametrize(
    ("spoken", "printed"),
    [
        ("Der Kreis zahlte.", "Der Kreis habe gezahlt."),
        ("Der Zug kam an.", "Der Zug sei angekommen."),
        ("Die Halle wurde gebaut.", "Die Halle sei gebaut worden."),
        ("Die Halle war gesperrt.", "Die Halle sei gesperrt gewesen."),
        ("Die Familien waren umgezogen.", "Die Familien seien umgezogen."),
        ("Der Kreis musste zahlen.", "Der Kreis habe zahlen müssen."),
        ("Der Kreis ließ ein Gutachten erstellen.", "Der Kreis habe ein Gutachten erstellen lassen."),
        ("Der Träger unterbreitete ein Angebot.", "Der Träger habe ein Angebot unterbreitet."),
        ("Der Träger hatte das Haus verkauft.", "Der Träger habe das Haus verkauft."),
        ("Er sagt, dass er zahlen musste.", "Er sage, dass er habe zahlen müssen."),
    ],
)
def test_every_past_becomes_konjunktiv_perfect(spoken: str, printed: str) -> None:
    assert free(spoken).indirect == printed


@pytest.mark.parametrize(
    "text",
    [
        "Das wäre zu teuer.",
        "Der Aufbau schreite gut voran. Ein Gespräch sei erfolgt.",
        "Man könne nicht zustimmen, weil die Zahlen fehlten.",
        "Die Verwaltung möge den Vorgang prüfen.",
    ],
)
def test_a_konjunktiv_stays_word_for_word(text: str) -> None:
    result = free(text)
    assert result.indirect == text
    assert result.sure


def test_a_form_that_is_preterite_and_konjunktiv_is_unsure_and_gives_the_other_reading() -> None:
    result = free("Die Gespräche liefen gut.")
    assert not result.sure
    assert result.indirect == "Die Gespräche seien gut gelaufen."
    assert result.alternatives == ("Die Gespräche liefen gut.",)


def test_the_context_settles_a_form_with_two_readings() -> None:
    assert free("Im letzten Jahr gingen 20 Anträge ein.").sure
    assert free("Wenn mehr Anträge eingingen, wäre das schwierig.").indirect == (
        "Wenn mehr Anträge eingingen, wäre das schwierig."
    )


def test_sollte_is_advice_but_never_surely_so() -> None:
    result = convert("Man sollte das prüfen.")
    assert result.indirect == "Herr Brandt sagte, man sollte das prüfen."
    assert result.alternatives == ("Herr Brandt sagte, man habe das prüfen sollen.",)
    assert not result.sure


def test_an_unknown_verb_is_conjugated_regularly_and_unsure() -> None:
    result = free("Der Kreis zwurbelt die Mittel.")
    assert result.indirect == "Der Kreis zwurble die Mittel."
    assert not result.sure


def test_a_sentence_without_a_verb_stays() -> None:
    result = free("Keine weiteren Wortmeldungen.")
    assert (result.indirect, result.sure) == ("Keine weiteren Wortmeldungen.", True)


def test_subordinate_and_relative_clauses_are_converted_too() -> None:
    assert said("Die Schule, die wir planen, kostet mehr, weil der Boden weich ist.") == (
        "Herr Brandt sagte, die Schule, die man plane, koste mehr, weil der Boden weich sei."
    )


def test_a_missing_comma_before_a_conjunction_is_put_in() -> None:
    assert said("Ich hoffe dass das gelingt.") == "Herr Brandt sagte, er hoffe, dass das gelinge."
