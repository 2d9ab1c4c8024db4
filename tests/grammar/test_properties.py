"""What holds for every text."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from protocol_tui.grammar.speech import Conversion, Utterance
from protocol_tui.grammar.tokens import tokenize
from tests.grammar.spoken import ENGINE, golden

SPOKEN = [utterance for name in ("seed", "own") for utterance, _ in golden(name)]
SIGNS = [",", ";", ":", "–", "(", ")", "„", "“", "\n", "?", "und", "dass", "zu"]
WORDS = [*sorted({word for utterance in SPOKEN for word in utterance.text.split()}), *SIGNS]
KNOWN = st.fixed_dictionaries(
    {
        "speaker": st.sampled_from(["", "Herr Brandt", "A und B"]),
        "verb": st.sampled_from(["", "sagte", "fragte", "bat", "kündigte an", "xyz"]),
        "clause": st.sampled_from(["", "v2", "dass", "ob", "w", "zu-inf"]),
        "gender": st.sampled_from(["", "m", "f", "n", "pl"]),
        "kind": st.sampled_from(["", "statement", "question", "request"]),
        "addressee": st.sampled_from(["", "die Verwaltung", "der Landrat"]),
        "wir": st.sampled_from(["man", "sie", "verwaltung", "wir"]),
        "continuation": st.booleans(),
    }
)


def _convert(text: str, known: dict[str, object]) -> Conversion:
    return ENGINE.convert(msgspec.convert({"text": text, **known}, Utterance))


def _check_steps(text: str, result: Conversion) -> None:
    at = text
    for step in result.steps:
        assert step.before == at
        at = step.after
    assert at == result.indirect


@given(st.text(max_size=80), KNOWN)
@settings(max_examples=400, deadline=None)
def test_any_text_is_answered_and_its_steps_lead_to_the_answer(text: str, known: dict[str, object]) -> None:
    _check_steps(text, _convert(text, known))


@given(st.lists(st.sampled_from(WORDS), max_size=25), KNOWN)
@settings(max_examples=600, deadline=None)
def test_any_words_of_council_language_are_answered(words: Sequence[str], known: dict[str, object]) -> None:
    text = " ".join(words)
    _check_steps(text, _convert(text, known))


@given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join))
@settings(max_examples=400, deadline=None)
def test_tokens_join_to_the_text(text: str) -> None:
    assert str(tokenize(text)) == text


@given(st.sampled_from(SPOKEN))
@settings(max_examples=200, deadline=None)
def test_converting_the_answer_again_changes_nothing_or_is_unsure(utterance: Utterance) -> None:
    free = msgspec.structs.replace(utterance, speaker="", verb="", clause="", continuation=True)
    once = ENGINE.convert(free).indirect
    twice = ENGINE.convert(msgspec.structs.replace(free, text=once))
    assert twice.indirect == once or not twice.sure


@given(st.sampled_from(SPOKEN), st.text(alphabet="abc wir Sie hat!,.", max_size=20))
@settings(max_examples=100, deadline=None)
def test_a_quotation_survives_letter_by_letter(utterance: Utterance, quoted: str) -> None:
    text = f"Es steht im Bericht „{quoted}“ dazu. {utterance.text}"
    assert f"„{quoted}“" in ENGINE.convert(msgspec.structs.replace(utterance, text=text)).indirect
