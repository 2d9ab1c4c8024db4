"""The closed classes: `words.toml` and its loader."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from protocol_tui.grammar.lexicon.shipped import read


@dataclass(frozen=True, slots=True)
class Words:
    """Every class as a set of lower-case words."""

    subordinators: frozenset[str]
    questions: frozenset[str]
    relatives: frozenset[str]
    coordinators: frozenset[str]
    intensifiers: frozenset[str]
    infinitive_openers: frozenset[str]
    elaborations: frozenset[str]
    determiners: frozenset[str]
    accusative: frozenset[str]
    dative: frozenset[str]
    genitive: frozenset[str]
    both_cases: frozenset[str]
    nominative_pronouns: frozenset[str]
    adverbs: frozenset[str]
    dative_verbs: frozenset[str]
    accusative_verbs: frozenset[str]
    fillers: frozenset[str]
    vocative_heads: frozenset[str]
    vocative_openers: frozenset[str]
    prepositions: frozenset[str]
    small: frozenset[str]
    groups: frozenset[str]
    performative: frozenset[str]
    articles: frozenset[str]
    predicative: frozenset[str]
    time_nouns: frozenset[str]
    dative_an: frozenset[str]
    impersonal: frozenset[str]
    past: frozenset[str]
    before_conjunctions: frozenset[str]


@cache
def words() -> Words:
    """Read the closed classes, once."""
    text = read("words.toml")
    data: dict[str, Any] = tomllib.loads(text)
    cases = {case: frozenset(data["prepositions"][case].split()) for case in ("acc", "dat", "gen", "both")}
    plain = (
        "subordinators questions relatives coordinators intensifiers infinitive_openers elaborations determiners "
        "nominative_pronouns adverbs dative_verbs accusative_verbs vocative_heads "
        "vocative_openers groups performative articles predicative time_nouns "
        "dative_an impersonal small past before_conjunctions"
    )
    return Words(
        **{name: frozenset(data[name].split()) for name in plain.split()},
        accusative=cases["acc"],
        dative=cases["dat"],
        genitive=cases["gen"],
        both_cases=cases["both"],
        prepositions=frozenset().union(*cases.values()),
        fillers=frozenset(filler.strip() for filler in data["fillers"].split("|")),
    )
