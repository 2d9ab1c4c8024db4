"""The language engine: direct speech in, indirect speech out."""

from __future__ import annotations

from collections.abc import Sequence

from protocol_tui.grammar import reporting
from protocol_tui.grammar.speech import Clause, Conversion, Step, Utterance


class Engine:
    """Puts what was said into indirect speech, and knows the reporting clauses of the house."""

    def convert(self, utterance: Utterance) -> Conversion:
        """Put an utterance into indirect speech; never raises."""
        text = utterance.text
        if utterance.verb and utterance.speaker and not utterance.continuation:
            text = f"{utterance.speaker} {utterance.verb}: {text}"
        if utterance.kind == "note" or not text.strip():
            return Conversion(indirect=utterance.text)
        steps = (Step(rule="Redeeinleitung", before=utterance.text, after=text),) if text != utterance.text else ()
        return Conversion(indirect=text, sure=False, steps=steps, doubts=("Der Satz ist nicht umgeformt worden.",))

    def clause_of(self, verb: str) -> tuple[str, Clause]:
        """Split a reporting clause as the clerk writes it into verb and clause."""
        return reporting.split(verb)

    def choose(self, kind: str, recent: Sequence[str]) -> tuple[str, Clause]:
        """Choose a reporting verb for a kind of entry; `recent` are the verbs used last, the latest last."""
        return reporting.choose(kind, recent)

    def expand(self, text: str) -> str | None:
        """Give the reporting clause a house code stands for, None when it is no code."""
        return reporting.expand(text)

    def is_reporting(self, text: str) -> bool:
        """Tell whether the text begins with a reporting verb."""
        return reporting.find(text) is not None
