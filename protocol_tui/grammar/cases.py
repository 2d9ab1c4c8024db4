"""Cases that the form does not show: uns can be dative or accusative."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from protocol_tui.grammar.analysis import readings
from protocol_tui.grammar.clauses import Clause
from protocol_tui.grammar.lexicon.verbs import auxiliary_of, particles
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.persons import Case
from protocol_tui.grammar.tokens import Token

_ACCUSATIVE_AFTER = frozenset({"über", "auf"})


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
        if preposition == "an":
            return ("dat", True) if _lemmas(clause) & known.dative_an else ("acc", True)
        if preposition in known.accusative or preposition in _ACCUSATIVE_AFTER:
            return "acc", True
        return "dat", False
    at = clause.words.index(token) if token in clause.words else len(clause.words)
    passive = clause.reading is not None and clause.reading.verb.infinitive in {"sein", "werden"}
    if passive and any(r.mood == "participle" for verb in clause.cluster for r in readings(verb.low)):
        return "dat", True  # an accusative would be the subject
    if any(each.low == "allen" for each in clause.words[at + 1 : at + 2]):
        return "dat", True
    lemmas = _lemmas(clause)
    if clause.reading is not None and clause.reading.verb.infinitive in {"sein", "werden"} and not clause.cluster:
        return "dat", True
    if lemmas & known.dative_verbs:
        return "dat", True
    if "tun" in _bases(clause) and any(each.low in {"leid", "gut", "weh"} for each in clause.words):
        return "dat", True
    gives = bool(_bases(clause) & _GIVING) and _has_other_object(clause, token)
    if lemmas & known.accusative_verbs and not gives:
        return "acc", True
    if _bases(clause) & _DATIVE_BASES or _takes_no_object(clause):
        return "dat", True
    if object_clause or _has_other_object(clause, token):
        return "dat", True
    return "acc", False


def _takes_no_object(clause: Clause) -> bool:
    """Tell whether the full verb forms its perfect with sein ("uns springen die Ärzte ab")."""
    verbs = {
        auxiliary_of(reading.verb, clause.particle.low if clause.particle is not None else reading.particle)
        for verb in _verbs(clause)
        for reading in readings(verb.low)
        if reading.verb.infinitive not in {"sein", "werden"} and reading.verb.infinitive not in particles().both
    }
    return verbs == {"sein"}


_DATIVE_BASES = frozenset({"helfen", "folgen", "danken", "fehlen", "gehorchen", "dienen", "zürnen", "ähneln", "nützen"})


def _verbs(clause: Clause) -> list[Token]:
    """The words that the full verb consists of: the verb complex, or the finite verb."""
    if clause.cluster:
        return clause.cluster
    if clause.finite is not None:
        return [clause.finite]
    found = []
    for token in reversed(clause.words):
        if token.low != "zu" and not any(not reading.finite for reading in readings(token.low)):
            break
        found.append(token)
    return found or clause.words[-1:]


def _bases(clause: Clause) -> set[str]:
    """The infinitives without particle."""
    return {reading.verb.infinitive for verb in _verbs(clause) for reading in readings(verb.low.split(" ")[-1])}


def _lemmas(clause: Clause) -> set[str]:
    """The infinitives of the full verb of a clause."""
    found = set()
    for verb in _verbs(clause):
        for reading in readings(verb.low.split(" ")[-1]):
            found.add(reading.lemma)
    if clause.particle is not None and clause.reading is not None:
        found = {clause.particle.low + clause.reading.verb.infinitive}
    return found - {"werden", "haben", "sein"} or found


def _has_other_object(clause: Clause, token: Token) -> bool:
    """Tell whether an accusative noun phrase stands in the clause: "hat uns eine Frist gewährt"."""
    for first, second in pairwise(clause.words):
        accusative = first.low in _ACCUSATIVE_ARTICLES and (second.is_noun or second.low.endswith("en"))
        if accusative and second.text not in closed().time_nouns and not preposition_before(clause.words, first):
            return True
    subject = any(each.low in _SUBJECTS or each.text == "Sie" for each in clause.words if each is not token)
    subject = subject or (clause.words[0].low in {"das", "dies"} and clause.words[1:2] == [clause.finite])
    if not subject and clause.is_relative and clause.opener is not None:
        subject = clause.opener.low in {"der", "die", "das", "was", "wer"} and clause.words[:1] == [clause.opener]
    subject = subject or clause.kind == "infinitive"
    if any(each.low in {"nichts", "etwas", "alles", "vieles", "wenig"} for each in clause.words):
        return True
    return len(list(bare_nouns(clause.words))) + subject > 1


# With another object they give something to somebody: "stellen uns Geld zur Verfügung", but "stellen uns bloß".
_GIVING = frozenset({"stellen", "bringen", "führen", "lassen", "machen", "nehmen", "halten", "setzen", "legen"})
_ACCUSATIVE_ARTICLES = frozenset({"den", "einen", "keinen", "diesen", "jeden", "ihren", "seinen", "unseren"})
_SUBJECTS = frozenset({"er", "es", "man", "wer", "niemand", "jemand", "ich"})


def has_bare_noun(words: Sequence[Token]) -> bool:
    """Tell whether a noun stands there that no preposition governs, and that says no time."""
    return any(True for _ in bare_nouns(words))


def bare_nouns(words: Sequence[Token]) -> Iterator[Token]:
    """The nouns that are governed by no preposition, are no genitive and say no time or measure."""
    known = closed()
    governed = False
    phrase = False  # inside of a noun phrase: its noun has been seen
    for at, token in enumerate(words):
        low = token.low.lower()
        if low in known.prepositions or low == "ab":
            governed, phrase = True, False
        elif token.is_noun:
            before = words[at - 1].low if at else ""
            genitive = phrase and before in {
                "der",
                "des",
                "eines",
                "einer",
                "dieser",
                "dieses",
                "ihrer",
                "seiner",
                "unserer",
            }
            chained = at > 0 and words[at - 1].is_noun
            if not governed and not genitive and not chained and token.text not in known.time_nouns:
                yield token
            phrase = True
        elif phrase and low in known.determiners:
            governed = governed and low in {"der", "des", "eines", "einer", "dieser", "dieses"}
        elif phrase and low in known.coordinators:
            phrase = False
        elif token.kind == "word" and (low in known.adverbs or low in known.nominative_pronouns):
            governed = phrase = False
