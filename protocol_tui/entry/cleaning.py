"""What a pasted or typed text becomes before anything is read in it."""

import re
import unicodedata

import msgspec

FLAG = " ??"

_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NONCHARACTERS = "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_UNWANTED = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufdd0-\ufdef{_NONCHARACTERS}]")
_QUOTED_AT_MOST = 40


def clean(text: str) -> str:
    """Normalise text to NFC without anything a terminal or a Word document cannot hold.

    Line breaks of every kind become a newline and tabs a blank. All other control characters, lone surrogates,
    noncharacters and byte order marks are removed. Everything else stays, blanks included. Cleaning twice changes
    nothing more.
    """
    if text.isascii() and text.isprintable():
        return text
    broken = _BREAK.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _UNWANTED.sub("", broken))


def paragraphs(text: str) -> str:
    """Strip every paragraph of a clean text, drop the empty ones, join them by a newline: the form of a body."""
    return "\n".join(stripped for part in text.split("\n") if (stripped := part.strip()))


def one_line(text: str) -> str:
    """Make one line of a clean text: names, titles and reasons have no paragraphs."""
    return paragraphs(text).replace("\n", " ")


def quoted(text: str) -> str:
    """Quote what was typed in a sentence for the clerk, shortened."""
    flat = one_line(clean(text))
    return f"„{flat}“" if len(flat) <= _QUOTED_AT_MOST else f"„{flat[: _QUOTED_AT_MOST - 1]}…“"


class Tail(msgspec.Struct, frozen=True):
    """What follows a sign: its text as a body, and whether it was literal or flagged (never both)."""

    text: str
    literal: bool = False
    flagged: bool = False


def tail_of(raw: str) -> Tail:
    """Read what follows a sign: one blank parts it, a second one makes it literal, ` ??` at its end flags it."""
    text = paragraphs(raw)
    if raw.startswith("  "):
        return Tail(text, literal=True)
    if text == FLAG.strip() or text.endswith(FLAG):
        return Tail(text.removesuffix(FLAG.strip()).rstrip(), flagged=True)
    return Tail(text)
