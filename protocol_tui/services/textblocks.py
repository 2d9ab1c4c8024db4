"""Text blocks (Textbausteine) and abbreviations that become words while they are typed, from the clerk's own file."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import msgspec

from protocol_tui.errors import FileFormatError, InputError

FORMAT_VERSION = 1
FILE_NAME = "textbausteine.toml"
PLACEHOLDERS = ("uhrzeit", "datum", "top", "titel", "redner", "vorsitz")
CURSOR = "{?}"
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_SHORT = re.compile(r"[^\s,;.:!?]+")
_SHIPPED = Path(__file__).with_name("textblocks.toml")


class Block(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A text block: what is typed for it, its name in the list, and the text with its placeholders."""

    short: str
    title: str
    text: str


class Expansion(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in the place of an abbreviation. `cursor`: where to type on, in characters from its start."""

    text: str
    cursor: int


class TextBlocks(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of text blocks."""

    version: int
    block: tuple[Block, ...] = ()
    abbreviations: dict[str, str] = {}

    def expand(self, word: str, values: dict[str, str], *, opens: bool) -> Expansion | None:
        """What a word stands for; None where it is nothing but itself.

        A block is a line of its own, so it counts only for a word that opens the line. `values` fill the placeholders.
        """
        text = self.abbreviations.get(word)
        if text is None and opens:
            text = next((block.text for block in self.block if block.short == word), None)
        return None if text is None else filled(text, values)


def filled(text: str, values: dict[str, str]) -> Expansion:
    """A text with its placeholders filled; one whose value is not known becomes "…"."""
    before, _, behind = text.partition(CURSOR)

    def value_of(match: re.Match[str]) -> str:
        return values.get(match.group(1)) or "…"

    start, end = (_PLACEHOLDER.sub(value_of, part) for part in (before, behind.replace(CURSOR, "…")))
    return Expansion(text=start + end, cursor=len(start))


def shipped_text() -> str:
    """The file that comes with the program."""
    return _SHIPPED.read_text(encoding="utf-8")


def read_blocks(path: Path) -> TextBlocks:
    """Read the clerk's file, or the shipped one where there is none.

    Raises FileFormatError with a sentence that names the file and the place.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        path, text = _SHIPPED, shipped_text()
    except UnicodeDecodeError as error:
        raise FileFormatError(f"{path}: Die Datei ist nicht in UTF-8 gespeichert.") from error
    except OSError as error:
        raise FileFormatError(f"Die Datei {path} ist nicht lesbar ({error.strerror or error}).") from error
    try:
        blocks = msgspec.convert(tomllib.loads(text), TextBlocks)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        raise FileFormatError(
            f"{path}{f', Zeile {place.group(1)}' if place else ''}: Das ist kein gültiges TOML. "
            "Texte stehen in Anführungszeichen, jeder Baustein beginnt mit [[block]]."
        ) from error
    except msgspec.ValidationError as error:
        raise FileFormatError(
            f"{path}: {_what(error)} Ein Baustein hat die Felder short, title und text; "
            "Abkürzungen stehen unter [abbreviations]."
        ) from error
    _check(blocks, path)
    return blocks


def create_file(path: Path) -> None:
    """Write the shipped file to be changed. Raises InputError where there is one, or where it can't be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(shipped_text())
    except FileExistsError as error:
        raise InputError(f"Die Datei {path} gibt es schon; sie bleibt, wie sie ist.") from error
    except OSError as error:
        raise InputError(f"Die Datei {path} lässt sich nicht anlegen ({error.strerror or error}).") from error


def _check(blocks: TextBlocks, path: Path) -> None:
    if blocks.version != FORMAT_VERSION:
        raise FileFormatError(f"{path}: Das Format {blocks.version} kennt dieses Programm nicht, nur {FORMAT_VERSION}.")
    seen: set[str] = set()
    for short, text in [*((each.short, each.text) for each in blocks.block), *blocks.abbreviations.items()]:
        if not _SHORT.fullmatch(short):
            raise FileFormatError(f"{path}: „{short}“ ist kein Kürzel: Es darf weder leer sein noch Satzzeichen haben.")
        if short in seen:
            raise FileFormatError(f"{path}: Das Kürzel „{short}“ steht zweimal da.")
        seen.add(short)
        for name in _PLACEHOLDER.findall(text):
            if name not in {*PLACEHOLDERS, "?"}:
                known = " ".join(f"{{{each}}}" for each in PLACEHOLDERS)
                raise FileFormatError(f"{path}: „{short}“: Den Platzhalter {{{name}}} gibt es nicht, nur {known}.")


def _what(error: msgspec.ValidationError) -> str:
    field = re.search(r"field `([^`]+)`", str(error)) or re.search(r"`\$\.?([^`]+)`", str(error))
    return f"Das Feld „{field.group(1)}“ passt nicht." if field else "Der Inhalt passt nicht."
