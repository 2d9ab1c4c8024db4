"""From the text of a head to its value; every error names file, line and key."""

import re
import tomllib
from collections.abc import Callable

import msgspec

from protocol_tui.entry.cleaning import quoted
from protocol_tui.entry.codes import is_code
from protocol_tui.entry.head import AgendaHead, CommitteeHead, MeetingHead, MitschriftHead, PersonHead
from protocol_tui.entry.places import Places
from protocol_tui.entry.tables import T, Where, read_table
from protocol_tui.errors import FileFormatError

_TABLES = ("committee", "meeting", "people", "agenda")
_AT_LINE = re.compile(r"at line (\d+)")


def read_head_text(text: str, name: str, first_line: int) -> MitschriftHead:
    """Read a head; `first_line` is the line of the file in which its text begins."""
    data = _toml(text, name, first_line)
    places = Places(text, first_line)
    for table in data:
        if table not in _TABLES:
            raise Where(name, places, table).error(
                "", "Diese Angabe ist unbekannt; erlaubt sind [committee], [meeting], [[people]] und [[agenda]]."
            )
    for table in ("committee", "meeting"):
        if table not in data:
            raise Where(name, places, table).error("", f"Der Abschnitt [{table}] fehlt im Kopf.")

    def where(table: str) -> Callable[[int], Where]:
        return lambda index: Where(name, places, table, index)

    committee = read_table(CommitteeHead, data["committee"], where("committee")(0))
    meeting = read_table(MeetingHead, data["meeting"], where("meeting")(0))
    people = _people(_list(PersonHead, data.get("people", []), where("people")), where("people"))
    agenda = _list(AgendaHead, data.get("agenda", []), where("agenda"))
    _once([item.number for item in agenda], "number", where("agenda"))
    codes = {person.code.casefold(): person.code for person in people}
    meeting = msgspec.structs.replace(
        meeting,
        chair=_listed(meeting.chair, codes, where("meeting")(0), "chair"),
        clerk=_listed(meeting.clerk, codes, where("meeting")(0), "clerk"),
    )
    return MitschriftHead(committee=committee, meeting=meeting, people=people, agenda=agenda)


def _toml(text: str, name: str, first_line: int) -> dict[str, object]:
    lines = text.split("\n")
    try:
        return tomllib.loads(text)
    except RecursionError:
        place = max(range(len(lines)), key=lambda number: lines[number].count("[") + lines[number].count("{"))
    except ValueError as error:
        found = _AT_LINE.search(str(error))
        place = int(found[1]) - 1 if found else len(lines) - 1
    raise FileFormatError(
        f"{name}, Zeile {first_line + place}: {quoted(lines[place])} ist kein gültiges TOML; "
        'richtig ist zum Beispiel: place = "Kreishaus", je Angabe eine Zeile und jede nur einmal.'
    )


def _list(kind: type[T], tables: object, where: Callable[[int], Where]) -> tuple[T, ...]:
    if not isinstance(tables, list):
        table = where(0).table
        raise where(0).error("", f"Das ist keine Liste; richtig ist eine Überschrift wie [[{table}]].")
    return tuple(read_table(kind, table, where(index)) for index, table in enumerate(tables))


def _people(people: tuple[PersonHead, ...], where: Callable[[int], Where]) -> tuple[PersonHead, ...]:
    for index, person in enumerate(people):
        if not is_code(person.code):
            raise where(index).error(
                "code",
                f"{quoted(person.code)} ist kein Kürzel; es besteht aus Buchstaben und Bindestrichen "
                "und heißt nicht b, er, sie oder nn.",
            )
    _once([person.code for person in people], "code", where)
    codes = {person.code.casefold(): person.code for person in people}
    return tuple(_substitute(person, codes, where(index)) for index, person in enumerate(people))


def _substitute(person: PersonHead, codes: dict[str, str], where: Where) -> PersonHead:
    principal = _listed(person.substitute_for, codes, where, "substitute_for")
    if principal == person.code:
        raise where.error("substitute_for", "Niemand vertritt sich selbst; richtig ist das Kürzel der anderen Person.")
    return msgspec.structs.replace(person, substitute_for=principal)


def _once(values: list[str], key: str, where: Callable[[int], Where]) -> None:
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value.casefold() in seen:
            raise where(index).error(key, f"{quoted(value)} gibt es schon; jede Angabe hier nur einmal.")
        seen.add(value.casefold())


def _listed(code: str, codes: dict[str, str], where: Where, key: str) -> str:
    """Give the code as the list of people writes it; "" stays."""
    if code and code.casefold() not in codes:
        raise where.error(key, f"{quoted(code)} steht nicht unter [[people]]; bitte dort ergänzen.")
    return codes[code.casefold()] if code else ""
