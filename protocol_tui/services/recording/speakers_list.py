"""The list of speakers (Redeliste): who asks for the floor waits on it until they speak or the item ends."""

from __future__ import annotations

from protocol_tui.domain.changes import Patch
from protocol_tui.domain.meeting import Meeting
from protocol_tui.domain.speakers_list import SpeakersList
from protocol_tui.entry.lines import FloorRequest
from protocol_tui.errors import EntryError
from protocol_tui.services.recording.floor import person_of


def waiting(meeting: Meeting) -> tuple[str, ...]:
    """The ids of those who wait, the next one first."""
    return meeting.speakers_list.persons if meeting.speakers_list is not None else ()


def next_waiting(meeting: Meeting, has_floor: tuple[str, ...]) -> str:
    """Whose turn it is: the first, or the one behind whoever has the floor. Raises EntryError for an empty list."""
    persons = waiting(meeting)
    if not persons:
        raise EntryError("Die Redeliste ist leer.", "„/wort hur“ setzt jemanden darauf.")
    behind = persons.index(has_floor[0]) + 1 if len(has_floor) == 1 and has_floor[0] in persons else 0
    return persons[behind % len(persons)]


def requested(meeting: Meeting, line: FloorRequest) -> list[Patch]:
    """Persons come to the end of the list, or leave it. Raises EntryError for who is on it already, or is not."""
    persons = [person_of(meeting, code) for code in line.codes]
    before = waiting(meeting)
    wrong = next((person for person in persons if (person.id in before) != line.withdrawn), None)
    if wrong is not None and line.withdrawn:
        raise EntryError(f"{wrong.label} steht nicht auf der Redeliste.", f"Darauf setzt „/wort {wrong.code}“.")
    if wrong is not None:
        raise EntryError(f"{wrong.label} steht schon auf der Redeliste.", f"Herunter nimmt „/wort -{wrong.code}“.")
    named = dict.fromkeys(person.id for person in persons)
    return _changed(
        meeting, tuple(each for each in before if each not in named) if line.withdrawn else (*before, *named)
    )


def spoken(meeting: Meeting, speakers: tuple[str, ...]) -> list[Patch]:
    """Who speaks waits no longer."""
    return _changed(meeting, tuple(each for each in waiting(meeting) if each not in speakers))


def closed(meeting: Meeting) -> list[Patch]:
    """A new item begins with an empty list."""
    return _changed(meeting, ())


def _changed(meeting: Meeting, persons: tuple[str, ...]) -> list[Patch]:
    before = meeting.speakers_list
    after = SpeakersList(persons=persons) if persons else None
    return [Patch(before=before, after=after)] if before != after else []
