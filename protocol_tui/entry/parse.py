"""From a typed line to its meaning: which sign it begins with, and who reads the rest."""

import datetime as dt
import re

import msgspec

from protocol_tui.entry.cleaning import FLAG, clean, paragraphs, quoted, tail_of
from protocol_tui.entry.commands import FLAG_COMMAND, not_flaggable, split_command
from protocol_tui.entry.heads import Head, read_head
from protocol_tui.entry.known import Known
from protocol_tui.entry.lines import (
    EntryLine,
    Interjection,
    Line,
    Narration,
    Note,
    ResolutionLine,
    Speech,
    Verbatim,
)
from protocol_tui.entry.room import clock, read_jump, read_presence
from protocol_tui.entry.speech import (
    read_headed,
    read_interjection,
    read_statement,
    read_verbatim,
    required,
)
from protocol_tui.entry.votes import read_vote
from protocol_tui.errors import EntryError

COMMENT = "#"

_GAP = ("", " ", "\n")
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})(?=[ \n]|\Z)")
_SPAN = re.compile(r"([0-9]{1,2}:[0-9]{2}) ?(?:(?i:uhr|bis)\b|[–—]|-(?![^\W\d_])|(?<! )-)")


def parse(line: str, known: Known, *, in_file: bool = False) -> Line:
    """Read an entry line; `in_file` lets a time stand in front. Whatever is wrong is an EntryError."""
    text = _logical(line)
    time = None
    if in_file:
        time, text = _split_time(text)
    read = _read(text, known)
    return read if time is None else msgspec.structs.replace(read, time=time)


def is_comment(text: str) -> bool:
    """Tell whether a line of a file is a comment."""
    return text.startswith(COMMENT + " ") or text.rstrip() == COMMENT


def _logical(line: str) -> str:
    """Clean a line; its first paragraph keeps the blanks in front, which mean something."""
    parts = [part.rstrip() for part in clean(line).split("\n")]
    first = next((place for place, part in enumerate(parts) if part), len(parts))
    return "\n".join([*parts[first : first + 1], *(part.strip() for part in parts[first + 1 :] if part)])


def _split_time(text: str) -> tuple[dt.time | None, str]:
    """Part the time in front of a file's line; an error where it rather looks like text (rule 8)."""
    if is_comment(text.partition("\n")[0]):
        raise EntryError("Das ist ein Kommentar und kein Eintrag.", "Als Text mit einem Leerzeichen davor.")
    span = _SPAN.match(text)
    if span:
        raise EntryError(
            f"{quoted(span[0])} am Zeilenanfang ist keine Zeitangabe eines Eintrags.",
            "Soll es Text sein, ein Leerzeichen voranstellen.",
        )
    match = _TIME.match(text)
    if match is None:
        return None, text
    return clock(match[1], match[2]), text[match.end() + 1 :]


def _read(text: str, known: Known) -> Line:
    """Read a line without its time: `/prüfen` may stand in front of anything, `&` behind it, each once."""
    command, raw = split_command(text) if text[:1] == "/" and text[1:2].isalpha() else (None, "")
    if command is not FLAG_COMMAND or paragraphs(raw) in {"", FLAG.strip()}:
        return _read_joinable(text, known)
    line = _read_joinable(raw[1:], known)
    if not isinstance(line, EntryLine):
        raise not_flaggable()
    if line.flagged:
        raise EntryError("Die Zeile ist doppelt vorgemerkt.", "Entweder „/prüfen“ davor oder „??“ dahinter.")
    return msgspec.structs.replace(line, flagged=True)


def _read_joinable(text: str, known: Known) -> Line:
    if not text.strip():
        raise EntryError("Die Zeile ist leer.", "Erst etwas eingeben.")
    if not _is_joined(text):
        return _read_plain(text, known)
    rest = text[2:]
    line = _read_plain(rest, known) if rest.strip() and not _is_joined(rest) else None
    if isinstance(line, (Speech, Narration, Verbatim, Interjection)):
        return msgspec.structs.replace(line, joined=True)
    raise EntryError(
        "„&“ setzt einen Absatz fort; dahinter gehört ein Beitrag, eine Feststellung oder ein Zwischenruf.",
        "Richtig ist „& Text“ oder „& hur: Text“.",
    )


def _is_joined(text: str) -> bool:
    return text[0] == "&" and text[1:2] in _GAP


def _read_plain(text: str, known: Known) -> Line:
    line = _read_sign(text, known)
    if line is None:
        head = None if text[0] == " " else _head(text, known)
        line = read_statement(text, known) if head is None else read_headed(head, known)
    return line


def _head(text: str, known: Known) -> Head | None:
    if text[0] in "?!*" and text[1:2] in _GAP:
        return Head((), text[0], text[1:])
    return read_head(text, known)


def _read_sign(text: str, known: Known) -> Line | None:
    """Read a line that begins with a sign; None where it is a head or text."""
    first, second, rest = text[0], text[1:2], text[1:]
    match first:
        case "=" if second in _GAP:
            return _narration(rest)
        case ";":
            return _note(rest)
        case '"':
            return read_verbatim(text)
        case "(":
            return read_interjection(text, known)
        case "#" if second.isalnum():
            return read_vote(rest, known)
        case "+" | "-" if second.isalpha():
            return read_presence(text, known)
        case ".":
            return read_jump(text, known)
        case "/" if second.isalpha():
            command, raw = split_command(text)
            return command.read(raw, known)
        case "b" if second == ":" and text[2:3] in _GAP:
            return _resolution(text[2:])
        case _:
            return None


def _narration(raw: str) -> Narration:
    tail = tail_of(raw)
    return Narration(body=required(tail), flagged=tail.flagged)


def _note(raw: str) -> Note:
    tail = tail_of(raw)
    return Note(body=required(tail), flagged=tail.flagged)


def _resolution(raw: str) -> ResolutionLine:
    tail = tail_of(raw)
    return ResolutionLine(body=required(tail), flagged=tail.flagged)
