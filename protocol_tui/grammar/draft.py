"""What the rules work on: the sentences of one utterance, and what is known around them."""

from __future__ import annotations

from dataclasses import dataclass, field

from protocol_tui.grammar import capitals
from protocol_tui.grammar.clauses import Clause, Sentence
from protocol_tui.grammar.forms import Number
from protocol_tui.grammar.persons import Person, addressee_of, speaker_of
from protocol_tui.grammar.speech import Clause as ClauseType
from protocol_tui.grammar.speech import Switches, Utterance


@dataclass(frozen=True, slots=True)
class Choices:
    """Decisions that can be taken in two ways; an alternative is the same draft with another choice."""

    other_mood: bool = False
    feminine: bool = False
    other_case: bool = False
    sie_for_man: bool = False


@dataclass(slots=True)
class Draft:
    """An utterance on its way into indirect speech.

    `start`: the sentence that takes the reporting clause the clerk chose; `heads`: the reporting clauses by sentence.
    `merged`: the first sentence says no more than the reporting clause and goes on with it ("beantragte eine Pause").
    `choosable`: the choices that make a difference here, so that alternatives are worked out for them.
    `names_both`: the speaker says who is meant by wir. `wir_named`: the noun for wir has been written.
    `opens`: the first sentence begins with a clause that needs no conjunction more, its main clause having dissolved.
    `dissolved`: that main clause said what the reporting clause says ("Ich beantrage, …").
    """

    utterance: Utterance
    sentences: list[Sentence]
    tail: str
    capital: list[bool]
    choices: Choices = field(default_factory=Choices)
    switches: Switches = field(default_factory=Switches)
    framed: bool = False
    opens: bool = False
    dissolved: bool = False
    merged: bool = False
    asks: bool = False
    clause_type: ClauseType = ""
    heads: dict[int, str] = field(default_factory=dict)
    start: int = 0
    doubts: list[str] = field(default_factory=list)
    choosable: set[str] = field(default_factory=set)
    names_both: bool = False
    wir_named: bool = False
    numbers: dict[int, Number] = field(default_factory=dict)

    @property
    def speaker(self) -> Person:
        person = speaker_of(self.utterance)
        return Person("f") if self.choices.feminine and person.gender == "m" else person

    @property
    def addressee(self) -> Person:
        return addressee_of(self.utterance)

    def doubt(self, sentence: str) -> None:
        """Say why the result may be wrong; each reason once."""
        if sentence not in self.doubts:
            self.doubts.append(sentence)

    def number_of(self, clause: Clause) -> Number:
        """The number the finite verb takes in the third person."""
        known = self.numbers.get(id(clause))
        if known is not None:
            return known
        return clause.reading.number if clause.reading is not None else "sg"

    def set_number(self, clause: Clause, number: Number) -> None:
        """Say which number a finite verb takes after its subject has changed."""
        self.numbers[id(clause)] = number

    def keeps_indicative(self, clause: Clause) -> bool:
        """Tell whether the house leaves a clause in the indicative: a relative clause, where it says so."""
        if not self.switches.relative_indicative or not clause.is_relative or clause.opener is None:
            return False
        return clause.opener.low.lower() not in {"was", "wer", "wem", "wen", "wo", "wie"}

    def render(self) -> str:
        """Write the draft as it stands."""
        parts = []
        for at, sentence in enumerate(self.sentences):
            head = self.heads.get(at)
            text = capitals.write(sentence.tokens, capital=self.capital[at] and head is None)
            body = text.lstrip()
            opening = head.rstrip() if head is not None and body.startswith(",") else head  # "dass, wer …, …"
            parts.append(text if opening is None else (" " if at else "") + opening + body)
        return "".join(parts) + self.tail
