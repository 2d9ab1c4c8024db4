"""From a table of a TOML head to a typed value: the fields of the struct are the contract."""

import datetime as dt
import types
import typing
from collections.abc import Mapping
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from protocol_tui.entry.cleaning import clean, one_line, quoted
from protocol_tui.entry.head import AgendaHead, CommitteeHead, MeetingHead, PersonHead
from protocol_tui.entry.places import Places
from protocol_tui.entry.room import read_clock
from protocol_tui.errors import EntryError, FileFormatError

T = TypeVar("T", bound=CommitteeHead | MeetingHead | PersonHead | AgendaHead)

_GREATEST = 99999
_WANTED: dict[object, str] = {
    str: 'ein Text in Anführungszeichen, zum Beispiel "Text"',
    int: f"eine ganze Zahl von 1 bis {_GREATEST}",
    bool: "true oder false",
    dt.date: "ein Datum wie 2026-11-17, ohne Anführungszeichen",
    dt.time: 'eine Uhrzeit wie "17:00"',
}


class WrongValueError(Exception):
    """A value of the wrong type; says which would be right."""


class Where(msgspec.Struct, frozen=True):
    """A table of a file, to name it in an error."""

    file: str
    places: Places
    table: str
    index: int = 0

    def error(self, key: str, sentence: str) -> FileFormatError:
        """Name the file, the line of the key, the key and what is wrong."""
        line = self.places.line_of(self.table, self.index, key)
        name = one_line(clean(f"{self.table}.{key}" if key else self.table))
        return FileFormatError(f"{self.file}, Zeile {line}, {name}: {sentence}")


def read_table(kind: type[T], table: object, where: Where) -> T:
    """Make a value of this struct from a table; unknown and missing keys and wrong types are errors."""
    if not isinstance(table, Mapping):
        raise where.error("", f"Das ist keine Tabelle; richtig ist eine Überschrift wie [{where.table}].")
    hints = get_type_hints(kind)
    for key in table:
        if key not in hints:
            raise where.error(str(key), f"Diese Angabe ist unbekannt; erlaubt sind: {', '.join(hints)}.")
    values: dict[str, Any] = {}
    for key, raw in table.items():
        try:
            values[key] = _value(hints[key], raw)
        except WrongValueError as wrong:
            raise where.error(key, f"{_shown(raw)} geht hier nicht; richtig ist {wrong}.") from None
    for field in msgspec.structs.fields(kind):
        if field.required and values.get(field.name, "") == "":
            raise where.error(field.name, "Diese Angabe fehlt oder ist leer.")
    return kind(**values)


def _shown(raw: object) -> str:
    """Show a wrong value, unless it is a list, a table or beyond all measure."""
    if isinstance(raw, bool):
        return quoted(str(raw).lower())
    if isinstance(raw, str | float | dt.date | dt.time) or (isinstance(raw, int) and abs(raw) <= _GREATEST):
        return quoted(str(raw))
    return "Dieser Wert"


def _value(hint: object, raw: object) -> object:
    """Convert a raw value to what the field's annotation says."""
    if get_origin(hint) is typing.Literal:
        if raw in get_args(hint):
            return raw
        raise WrongValueError(" oder ".join(f'"{choice}"' for choice in get_args(hint) if choice))
    wanted = next(part for part in get_args(hint) if part is not type(None)) if _is_union(hint) else hint
    if wanted is str and isinstance(raw, str):
        return one_line(clean(raw))
    if wanted is dt.time:
        return _time(raw)
    if type(raw) is wanted and (wanted is not int or _is_small(raw)):
        return raw
    raise WrongValueError(_WANTED[wanted])


def _is_union(hint: object) -> bool:
    return get_origin(hint) in {types.UnionType, typing.Union}


def _is_small(raw: object) -> bool:
    return isinstance(raw, int) and 0 < raw <= _GREATEST


def _time(raw: object) -> dt.time:
    if isinstance(raw, dt.time) and raw == raw.replace(second=0, microsecond=0, tzinfo=None):
        return raw
    if isinstance(raw, str):
        try:
            return read_clock(raw.strip())
        except EntryError:
            pass
    raise WrongValueError(_WANTED[dt.time])
