"""Whole sentences with the way they are to be printed, read from the golden files."""

from __future__ import annotations

import pytest

from protocol_tui.grammar.certainty import SPRAWLING
from protocol_tui.grammar.speech import Utterance
from tests.grammar.spoken import ENGINE, golden


@pytest.mark.parametrize(("utterance", "wanted"), golden("seed"))
def test_the_model_minutes_come_out_letter_by_letter(utterance: Utterance, wanted: list[str]) -> None:
    result = ENGINE.convert(utterance)
    assert result.indirect in wanted
    assert result.sure


@pytest.mark.parametrize(("utterance", "wanted"), [*golden("own"), *golden("debates")])
def test_a_sentence_of_council_language_is_converted_and_is_sure_or_sprawls(utterance: Utterance, wanted: str) -> None:
    result = ENGINE.convert(utterance)
    assert result.indirect == wanted
    assert result.sure or set(result.doubts) == {SPRAWLING}, result.doubts
