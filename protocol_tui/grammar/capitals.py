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
    known = closed()
    if low in _ABBREVIATED or low in known.predicative:
        return False
    if low in known.small or low in known.determiners or low in known.prepositions or low in known.adverbs:
        return False
    if low in known.subordinators or low in known.questions or low in known.coordinators or low in known.intensifiers:
        return False
    if low in known.nominative_pronouns or low.endswith(_ADVERB_ENDINGS):
        return False
    if low.endswith("er") and low[:-2].endswith(_ADVERB_ENDINGS):
        return False  # "Sinnvoller wäre"
    if PRONOMINAL.fullmatch(low) or (low.endswith("end") and low not in _NOUNS_IN_END):
        return False
    if low.startswith(("mein", "dein", "unser")) and len(low) < 8:  # noqa: PLR2004  # possessives
        return False
    if following is not None and following.is_noun and low.endswith(_ADJECTIVE_ENDINGS):
        return low.endswith(_TITLES) or low in {"herr", "frau"}
    found = readings(low)
    if any(reading.finite for reading in found) and following is not None and can_follow_verb(following):
        return False
    participle = any(reading.mood == "participle" for reading in found)
    if participle and following is not None and following.low in known.prepositions | known.adverbs:
        return False
    return not (participle and following is not None and any(each.finite for each in readings(following.low)))


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
