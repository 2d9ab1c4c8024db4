"""The language engine: direct speech in, indirect speech out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from protocol_tui.grammar import capitals, certainty, finite, framing, reporting, verify
from protocol_tui.grammar.clauses import Sentence
from protocol_tui.grammar.draft import Choices, Draft
from protocol_tui.grammar.mixture import is_indirect, settle_conditionals
from protocol_tui.grammar.parsing import parse
from protocol_tui.grammar.rules import (
    address,
    commas,
    contractions,
    deixis,
    familiar,
    fillers,
    mood,
    nouns,
    order,
    person,
    phrases,
    requests,
    tense,
    zu_infinitive,
)
from protocol_tui.grammar.speech import Clause, Conversion, Step, Switches, Utterance
from protocol_tui.grammar.tokens import Token, join, sentences, tokenize

_IN_PLACE: tuple[tuple[str, Callable[[Draft], None]], ...] = (
    (requests.NAME, requests.apply),  # before the address, which is its subject
    (address.NAME, address.apply),  # before the persons: "sie" at the start of a sentence must still be what was said
    (person.NAME, person.apply),
    (tense.NAME, tense.apply),  # before the mood: only the auxiliary is put into Konjunktiv
    (mood.NAME, mood.apply),
    (deixis.NAME, deixis.apply),
)


_ALTERNATIVES: tuple[tuple[str, Choices], ...] = (
    ("mood", Choices(other_mood=True)),
    ("gender", Choices(feminine=True)),
    ("case", Choices(other_case=True)),
    ("man", Choices(sie_for_man=True)),
)


class Engine:
    """Puts what was said into indirect speech, and knows the reporting clauses of the house."""

    def __init__(self, switches: Switches | None = None) -> None:
        self._switches = switches or Switches()

    def convert(self, utterance: Utterance) -> Conversion:
        """Put an utterance into indirect speech; never raises."""
        if utterance.kind == "note" or not utterance.text.strip():
            return Conversion(indirect=utterance.text)
        draft, steps = _run(utterance, Choices(), self._switches)
        result = draft.render()
        alternatives = [
            _run(utterance, choices, self._switches)[0].render()
            for wanted, choices in _ALTERNATIVES
            if draft.doubts and wanted in draft.choosable
        ]
        return Conversion(
            indirect=result,
            sure=not draft.doubts,
            alternatives=tuple(dict.fromkeys(each for each in alternatives if each != result)),
            steps=tuple(steps),
            doubts=tuple(draft.doubts),
        )

    def clause_of(self, verb: str) -> tuple[str, Clause]:
        """Split a reporting clause as the clerk writes it into verb and clause."""
        return reporting.split(verb)

    def choose(self, kind: str, recent: Sequence[str]) -> tuple[str, Clause]:
        """Choose a reporting verb for a kind of entry; `recent` are the verbs used last, the latest last."""
        return reporting.choose(kind, recent)

    def verbs_for(self, kind: str) -> list[tuple[str, Clause]]:
        """Give the reporting verbs that fit a kind of entry, each with its clause."""
        return reporting.offered(kind)

    def expand(self, text: str) -> str | None:
        """Give the reporting clause a house code stands for, None when it is no code."""
        return reporting.expand(text)

    def is_reporting(self, text: str) -> bool:
        """Tell whether the text begins with a reporting verb."""
        return reporting.find(text) is not None


class _Trace:
    """Keeps a step for every rule that changed the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.steps: list[Step] = []

    def note(self, rule: str, text: str) -> None:
        if text != self.text:
            self.steps.append(Step(rule=rule, before=self.text, after=text))
            self.text = text


def _run(utterance: Utterance, choices: Choices, switches: Switches) -> tuple[Draft, list[Step]]:
    trace = _Trace(utterance.text)
    draft = _read(utterance, choices, trace)
    draft.switches = switches
    known = reporting.find(utterance.verb)
    if not utterance.kind and known is not None and known.kind == "request":
        draft.utterance = utterance = msgspec.structs.replace(utterance, kind="request")
    if not draft.sentences:
        return draft, trace.steps
    draft.framed = framing.is_framed(utterance)
    settle_conditionals(draft)
    indirect = is_indirect(draft)
    if draft.framed:
        draft.clause_type = framing.plan(draft)
        _announced(draft)
        phrase = phrases.dissolve(draft, draft.sentences[0], asks_for=framing.wanted(draft) == "zu-inf")
        if phrase:
            draft.utterance = _with_phrase(draft, phrase)
        draft.merged = not phrase and phrases.merge(draft, draft.sentences[0])
        draft.opens = bool(draft.sentences[0].clauses) and not draft.sentences[0].mains
        draft.clause_type = framing.plan(draft) if not draft.opens or not draft.asks else draft.clause_type
        if draft.merged:
            draft.clause_type = "v2"
        elif framing.wanted(draft) == "zu-inf" and framing.misses_infinitive(draft):
            draft.doubt("Die Redeeinleitung verlangt einen Infinitiv, der Satz gibt keinen her.")
        trace.note(phrases.NAME, draft.render())
    if draft.framed and draft.asks and draft.clause_type == "v2" and not draft.opens:
        framing.skip_statements(draft)
    certainty.check_phrase(draft)
    if not indirect:
        certainty.check(draft)
        if draft.framed and draft.clause_type == "zu-inf":
            zu_infinitive.apply(
                draft, draft.sentences[0], [c for c in draft.sentences[0].mains if c.finite is not None]
            )
            trace.note(zu_infinitive.NAME, draft.render())
        for name, rule in _IN_PLACE:
            rule(draft)
            trace.note(name, draft.render())
    if draft.framed:
        framing.subordinate(draft)
        trace.note(order.NAME, draft.render())
        framing.put_heads(draft)
    trace.note(framing.NAME, draft.render())
    if not indirect:
        verify.check(draft)
    certainty.check_gender(draft)
    return draft, trace.steps


_BEFORE_READING: tuple[tuple[str, Callable[[list[Token]], list[Token]]], ...] = (
    (fillers.NAME, fillers.strip),
    (nouns.NAME, nouns.restore),
    (contractions.NAME, contractions.expand),
    (familiar.NAME, familiar.formal),
    (commas.NAME, commas.insert),
)


_REPAIRS = {nouns.NAME: "Klein Geschriebenes ist als Substantiv großgeschrieben worden; bitte prüfen."}
_OPEN_ADDRESS = "Ob „{}“ angesprochen oder genannt wird, lässt sich nicht sicher erkennen."


def _read(utterance: Utterance, choices: Choices, trace: _Trace) -> Draft:
    """Read the text: tokens, sentences without fillers, clauses."""
    text = tokenize(utterance.text)
    spoken = sentences(text.tokens)
    capital = [tokens[0].text[:1].isupper() for tokens in spoken]
    repaired: list[str] = []
    for name, rule in _BEFORE_READING:
        spoken = [rule(tokens) for tokens in spoken]
        written = (capitals.write(tokens, capital=up) for tokens, up in zip(spoken, capital, strict=True))
        before = trace.text
        trace.note(name, "".join(written) + text.tail)
        if trace.text != before and name in _REPAIRS:
            repaired.append(_REPAIRS[name])
    named = dict.fromkeys(fillers.open_address(tokens) for tokens in spoken)
    repaired += [_OPEN_ADDRESS.format(name) for name in named if name]
    parsed: list[Sentence] = []
    for tokens in spoken:
        first = tokens[0]
        sentence = parse(tokens, question=_verb_may_lead(utterance, tokens))
        verbs = [clause.finite for clause in sentence.clauses]
        if first in verbs and first.first:
            first.text = first.text[:1].lower() + first.text[1:]
        else:
            capitals.decapitalise(first, tokens[1] if len(tokens) > 1 else None)
        parsed.append(sentence)
    return Draft(utterance, parsed, text.tail, capital, choices, doubts=repaired)


def _verb_may_lead(utterance: Utterance, tokens: list[Token]) -> bool:
    """Tell whether the finite verb may stand first: questions, requests, and conditions without wenn."""
    if tokens[-1].text in {"?", "!"} or utterance.kind in {"question", "request"}:
        return True
    second = tokens[1] if len(tokens) > 1 else None
    if second is None:
        return False
    return (
        second.text == "Sie"
        or (second.text == "wir" and finite.is_finite(tokens[0]))
        or (finite.is_strict(tokens[0]) and capitals.can_follow_verb(second) and _has_comma(tokens))
    )


def _has_comma(tokens: list[Token]) -> bool:
    return any(token.text == "," for token in tokens)


def _announced(draft: Draft) -> None:
    """Drop a first sentence that only announces a question."""
    if (
        len(draft.sentences) > 1
        and draft.clause_type in {"ob", "w", "v2"}
        and phrases.is_announcement(draft.sentences[0])
    ):
        del draft.sentences[0], draft.capital[0]
        draft.clause_type = framing.plan(draft)


def _with_phrase(draft: Draft, phrase: list[Token]) -> Utterance:
    words = draft.utterance.verb.split(" ")
    return msgspec.structs.replace(draft.utterance, verb=" ".join([words[0], join(phrase).strip(), *words[1:]]))
