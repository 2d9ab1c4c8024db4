"""What the style check knows: `style.toml` and its loader."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from protocol_tui.grammar.lexicon.shipped import read


@dataclass(frozen=True, slots=True)
class StyleWords:
    """Every class as a set of words as they are written."""

    collectives: frozenset[str]
    times: frozenset[str]
    deixis: frozenset[str]
    known: frozenset[str]
    narrating: frozenset[str]


@cache
def style_words() -> StyleWords:
    """Read the classes, once."""
    data = tomllib.loads(read("style.toml"))
    return StyleWords(**{name: frozenset(value.split()) for name, value in data.items()})
