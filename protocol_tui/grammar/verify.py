"""House rule 8: the result is read again, and what does not read as indirect speech is said to be unsure.

A rule that misread a clause leaves traces: a verb still in the indicative, a verb that belongs to no clause, a clause
that has lost its verb.
"""

from __future__ import annotations

from protocol_tui.grammar import finite
from protocol_tui.grammar.clauses import Clause, Sentence
from protocol_tui.grammar.draft import Draft
from protocol_tui.grammar.parsing import parse
from protocol_tui.grammar.rules.tense import is_indicative
from protocol_tui.grammar.tokens import join, sentences, tokenize

_CHANGED = "Das Ergebnis liest sich nicht als indirekte Rede („{}“); bitte prüfen."


def check(draft: Draft) -> None:
    """Read the sentences again, without their reporting clauses."""
    for sentence in draft.sentences:
        for doubt in sentence.doubts:
            draft.doubt(doubt)
        done = {clause.finite.text.lower() for clause in sentence.clauses if clause.finite is not None}
        for tokens in sentences(tokenize(join(sentence.tokens).strip()).tokens):
            again = parse(tokens, question=tokens[-1].text == "?")
            for clause in again.clauses:
                _verb(draft, clause, done)
            _loose(draft, again, done)


def _verb(draft: Draft, clause: Clause, done: set[str]) -> None:
    """`done`: the verbs that were put into the Konjunktiv knowingly."""
    reading, verb = clause.reading, clause.finite
    if any(token.low in done for token in clause.words) or draft.keeps_indicative(clause):
        return
    if clause.kind == "sub" and verb is None:
        draft.doubt(_CHANGED.format(" ".join(token.text for token in clause.words[:3])))
    if reading is None or verb is None or not reading.verb.known:
        return
    konjunktiv = any(each.mood in {"konj1", "konj2"} for each in finite.of(verb) if each.finite)
    if is_indicative(reading) and not konjunktiv and not finite.is_nonfinite(verb):
        draft.doubt(_CHANGED.format(verb.text))


def _loose(draft: Draft, sentence: Sentence, done: set[str]) -> None:
    verbs = [clause.finite for clause in sentence.clauses]
    for clause in sentence.clauses:
        for token in finite.loose(clause.words):
            if token not in verbs and token.low not in done:
                draft.doubt(_CHANGED.format(token.text))
