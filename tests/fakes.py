"""Stand-ins for what is outside: real behaviour, without disk, clock or grammar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from typing_extensions import override

from protocol_tui.grammar.speech import Clause, Conversion, Utterance
from protocol_tui.services.ports import Clock, IndirectSpeech


class FixedClock(Clock):
    """Stands still until it is set."""

    def __init__(self, now: dt.datetime | None = None) -> None:
        self.time = now or dt.datetime(2026, 11, 17, 17, 0, tzinfo=dt.UTC)

    @override
    def now(self) -> dt.datetime:
        return self.time


class WordForWord(IndirectSpeech):
    """Puts a reporting clause in front and leaves the words as they are; unsure of everything with "Sie" in it."""

    verbs = ("meinte", "erklärte", "antwortete")

    @override
    def convert(self, utterance: Utterance) -> Conversion:
        text = utterance.text
        if utterance.verb and not utterance.continuation:
            text = f"{utterance.speaker} {utterance.verb}: {text}"
        unsure = "Sie " in utterance.text
        return Conversion(indirect=text, sure=not unsure, doubts=("Wer ist „Sie“?",) if unsure else ())

    @override
    def clause_of(self, verb: str) -> tuple[str, Clause]:
        return verb.removesuffix(", dass"), "dass" if verb.endswith("dass") else "v2"

    @override
    def choose(self, kind: str, recent: Sequence[str]) -> tuple[str, Clause]:
        if kind == "question":
            return "fragte", "w"
        return next(verb for verb in self.verbs if verb not in recent[-1:]), "v2"

    @override
    def verbs_for(self, kind: str) -> Sequence[tuple[str, Clause]]:
        return [("fragte", "w")] if kind == "question" else [(verb, "v2") for verb in self.verbs]

    @override
    def expand(self, text: str) -> str | None:
        return {"hh": "hob hervor, dass"}.get(text)

    @override
    def is_reporting(self, text: str) -> bool:
        return text.split(" ", maxsplit=1)[0].rstrip(",") in (
            "hob",
            "berichtete",
            "meinte",
            "fragte",
            "erklärte",
            "führte",
        )
