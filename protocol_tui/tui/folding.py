"""Searching whatever way an umlaut is typed."""

import unicodedata

_PAIRS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})


def fold(text: str) -> str:
    """The text for comparison: lower case, ü = ue = u, ß = ss, no accents."""
    plain = unicodedata.normalize("NFC", text).casefold().translate(_PAIRS)
    plain = plain.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(character for character in decomposed if not unicodedata.combining(character))
