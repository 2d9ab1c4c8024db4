"""What the engine is not sure of it says, with another reading where there is one."""

from __future__ import annotations

import pytest

from protocol_tui.grammar import verify
from protocol_tui.grammar.clauses import Sentence
from protocol_tui.grammar.draft import Draft
from protocol_tui.grammar.speech import Utterance
from protocol_tui.grammar.tokens import tokenize
from tests.grammar.spoken import convert, said


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ihr habt das beschlossen.", "Herr Brandt sagte, die Mitglieder hätten das beschlossen."),
        ("Du hast das beantragt.", "Herr Brandt sagte, die Mitglieder hätten das beantragt."),
        ("Ihr solltet eure Zahlen prüfen.", "Herr Brandt sagte, die Mitglieder sollten ihre Zahlen prüfen."),
    ],
)
def test_familiar_address_is_read_like_the_formal_one(text: str, wanted: str) -> None:
    assert said(text, addressee="die Mitglieder", addressee_number="pl") == wanted


def test_ihr_as_a_possessive_and_a_dative_is_no_address() -> None:
    assert said("Die Schule und ihr Träger zahlen.") == "Herr Brandt sagte, die Schule und ihr Träger würden zahlen."
    assert said("Man hat ihr das gesagt.") == "Herr Brandt sagte, man habe ihr das gesagt."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Vertagen wir das!", "Herr Brandt sagte, man möge das vertagen."),
        ("Verschieben wir das, verlieren wir Zeit.", "Herr Brandt sagte, verschiebe man das, verliere man Zeit."),
    ],
)
def test_a_proposal_to_all_differs_from_a_condition(text: str, wanted: str) -> None:
    assert said(text) == wanted


def test_a_proposal_behind_a_verb_that_takes_an_infinitive_becomes_one() -> None:
    proposed = said("Vertagen wir das doch.", verb="schlug vor", clause="zu-inf")
    assert proposed == "Herr Brandt schlug vor, das zu vertagen."


def test_an_uncertain_case_of_uns_comes_with_the_other_case() -> None:
    result = convert("Das verfrachtet uns.")
    assert not result.sure
    assert {result.indirect, *result.alternatives} == {
        "Herr Brandt sagte, das verfrachte sie.",
        "Herr Brandt sagte, das verfrachte ihnen.",
    }


def test_a_verb_in_one_word_in_the_second_place_does_not_separate() -> None:
    assert said("Der Beirat übermannte den Vorsitz.") == "Herr Brandt sagte, der Beirat habe den Vorsitz übermannt."
    assert said("Die Stadt durchwatete den Bach.") == "Herr Brandt sagte, die Stadt habe den Bach durchwatet."


def test_a_question_without_a_verb_is_asked_in_a_word() -> None:
    assert said("Und warum nicht?", verb="fragte", kind="question", clause="") == "Herr Brandt fragte, warum nicht."
    assert not convert("Und die Eltern?", verb="fragte", kind="question", clause="").sure


def test_what_still_reads_as_indicative_is_never_called_sure() -> None:
    tokens = tokenize("Der Bus kommt, weil die Straße frei sei.").tokens
    draft = Draft(Utterance(text=""), [Sentence(tokens, [])], "", [True])
    verify.check(draft)
    assert draft.doubts == ["Das Ergebnis liest sich nicht als indirekte Rede („kommt“); bitte prüfen."]


def test_a_capital_behind_a_dropped_filler_comes_back() -> None:
    assert said("Ja, das stimmt.", speaker="", verb="", continuation=True) == "Das stimme."


def test_a_condition_without_wenn_lends_its_subject_to_nobody() -> None:
    assert (
        said("Tun wir nichts, droht uns ein Verlust.") == "Herr Brandt sagte, tue man nichts, drohe ihnen ein Verlust."
    )


def test_who_speaks_for_two_is_two() -> None:
    assert said("Meine Frau und ich wohnen dort, und wir haben Ruhe.") == (
        "Herr Brandt sagte, seine Frau und er würden dort wohnen, und sie hätten Ruhe."
    )


def test_a_weak_past_beside_a_real_konjunktiv_is_past_all_the_same() -> None:
    assert said("Der Vertrag regelte das nicht; klüger wäre eine Klausel.") == (
        "Herr Brandt sagte, der Vertrag habe das nicht geregelt; klüger wäre eine Klausel."
    )
