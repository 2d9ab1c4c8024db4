"""The house list of reporting verbs (Redeeinleitungen): `reporting.toml` and its loader."""

from __future__ import annotations

import tomllib
from functools import cache

import msgspec

from protocol_tui.grammar.lexicon.shipped import read
from protocol_tui.grammar.speech import Clause


class ReportingVerb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A reporting verb with its complements ("wies darauf hin"), and the kind of clause it takes."""

    past: str
    present: str
    kind: str
    clause: Clause
    code: str = ""


class HouseList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All reporting verbs; `auto` are those the program may choose, by kind of entry."""

    auto: dict[str, tuple[str, ...]]
    verb: tuple[ReportingVerb, ...]


@cache
def house_list() -> HouseList:
    """Read the house list, once."""
    text = read("reporting.toml")
    return msgspec.convert(tomllib.loads(text), HouseList)
