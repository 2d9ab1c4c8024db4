"""What a clerk types into the form of a new meeting, as the head of a meeting.

People stand one a line, "Kürzel; Funktion; Name; Fraktion; m/f; stimmt", agenda items too,
"Nummer; Titel; Vorlage; nö".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import TypeVar

import msgspec

from protocol_tui.domain.head import Head
from protocol_tui.domain.meeting import Meeting
from protocol_tui.entry.head import AgendaHead, CommitteeHead, Gender, MeetingHead, MitschriftHead, PersonHead
from protocol_tui.errors import InputError
from protocol_tui.minutes.wording import short_date
from protocol_tui.services.codes import RESERVED, propose_code

_TITLES = re.compile(r"((?:(?:Dr|Prof|Dipl|Ing|med|jur|h\. c)\.[\s-]*)+)(?=\S)")
_PARTICLES = re.compile(r"(?:(?:von|vom|zu|zum|zur|van|de|der|den|dem)\s+)+\S+$", re.IGNORECASE)
_CODE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_YES = ("j", "ja", "x", "stimmt", "stimmberechtigt")
_GENDERS: dict[str, Gender] = {"": "n", "m": "m", "f": "f", "w": "f"}
_CLOSED = ("nö", "noe", "nichtöffentlich", "nichtoeffentlich")

T = TypeVar("T")


class MeetingForm(msgspec.Struct, frozen=True, kw_only=True):
    """The fields of the form, as typed."""

    committee: str
    body: str = ""
    members: str = ""
    number: str = ""
    term: str = ""
    date: str = ""
    start: str = ""
    end: str = ""
    place: str = ""
    chair: str = ""
    clerk: str = ""
    people: str = ""
    agenda: str = ""


def head_of(form: MeetingForm) -> MitschriftHead:
    """The head a form describes. Raises InputError that names field or line and what would be right."""
    people = _lines(form.people, _person)
    people = _with_codes(people)
    codes = {person.code for person in people}
    if not form.committee.strip():
        raise InputError("Das Gremium fehlt. Bitte im Feld „Gremium“ eintragen.")
    return MitschriftHead(
        committee=CommitteeHead(
            name=form.committee.strip(), body=form.body.strip(), members_total=_number(form.members, "Mitgliederzahl")
        ),
        meeting=MeetingHead(
            date=_date(form.date),
            number=_number(form.number, "Nummer"),
            term=form.term.strip(),
            start=_time(form.start, "Beginn"),
            end=_time(form.end, "Ende"),
            place=form.place.strip(),
            chair=_listed(form.chair, codes, "Vorsitz"),
            clerk=_listed(form.clerk, codes, "Schriftführung"),
        ),
        people=tuple(people),
        agenda=tuple(_lines(form.agenda, _item)),
    )


def form_of(meeting: Meeting) -> MeetingForm:
    """The head of a meeting as the form shows it."""
    head = meeting.head
    chair, clerk = meeting.person(head.chair), meeting.person(head.clerk)
    total, number = head.committee.members_total, head.number
    return MeetingForm(
        committee=head.committee.name,
        body=head.committee.body,
        members="" if total is None else str(total),
        number="" if number is None else str(number),
        term=head.term,
        date=short_date(head.date),
        start="" if head.start is None else f"{head.start:%H:%M}",
        end="" if head.end is None else f"{head.end:%H:%M}",
        place=head.place,
        chair=chair.code if chair is not None else "",
        clerk=clerk.code if clerk is not None else "",
    )


def changed_head(meeting: Meeting, form: MeetingForm) -> Head:
    """The head of a meeting as the form says it should be. Raises InputError that names the field."""
    codes = {person.code: person.id for person in meeting.people}
    if not form.committee.strip():
        raise InputError("Das Gremium fehlt. Bitte im Feld „Gremium“ eintragen.")
    committee = msgspec.structs.replace(
        meeting.head.committee,
        name=form.committee.strip(),
        body=form.body.strip(),
        members_total=_number(form.members, "Mitgliederzahl"),
    )
    return msgspec.structs.replace(
        meeting.head,
        committee=committee,
        number=_number(form.number, "Nummer"),
        term=form.term.strip(),
        date=_date(form.date),
        start=_time(form.start, "Beginn"),
        end=_time(form.end, "Ende"),
        place=form.place.strip(),
        chair=codes.get(_listed(form.chair, set(codes), "Vorsitz"), ""),
        clerk=codes.get(_listed(form.clerk, set(codes), "Schriftführung"), ""),
    )


def _lines(text: str, read: Callable[[list[str], int], T]) -> list[T]:
    return [
        read([part.strip() for part in line.split(";")], number)
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip()
    ]


def _person(parts: list[str], number: int) -> PersonHead:
    code, function, whole_name, group, gender, votes = [*parts, "", "", "", "", "", ""][:6]
    if len(parts) > len(("code", "function", "name", "group", "gender", "votes")) or not whole_name:
        raise InputError(
            f"Personen, Zeile {number}: Erwartet wird „Kürzel; Funktion; Name; Fraktion; m/f; stimmt“, "
            "z. B. „hur; Abg.; Dr. Anna Hurnik; SPD; f; ja“. Das Kürzel darf leer bleiben."
        )
    if gender.casefold() not in ("", "m", "f", "w"):
        raise InputError(f"Personen, Zeile {number}: „{gender}“ ist kein Geschlecht. Bitte m oder f schreiben.")
    if code and (not _CODE.fullmatch(code) or code.casefold() in RESERVED):
        raise InputError(f"Personen, Zeile {number}: „{code}“ geht nicht als Kürzel. Bitte ein anderes wählen.")
    title = _TITLES.match(whole_name)
    name = whole_name[title.end() :] if title else whole_name
    particle = _PARTICLES.search(name)
    return PersonHead(
        code=code.casefold(),
        function=function,
        title=title.group(1).strip() if title else "",
        name=name,
        surname=particle.group(0) if particle else "",
        group=group,
        gender=_GENDERS[gender.casefold()],
        votes=votes.casefold() in _YES,
    )


def _with_codes(people: list[PersonHead]) -> list[PersonHead]:
    """Propose a code for whoever has none. Raises InputError for one given twice."""
    taken = [person.code for person in people if person.code]
    twice = next((code for code in taken if taken.count(code) > 1), None)
    if twice is not None:
        raise InputError(f"Das Kürzel „{twice}“ ist zweimal vergeben. Bitte eines ändern.")
    coded = []
    for person in people:
        code = person.code or propose_code(person.name, taken)
        taken.append(code)
        coded.append(msgspec.structs.replace(person, code=code))
    return coded


def _item(parts: list[str], number: int) -> AgendaHead:
    item, title, paper, mark = [*parts, "", "", "", ""][:4]
    if not item or not title:
        raise InputError(
            f"Tagesordnung, Zeile {number}: Erwartet wird „Nummer; Titel; Vorlage; nö“, z. B. „1; Haushalt; 112/26“."
        )
    if mark and mark.casefold() not in _CLOSED:
        raise InputError(f"Tagesordnung, Zeile {number}: Hinten steht „nö“ oder nichts, nicht „{mark}“.")
    return AgendaHead(number=item, title=title, paper=paper, public=not mark)


def _listed(code: str, codes: set[str], field: str) -> str:
    code = code.strip().casefold()
    if code and code not in codes:
        raise InputError(f"{field}: Das Kürzel „{code}“ steht nicht bei den Personen.")
    return code


def _number(text: str, field: str) -> int | None:
    text = text.strip()
    if text and not text.isdecimal():
        raise InputError(f"{field}: „{text}“ ist keine Zahl.")
    return int(text) if text else None


def _date(text: str) -> dt.date:
    match = re.fullmatch(r"\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s*", text)
    try:
        if match:
            return dt.date(int(match.group(3)), int(match.group(2)), int(match.group(1)))
        return dt.date.fromisoformat(text.strip())
    except ValueError as error:
        raise InputError(f"Datum: „{text}“ ist kein Tag. Bitte wie 17.11.2026 schreiben.") from error


def _time(text: str, field: str) -> dt.time | None:
    if not text.strip():
        return None
    match = re.fullmatch(r"\s*(\d{1,2})[:.]?(\d{2})\s*(?:Uhr)?\s*", text)
    try:
        return dt.time(int(match.group(1)), int(match.group(2))) if match else dt.time.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"{field}: „{text}“ ist keine Uhrzeit. Bitte wie 17:00 schreiben.") from error
