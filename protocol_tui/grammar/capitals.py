"""Capitals at the start of a sentence: taken away where the word is no noun, and put back at the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocol_tui.grammar.analysis import readings
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.tokens import Token, join

_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
_ADVERB_ENDINGS = (
    "lich",
    "sam",
    "voll",
    "isch",
    "weise",
    "wärts",
    "mals",
    "lings",
    "seits",
    "falls",
    "ig",
    "bar",
    "los",
    "haft",
    "tens",
    "maßen",
    "dessen",
)
_TITLES = (
    "meister",
    "leiter",
    "minister",
    "sprecher",
    "berater",
    "kämmerer",
    "vertreter",
    "schüler",
    "träger",
    "rer",
    "ler",
    "ner",
    "bürger",
)
_ABBREVIATED = frozenset(
    {
        "gem.",
        "ca.",
        "ggf.",
        "evtl.",
        "bzgl.",
        "lt.",
        "inkl.",
        "zzgl.",
        "vgl.",
        "max.",
        "min.",
        "vorauss.",
        "bspw.",
        "insb.",
    }
)
PRONOMINAL = re.compile(
    r"(?:da|dar|hier|wo|wor)(?:durch|mit|für|von|zu|bei|nach|gegen|an|auf|aus|in|über|unter|um|vor|hinter|neben|zwischen|hin|her)"
)
_NOUNS_IN_END = frozenset(
    {"abend", "jugend", "elend", "gegend", "tausend", "feierabend", "kreisjugend", "feuerwehrjugend"}
)


def decapitalise(token: Token, following: Token | None) -> None:
    """Write the first word of a sentence small unless it is a noun or a name."""
    if token.first and not is_noun(token, following):
        token.text = token.text[:1].lower() + token.text[1:]


def is_noun(token: Token, following: Token | None) -> bool:
    """Tell whether the first word of a sentence would be capitalised inside of one too."""
    if token.kind != "word" or not token.text[:1].isupper():
        return token.kind == "word" and token.text[:1].isupper()
    if len(token.text) > 1 and token.text[1:2].isupper():
        return True
    low = token.text[:1].lower() + token.text[1:]
    if is_small(low):
        return False
    if following is None:
        return True
    if following.is_noun and low.endswith(_ADJECTIVE_ENDINGS):
        return low.endswith(_TITLES) or low in {"herr", "frau"}
    return not _is_verb(low, following)


def is_small(low: str) -> bool:
    """Tell whether a word is no noun, whatever follows it."""
    known = closed()
    classes = (
        known.small,
        known.determiners,
        known.prepositions,
        known.subordinators,
        known.questions,
        known.coordinators,
        known.nominative_pronouns,
    )
    if low in _ABBREVIATED or is_adverb(low) or any(low in words for words in classes):
        return True
    if PRONOMINAL.fullmatch(low) or (low.endswith("end") and low not in _NOUNS_IN_END):
        return True
    return low.startswith(("mein", "dein", "unser")) and len(low) < 8  # noqa: PLR2004  # possessives


def is_adverb(low: str) -> bool:
    """Tell whether a word is an adverb, or an adjective that can stand for one ("einstimmig")."""
    known = closed()
    if low in known.adverbs or low in known.predicative or low in known.intensifiers:
        return True
    return low.endswith(_ADVERB_ENDINGS) or (low.endswith("er") and low[:-2].endswith(_ADVERB_ENDINGS))  # "sinnvoller"


def _is_verb(low: str, following: Token) -> bool:
    """Tell whether a word that can be a verb is one before this word."""
    known = closed()
    found = readings(low)
    if any(reading.finite for reading in found) and can_follow_verb(following):
        return True
    behind = [reading for reading in readings(following.low) if reading.finite]
    helps = any(r.verb.is_modal or r.verb.infinitive in {"lassen", "werden"} for r in behind)
    if helps and any(reading.mood == "infinitive" for reading in found):
        return True  # "Impfen lassen müssen sie selbst"
    participle = any(reading.mood == "participle" for reading in found)
    return participle and (bool(behind) or following.low in known.prepositions | known.adverbs)


def can_follow_verb(token: Token) -> bool:
    """Tell whether a word can stand behind a verb that comes first."""
    known = closed()
    return (
        token.low in known.determiners
        or token.low in known.nominative_pronouns
        or token.text == "Sie"
        or token.low == "sich"
    )


def write(tokens: Sequence[Token], *, capital: bool) -> str:
    """Write a sentence, with a capital at its start where it shall have one."""
    text = join(tokens)
    start = len(text) - len(text.lstrip())
    if not capital or not tokens or tokens[0].kind != "word":
        return text
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]
