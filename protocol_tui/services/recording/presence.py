"""Who comes and goes: presence lines, guests, substitutes, recusals."""

from __future__ import annotations

import datetime as dt

import msgspec

from protocol_tui.domain.attendance import instant_of, present_until
from protocol_tui.domain.changes import Patch
from protocol_tui.domain.entries import PresenceChange, Recusal, Substitution
from protocol_tui.domain.meeting import Meeting
from protocol_tui.domain.people import Gender, Person
from protocol_tui.entry.lines import Excuse, Guest, Movement, Presence, Recuse, Substitute
from protocol_tui.errors import EntryError
from protocol_tui.minutes.wording import clock
from protocol_tui.services.codes import propose_code
from protocol_tui.services.recording.floor import person_of
from protocol_tui.services.recording.place import Place, places

_SALUTATIONS: dict[str, Gender] = {"Herr": "m", "Frau": "f"}


def presence_changes(meeting: Meeting, line: Presence, place: Place) -> list[PresenceChange]:
    """The entries of a presence line, one a person. Raises EntryError for who is already there, or already gone."""
    made: list[PresenceChange] = []
    for movement, behind in zip(line.movements, places(place, len(line.movements)), strict=True):
        here = msgspec.structs.replace(behind, time=_moment(movement, place.time))
        person = person_of(meeting, movement.code)
        change = PresenceChange(
            **here.fields(),
            flagged=line.flagged,
            person=person.id,
            arrives=movement.arrives,
        )
        _check_movement(meeting, movement, person, change, made)
        made.append(change)
    return made


def _moment(movement: Movement, now: dt.time) -> dt.time:
    """When somebody comes or goes; this very minute is now, whose seconds no line can say."""
    return now if movement.at is None or movement.at == now.replace(second=0) else movement.at


def _check_movement(
    meeting: Meeting, movement: Movement, person: Person, change: PresenceChange, made: list[PresenceChange]
) -> None:
    earlier = [each.arrives for each in made if each.person == person.id]
    if earlier:
        is_here = earlier[-1]
    else:
        others = present_until(meeting, instant_of(meeting, change.time, change.order))
        replaced = meeting.entry(change.id)
        is_here = person.id in others if replaced is None else not movement.arrives
    if movement.arrives and is_here:
        raise EntryError(
            f"{person.label} ist um {clock(change.time)} bereits anwesend.",
            f"Zum Gehen „-{person.code}“ schreiben; eine frühere Zeit steht dahinter, z. B. „+{person.code} 1705“.",
        )
    if not movement.arrives and not is_here:
        raise EntryError(
            f"{person.label} ist um {clock(change.time)} nicht als anwesend erfasst.",
            f"Zum Kommen „+{person.code}“ schreiben.",
        )


def guest_patches(meeting: Meeting, line: Guest, place: Place) -> list[Patch]:
    """A guest joins the people and is there from now on; what stands behind a comma says for whom."""
    whole, _, group = line.name.partition(",")
    words = whole.split()
    gender = _SALUTATIONS.get(words[0], "n") if words else "n"
    salutation = words.pop(0) if gender != "n" and len(words) > 1 else ""
    titles = []
    while len(words) > 1 and words[0].endswith("."):
        titles.append(words.pop(0))
    name = " ".join(words)
    if not name:
        raise EntryError("Der Name des Gastes fehlt.", "Richtig ist „/gast Frau Dr. Anna Weber, Schulpflegschaft“.")
    guest = Person(
        id=f"guest-{meeting.last_seq + 1}",
        code=propose_code(name, {person.code for person in meeting.people}),
        name=name,
        title=" ".join(titles),
        salutation=salutation,
        group=group.strip(),
        gender=gender,
        role="guest",
    )
    arrival = PresenceChange(**place.fields(), person=guest.id, arrives=True)
    return [Patch(after=guest), Patch(after=arrival)]


def excused(meeting: Meeting, line: Excuse) -> Patch:
    """A person stays away and has said so. Raises EntryError for who is there, or has been."""
    person = person_of(meeting, line.code)
    if any(change.person == person.id for change in meeting.of_kind(PresenceChange)):
        raise EntryError(f"{person.label} ist als anwesend erfasst.", f"Wer geht, wird mit „-{person.code}“ erfasst.")
    return Patch(before=person, after=msgspec.structs.replace(person, absent="entschuldigt", reason=line.reason))


def substitution(meeting: Meeting, line: Substitute, place: Place) -> Substitution:
    """One person sits in for another from now on."""
    substitute, principal = person_of(meeting, line.code), person_of(meeting, line.principal)
    if substitute.id == principal.id:
        raise EntryError(f"{substitute.label} kann sich nicht selbst vertreten.")
    if not principal.votes:
        raise EntryError(
            f"{principal.label} hat kein Stimmrecht, das vertreten werden könnte.",
            f"Zuerst steht, wer kommt, dann, wer fehlt: „/vertritt {substitute.code} Kürzel“.",
        )
    return Substitution(**place.fields(), person=substitute.id, principal=principal.id)


def recusal(meeting: Meeting, line: Recuse, place: Place) -> Recusal:
    """A person is barred from the current item. Raises EntryError before the first item, or when said twice."""
    person = person_of(meeting, line.code)
    if not place.item:
        raise EntryError(
            "Befangenheit gilt für einen Tagesordnungspunkt; noch ist keiner aufgerufen.",
            "Bitte zuerst mit „.“ den Tagesordnungspunkt aufrufen.",
        )
    others = [each for each in meeting.of_kind(Recusal) if each.id != place.id]
    if any(each.person == person.id and each.item == place.item for each in others):
        raise EntryError(f"{person.label} ist für diesen Tagesordnungspunkt schon als befangen erfasst.")
    return Recusal(**place.fields(), flagged=line.flagged, person=person.id)
