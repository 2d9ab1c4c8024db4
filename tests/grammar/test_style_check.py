"""The style check: it finds what slipped, and stays silent on good minutes."""

from __future__ import annotations

from typing import Any

import pytest

from protocol_tui.grammar import forms
from protocol_tui.grammar.style.check import StyleCheck
from protocol_tui.grammar.style.reading import read
from protocol_tui.grammar.style.remarks import House, Passage, Remark
from tests.grammar.spoken import golden

CHECK = StyleCheck()


def remarks(text: str, kind: str = "statement", **house: Any) -> tuple[Remark, ...]:
    return CHECK.check_text(text, kind, House(**house))


def rules(text: str, kind: str = "statement", **house: Any) -> list[str]:
    return [remark.rule for remark in remarks(text, kind, **house)]


def good_texts() -> list[str]:
    """Every golden result: good minutes, written by hand."""
    found: list[str] = []
    for name in ("own", "debates", "seed"):
        for utterance, wanted in golden(name):
            if utterance.kind != "note":
                found += [wanted] if isinstance(wanted, str) else wanted
    return found


def slips_of(text: str) -> list[str]:
    """The same text once for each Konjunktiv in it, with that one verb in the present indicative."""
    found = []
    reading = read(text)
    for sentence in reading.sentences:
        for clause in sentence.clauses:
            verb = clause.finite
            if verb is None or clause.reading is None or clause.reading.mood not in {"konj1", "konj2"}:
                continue
            start, end = reading.place(verb)
            new = clause.reading.particle + forms.present(clause.reading.verb, clause.reading.number)
            if verb.text[:1].isupper():
                new = new[:1].upper() + new[1:]
            if new != verb.text:
                found.append(text[:start] + new + text[end:])
    return found


def test_good_minutes_raise_fewer_than_one_false_alarm_in_a_hundred() -> None:
    texts = good_texts()
    # "heute" and "Eine Reihe … seien" are to be pointed out although they stand in the model minutes
    alarms = [text for text in texts if set(rules(text)) - {"deixis", "agreement", "genitive"}]
    assert len(texts) > 1_500
    assert len(alarms) < len(texts) / 100, alarms


def test_of_verbs_put_back_into_the_indicative_nine_in_ten_are_found() -> None:
    slips = [slip for text in good_texts() for slip in slips_of(text)]
    missed = [slip for slip in slips if not {"indicative", "ambiguous"} & set(rules(slip))]
    assert len(slips) > 2_000
    assert len(missed) < len(slips) / 10


def test_what_it_corrects_it_no_longer_finds() -> None:
    for text in good_texts()[:200]:
        for slip in slips_of(text):
            for remark in remarks(slip):
                if remark.rule in {"indicative", "ambiguous"} and remark.corrected:
                    places = [each.start for each in remarks(remark.corrected) if each.rule == remark.rule]
                    assert remark.start not in places, (slip, remark.corrected)


@pytest.mark.parametrize("kind", ["narration", "verbatim", "note", "resolution", "interjection", "motion"])
def test_the_clerks_own_words_and_what_is_printed_as_spoken_stay_silent(kind: str) -> None:
    assert rules("Die Nachfragen zeigten, dass der Wunsch besteht. Wir sind heute hier diesen Jahres.", kind) == []


@pytest.mark.parametrize(
    ("slip", "corrected"),
    [
        ("Abg. Kurz meinte, der Bus kommt zu spät.", "Abg. Kurz meinte, der Bus komme zu spät."),
        ("Die Mittel sind gebunden.", "Die Mittel seien gebunden."),
        (
            "Frau Lang erklärte, dass die Gemeinden das Geld brauchen.",
            "Frau Lang erklärte, dass die Gemeinden das Geld brauchen würden.",
        ),
        ("Die Gemeinden haben zugestimmt.", "Die Gemeinden hätten zugestimmt."),
        ("Man gab damals viel Geld aus.", "Man habe damals viel Geld ausgegeben."),
        ("Wann gibt es Ergebnisse?", "Wann gebe es Ergebnisse?"),
    ],
)
def test_a_slip_comes_with_its_correction(slip: str, corrected: str) -> None:
    assert [remark.corrected for remark in remarks(slip)] == [corrected]


@pytest.mark.parametrize(
    "text",
    [
        "Nachdem er den Bericht vorgestellt hatte, erklärte er, die Arbeit gehe weiter.",
        "Abg. Kurz dankte der Verwaltung, die den Bericht erstellt hat.",
        "Auf die Frage, ob das reiche, antwortete Frau Lang, das Geld genüge.",
        "Frau Lang dankte für die Vorlage und fragte, wann der Bau beginne.",
        "Herr Brandt sagte, im Leitbild stehe: „Wir sind für alle da.“",
        "Abg. Kurz fragte, ob die Busse wie bisher führen.",
    ],
)
def test_the_clerks_own_clauses_and_quotations_are_left_alone(text: str) -> None:
    assert rules(text) == []


def test_relative_clauses_may_keep_the_indicative_where_the_house_wants_it() -> None:
    text = "Abg. Kurz meinte, der Bus, der dort hält, sei zu klein."
    assert rules(text) == ["indicative"]
    assert rules(text, relative_indicative=True) == []


def test_number_genitive_deixis_and_first_person_are_pointed_out() -> None:
    assert rules("Eine Reihe von Fragen seien offen.") == ["agreement"]
    assert remarks("Eine Reihe von Fragen seien offen.")[0].corrected == "Eine Reihe von Fragen sei offen."
    assert rules("Man sei im November diesen Jahres fertig.") == ["genitive"]
    assert rules("Man habe heute keine Zahlen.") == ["deixis"]
    assert rules("Man halte an unserem Plan fest.") == ["first-person"]
    assert rules("Man halte an unserem Plan fest.", first_person=True) == []
    assert rules("Eine Reihe von Bürgern und der Beirat seien eingeladen.") == []


def passages(*texts: str, part: str = "1") -> list[Passage]:
    return [Passage(text=text, kind="statement", part=part) for text in texts]


def course(*texts: str, **house: Any) -> list[tuple[int, str]]:
    return [(at, remark.rule) for at, remark in CHECK.check_passages(passages(*texts), House(**house))]


def test_the_same_reporting_verb_twice_running_is_pointed_out() -> None:
    first, other = "Abg. Kurz erklärte, das reiche.", "Frau Lang meinte, das stimme."
    assert course(first, "Frau Lang erklärte, das stimme.") == [(1, "repetition")]
    assert course(first, other, first) == []


def test_a_reporting_verb_in_another_tense_than_the_rest_is_pointed_out() -> None:
    texts = ("Abg. Kurz erklärte, das reiche.", "Frau Lang meint, das stimme.", "Herr Ott betonte, es eile.")
    assert course(*texts) == [(1, "tense")]
    assert course(*texts, tense="present") == [(0, "tense"), (2, "tense")]


def test_an_abbreviation_is_explained_once_before_it_is_used() -> None:
    assert course("Man habe beim LVR nachgefragt.") == [(0, "abbreviation")]
    assert course("Man habe beim Landschaftsverband Rheinland (LVR) nachgefragt.", "Der LVR zahle.") == []
    assert course("Man habe beim LVR (Landschaftsverband) nachgefragt. Der LVR zahle.") == []
    assert course("Man habe beim LVR nachgefragt.", known=frozenset({"LVR"})) == []
    assert course("Der Plan folge § 34 BauGB und dem EU-Recht.") == []


def test_nothing_is_raised_by_any_text() -> None:
    for text in ("", " ", "\n\n", "„", "((", "Äh.", "§ 1", "e\u0308s", "A" * 3000, ", , ,", "?!"):
        remarks(text)
        CHECK.check_passages(passages(text))


def test_a_sentence_without_an_end_is_checked_all_the_same() -> None:
    found = remarks("Er sagte, der Kreis zahle das nicht, " + "weil das Land zahlt, " * 300 + "was er bedauere.")
    assert len(found) == 300
    assert found[-1].corrected is not None
    assert found[-1].corrected.count("zahle,") == 1


def test_a_request_of_several_is_no_slip() -> None:
    assert rules("Die Fraktionen mögen ihre Anträge bis Montag einreichen.") == []
