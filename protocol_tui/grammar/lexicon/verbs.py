"""The verb table: `verbs.tsv` and `particles.toml`, read once, and looked up by infinitive."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from protocol_tui.grammar.lexicon.shipped import read
from protocol_tui.grammar.lexicon.weak import PRODUCTIVE, stem_of, weak_parts

Auxiliary = Literal["haben", "sein"]
_PRODUCTIVE = re.compile(
    r"[a-zäöüß]{2,}ieren|(?:be(?!stehen|wusst|iseite)|ent(?!zwei|lang)|er|ver(?!schütt|loren)|zer)[a-zäöüß]{4,}"
)
_DUAL = re.compile(r"^(durch|hinter|über|unter|wider)(?=[a-zäöüß]{4,})")
_WITH_HABEN = frozenset({"vor", "teil", "inne", "dabei"})
MODALS = frozenset({"dürfen", "können", "mögen", "müssen", "sollen", "wollen"})


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb without its separable particle, and its principal parts in the third person singular.

    `used` says that the house uses its Konjunktiv II instead of würden and infinitive; `known` is False for a verb
    that stands in no list and is conjugated as a regular one.
    """

    infinitive: str
    present: str
    preterite: str
    konj2: str
    participle: str
    auxiliary: Auxiliary = "haben"
    used: bool = False
    known: bool = True

    @property
    def is_modal(self) -> bool:
        return self.infinitive in MODALS


@dataclass(frozen=True, slots=True)
class Particles:
    """The separable particles, and what is known about the verbs they make."""

    productive: frozenset[str]
    chosen: dict[str, frozenset[str]]
    sein: frozenset[str]
    haben: frozenset[str]
    unsure: frozenset[str]
    both: frozenset[str]
    never: frozenset[str]
    also_weak: frozenset[str]
    variants: dict[str, str]
    longest_first: tuple[str, ...] = field(default=())

    def joins(self, particle: str, base: str) -> bool:
        """Tell whether a particle and a base verb make a separable verb."""
        if base == "haben":
            return particle in _WITH_HABEN
        if particle in self.chosen:
            return base in self.chosen[particle]
        return particle in self.productive and base not in {"sein", "werden", *MODALS}


@cache
def particles() -> Particles:
    """Read the particles, once."""
    data = tomllib.loads(read("particles.toml"))
    productive = frozenset(data["productive"].split())
    chosen = {particle: frozenset(bases.split()) for particle, bases in data["chosen"].items()}
    return Particles(
        productive=productive,
        chosen=chosen,
        sein=frozenset(data["sein"].split()),
        haben=frozenset(data["haben"].split()),
        unsure=frozenset(data["unsure"].split()),
        both=frozenset(data["both"].split()),
        never=frozenset(data["never"].split()),
        also_weak=frozenset(data["also_weak"].split()),
        variants=data["konjunktiv2"],
        longest_first=tuple(sorted(productive | chosen.keys(), key=lambda each: (-len(each), each))),
    )


@cache
def verb_rows() -> dict[str, list[str]]:
    """Read the table, once: infinitive (without the bar) to the columns of its line."""
    rows = (line.split("\t") for line in read("verbs.tsv").splitlines())
    return {row[0].replace("|", ""): row for row in rows}


@cache
def verb_of(infinitive: str) -> Verb | None:
    """Look a base verb up; of one that is not listed ("vertagen", "zerstreiten") by its inseparable prefix."""
    row = verb_rows().get(infinitive)
    if row is not None:
        name, auxiliary, used, *parts = (*row, *[""] * (7 - len(row)))
        regular = weak_parts(name)
        present, preterite, konj2, participle = (part or rule for part, rule in zip(parts, regular, strict=True))
        return Verb(
            infinitive=infinitive,
            present=present,
            preterite=preterite,
            konj2=konj2,
            participle=participle,
            auxiliary="sein" if auxiliary == "s" else "haben",
            used=used == "k",
        )
    for prefix in PRODUCTIVE:
        rest = infinitive.removeprefix(prefix)
        if rest != infinitive and rest in verb_rows():
            base = verb_of(rest)
            return base and with_prefix(prefix, base)
    return None


def with_prefix(prefix: str, base: Verb) -> Verb:
    """Put an inseparable prefix in front: it takes the place of "ge" in the participle."""
    return Verb(
        infinitive=prefix + base.infinitive,
        present=prefix + base.present,
        preterite=prefix + base.preterite,
        konj2=prefix + base.konj2,
        participle=prefix + base.participle.removeprefix("ge"),
        used=base.used,
    )


@cache
def guessed(infinitive: str) -> Verb:
    """A verb as a regular one; what is made productively ("-ieren", "ver-") is as good as known."""
    barred = _DUAL.sub(r"\1|", infinitive, count=1)  # written as one word, so it does not separate
    present, preterite, konj2, participle = weak_parts(barred)
    return Verb(
        infinitive=infinitive,
        present=present,
        preterite=preterite,
        konj2=konj2,
        participle=participle,
        known=infinitive in verb_rows() or _PRODUCTIVE.fullmatch(infinitive) is not None,
    )


def auxiliary_of(verb: Verb, particle: str) -> Auxiliary:
    """Give the auxiliary of the perfect tense; particles can change it ("ziehen", but "ist umgezogen")."""
    whole = particle + verb.infinitive
    if whole in particles().sein:
        return "sein"
    if whole in particles().haben:
        return "haben"
    return verb.auxiliary


def stem(verb: Verb) -> str:
    """Give the stem of the present tense."""
    return stem_of(verb.infinitive)
