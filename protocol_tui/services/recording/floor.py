"""Who speaks: the persons behind the codes of a line, or those whom the course of the debate tells."""

from __future__ import annotations

import re
from collections.abc import Collection

from protocol_tui.domain import course
from protocol_tui.domain.changes import Patch
from protocol_tui.domain.entries import Answer, Interjection, ItemCalled, Note, PresenceChange, Question, Statement
from protocol_tui.domain.meeting import Meeting
from protocol_tui.domain.people import Person
from protocol_tui.entry.lines import UNKNOWN_SPEAKER
from protocol_tui.errors import EntryError

UNKNOWN = Person(id="nn", code=UNKNOWN_SPEAKER, name="N. N.", surname="N. N.", role="stand-in")
"""Speaks for whoever is not known yet."""

ADMINISTRATION = Person(
    id="verwaltung",
    code="verwaltung",
    name="Die Verwaltung",
    surname="Die Verwaltung",
    gender="f",
    role="stand-in",
)
"""Answers where nobody is named."""


_ADDRESS = re.compile(
    r"(?:^|[,.?!–] )(?:sehr geehrte[r]? |liebe[r]? )?(?:Herr|Frau) (?:(?:Dr|Prof)\.[- ])*([^,.?!;:]+?)(?=[,.?!]|$)",
    re.IGNORECASE | re.MULTILINE,
)


def person_of(meeting: Meeting, code: str) -> Person:
    """The person of a code that the grammar has already resolved; the unknown speaker for `nn`."""
    person = meeting.person_by_code(code)
    if person is None and code == UNKNOWN_SPEAKER:
        return UNKNOWN
    if person is None:
        raise EntryError(
            f"Das Kürzel „{code}“ gehört zu niemandem.", "Bitte ein Kürzel der Anwesenheitsliste verwenden."
        )
    return person


def speakers_of(meeting: Meeting, codes: tuple[str, ...], floor: tuple[str, ...]) -> tuple[Person, ...]:
    """The speakers of a line: its codes, else those who have the floor."""
    if codes:
        return tuple(person_of(meeting, code) for code in codes)
    if not floor:
        raise EntryError(
            "Es ist noch niemand am Wort.",
            "Bitte das Kürzel voranstellen, z. B. „hur: Text“, oder „nn: Text“, wenn der Name noch fehlt.",
        )
    return tuple(known_person(meeting, person_id) for person_id in floor)


def known_person(meeting: Meeting, person_id: str) -> Person:
    """The person of an id, stand-ins included."""
    stand_ins = {UNKNOWN.id: UNKNOWN, ADMINISTRATION.id: ADMINISTRATION}
    return meeting.person(person_id) or stand_ins.get(person_id, UNKNOWN)


def stand_ins(meeting: Meeting, spoken: Collection[str]) -> list[Patch]:
    """The unknown speaker and the administration become people of the meeting when they first speak."""
    return [
        Patch(after=person)
        for person in (UNKNOWN, ADMINISTRATION)
        if person.id in spoken and meeting.person(person.id) is None
    ]


def addressed(meeting: Meeting, text: str, speakers: tuple[str, ...]) -> Person | None:
    """Who is spoken to by name or function ("Frau Ott, wann …"); None where that is nobody known, or several."""
    names = {match[1].casefold() for match in _ADDRESS.finditer(text)}
    found = [
        person
        for person in meeting.people
        if person.id not in speakers and {person.family_name.casefold(), person.function.casefold()} & names
    ]
    return found[0] if len(found) == 1 else None


def answerers(meeting: Meeting) -> tuple[Person, ...]:
    """Who answers when nobody is named: who was asked last, else the administration.

    That is who the last question on the item speaks to by name; else whoever answered last on the item; before the
    first answer it is whoever of the administration spoke last on it. Where there is neither, the administration
    answers as a body.
    """
    question = course.last_question(meeting)
    asked = addressed(meeting, question.typed, question.speakers) if question is not None else None
    if asked is not None:
        return (asked,)
    answered = course.last_answerers(meeting)
    if answered:
        return tuple(known_person(meeting, person_id) for person_id in answered)
    for entry in reversed(meeting.entries):
        if isinstance(entry, ItemCalled):
            break
        if isinstance(entry, Statement) and not isinstance(entry, Question | Answer):
            people = tuple(known_person(meeting, speaker) for speaker in entry.speakers)
            if not any(person.votes for person in people):
                return people
    return (ADMINISTRATION,)


def before(meeting: Meeting, order: str) -> Statement | None:
    """The contribution that one at `order` would go on from; None where something stands between them.

    Interjections, notes and comings and goings do not interrupt a speech; everything else does.
    """
    for entry in reversed(meeting.entries):
        if entry.order >= order:
            continue
        if isinstance(entry, Statement):
            return entry
        if not isinstance(entry, Interjection | Note | PresenceChange):
            return None
    return None
