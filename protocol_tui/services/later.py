"""A language engine that is made when it is first asked: opening a meeting needs none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from typing_extensions import override

from protocol_tui.grammar.speech import Clause, Conversion, Utterance
from protocol_tui.services.ports import IndirectSpeech


class LaterEngine(IndirectSpeech):
    """Answers as the engine that `make` gives."""

    def __init__(self, make: Callable[[], IndirectSpeech]) -> None:
        self._make = make

    @cached_property
    def engine(self) -> IndirectSpeech:
        """The engine itself."""
        return self._make()

    @override
    def convert(self, utterance: Utterance) -> Conversion:
        return self.engine.convert(utterance)

    @override
    def clause_of(self, verb: str) -> tuple[str, Clause]:
        return self.engine.clause_of(verb)

    @override
    def choose(self, kind: str, recent: Sequence[str]) -> tuple[str, Clause]:
        return self.engine.choose(kind, recent)

    @override
    def verbs_for(self, kind: str) -> Sequence[tuple[str, Clause]]:
        return self.engine.verbs_for(kind)

    @override
    def expand(self, text: str) -> str | None:
        return self.engine.expand(text)

    @override
    def is_reporting(self, text: str) -> bool:
        return self.engine.is_reporting(text)
