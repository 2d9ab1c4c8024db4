"""What opens a stretch of words: a conjunction, a relative pronoun, a question word, um … zu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from protocol_tui.grammar import finite
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.tokens import Token

OpenerKind = Literal["conjunction", "relative", "question", "infinitive", "aside"]

HELPERS = frozenset({"haben", "sein", "werden", "können", "müssen", "sollen", "wollen", "dürfen", "mögen", "lassen"})

ARTICLES = frozenset({"der", "die", "das", "dem", "den"})

# Conjunctions that are nothing else; of the others the verb must stand last.
_CERTAIN = frozenset(
    [
        "dass",
        "daß",
        "weil",
        "wenn",
        "falls",
        "obwohl",
        "obgleich",
        "obschon",
        "wenngleich",
        "sobald",
        "solange",
        "sofern",
        "sodass",
        "ob",
        "indem",
        "zumal",
        "wohingegen",
        "nachdem",
        "bevor",
    ]
)


_BEFORE_DASS = frozenset({"so", "ohne", "statt", "anstatt", "außer", "als", "auf", "bis", "kaum"})


@dataclass(frozen=True, slots=True)
class Opener:
    """`at`: where the opening word stands; before it come coordinators ("und", "auch") and a preposition."""

    kind: OpenerKind
    at: int
    certain: bool


def find(words: Sequence[Token], *, after_comma: bool) -> Opener | None:
    """Find what opens a clause; None for a main clause or a fragment."""
    at = _skip(words)
    if at >= len(words):
        return None
    known = closed()
    low = words[at].low.lower()
    if low in known.infinitive_openers and finite.has_zu(words[at:]) is not None and not _strict_ahead(words[at:]):
        return Opener("infinitive", at, certain=True)
    if low in _CERTAIN:
        return Opener("conjunction", at, certain=True)
    if low in _BEFORE_DASS and at + 1 < len(words) and words[at + 1].low in {"dass", "wenn", "ob"}:
        return Opener("conjunction", at + 1, certain=True)
    if (low == "je" and _compares(words[at:])) or (low == "so" and _concedes(words[at:])):
        return Opener("conjunction", at, certain=False)
    if low in {"wie", "als"} and (_is_comment(words[at:]) or (after_comma and _is_verbless(words[at:]))):
        return Opener("aside", at, certain=True)
    if low in {"bis", "seit"} and at + 1 < len(words) and _is_time(words[at + 1]):
        clause = words[at + 1].low == "im" and _verb_last(words[at:])  # "bis im Haushalt wieder Geld steht"
        return Opener("conjunction", at, certain=False) if clause and after_comma else None
    if low in {"während", "seit", "bis"} and _takes_subject(words[at:]):
        return Opener("conjunction", at, certain=True)
    if low in known.subordinators and _verb_last(words[at:]):
        return Opener("question" if low in known.questions else "conjunction", at, certain=False)
    if not after_comma and low not in {"was", "wer", "wem", "wen"}:
        return None
    behind = at + 1 if low in known.prepositions | {"ab"} and at + 1 < len(words) else at
    pronoun = words[behind].low.lower()
    if pronoun in known.questions and pronoun not in known.relatives and _verb_last(words[at:]):
        return Opener("question", behind, certain=False)
    if pronoun in known.relatives and (_verb_last(words[at:]) or _waits_for_verb(words[behind:])):
        return Opener("relative", behind, certain=False)
    return None


def _takes_subject(words: Sequence[Token]) -> bool:
    """Tell whether "während", "seit" or "bis" opens a clause; the preposition "während" takes an article."""
    if len(words) < 2:  # noqa: PLR2004
        return False
    bare = words[0].low.lower() == "während" and words[1].is_noun and not any(map(finite.is_strict, words[2:3]))
    return bare or words[1].low in _NO_GENITIVE


def _compares(words: Sequence[Token]) -> bool:
    """Tell whether "je" opens a clause: "je früher wir beginnen"."""
    return len(words) > 1 and words[1].low.endswith("er") and _verb_last(words)


def _concedes(words: Sequence[Token]) -> bool:
    """Tell whether "so" opens a concession: "so leid es mir tut", "so gut das klingt"."""
    if len(words) < 4 or words[2].low not in {"es", "das", "ich", "wir", "er", "man", "sie", "die"}:  # noqa: PLR2004
        return False
    return words[1].low in closed().predicative | {"leid", "gern", "sehr"} and finite.last(words) is words[-1]


def _is_time(token: Token) -> bool:
    """Tell whether "bis" or "seit" is a preposition before this word: "bis heute", "seit Montag"."""
    known = closed()
    adverb = token.low in known.adverbs or token.low in known.prepositions
    return (
        adverb or token.kind == "number" or token.text in known.time_nouns or token.text in {"Ende", "Mitte", "Anfang"}
    )


RELATIVES = ARTICLES | {"denen", "deren", "dessen"}
_NO_GENITIVE = frozenset(
    {"die", "das", "ich", "wir", "er", "es", "man", "sie", "ein", "eine", "kein", "keine", "unsere", "viele", "manche"}
)


def _waits_for_verb(words: Sequence[Token]) -> bool:
    """Tell whether a relative clause is broken off before its verb: "die wir an drei Abenden, …", "der dort, …"."""
    adverbs = closed().adverbs | closed().small
    if words[0].low in RELATIVES and all(token.low in adverbs for token in words[1:]):
        return True
    if len(words) < 3 or words[0].low not in RELATIVES - {"der"}:  # noqa: PLR2004
        return False
    subject = words[1].low in {"ich", "wir", "er", "man", "es"} or words[1].text == "Sie"
    return subject and not any(finite.of(token) for token in words[2:])


def _skip(words: Sequence[Token]) -> int:
    known = closed()
    at = 0
    while at < len(words) and words[at].low.lower() in known.coordinators:
        at += 1
    start = at
    while at < len(words) and words[at].low.lower() in known.intensifiers:
        at += 1
    if at < len(words) and (
        words[at].low.lower() in known.subordinators or words[at].low.lower() in known.infinitive_openers
    ):
        return at
    if start < len(words) and words[start].low == "zwar":
        start += 1
    return start


def _strict_ahead(words: Sequence[Token]) -> bool:
    return any(finite.is_strict(token) for token in words)


def _verb_last(words: Sequence[Token]) -> bool:
    """Tell whether the finite verb stands last, and none stands second."""
    found = finite.last(words) or _last_unknown(words)
    if found is None:
        return False
    second = finite.second(words[1:], first=True)
    at = words.index(found)
    if second is found and at > 2 and words[at + 1 : at + 2] and words[at + 1].low in {"als", "wie"}:  # noqa: PLR2004
        return not _strict_ahead(words[at + 1 :])  # "da die Zahlen höher sind als erwartet"
    if second is found and at + 1 < len(words):
        cluster = at > 1 and all(finite.is_nonfinite(token) for token in words[at + 1 :])
        return cluster and words[0].low.lower() not in ARTICLES  # "warum er hat warten müssen"
    if second is None or second is found:
        return at > 1 or len(words) <= 3  # noqa: PLR2004  # "die arbeiten", "was zählt"
    earlier = words.index(second)
    strict_earlier = finite.is_strict(second) and not any(r.particle for r in finite.of(second))
    if strict_earlier and earlier < at:
        return _more_final(words, found, second)
    return not _governs_from_afar(words, second, at)


def _is_verbless(words: Sequence[Token]) -> bool:
    """Tell whether no verb stands in a comparison set apart: "wie immer am Freitag"."""
    return not any(finite.of(token) for token in words[1:])


def _is_comment(words: Sequence[Token]) -> bool:
    """Tell whether "wie bereits erwähnt" stands without a subject: its participle is no finite verb."""
    known = closed()
    middle = all(token.low in known.adverbs or token.low in known.intensifiers for token in words[1:-1])
    phrase = len(words) > 2 and words[1].low in known.prepositions and not _strict_ahead(words)  # noqa: PLR2004
    return (
        len(words) > 1 and (middle or phrase) and any(reading.mood == "participle" for reading in finite.of(words[-1]))
    )


def _governs_from_afar(words: Sequence[Token], second: Token, at: int) -> bool:
    """Tell whether a plural that looks like an infinitive stands second: "die Städte wollen keine Stellen schaffen"."""
    if not any(r.finite and r.verb.infinitive in HELPERS for r in finite.of(second)):
        return False
    between = words[words.index(second) + 1 : at]
    if between and between[0].low in {"und", "oder", "aber"}:
        return False  # "da sie umgetauscht werden müssen und viele das erst spät merken"
    return bool(between) and not all(finite.is_nonfinite(token) for token in between)


def _more_final(words: Sequence[Token], found: Token, second: Token) -> bool:
    """Both a second and a last verb: the coordination of two subordinate clauses has its first verb before "und"."""
    at = words.index(second)
    coordinated = at + 1 < len(words) and words[at + 1].low in {"und", "oder", "aber"}
    return coordinated and finite.is_finite(found) and at > 1


def _last_unknown(words: Sequence[Token]) -> Token | None:
    """A last word that is no known verb but looks like one."""
    if len(words) > 2 and finite.second(words[1:], first=False) is None:  # noqa: PLR2004
        return finite.last(words, guess=True)
    return None
