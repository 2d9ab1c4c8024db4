"""House rule 5, order: in dass, ob and w clauses the finite verb stands last.

Reason: they are subordinate clauses. Source: spec/indirect-speech.md, rules 2 and 5; Duden-Grammatik, Satzfelder.
"""

from __future__ import annotations

from protocol_tui.grammar import finite, placing
from protocol_tui.grammar.clauses import Clause, Sentence
from protocol_tui.grammar.tokens import Token

NAME = "Das Verb rückt ans Ende"


def to_end(sentence: Sentence, clause: Clause) -> None:
    """Move the finite verb of a main clause to its end, joined with its particle."""
    verb = clause.finite
    if verb is None or clause.verb_last or verb not in clause.words:
        return
    at = clause.words.index(verb)
    following = clause.words[at + 1 :]
    clause.kind = "sub"
    if not following:
        return
    if clause.cluster and clause.cluster[0] in clause.words[:at]:
        _fronted_to_end(sentence, clause)
    if verb is sentence.tokens[0] and len(sentence.tokens) > 1:
        sentence.tokens[1].gap = verb.gap
    verb.gap = " "
    _drop_double_comma(sentence, verb)
    if clause.particle is None and not _stands_before(clause):
        placing.put_last(sentence, clause, verb)
        return
    sentence.tokens.remove(verb)
    clause.words.remove(verb)
    if clause.particle is not None:
        anchor = clause.particle
        anchor.text = anchor.low + verb.text
        clause.finite, clause.particle = anchor, None
        return
    first = placing.first_of_cluster(clause)
    sentence.insert_before(first, verb)
    clause.words.insert(clause.words.index(first), verb)


def _drop_double_comma(sentence: Sentence, verb: Token) -> None:
    """Where a verb stands between two commas, one of them goes with it: "…, der fehlt, hat, wie …"."""
    at = sentence.tokens.index(verb)
    if [token.text for token in sentence.tokens[at - 1 : at + 2 : 2]] == [",", ","]:
        del sentence.tokens[at + 1]


def _fronted_to_end(sentence: Sentence, clause: Clause) -> None:
    """Move a participle from the first place to the end: "dass nur die Länge kritisiert worden sei"."""
    first = sentence.tokens.index(clause.cluster[0])
    gap = clause.cluster[0].gap
    for token in clause.cluster:
        sentence.tokens.remove(token)
        clause.words.remove(token)
        token.gap = " "
    sentence.tokens[first].gap = gap
    sentence.insert_after(clause.words[-1], *clause.cluster)
    clause.words += clause.cluster


def _stands_before(clause: Clause) -> bool:
    """Tell whether haben or werden stands before two infinitives: "habe verschieben müssen"."""
    if clause.reading is None or clause.reading.verb.infinitive not in {"haben", "werden"} or len(clause.cluster) < 2:  # noqa: PLR2004
        return False
    last = clause.cluster[-1].low
    return last in {"können", "müssen", "sollen", "wollen", "dürfen", "mögen", "lassen", "sehen", "hören"}


def is_verb_last(clause: Clause) -> bool:
    """Tell whether the clause was written with its verb last already."""
    return clause.finite is not None and clause.words[-1] is clause.finite and not finite.has_zu(clause.words)
