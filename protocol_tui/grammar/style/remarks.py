"""What the style check says, and what it is asked about."""

from __future__ import annotations

from typing import Literal

import msgspec

Rule = Literal[
    "indicative", "ambiguous", "first-person", "agreement", "genitive", "deixis", "tense", "repetition", "abbreviation"
]
Weight = Literal["warning", "hint"]

REPORTED = frozenset({"statement", "question", "answer"})
"""Kinds of entry whose text is reported speech; of all others the words are the clerk's, or somebody's own."""


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """A remark on the characters `start` to `end` of a text, in German. `corrected`: all of it put right, or ""."""

    rule: Rule
    weight: Weight
    start: int
    end: int
    message: str
    corrected: str = ""


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """One entry as printed, for the checks that look at several. `part` tells what belongs together (the item)."""

    text: str
    kind: str
    part: str = ""


class House(msgspec.Struct, frozen=True, kw_only=True):
    """What the house allows. `known` are abbreviations that need no explanation here (functions, groups)."""

    relative_indicative: bool = False
    first_person: bool = False
    tense: Literal["past", "present", ""] = ""
    known: frozenset[str] = frozenset()
