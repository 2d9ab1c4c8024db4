"""What a line does to the meeting: one function from a parsed line to the patches of a change."""

from __future__ import annotations

from typing import assert_never

import msgspec

from protocol_tui.domain import course
from protocol_tui.domain.changes import Patch
from protocol_tui.domain.entries import (
    CallToOrder,
    ChairChange,
    Entry,
    Interjection,
    Interruption,
    Narration,
    Note,
    PublicityChange,
    Resolution,
    Statement,
    Verbatim,
)
from protocol_tui.domain.meeting import Meeting
from protocol_tui.entry import lines
from protocol_tui.errors import EntryError
from protocol_tui.services.ports import IndirectSpeech
from protocol_tui.services.recording import agenda, floor, presence, speeches, votes
from protocol_tui.services.recording.place import Place, place_of

Outcome = tuple[str, list[Patch]]
"""What was done, in German ("Beitrag erfasst"), and the patches that do it."""

EntryLine = (
    lines.Speech
    | lines.Narration
    | lines.Verbatim
    | lines.Interjection
    | lines.Note
    | lines.ResolutionLine
    | lines.VoteLine
    | lines.SecretVote
    | lines.RollCall
    | lines.Election
    | lines.Presence
    | lines.Recuse
    | lines.CallToOrder
)
"""The lines that make entries of their own, and so can stand in for one another when an entry is corrected."""

_ACTIONS: dict[type, str] = {
    lines.Speech: "Beitrag erfasst",
    lines.Narration: "Feststellung erfasst",
    lines.Verbatim: "Wortlaut erfasst",
    lines.Interjection: "Zwischenruf erfasst",
    lines.Note: "Notiz erfasst",
    lines.ResolutionLine: "Beschluss erfasst",
    lines.VoteLine: "Abstimmung erfasst",
    lines.SecretVote: "Geheime Abstimmung erfasst",
    lines.RollCall: "Namentliche Abstimmung erfasst",
    lines.Election: "Wahl erfasst",
    lines.Presence: "Anwesenheit geändert",
    lines.Recuse: "Befangenheit erfasst",
    lines.CallToOrder: "Ordnungsruf erfasst",
}


def interpret(
    meeting: Meeting, line: lines.Line, place: Place, has_floor: tuple[str, ...], engine: IndirectSpeech
) -> Outcome:
    """What `line` does at `place`. Raises EntryError where it can't be done; then nothing is done at all."""
    if isinstance(line, EntryLine):
        made = entries_of(meeting, line, place, has_floor, engine)
        return _ACTIONS[type(line)], [*stand_ins(meeting, made), *(Patch(after=entry) for entry in made)]
    if isinstance(line, lines.AssignSpeaker):
        return "Der letzte Beitrag ist zugeordnet", _assign(meeting, line, engine)
    return _course(meeting, line, place)


def entries_of(
    meeting: Meeting, line: EntryLine, place: Place, has_floor: tuple[str, ...], engine: IndirectSpeech
) -> list[Entry]:
    """The entries a line makes: one, or for a presence line one a person."""
    match line:
        case lines.Speech():
            return [speeches.statement_of(meeting, line, place, has_floor, engine)]
        case lines.VoteLine() | lines.SecretVote() | lines.RollCall() | lines.Election():
            return [votes.vote_of(meeting, line, place)]
        case lines.Presence():
            return [*presence.presence_changes(meeting, line, place)]
        case lines.Recuse():
            return [presence.recusal(meeting, line, place)]
        case lines.CallToOrder():
            person = floor.person_of(meeting, line.code)
            return [CallToOrder(**place.fields(), flagged=line.flagged, person=person.id, reason=line.reason)]
        case lines.Verbatim():
            speakers = floor.speakers_of(meeting, line.speakers, has_floor)
            return [
                Verbatim(
                    **place.fields(),
                    joined=line.joined,
                    flagged=line.flagged,
                    speakers=tuple(person.id for person in speakers),
                    text=line.body,
                )
            ]
        case lines.Interjection():
            callers = tuple(floor.person_of(meeting, code).id for code in line.speakers)
            fields = place.fields()
            return [Interjection(**fields, joined=line.joined, flagged=line.flagged, text=line.body, speakers=callers)]
        case lines.Narration():
            return [Narration(**place.fields(), joined=line.joined, flagged=line.flagged, text=line.body)]
        case lines.Note():
            return [Note(**place.fields(), flagged=line.flagged, text=line.body)]
        case lines.ResolutionLine():
            return [Resolution(**place.fields(), flagged=line.flagged, text=line.body)]
    assert_never(line)


def stand_ins(meeting: Meeting, entries: list[Entry]) -> list[Patch]:
    """The unknown speaker and the administration become people of the meeting when they first speak."""
    spoken = {speaker for entry in entries if isinstance(entry, Statement | Verbatim) for speaker in entry.speakers}
    return [
        Patch(after=person)
        for person in (floor.UNKNOWN, floor.ADMINISTRATION)
        if person.id in spoken and meeting.person(person.id) is None
    ]


def _assign(meeting: Meeting, line: lines.AssignSpeaker, engine: IndirectSpeech) -> list[Patch]:
    entry = next((each for each in reversed(meeting.entries) if isinstance(each, Statement | Verbatim)), None)
    if entry is None:
        raise EntryError("Es gibt noch keinen Beitrag, der zugeordnet werden könnte.")
    speakers = tuple(floor.person_of(meeting, code) for code in line.speakers)
    ids = tuple(person.id for person in speakers)
    if isinstance(entry, Verbatim):
        return [Patch(before=entry, after=msgspec.structs.replace(entry, speakers=ids))]
    if entry.chosen:
        said_of = "Der Wortlaut ist gewählt worden, bevor der Beitrag einer anderen Person zugeordnet wurde."
        kept = msgspec.structs.replace(entry, speakers=ids, sure=False, doubts=(said_of,))
        return [Patch(before=entry, after=kept)]
    said = speeches.Said(speakers=speakers, text=entry.typed, verb=entry.verb)
    printed = speeches.printed_of(meeting, speeches.kind_of(entry), said, place_of(entry), engine)
    after = speeches.with_wording(msgspec.structs.replace(entry, speakers=ids), printed)
    return [Patch(before=entry, after=after)]


CourseLine = (
    lines.ItemStep
    | lines.ItemJump
    | lines.Pause
    | lines.Resume
    | lines.NonPublic
    | lines.Public
    | lines.Guest
    | lines.Substitute
    | lines.Chair
    | lines.FlagLast
    | lines.AddItem
    | lines.WithdrawItem
    | lines.End
    | lines.SpeakerChange
)


def _course(meeting: Meeting, line: CourseLine, place: Place) -> Outcome:
    match line:
        case lines.ItemStep() | lines.ItemJump():
            return "Tagesordnungspunkt aufgerufen", [Patch(after=agenda.call_of(meeting, line, place))]
        case lines.AddItem():
            return "Tagesordnung ergänzt", [agenda.added_item(meeting, line)]
        case lines.WithdrawItem():
            return "Tagesordnungspunkt abgesetzt", [agenda.withdrawn_item(meeting, line)]
        case lines.Guest():
            return "Gast aufgenommen", presence.guest_patches(meeting, line, place)
        case lines.Substitute():
            return "Vertretung erfasst", [Patch(after=presence.substitution(meeting, line, place))]
        case lines.Pause() | lines.Resume():
            return _interruption(meeting, line, place)
        case lines.NonPublic() | lines.Public():
            return _publicity(meeting, place, public=isinstance(line, lines.Public))
        case lines.Chair():
            chair = floor.person_of(meeting, line.code)
            return "Vorsitz gewechselt", [Patch(after=ChairChange(**place.fields(), person=chair.id))]
        case lines.FlagLast():
            return "Zum Prüfen vorgemerkt", [_flag_last(meeting)]
        case lines.End():
            after = msgspec.structs.replace(meeting.head, end=line.at or place.time, status="draft")
            return "Sitzung beendet", [Patch(before=meeting.head, after=after)]
        case lines.SpeakerChange():
            return "Redner gewechselt", []
    assert_never(line)


def _interruption(meeting: Meeting, line: lines.Pause | lines.Resume, place: Place) -> Outcome:
    running = course.open_interruption(meeting)
    if isinstance(line, lines.Pause):
        if running is not None:
            raise EntryError("Die Sitzung ist schon unterbrochen.", "Weiter geht es mit „/weiter“.")
        pause = Interruption(**place.fields(), flagged=line.flagged, reason=line.reason)
        return "Sitzung unterbrochen", [Patch(after=pause)]
    if running is None:
        raise EntryError("Die Sitzung ist nicht unterbrochen.", "Eine Unterbrechung beginnt mit „/pause“.")
    return "Sitzung fortgesetzt", [Patch(before=running, after=msgspec.structs.replace(running, until=place.time))]


def _publicity(meeting: Meeting, place: Place, *, public: bool) -> Outcome:
    if not public and not course.session_is_public(meeting):
        raise EntryError("Die Sitzung ist hier bereits nichtöffentlich.")
    if public and not course.closed_by_hand(meeting):
        item = course.current_item(meeting)
        if item is not None and not item.public:
            raise EntryError(
                f"TOP {item.number} steht als nichtöffentlich auf der Tagesordnung.",
                "Öffentlich wird die Sitzung mit dem nächsten öffentlichen Punkt („.“).",
            )
        raise EntryError("Die Sitzung ist bereits öffentlich.")
    fields = msgspec.structs.replace(place, closed=not public).fields()
    action = "Öffentlichkeit hergestellt" if public else "Öffentlichkeit ausgeschlossen"
    return action, [Patch(after=PublicityChange(**fields, public=public))]


def _flag_last(meeting: Meeting) -> Patch:
    if not meeting.entries:
        raise EntryError("Es ist noch nichts erfasst, das vorgemerkt werden könnte.")
    entry = meeting.entries[-1]
    return Patch(before=entry, after=msgspec.structs.replace(entry, flagged=True))
