"""Cases that the form does not show: uns can be dative or accusative."""

from __future__ import annotations

from collections.abc import Sequence

from protocol_tui.grammar.analysis import readings
from protocol_tui.grammar.clauses import Clause
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.persons import Case
from protocol_tui.grammar.tokens import Token

_ACCUSATIVE_AFTER = frozenset({"an", "über", "auf"})


def preposition_before(words: Sequence[Token], token: Token) -> str | None:
    """The preposition directly before a pronoun, None where there is none."""
    at = next((at for at, each in enumerate(words) if each is token), 0)
    if not at:
        return None
    low = words[at - 1].low.lower()
    return low if low in closed().prepositions else None


def of_uns(clause: Clause, token: Token, *, object_clause: bool = False) -> tuple[Case, bool]:
    """Tell the case of "uns" that is not reflexive, and whether that is certain.

    `object_clause`: what is told follows as a clause ("sagen uns, wann …").
    """
    known = closed()
    preposition = preposition_before(clause.words, token)
    if preposition is not None:
        if preposition in known.dative or preposition in {"unter", "neben", "zwischen", "vor", "hinter"}:
            return "dat", True
        if preposition in known.accusative or preposition in _ACCUSATIVE_AFTER:
            return "acc", True
        return "dat", False
    at = clause.words.index(token) if token in clause.words else len(clause.words)
    if any(each.low == "allen" for each in clause.words[at + 1 : at + 2]):
        return "dat", True
    lemmas = _lemmas(clause)
    if clause.reading is not None and clause.reading.verb.infinitive in {"sein", "werden"} and not clause.cluster:
        return "dat", True
    if lemmas & known.dative_verbs:
        return "dat", True
    if lemmas & known.accusative_verbs:
        return "acc", True
    if object_clause or _has_other_object(clause, token):
        return "dat", True
    return "acc", False


def _lemmas(clause: Clause) -> set[str]:
    """The infinitives of the full verb of a clause."""
    found = set()
    for verb in clause.cluster or ([clause.finite] if clause.finite is not None else clause.words[-1:]):
        for reading in readings(verb.low.split(" ")[-1]):
            found.add(reading.lemma)
    if clause.particle is not None and clause.reading is not None:
        found = {clause.particle.low + clause.reading.verb.infinitive}
    return found - {"werden", "haben", "sein"} or found


def _has_other_object(clause: Clause, token: Token) -> bool:
    """Tell whether an accusative noun phrase stands in the clause: "hat uns eine Frist gewährt"."""
    at = clause.words.index(token) if token in clause.words else 0
    for first, second in zip(clause.words[at + 1 :], clause.words[at + 2 :], strict=False):
        if first.low in {
            "den",
            "einen",
            "eine",
            "ein",
            "das",
            "die",
            "keine",
            "keinen",
            "kein",
            "diese",
            "diesen",
        } and (second.is_noun or second.low.endswith(("e", "en", "es"))):
            return True
    return False
