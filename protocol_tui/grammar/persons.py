"""Who speaks and who is spoken to, as pronouns of the third person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from protocol_tui.grammar.forms import Number
from protocol_tui.grammar.speech import Utterance

Case = Literal["nom", "acc", "dat"]

_PRONOUNS: dict[str, dict[Case, str]] = {
    "m": {"nom": "er", "acc": "ihn", "dat": "ihm"},
    "f": {"nom": "sie", "acc": "sie", "dat": "ihr"},
    "n": {"nom": "es", "acc": "es", "dat": "ihm"},
    "pl": {"nom": "sie", "acc": "sie", "dat": "ihnen"},
}
_POSSESSIVE = {"m": "sein", "n": "sein", "f": "ihr", "pl": "ihr"}
_ARTICLES: dict[str, dict[Case, str]] = {
    "der": {"nom": "der", "acc": "den", "dat": "dem"},
    "die": {"nom": "die", "acc": "die", "dat": "der"},
    "das": {"nom": "das", "acc": "das", "dat": "dem"},
    "pl": {"nom": "die", "acc": "die", "dat": "den"},
}
_GENITIVES = {"dem": "des", "der": "der", "den": "der"}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the third person: gender "m", "f", "n" or "pl"."""

    gender: str

    @property
    def number(self) -> Number:
        return "pl" if self.gender == "pl" else "sg"

    def pronoun(self, case: Case) -> str:
        return _PRONOUNS[self.gender][case]

    def possessive(self, ending: str) -> str:
        """Give "sein" or "ihr" with the ending of "mein-"."""
        return _POSSESSIVE[self.gender] + ending


def speaker_of(utterance: Utterance) -> Person:
    """The speaker; where the gender is not known, as a man (and the engine says that it is unsure)."""
    gender = utterance.gender
    if gender in {"m", "f", "pl"}:
        return Person(gender)
    words = utterance.speaker.split(" ")
    if words[0] in {"Frau", "Sie", "sie"} or (words[0].endswith("in") and len(words) > 1):
        return Person("f")
    if " und " in utterance.speaker:
        return Person("pl")
    return Person("m")


def gender_is_known(utterance: Utterance) -> bool:
    """Tell whether the speaker's gender is given, or follows from the name."""
    if utterance.gender in {"m", "f", "pl"}:
        return True
    words = utterance.speaker.split(" ")
    return words[0] in {"Frau", "Herr", "Er", "er", "Sie", "sie"} or " und " in utterance.speaker


def addressee_of(utterance: Utterance) -> Person:
    """Who is spoken to."""
    if utterance.addressee_number == "pl":
        return Person("pl")
    if utterance.addressee_gender:
        return Person(utterance.addressee_gender)
    words = utterance.addressee.split(" ")
    gender = {"die": "f", "der": "m", "das": "n", "Frau": "f"}.get(words[0], "m")
    return Person(gender)


def decline(phrase: str, case: Case, *, plural: bool) -> str:
    """Put a noun phrase with its article or title into a case: "die Verwaltung": "der Verwaltung"."""
    words = phrase.split(" ")
    head = words[0].lower()
    if head in {"der", "die", "das"}:
        words[0] = _ARTICLES["pl" if plural else head][case]
        if plural and case == "dat" and len(words) > 1 and not re.search(r"[ns]$", words[1]):
            words[1] += "n"
        if (
            not plural
            and head == "der"
            and case != "nom"
            and len(words) > 1
            and words[1].endswith(("ent", "ist", "ege", "ant"))
        ):
            words[1] += "n" if words[1].endswith("e") else "en"
        if (
            not plural
            and case != "nom"
            and len(words) > 1
            and head == "der"
            and words[1].endswith(("Vorsitzende", "nete", "tragte"))
        ):
            words[1] += "n"
        if (
            not plural
            and case == "dat"
            and head == "die"
            and len(words) > 1
            and words[1].endswith(("Vorsitzende", "nete", "tragte"))
        ):
            words[1] += "n"
    elif head == "herr" and case != "nom":
        words[0] = "Herrn"
    return " ".join(words)
