"""What goes into the engine, and what comes out of it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

Gender = Literal["m", "f", "n", "pl", ""]
Kind = Literal["statement", "question", "request", "note", ""]
Clause = Literal["v2", "dass", "ob", "w", "zu-inf", ""]
Number = Literal["sg", "pl", ""]
Wir = Literal["man", "sie", "verwaltung", "fraktion", "wir"]


class Utterance(msgspec.Struct, frozen=True, kw_only=True):
    """Something said, and what is known about who said it (`spec/indirect-speech.md`).

    `verb` is the reporting verb with its complements ("hob besonders hervor"), `clause` the kind of clause it takes.
    With `continuation`, or without a speaker and a verb, no reporting clause is built. `date` is the day on which
    it was said, for the house switch that replaces "heute".
    """

    text: str
    speaker: str = ""
    gender: Gender = ""
    kind: Kind = ""
    verb: str = ""
    clause: Clause = ""
    continuation: bool = False
    addressee: str = ""
    addressee_number: Number = ""
    addressee_gender: Literal["m", "f", "n", ""] = ""
    wir: Wir = "man"
    date: dt.date | None = None


class Switches(msgspec.Struct, frozen=True, kw_only=True):
    """What the house may have otherwise: indicative in relative clauses, the date in the place of "heute"."""

    relative_indicative: bool = False
    date_for_today: bool = False


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One change the engine made and why: replaying all steps in order leads from the text to the result."""

    rule: str
    before: str
    after: str


class Conversion(msgspec.Struct, frozen=True, kw_only=True):
    """The indirect speech proposed. Where not `sure`, `doubts` says why, in German."""

    indirect: str
    sure: bool = True
    alternatives: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    doubts: tuple[str, ...] = ()
