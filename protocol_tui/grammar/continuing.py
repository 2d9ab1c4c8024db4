"""Whether a stretch of words behind a clause goes on with it, or is a clause of its own, and with which subject."""

from __future__ import annotations

from collections.abc import Sequence

from protocol_tui.grammar import finite, joints
from protocol_tui.grammar.clauses import Clause
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.tokens import Token

_PERSONAL = frozenset({"ich", "wir", "er", "es", "man"})
_INDEFINITE = frozenset({"manche", "viele", "einige", "alle", "andere", "wenige", "mehrere", "beide"})
_DEMONSTRATIVE = frozenset({"die", "das", "dies"})
_SINGULAR = frozenset(
    {"ein", "eine", "einen", "einem", "einer", "jede", "jeder", "jedes", "jeden", "kein", "keinen", "das", "den", "dem"}
)


def continues(main: Clause, found: Token, rest: Sequence[Token], *, comma: bool) -> bool:
    """Tell whether a form that looks finite belongs to the verb of the clause before: "hat …, …, bewilligt"."""
    at = rest.index(found)
    if at and rest[at - 1].low == "zu":
        return True
    if _has_own_subject(main, at, rest, comma=comma):
        return False
    if finite.is_nonfinite(found) and finite.has_zu(rest) is rest[-1]:
        return True  # "davor warnen, übereilt zu handeln"
    if joints.waits_for_infinitive(main) and finite.is_nonfinite(rest[-1]):
        return True  # "soll nicht geschlossen, sondern … verlegt werden"
    if joints.enumerates(main, rest):
        return True
    helper = found.low in {"werden", "haben", "sein"}
    if helper and at and at + 1 < len(rest) and finite.is_participle(rest[at + 1]):
        return False  # "…, und die Planken werden versetzt"
    return finite.is_nonfinite(found) and joints.belongs(main, found, rest)


def _has_own_subject(main: Clause, at: int, rest: Sequence[Token], *, comma: bool) -> bool:
    """Tell whether a subject stands right before the verb at `at`."""
    before = rest[0].low.lower()
    if at != 1:
        return False
    if before in _PERSONAL or (comma and before in _INDEFINITE | {"sie"}):
        return True
    full = main.finite in main.words and finite.is_nonfinite(main.words[-1])  # its verb complex waits for nothing more
    return full and comma and before in _DEMONSTRATIVE


_JOINING = frozenset({"und", "oder", "aber", "sondern", "sowie"})
_ADDING = frozenset({"nicht", "auch", "selbst", "sogar", "zumindest", "jedenfalls", "wenigstens", "nur", "bloß"})


def stands_apart(main: Clause, last: Clause, words: Sequence[Token], *, comma: bool) -> bool:
    """Tell whether a stretch behind a complete clause is an afterthought. `last`: the clause right before it."""
    if joints.completes(main, words):
        return False
    low = words[0].low.lower()
    verbless = not any(finite.of(token) for token in words)
    if comma and low not in _JOINING and (joints.is_gapped(main.words, words) or (verbless and joints.is_full(main))):
        return True  # "Vormittags findet der Kurs statt, nachmittags die Beratung"
    if verbless and comma and low in _ADDING:
        return True  # "Das ist Sache des Landes, nicht des Kreises"
    if comma and limits(words):
        return True
    particle = joints.is_full(main) and not finite.is_nonfinite(main.words[-1])
    particle = particle or main.words[-1].low == "zwar"  # "Das Werk läuft zwar, aber nur langsam"
    if verbless and comma and particle and low in _LIMITING:
        return True  # "Wir stimmen zu, aber nur unter der Bedingung, dass …"
    if verbless and low in {"aber", "jedoch"} and last.kind == "sub" and last.finite is not None:
        return True  # "…, was zu lang ist, aber kürzer als im Vorjahr"
    tail = low in {"dafür", "auch", "sondern", "aber", "jedoch", "allerdings", "nicht"}
    return tail and last.kind == "infinitive"


_LIMITING = frozenset({"aber", "jedoch", "allerdings", "freilich"})


def limits(words: Sequence[Token]) -> bool:
    """Tell whether a stretch only limits what was said: "…, aber nur, wenn …", "…, jedoch erst dann, wenn …"."""
    low = [token.low.lower() for token in words]
    at = 1 if low[0] in _LIMITING else 2 if low[:2] in (["und", "zwar"], ["und", "das"], ["und", "dies"]) else 0
    adverbs = closed().adverbs | closed().intensifiers
    return 0 < at < len(low) and all(each in adverbs for each in low[at:])


def is_verb_last(lead: Clause, found: Token, rest: Sequence[Token]) -> bool:
    """Tell whether a stretch without a conjunction goes on with the subordinate clause before: its verb stands last."""
    at = rest.index(found)
    if found is rest[-1] and at and any(reading.particle for reading in finite.of(found)):
        return True
    if lead.finite is None or at < 2 or not _agree(lead.finite, found):  # noqa: PLR2004  # two words before the verb
        return False
    begins = rest[0].low.lower()
    known = closed()
    if begins == "sich" or (found is rest[-1] and begins in known.prepositions):
        return True
    object_follows = rest[1].low in known.determiners or rest[1].is_noun
    return begins in known.adverbs and object_follows


def _agree(one: Token, other: Token) -> bool:
    """Tell whether two finite verbs can have one subject."""
    numbers = [{r.number for r in finite.of(token) if r.finite} for token in (one, other)]
    return bool(numbers[0] & numbers[1])


def is_modal_infinitive(main: Clause, last: Clause, rest: Sequence[Token]) -> bool:
    """„war der Dienstleister, wie immer am Freitag, nicht zu erreichen“: the infinitive belongs to sein."""
    is_sein = any(r.verb.infinitive == "sein" for r in finite.of(main.finite)) if main.finite is not None else False
    return last.kind == "aside" and is_sein and main.words[-1].is_noun and rest[-1] is finite.has_zu(rest)


def lacks_subject(clause: Clause, opening: Clause, *, comma: bool) -> bool:
    """Tell whether a clause that begins with its verb has the subject of the clause it is coordinated with.

    `opening`: the first clause of the sentence.
    """
    lead = clause.lead
    if clause.finite is None or clause.words[0] is not clause.finite:
        return False
    if lead is not None and not clause.link and lead.verb_first and lead is opening:
        return False  # a condition and what follows from it: "Tun wir nichts, droht uns ein Verlust"
    return len(clause.words) == 1 or not _has_subject(clause, clause.words[1], comma=comma)


def _has_subject(clause: Clause, following: Token, *, comma: bool) -> bool:
    """Tell whether a subject of its own stands behind a verb that comes first."""
    low = following.low.lower()
    plural = clause.finite is not None and all(r.number == "pl" for r in finite.of(clause.finite) if r.finite)
    if plural and low in _SINGULAR:
        return False  # "müssen jede Leuchte einzeln abstimmen"
    if low in closed().nominative_pronouns and low not in {"das", "jeder", "sie", "dies"}:
        return True
    lead = clause.lead
    if lead is None or not lead.verb_first or lead.gapped:
        return clause.link != [] and clause.link[-1].low in {"doch", "denn"}
    return low in {"der", "ein", "das", "dies", "sie", "kein"} or (comma and low in closed().determiners)
