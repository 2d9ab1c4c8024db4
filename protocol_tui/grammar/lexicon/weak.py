"""The regular weak conjugation, which needs no table."""

from __future__ import annotations

import re

INSEPARABLE = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer")
PRODUCTIVE = ("be", "emp", "ent", "er", "miss", "ver", "zer")
"""Those that still make verbs of verbs; those with ge- are a closed list ("geförderte" is of no verb "gefördern")."""
_NEEDS_E = re.compile(r"[dt]$|(?:[^aeiouäöüylmnrh]|ch)[mn]$")


def stem_of(infinitive: str) -> str:
    """Give the present stem: "arbeit" of "arbeiten", "handel" of "handeln"."""
    return infinitive.removesuffix("n") if infinitive.endswith(("eln", "ern", "tun")) else infinitive[:-2]


def needs_e(stem: str) -> bool:
    """Tell whether an e stands between stem and ending: "arbeitet", "rechnet", "atmet", but "lernt"."""
    return _NEEDS_E.search(stem) is not None


def weak_parts(infinitive: str) -> tuple[str, str, str, str]:
    """Present and preterite third person singular, Konjunktiv II and participle of a regular verb.

    A bar behind a dual prefix ("unter|breiten") says that it does not separate.
    """
    bar = "|" in infinitive
    infinitive = infinitive.replace("|", "")
    stem = stem_of(infinitive)
    e = "e" if needs_e(stem) else ""
    ge = "" if bar or infinitive.endswith("ieren") or begins_inseparable(infinitive) else "ge"
    return f"{stem}{e}t", f"{stem}{e}te", f"{stem}{e}te", f"{ge}{stem}{e}t"


def begins_inseparable(infinitive: str) -> bool:
    """Tell whether the verb begins with an unstressed prefix; a rest without a vowel is none ("geben", "erben")."""
    for prefix in INSEPARABLE:
        rest = infinitive.removeprefix(prefix)
        if rest != infinitive and len(rest) > 4 and any(letter in "aeiouäöü" for letter in stem_of(rest)):  # noqa: PLR2004
            return True
    return False
