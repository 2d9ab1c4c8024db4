"""From a form to what it can be: verb, mood, tense, number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from protocol_tui.grammar import forms
from protocol_tui.grammar.forms import Number
from protocol_tui.grammar.lexicon.verbs import Verb, guessed, particles, verb_of, verb_rows
from protocol_tui.grammar.lexicon.weak import INSEPARABLE, PRODUCTIVE
from protocol_tui.grammar.lexicon.words import words

Mood = Literal["present", "preterite", "konj1", "konj2", "infinitive", "participle", "zu"]
_ZU = re.compile(r"([a-zäöüß]+?)zu([a-zäöüß]{2,}(?:en|eln|ern))")
_IEREN = re.compile(r"([a-zäöüß]{2,}ier)(?:en|e|t|te|ten)")
FINITE = frozenset({"present", "preterite", "konj1", "konj2"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a form. `first`: it is a first person singular only, or may be one."""

    verb: Verb
    mood: Mood
    number: Number = "sg"
    particle: str = ""
    first: bool = False

    @property
    def finite(self) -> bool:
        return self.mood in FINITE

    @property
    def lemma(self) -> str:
        return self.particle + self.verb.infinitive


def _all_forms(verb: Verb) -> Iterator[tuple[str, Mood, Number, bool]]:
    """Every form of a verb that the engine tells apart."""
    yield verb.infinitive, "infinitive", "sg", False
    yield verb.participle, "participle", "sg", False
    yield verb.present, "present", "sg", verb.is_modal or verb.infinitive == "wissen"
    yield forms.present(verb, "pl"), "present", "pl", False
    yield forms.first_person(verb), "present", "sg", True
    yield forms.konjunktiv1(verb, "sg"), "konj1", "sg", False
    for number in ("sg", "pl"):
        yield forms.preterite(verb, number), "preterite", number, number == "sg"
        yield forms.konjunktiv2(verb, number), "konj2", number, number == "sg"
    if verb.infinitive == "sein":
        yield "seien", "konj1", "pl", False
    if verb.infinitive == "werden":
        yield "worden", "participle", "sg", False
    if verb.infinitive.endswith("eln"):
        yield verb.infinitive[:-1] + "e", "konj1", "sg", False
        yield verb.infinitive[:-1] + "e", "present", "sg", True
    other = _other_konjunktiv2(verb)
    if other:
        yield other, "konj2", "sg", True
        yield other + "n", "konj2", "pl", False


def _other_konjunktiv2(verb: Verb) -> str:
    """The second Konjunktiv II of a strong verb ("stände" beside "stünde"), "" where there is none."""
    for base, form in particles().variants.items():
        if verb.infinitive.endswith(base):
            return verb.infinitive.removesuffix(base) + form
    return ""


@cache
def _irregular() -> dict[str, tuple[Reading, ...]]:
    """All forms of the irregular verbs; the regular ones are read off their endings."""
    found: dict[str, list[Reading]] = {}
    for infinitive, row in verb_rows().items():
        if len(row) > 3:  # noqa: PLR2004  # a line with principal parts
            verb = verb_of(infinitive)
            if verb is not None:
                _collect(verb, found)
    brauchen = verb_of("brauchen")  # weak, but for its second Konjunktiv II
    if brauchen is not None:
        _collect(brauchen, found)
    return {form: tuple(readings) for form, readings in found.items()}


def _collect(verb: Verb, found: dict[str, list[Reading]]) -> None:
    for form, mood, number, first in _all_forms(verb):
        reading = Reading(verb, mood, number, first=first)
        readings = found.setdefault(form, [])
        if reading not in readings:
            readings.append(reading)


@lru_cache(maxsize=20_000)
def readings(form: str) -> tuple[Reading, ...]:
    """All readings of a lower-case form, also of a separable verb written as one word; () where none is known."""
    if len(form) < 2 or not form[0].islower() or form in particles().never:  # noqa: PLR2004
        return ()
    simple = _simple(form)
    whole = {each.lemma for each in simple}
    return simple + tuple(each for each in _separable(form) if each.lemma not in whole)


@cache
def of_possessive(form: str) -> tuple[Reading, ...]:
    """Readings of a possessive's form as a verb ("meine")."""
    return _simple(form)


def _simple(form: str) -> tuple[Reading, ...]:
    found = list(_irregular().get(form, ()))
    found += [reading for verb in _regular_verbs(form) for reading in _matching(verb, form) if reading not in found]
    if not found and (match := _IEREN.fullmatch(form)) is not None:
        found += _matching(guessed(match.group(1) + "en"), form)
    if found:
        return tuple(found)
    for prefix in PRODUCTIVE:
        rest = form.removeprefix(prefix)
        if rest != form and len(rest) > 2:  # noqa: PLR2004
            prefixed = [_prefixed(prefix, reading) for reading in _bases(rest)]
            found += [reading for reading in prefixed if reading is not None and reading not in found]
    return tuple(found)


def _bases(rest: str) -> list[Reading]:
    """Readings of what stands behind an inseparable prefix; a participle has lost its ge."""
    plain = [*_irregular().get(rest, ()), *(r for verb in _regular_verbs(rest) for r in _matching(verb, rest))]
    lost = "ge" + rest
    again = [*_irregular().get(lost, ()), *(r for verb in _regular_verbs(lost) for r in _matching(verb, lost))]
    return [reading for reading in plain if reading.mood != "participle"] + [r for r in again if r.mood == "participle"]


def _prefixed(prefix: str, reading: Reading) -> Reading | None:
    if reading.verb.infinitive.startswith(INSEPARABLE) and reading.verb.infinitive not in {"geben", "gehen", "erben"}:
        return None
    verb = verb_of(prefix + reading.verb.infinitive)
    return None if verb is None else Reading(verb, reading.mood, reading.number, first=reading.first)


def _regular_verbs(form: str) -> list[Verb]:
    """The listed verbs that a form can belong to by its ending."""
    found = []
    for infinitive in _infinitives(form):
        if infinitive in verb_rows():
            verb = verb_of(infinitive)
            if verb is not None and verb not in found:
                found.append(verb)
            if infinitive in particles().also_weak:
                found.append(guessed(infinitive))
    return found


def _infinitives(form: str) -> Iterator[str]:
    """Infinitives of which a form may be a regular form."""
    yield form
    bare = form.removeprefix("ge")
    for start in {form, bare}:
        for ending in ("eten", "ete", "ten", "te", "et", "t", "e"):
            root = start.removesuffix(ending)
            if root != start:
                yield root + "en"
                yield root + "n"
                if ending == "e" and root.endswith(("l", "r")):
                    yield root[:-1] + "e" + root[-1] + "n"


def _matching(verb: Verb, form: str) -> list[Reading]:
    found = []
    for each, mood, number, first in _all_forms(verb):
        reading = Reading(verb, mood, number, first=first)
        if each == form and reading not in found:
            found.append(reading)
    return found


def _separable(form: str) -> Iterator[Reading]:
    """Readings as a separable verb in one word: "vorlegt", "vorgelegt", "vorzulegen"."""
    known = particles()
    for particle in known.longest_first:
        if not form.startswith(particle):
            continue
        rest = form[len(particle) :]
        if rest.startswith("zu") and len(rest) > 4:  # noqa: PLR2004
            for reading in _simple(rest[2:]):
                if reading.mood == "infinitive" and known.joins(particle, reading.verb.infinitive):
                    yield Reading(reading.verb, "zu", particle=particle)
        if len(rest) > 1:
            for reading in _simple(rest):
                if known.joins(particle, reading.verb.infinitive):
                    yield Reading(reading.verb, reading.mood, reading.number, particle, reading.first)


@lru_cache(maxsize=2_000)
def guesses(form: str) -> tuple[Reading, ...]:
    """Readings as a form of a regular verb that nobody listed."""
    if readings(form) or len(form) < 4 or not form.isalpha() or not form.islower():  # noqa: PLR2004
        return ()
    if form in _closed_words():
        return ()
    split = _ZU.fullmatch(form)
    if split is not None and split.group(1) in particles().longest_first:
        return (Reading(guessed(split.group(2)), "zu", particle=split.group(1)),)
    if form in particles().never or form.endswith(_OF_ADJECTIVES):
        return ()
    for ending, mood, number in (
        ("ten", "preterite", "pl"),
        ("te", "preterite", "sg"),
        ("ert", "present", "sg"),
        ("elt", "present", "sg"),
        ("t", "present", "sg"),
        ("en", "present", "pl"),
        ("ern", "present", "pl"),
        ("eln", "present", "pl"),
    ):
        if form.endswith(ending):
            verb = guessed(_guessed_infinitive(form, ending))
            return tuple(
                reading for reading in _matching(verb, form) if reading.mood == mood and reading.number == number
            )
    return ()


_OF_ADJECTIVES = ("heit", "haft", "bar", "lich", "isch", "ig", "los", "ent", "ant", "akt", "ekt", "ett")
"""Endings that unknown verbs do not have ("effizient", "rasant", "direkt", "komplett")."""


@cache
def _closed_words() -> frozenset[str]:
    """Words of the closed classes, which are no verbs."""
    known = words()
    return (
        known.adverbs | known.subordinators | known.prepositions | known.determiners | known.small | known.predicative
    )


def _guessed_infinitive(form: str, ending: str) -> str:
    if ending in {"en", "ern", "eln"}:
        return form
    if ending in {"ert", "elt"}:
        return form[:-1] + "n"
    root = form.removesuffix(ending)
    return root + "n" if root.endswith(("er", "el")) else root.removesuffix("e") + "en"
