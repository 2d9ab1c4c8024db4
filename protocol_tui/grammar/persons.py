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
    feminine = len(words) > 1 and (words[0].endswith("in") or (_is_title(words[0]) and words[0].endswith("e")))
    gender = {"die": "f", "der": "m", "das": "n", "Frau": "f"}.get(words[0], "f" if feminine else "m")
    return Person(gender)


def _is_title(word: str) -> bool:
    """Tell whether a word is an adjectival title, "Vorsitzender" or "Vorsitzende"."""
    return _ADJECTIVAL.fullmatch(word) is not None


def decline(phrase: str, case: Case, *, plural: bool) -> str:
    """Put a noun phrase with its article or title into a case: "die Verwaltung": "der Verwaltung".

    A title that is an adjective keeps its endings before a name: "Vorsitzender Ott", "Vorsitzendem Ott"; one that is
    a noun has none there ("Landrat Ott"). Source: Duden-Grammatik, Flexion von Titeln und Namen.
    """
    if case == "nom":
        return phrase
    parts = phrase.split(" und ")
    if len(parts) > 1 and all(part.split(" ")[0].lower() in _HEADS for part in parts):
        return " und ".join(decline(part, case, plural=plural and _is_plural(part)) for part in parts)
    words = phrase.split(" ")
    head = words[0].lower()
    if head in {"der", "die", "das"}:
        words[0] = _ARTICLES["pl" if plural else head][case]
        if not plural:
            weak = case == "dat" or head == "der"
            words[1:] = _weak(words[1:], masculine=head == "der") if weak else words[1:]
        elif case == "dat":
            words[1:] = _dative_plural(words[1:])
    elif head == "herr":
        words = ["Herrn", *_weak(_as_article(words[1:]), masculine=True)]
    else:
        at = head == "frau"
        words = words[:at] + _strong(words[at:], case)
    return " ".join(words)


_HEADS = frozenset({"der", "die", "das", "herr", "frau"})
_OFFICE = r"(?:sitzend|ordnet|auftragt|mächtigt|legiert|sachverständig|angestellt|gesandt|beamt|ältest|vertraut)"
_ATTRIBUTE = r"(?:stellvertretend|geschäftsführend|amtierend|leitend|erst|zweit|dritt|ehemalig|neu|bisherig)"
_ADJECTIVAL = re.compile(rf".*{_OFFICE}(?:e|er)|{_ATTRIBUTE}(?:e|er)", re.IGNORECASE)


def _is_plural(part: str) -> bool:
    """Tell whether one of several who are named is a plural itself: "die Fachämter", but not "die Verwaltung"."""
    noun = part.split(" ")[1:2]
    return part.startswith("die ") and bool(noun) and not re.search(r"(?:ung|heit|keit|schaft|ion|tät|in|e)$", noun[0])


def _as_article(words: list[str]) -> list[str]:
    """Behind "Herrn" adjectives are weak as behind an article: "Herr Vorsitzender", "der Vorsitzende"."""
    return [word[:-1] if word.endswith("er") and _ADJECTIVAL.fullmatch(word) else word for word in words]


def _weak(words: list[str], *, masculine: bool) -> list[str]:
    """Give what follows an article its weak endings: "dem stellvertretenden Vorsitzenden", "dem Präsidenten"."""
    found = list(words)
    for at, word in enumerate(words):
        if (word[:1].islower() and word.endswith("e")) or (word.endswith("e") and _ADJECTIVAL.fullmatch(word)):
            found[at] = word + "n"
        elif masculine and word == "Herr":
            found[at] = "Herrn"
        elif masculine and word.endswith(("ent", "ist", "ege", "ant")):
            found[at] = word + ("n" if word.endswith("e") else "en")
            break
        elif not word.endswith("."):
            break  # the noun, and then names
    return found


def _strong(words: list[str], case: Case) -> list[str]:
    """Give adjectival titles without an article their endings; behind one in -em the next is weak."""
    found = list(words)
    strong = True
    for at, word in enumerate(words):
        masculine = word.endswith("er")
        if not _ADJECTIVAL.fullmatch(word):
            if word == "Kollege":
                found[at] = "Kollegen"
            break
        if masculine:
            found[at] = word[:-1] + ("m" if case == "dat" and strong else "n")
        elif case == "dat":
            found[at] = word + "r"
        strong = False
    return found


def _dative_plural(words: list[str]) -> list[str]:
    """Give the noun of a plural its -n: "die Mitarbeiter", "den Mitarbeitern"."""
    at = next((at for at, word in enumerate(words) if word[:1].isupper()), 0)
    if words and not re.search(r"[ns]$", words[at]):
        return [*words[:at], words[at] + "n", *words[at + 1 :]]
    return words
