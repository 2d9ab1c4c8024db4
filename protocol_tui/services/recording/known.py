"""What the entry grammar is told about a meeting."""

from __future__ import annotations

from protocol_tui.domain.meeting import Meeting
from protocol_tui.domain.people import Person
from protocol_tui.entry.known import Clauses, Known, KnownPerson
from protocol_tui.services.recording.floor import ADMINISTRATION, UNKNOWN


def known_of(meeting: Meeting, clauses: Clauses) -> Known:
    """People and agenda of the meeting, with the reporting clauses of the house."""
    return Known(
        persons=tuple(
            _known_person(person) for person in meeting.people if person.id not in (UNKNOWN.id, ADMINISTRATION.id)
        ),
        items=tuple(item.number for item in meeting.items),
        groups=tuple(dict.fromkeys(person.group for person in meeting.people if person.votes and person.group)),
        clauses=clauses,
    )


def _known_person(person: Person) -> KnownPerson:
    function = " ".join(part for part in (person.function or person.salutation, person.title) if part)
    return KnownPerson(code=person.code, surname=person.family_name, function=function)
