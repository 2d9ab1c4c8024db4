"""The Mitschrift file: a TOML head between two `+++` lines, then entry lines."""

import re
from collections.abc import Iterable

from protocol_tui.entry.cleaning import quoted
from protocol_tui.entry.head import Mitschrift, MitschriftHead, NumberedLine
from protocol_tui.entry.head_reading import read_head_text
from protocol_tui.entry.head_writing import format_head
from protocol_tui.entry.parse import is_comment
from protocol_tui.errors import FileFormatError

FENCE = "+++"
CONTINUATION = "  "

_LINE_END = re.compile("\r\n|\r|\n")
_BYTE_ORDER_MARK = "\ufeff"


def decode_mitschrift(data: bytes, name: str) -> str:
    """Decode the bytes of a file; anything but UTF-8 is an error that names the line."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(_LINE_END.split(data[: error.start].decode("utf-8", "replace")))
        raise FileFormatError(
            f"{name}, Zeile {line}: Hier steht ein Zeichen, das nicht in UTF-8 geschrieben ist; "
            "bitte die Datei mit der Zeichenkodierung UTF-8 speichern."
        ) from None


def read_mitschrift(text: str, name: str) -> Mitschrift:
    """Read a file's head and its entry lines with their numbers; the entry lines are not yet parsed."""
    lines = _LINE_END.split(text.removeprefix(_BYTE_ORDER_MARK))
    opened, closed = _fences(lines, name)
    head = read_head_text("\n".join(lines[opened + 1 : closed]), name, opened + 2)
    return Mitschrift(name=name, head=head, lines=_entry_lines(lines, closed + 1, name))


def format_mitschrift(head: MitschriftHead, lines: Iterable[str]) -> str:
    """Write a whole file; each line as `format_line(…, in_file=True)` gives it, with newlines between paragraphs."""
    entries = "".join(line.replace("\n", "\n" + CONTINUATION) + "\n" for line in lines)
    return f"{FENCE}\n{format_head(head)}{FENCE}\n{entries}"


def _fences(lines: list[str], name: str) -> tuple[int, int]:
    """Where the head begins and ends; only comments and empty lines may stand before it."""
    opened = next((place for place, line in enumerate(lines) if line.strip() and not is_comment(line)), 0)
    if lines[opened].rstrip() != FENCE:
        raise FileFormatError(f"{name}, Zeile {opened + 1}: Hier muss der Kopf beginnen, mit einer Zeile „{FENCE}“.")
    closed = next((place for place in range(opened + 1, len(lines)) if lines[place].rstrip() == FENCE), None)
    if closed is None:
        raise FileFormatError(f"{name}, Zeile {len(lines)}: Dem Kopf fehlt am Ende eine zweite Zeile „{FENCE}“.")
    return opened, closed


def _entry_lines(lines: list[str], start: int, name: str) -> tuple[NumberedLine, ...]:
    found: list[tuple[int, list[str]]] = []
    for number, line in enumerate(lines[start:], start + 1):
        if not line.strip() or is_comment(line):
            continue
        if not line.startswith(CONTINUATION):
            found.append((number, [line.rstrip()]))
        elif found:
            found[-1][1].append(line.strip())
        else:
            raise FileFormatError(
                f"{name}, Zeile {number}: {quoted(line)} setzt mit zwei Leerzeichen einen Eintrag fort, "
                "vor dem keiner steht; ein wörtlicher Text beginnt mit einem Leerzeichen."
            )
    return tuple(NumberedLine(number=number, text="\n".join(parts)) for number, parts in found)
