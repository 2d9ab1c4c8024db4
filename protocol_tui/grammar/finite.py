"""Where the finite verb of a stretch of words stands: second, first or last."""

from __future__ import annotations

from collections.abc import Sequence

from protocol_tui.grammar.analysis import Reading, guesses, of_possessive, readings
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.tokens import Token

SUBSTITUTES = frozenset(
    {"können", "müssen", "sollen", "wollen", "dürfen", "mögen", "lassen", "sehen", "hören", "brauchen", "helfen"}
)
_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")


def of(token: Token, *, guess: bool = False) -> tuple[Reading, ...]:
    """All readings of a token as a verb."""
    if token.kind != "word" or token.is_noun:
        return ()
    if token.is_verb:
        return of_possessive(token.low)
    return readings(token.low) or (guesses(token.low) if guess else ())


def is_finite(token: Token, *, guess: bool = False) -> bool:
    """Tell whether a token can be a finite verb."""
    return any(reading.finite for reading in of(token, guess=guess))


def is_nonfinite(token: Token) -> bool:
    """Tell whether a token can be a participle or an infinitive."""
    return any(not reading.finite for reading in of(token))


def is_participle(token: Token) -> bool:
    """Tell whether a token can be a past participle."""
    return any(reading.mood == "participle" for reading in of(token))


def is_strict(token: Token) -> bool:
    """Tell whether a token is a verb form that is nothing but finite."""
    found = of(token)
    return bool(found) and all(reading.finite for reading in found)


def loose(words: Sequence[Token]) -> list[Token]:
    """The words that can be nothing but finite verbs, the one that belongs to the clause among them.

    A form in -e may be an adjective or a noun nobody listed; one before a noun is an attribute.
    """
    return [
        token
        for at, token in enumerate(words)
        if is_strict(token) and not token.low.endswith("e") and not is_attribute(words, at)
    ]


def has_zu(words: Sequence[Token]) -> Token | None:
    """Give the infinitive with zu, None where there is none."""
    for at, token in enumerate(words):
        if any(reading.mood == "zu" for reading in of(token, guess=True)):
            return token
        if at and words[at - 1].low == "zu" and _is_infinitive(words, at):
            return token
    return None


def _is_infinitive(words: Sequence[Token], at: int) -> bool:
    """Tell whether the word behind "zu" is an infinitive, also of a verb nobody listed."""
    token = words[at]
    if any(reading.mood == "infinitive" for reading in of(token, guess=True)):
        return True
    shaped = token.kind == "word" and token.low.endswith("n") and not token.is_noun
    return shaped and (at + 1 == len(words) or not words[at + 1].is_noun)


def last(words: Sequence[Token], *, guess: bool = False) -> Token | None:
    """Find the finite verb of a clause with verb-last order."""
    before = _before_cluster(words)
    if before is not None:
        return before
    for at in range(len(words) - 1, -1, -1):
        token = words[at]
        if not is_finite(token, guess=guess) or (at and words[at - 1].low == "zu"):
            continue
        if _before_zu(words, at) or _goes_on(words, at):
            continue
        if at == len(words) - 1 and not _is_compared(words):
            return token
        if at == len(words) - 1:
            return last(words[:-2]) or token
        if _is_afterfield(words[at + 1]) and not is_attribute(words, at) and at > 0:
            return token
    return None


def _is_compared(words: Sequence[Token]) -> bool:
    """Tell whether the last word is a participle that only compares: "niedriger ausfallen als erwartet"."""
    return len(words) > 2 and words[-2].low in {"als", "wie"} and is_participle(words[-1])  # noqa: PLR2004


def _is_afterfield(token: Token) -> bool:
    low = token.low
    known = closed()
    return low in known.prepositions or low in {"als", "wie"} or low in known.coordinators or token.text == "("


def _before_cluster(words: Sequence[Token]) -> Token | None:
    """Find the finite verb that stands before two infinitives: "weil er habe schließen müssen"."""
    if len(words) < 3 or words[-1].low not in SUBSTITUTES:  # noqa: PLR2004
        return None
    for at in range(len(words) - 1, 0, -1):
        two_follow = len(words) - at > 2  # noqa: PLR2004
        helps = any(r.finite and r.verb.infinitive in {"haben", "werden"} for r in of(words[at]))
        if two_follow and helps:
            return words[at]
        if not any(reading.mood in {"infinitive", "participle"} for reading in of(words[at])):
            return None
    return None


def is_attribute(words: Sequence[Token], at: int) -> bool:
    """Tell whether the word is an adjective before a noun rather than a verb: "die veranschlagten Mittel"."""
    token = words[at]
    if not token.low.endswith(_ADJECTIVE_ENDINGS) or at + 1 >= len(words):
        return False
    found = of(token)
    if any(reading.mood in {"infinitive", "participle"} and not reading.particle for reading in found):
        return False
    if any(r.verb.is_modal or r.verb.infinitive in {"haben", "sein", "werden"} for r in found if not r.particle):
        return False
    ahead = at + 1
    while ahead < len(words) and not words[ahead].is_noun and words[ahead].low.endswith(_ADJECTIVE_ENDINGS):
        if words[ahead].kind != "word" or is_strict(words[ahead]) or _closes_phrase(words[ahead]):
            return False
        ahead += 1
    if ahead >= len(words) or not words[ahead].is_noun:
        return False
    if at == 0:
        return False
    before = words[at - 1]
    known = closed()
    if (
        at == 1
        and before.first
        and token.low.endswith("en")
        and before.low not in known.determiners | known.prepositions
    ):
        return False  # "Kinder brauchen Platz"
    if before.low in known.determiners or before.low in known.prepositions or before.kind == "number":
        return (
            before.low not in {"das", "alles", "dies", "dieses", "vieles", "zwei", "alle", "viele", "einige"}
            or ahead > at
        )
    if (
        before.kind == "word"
        and not before.is_noun
        and before.low.endswith(_ADJECTIVE_ENDINGS)
        and not is_finite(before)
    ):
        low = before.low.lower()
        return low not in known.nominative_pronouns | known.adverbs | known.questions | known.subordinators
    return _is_open(words, at)


def _closes_phrase(token: Token) -> bool:
    """Tell whether a noun phrase can't go on with this word."""
    low = token.low.lower()
    known = closed()
    return low in known.determiners or low in known.nominative_pronouns or low in _PRONOUNS


_PRONOUNS = frozenset({"ihnen", "uns", "ihm", "ihn", "ihren", "ihrem", "sich", "ihre"})


def _is_open(words: Sequence[Token], at: int) -> bool:
    """Tell whether a determiner is still waiting for its noun: "die im Haushalt veranschlagten Mittel"."""
    known = closed()
    for start in range(at - 1, -1, -1):
        if words[start].low in known.determiners and start + 1 < at:
            following = words[start + 1]
            plain = not any(token.is_noun for token in words[start + 1 : at])
            if plain or following.low in known.prepositions or following.low in known.adverbs:
                return not any(is_strict(token) for token in words[start:at])
    return False


def second(words: Sequence[Token], *, first: bool, guess: bool = False, with_ich: bool = False) -> Token | None:
    """Find the finite verb of a main clause; `first` allows it to stand first."""
    weak: Token | None = None
    for at, token in enumerate(words):
        if not is_finite(token, guess=guess) or (at == 0 and not first):
            continue
        if (at and words[at - 1].low == "zu") or is_attribute(words, at) or _goes_on(words, at):
            continue
        if at + 1 < len(words) and (_gives_way(token, words[at + 1]) or _before_zu(words, at)):
            continue
        if not is_strict(token) and not guess and at + 1 == len(words) and at > 1 and _only_e(token):
            weak = weak or token
            continue
        if _only_e(token) and not with_ich and not _is_common_konj1(token):
            weak = weak or token
            continue
        return weak if weak is not None and at + 1 == len(words) and is_nonfinite(token) else token
    return weak


def _only_e(token: Token) -> bool:
    """Tell whether a form is at best a first person or Konjunktiv I: such words are often adjectives."""
    return token.low.endswith("e") and all(
        reading.mood == "konj1" or (reading.first and reading.mood == "present")
        for reading in of(token)
        if reading.finite
    )


def _is_common_konj1(token: Token) -> bool:
    common = {
        "mögen",
        "lassen",
        "bleiben",
        "stehen",
        "liegen",
        "sein",
        "haben",
        "werden",
        "können",
        "müssen",
        "sollen",
        "wollen",
        "dürfen",
        "geben",
        "gehen",
        "kommen",
    }
    return any(reading.verb.infinitive in common for reading in of(token))


def _gives_way(token: Token, following: Token) -> bool:
    """Tell whether a participle or infinitive stands before the finite verb: "Geplant ist", "Sparen müssen"."""
    if not is_nonfinite(token):
        return False
    helpers = {"sein", "haben", "werden", "können", "müssen", "sollen", "wollen", "dürfen", "bleiben", "lassen"}
    return any(reading.finite and reading.verb.infinitive in helpers for reading in of(following))


def _before_zu(words: Sequence[Token], at: int) -> bool:
    """Tell whether a verb stands before an infinitive with zu: "fahren zu lassen", "unterschätzt zu haben"."""
    helpers = SUBSTITUTES | {"haben", "sein", "werden"}
    follows = at + 2 < len(words) and words[at + 1].low == "zu" and words[at + 2].low in helpers
    return follows and is_nonfinite(words[at])


def _goes_on(words: Sequence[Token], at: int) -> bool:
    """Tell whether a form that can have zu in it follows another infinitive with zu: "aufzuhängen und hinzustellen"."""
    return any(reading.mood == "zu" for reading in of(words[at])) and has_zu(words[:at]) is not None
