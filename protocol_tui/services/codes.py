"""Person codes: short, unique, typed without thinking."""

import unicodedata
from collections.abc import Collection

RESERVED = frozenset({"b", "er", "sie", "nn", "verwaltung"})
"""Words that mean something else at the head of a line, or stand for somebody in particular."""

_FOLDS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_SHORTEST = 3


def propose_code(name: str, taken: Collection[str]) -> str:
    """A code for a name: the first letters of the surname, more of them where that is taken, at last a letter more."""
    surname = name.rsplit(maxsplit=1)[-1] if name.split() else "gast"
    folded = unicodedata.normalize("NFKD", surname.casefold().translate(_FOLDS))
    letters = "".join(letter for letter in folded if "a" <= letter <= "z") or "gast"
    for length in range(min(_SHORTEST, len(letters)), len(letters) + 1):
        code = letters[:length]
        if code not in taken and code not in RESERVED:
            return code
    return next(
        code
        for first in "abcdefghijklmnopqrstuvwxyz"
        for second in ("", *"abcdefghijklmnopqrstuvwxyz")
        if (code := f"{letters}-{first}{second}") not in taken
    )
