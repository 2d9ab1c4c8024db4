"""From a meaning back to the line that says it: the shortest form that is read as exactly this meaning."""

from collections.abc import Iterator

import msgspec

from protocol_tui.entry.known import Known
from protocol_tui.entry.lines import (
    BodyLine,
    EntryLine,
    Interjection,
    Line,
    Narration,
    Note,
    ResolutionLine,
    Speech,
    SpeechKind,
    Verbatim,
)
from protocol_tui.entry.orders import write_order
from protocol_tui.entry.parse import parse
from protocol_tui.errors import EntryError

_MARKS: dict[SpeechKind, str] = {"statement": ":", "question": "?", "answer": "!", "motion": "*"}
_COMMANDS: dict[SpeechKind, str] = {"procedural": "/go", "amendment": "/aea"}


def format_line(line: Line, known: Known, *, in_file: bool = False) -> str:
    """Write the line that `parse` reads as this value; its time is written in files only.

    Values no line can say (a reporting clause the house does not know, a person who is not known, a body that is
    empty or not clean) raise an EntryError.
    """
    meant = line if in_file else msgspec.structs.replace(line, time=None)
    time = "" if meant.time is None else f"{meant.time:%H:%M} "
    for form in _forms(line):
        written = time + form
        if _says(written, meant, known, in_file=in_file):
            return written
    raise EntryError("Dieser Eintrag lässt sich nicht als Zeile schreiben.", "Er lässt sich nur im Editor ändern.")


def _says(written: str, meant: Line, known: Known, *, in_file: bool) -> bool:
    try:
        return parse(written, known, in_file=in_file) == meant
    except EntryError:
        return False


def _forms(line: Line) -> Iterator[str]:
    """Every way to write a line, the usual one first, the literal ones last."""
    joined = "& " if isinstance(line, (Speech, Narration, Verbatim, Interjection)) and line.joined else ""
    plain = [joined + form for form in (_bodies(line) if isinstance(line, BodyLine) else (write_order(line),))]
    if isinstance(line, EntryLine) and line.flagged:
        yield from (f"{form} ??" for form in plain)
        yield from (f"/prüfen {form}" for form in plain)
    else:
        yield from plain


def _bodies(line: Speech | Narration | Verbatim | Interjection | Note | ResolutionLine) -> Iterator[str]:
    match line:
        case Speech():
            yield from _speeches(line)
        case Narration():
            yield from (f"= {line.body}", f"=  {line.body}")
        case Verbatim():
            head = _head(line.speakers, ":")
            yield from (f'{head}"{line.body}', f'{head}"{line.body}"', f'{head}"  {line.body}')
        case Interjection():
            head = _head(line.speakers, ":")
            yield from (f"({head}{line.body})", f"({head}{line.body}")
            yield f"({head} {line.body}" if head else f"(  {line.body}"
        case Note():
            yield from (f";{line.body}", f";  {line.body}")
        case ResolutionLine():
            yield from (f"b: {line.body}", f"b:  {line.body}")


def _speeches(line: Speech) -> Iterator[str]:
    head = line.pronoun + ": " if line.pronoun else _head(line.speakers, ":")
    if line.kind in _COMMANDS:
        head = f"{_COMMANDS[line.kind]} {head}"
    elif line.kind != "statement":
        head = _head(line.speakers, _MARKS[line.kind]) or f"{_MARKS[line.kind]} "
    if line.verb:
        head += f"{line.verb}> "
    yield from (head + line.body, f"{head} {line.body}")


def _head(speakers: tuple[str, ...], mark: str) -> str:
    return f"{','.join(speakers)}{mark} " if speakers else ""
