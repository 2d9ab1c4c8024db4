"""No-break spaces and dashes where German typography wants them (DIN 5008; row X2 of the Niederschrift's table)."""

import re

NBSP = "\u00a0"

_ABBREVIATIONS_BEFORE_NAME = "Abg|Dr|Prof|Hr|Fr|Herr|Frau|KVD|Agb|Abs|Nr|Art|Ziff|TOP|Anlage|Drs|Ltd|St"
_UNITS = "Uhr|Prozent|€|EUR|Euro|Mio|Mrd|Tsd|km|qm|m²|ha|kWh|Stimmen"
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=\d)[ ]?[-–][ ]?(?=\d{1,2}(?::\d\d)? Uhr)", "–"),  # "18-20 Uhr": from-to
        (rf"\b((?:{_ABBREVIATIONS_BEFORE_NAME})\.) (?=\S)", rf"\1{NBSP}"),
        (r"\b(TOP|Nr|Abg|Agb|Ziffer|Absatz|Anlage|Artikel|Herr|Herrn|Frau) (?=[\dA-ZÄÖÜ])", rf"\1{NBSP}"),
        (r"(§§?) (?=\d)", rf"\1{NBSP}"),
        (rf"(?<=\d) (?=(?:{_UNITS})(?![\wäöüß]))", NBSP),
        (r"(?<=\d) (?=[%‰])", NBSP),
        (r"\b(Mio|Mrd|Tsd)\. (?=€|EUR|Euro)", rf"\1.{NBSP}"),
        (r"\b([zZduisoau])\. ?(?=[BhavUOÄ]\.)", rf"\1.{NBSP}"),  # z. B., d. h., u. a., i. V., s. o.
        (rf"(?<=\d\.) (?=(?:{_MONTHS})\b)", NBSP),
    )
)


def set_blanks(text: str) -> str:
    """The text with no-break spaces wherever a line must not end; nothing else is changed."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def plain_blanks(text: str) -> str:
    """The text with ordinary blanks only, for comparing and searching."""
    return text.replace(NBSP, " ")
