"""From what was typed to a person: whole codes and surnames, unique prefixes, two foldings; nothing is guessed."""

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

from protocol_tui.entry.cleaning import quoted
from protocol_tui.entry.known import Known, KnownPerson
from protocol_tui.entry.lines import UNKNOWN_SPEAKER
from protocol_tui.errors import EntryError

CODE = r"[^\W\d_](?:[^\W\d_]|-)*"
"""A person code, as a regular expression: letters and hyphens."""

RESERVED = ("b", "er", "sie")
"""Heads with a meaning of their own: no person codes."""

_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "œ": "oe"})
_ONE_LETTER = str.maketrans({"ø": "o", "æ": "a", "œ": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i"})


def is_code(text: str) -> bool:
    """Tell whether a person may have this code."""
    return re.fullmatch(CODE, text) is not None and text.casefold() not in (*RESERVED, UNKNOWN_SPEAKER)


def resolve(typed: str, known: Known) -> str:
    """Give the code of the one person that was typed; an error names the candidates, or near ones."""
    if typed.casefold() == UNKNOWN_SPEAKER:
        raise EntryError("„nn“ kann nur sprechen.", "Hier gehört das Kürzel einer Person von der Personenliste hin.")
    found = matching(typed, known)
    if not found:
        raise _nobody(typed, known.persons)
    return _only(typed, found)


def resolve_speaker(typed: str, known: Known) -> str:
    """Give the code of the one speaker that was typed, `nn` included."""
    return UNKNOWN_SPEAKER if typed.casefold() == UNKNOWN_SPEAKER else resolve(typed, known)


def resolve_whole(typed: str, known: Known) -> str | None:
    """Give the code when a whole code or surname was typed; None when it was neither."""
    if typed.casefold() == UNKNOWN_SPEAKER:
        return UNKNOWN_SPEAKER
    found = _whole(typed, known.persons)
    return _only(typed, found) if found else None


def matching(typed: str, known: Known) -> tuple[KnownPerson, ...]:
    """Give everybody who may be meant by what was typed so far; () for nobody."""
    if not folds(typed)[1]:
        return ()
    return _whole(typed, known.persons) or _beginning(typed, known.persons)


@lru_cache(maxsize=4096)
def folds(text: str) -> tuple[str, str]:
    """Fold a text in the two ways clerks write umlauts: as two letters, and without the dots."""
    low = unicodedata.normalize("NFC", text.casefold()).replace(" ", "")
    return _undotted(low.translate(_TWO_LETTERS)), _undotted(low)


def _undotted(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return "".join(char for char in apart if not unicodedata.combining(char)).translate(_ONE_LETTER)


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text.casefold()).replace(" ", "")


def _surnames(person: KnownPerson) -> tuple[str, ...]:
    """The surname, and its last word: "von der Heide" is found under H, too."""
    last = person.surname.rpartition(" ")[2]
    return tuple(dict.fromkeys(part for part in (person.surname, last) if part))


def _whole(typed: str, persons: tuple[KnownPerson, ...]) -> tuple[KnownPerson, ...]:
    """Who has exactly this code or, failing that, this surname."""
    return (
        _those(persons, lambda key: _plain(key) == _plain(typed), codes=True)
        or _those(persons, lambda key: _meet(typed, key, str.__eq__), codes=True)
        or _those(persons, lambda key: _plain(key) == _plain(typed), surnames=_is_dotted(typed))
        or _those(persons, lambda key: _meet(typed, key, str.__eq__), surnames=True)
    )


def _beginning(typed: str, persons: tuple[KnownPerson, ...]) -> tuple[KnownPerson, ...]:
    """Whose code or surname begins so; who types an umlaut means it."""
    dotted = _is_dotted(typed)
    return _those(persons, lambda key: _plain(key).startswith(_plain(typed)), codes=dotted, surnames=dotted) or _those(
        persons, lambda key: _meet(typed, key, str.startswith), codes=True, surnames=True
    )


def _is_dotted(typed: str) -> bool:
    return _plain(typed) not in folds(typed)


def _meet(typed: str, key: str, compare: Callable[[str, str], bool]) -> bool:
    return any(compare(whole, part) for whole in folds(key) for part in folds(typed))


def _those(
    persons: Iterable[KnownPerson], fits: Callable[[str], bool], *, codes: bool = False, surnames: bool = False
) -> tuple[KnownPerson, ...]:
    return tuple(
        person
        for person in persons
        if (codes and fits(person.code)) or (surnames and any(fits(name) for name in _surnames(person)))
    )


def _only(typed: str, found: tuple[KnownPerson, ...]) -> str:
    if len(found) > 1:
        names = ", ".join(person.label for person in found)
        raise EntryError(f"{quoted(typed)} ist nicht eindeutig: {names}.", "Bitte das ganze Kürzel tippen.")
    return found[0].code


def _nobody(typed: str, persons: tuple[KnownPerson, ...]) -> EntryError:
    keys = {folds(key)[0]: person for person in persons for key in (*_surnames(person), person.code)}
    near = difflib.get_close_matches(folds(typed)[0], keys, n=3, cutoff=0.5)
    labels = dict.fromkeys(keys[key].label for key in near)
    offer = f"Gemeint sein könnte: {', '.join(labels)}. " if labels else ""
    return EntryError(
        f"{quoted(typed)} passt zu niemandem auf der Personenliste.",
        f"{offer}Wer noch unbekannt ist: nn. Soll es Text sein, ein Leerzeichen voranstellen.",
    )
