"""Conjugation: the forms that indirect speech needs."""

from __future__ import annotations

from functools import cache
from typing import Literal

from protocol_tui.grammar.lexicon.verbs import Verb, stem, verb_of

Number = Literal["sg", "pl"]

_KONJ1_SG = {"sein": "sei"}
_FIRST = {"sein": "bin", "wissen": "weiß"}


def konjunktiv1(verb: Verb, number: Number) -> str:
    """Third person Konjunktiv I: "komme", "handele" as "handle"; plural as the indicative, but "seien"."""
    if number == "pl":
        return "seien" if verb.infinitive == "sein" else verb.infinitive
    if verb.infinitive in _KONJ1_SG:
        return _KONJ1_SG[verb.infinitive]
    root = stem(verb)
    if verb.infinitive.endswith("eln"):
        return root[:-2] + "le"
    return root + "e"


def konjunktiv2(verb: Verb, number: Number) -> str:
    """Third person Konjunktiv II: "käme", "kämen"."""
    return verb.konj2 + "n" if number == "pl" else verb.konj2


def present(verb: Verb, number: Number) -> str:
    """Third person present indicative."""
    if number == "pl":
        return "sind" if verb.infinitive == "sein" else verb.infinitive
    return verb.present


def first_person(verb: Verb) -> str:
    """First person singular present indicative."""
    return _FIRST.get(verb.infinitive) or (verb.present if verb.is_modal else konjunktiv1(verb, "sg"))


def preterite(verb: Verb, number: Number) -> str:
    """Third person preterite."""
    if number == "sg":
        return verb.preterite
    return verb.preterite + ("n" if verb.preterite.endswith("e") else "en")


def participle(verb: Verb, particle: str = "") -> str:
    """Past participle with its particle in front: "vorgelegt"."""
    return particle + verb.participle


def zu_infinitive(verb: Verb, particle: str = "") -> str:
    """Infinitive with zu: "vorzulegen", "zu prüfen"."""
    return f"{particle}zu{verb.infinitive}" if particle else f"zu {verb.infinitive}"


def uses_konjunktiv2(verb: Verb, particle: str = "") -> bool:
    """Tell whether the plural takes Konjunktiv II rather than würden and infinitive."""
    return verb.used and not (particle and verb.infinitive in {"tun", "wissen"})


@cache
def auxiliary(infinitive: str) -> Verb:
    """One of the verbs that are always there: haben, sein, werden."""
    verb = verb_of(infinitive)
    if verb is None:  # pragma: no cover  # the table holds them
        raise LookupError(infinitive)
    return verb
