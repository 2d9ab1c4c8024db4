"""What a line does to the meeting: one function from a parsed line to the patches of a change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

import msgspec

from protocol_tui.domain import course
from protocol_tui.domain.changes import Patch
from protocol_tui.domain.entries import (
    AgendaStep,
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
from protocol_tui.services.recording import agenda, editing, floor, presence, speakers_list, speeches, votes
from protocol_tui.services.recording.place import Place

Outcome = tuple[str, list[Patch]]
"""What was done, in German ("Beitrag erfasst"), and the patches that do it."""

TextLine = lines.Narration | lines.Verbatim | lines.Interjection | lines.Note | lines.ResolutionLine
EventLine = lines.Recuse | lines.CallToOrder | lines.Pause | lines.Substitute | lines.Chair
EntryLine = (
    lines.Speech
    | TextLine
    | lines.VoteLine
    | lines.SecretVote
    | lines.RollCall
    | lines.Election
    | lines.OwnVote
    | lines.Presence
    | EventLine
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
    lines.OwnVote: "Stimme zu Protokoll genommen",
    lines.Presence: "Anwesenheit geändert",
    lines.Recuse: "Befangenheit erfasst",
    lines.CallToOrder: "Ordnungsruf erfasst",
    lines.Pause: "Sitzung unterbrochen",
    lines.Substitute: "Vertretung erfasst",
    lines.Chair: "Vorsitz gewechselt",
}


def interpret(
    meeting: Meeting, line: lines.Line, place: Place, has_floor: tuple[str, ...], engine: IndirectSpeech
) -> Outcome:
    """What `line` does at `place`. Raises EntryError where it can't be done; then nothing is done at all."""
    if isinstance(line, EntryLine):
        made = entries_of(meeting, line, place, has_floor, engine)
        spoken = speakers_in(made)
        patches = [*floor.stand_ins(meeting, spoken), *(Patch(after=entry) for entry in made)]
        return _ACTIONS[type(line)], [*patches, *speakers_list.spoken(meeting, spoken)]
    if isinstance(line, lines.AssignSpeaker):
        done = "Der letzte Beitrag ist zugeordnet" if line.last == 1 else "Die letzten Beiträge sind zugeordnet"
        return done, editing.assigned(meeting, line, engine)
    return _agenda(meeting, line, place) if isinstance(line, AgendaLine) else _course(meeting, line, place)


def entries_of(
    meeting: Meeting, line: EntryLine, place: Place, has_floor: tuple[str, ...], engine: IndirectSpeech
) -> list[Entry]:
    """The entries a line makes: one, or for a presence line one a person."""
    match line:
        case lines.Speech():
            return [speeches.statement_of(meeting, line, place, has_floor, engine)]
        case lines.VoteLine() | lines.SecretVote() | lines.RollCall() | lines.Election():
            return [votes.vote_of(meeting, line, place)]
        case lines.OwnVote():
            return [votes.own_vote_of(meeting, line, place)]
        case lines.Presence():
            return [*presence.presence_changes(meeting, line, place)]
        case lines.Recuse() | lines.CallToOrder() | lines.Pause() | lines.Substitute() | lines.Chair():
            return [_event(meeting, line, place)]
        case _:
            return [_text(meeting, line, place, has_floor)]


def _event(meeting: Meeting, line: EventLine, place: Place) -> Entry:
    match line:
        case lines.Recuse():
            return presence.recusal(meeting, line, place)
        case lines.Substitute():
            return presence.substitution(meeting, line, place)
        case lines.Chair():
            return ChairChange(**place.fields(), person=floor.person_of(meeting, line.code).id)
        case lines.CallToOrder():
            person = floor.person_of(meeting, line.code)
            return CallToOrder(**place.fields(), flagged=line.flagged, person=person.id, reason=line.reason)
        case lines.Pause():
            return _interruption(meeting, line, place)
    assert_never(line)


def _text(meeting: Meeting, line: TextLine, place: Place, has_floor: tuple[str, ...]) -> Entry:
    match line:
        case lines.Verbatim():
            speakers = tuple(person.id for person in floor.speakers_of(meeting, line.speakers, has_floor))
            return Verbatim(
                **place.fields(), joined=line.joined, flagged=line.flagged, speakers=speakers, text=line.body
            )
        case lines.Interjection():
            callers = tuple(floor.person_of(meeting, code).id for code in line.speakers)
            return Interjection(
                **place.fields(), joined=line.joined, flagged=line.flagged, text=line.body, speakers=callers
            )
        case lines.Narration():
            return Narration(**place.fields(), joined=line.joined, flagged=line.flagged, text=line.body)
        case lines.Note():
            return Note(**place.fields(), flagged=line.flagged, text=line.body)
        case lines.ResolutionLine():
            return Resolution(**place.fields(), flagged=line.flagged, text=line.body)
    assert_never(line)


def speakers_in(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The ids of all who speak in these entries."""
    spoken = [speaker for entry in entries if isinstance(entry, Statement | Verbatim) for speaker in entry.speakers]
    return tuple(dict.fromkeys(spoken))


AgendaLine = (
    lines.ItemStep
    | lines.ItemJump
    | lines.AddItem
    | lines.WithdrawItem
    | lines.MoveItem
    | lines.JoinItems
    | lines.AdjournItem
)

CourseLine = (
    lines.Resume
    | lines.NonPublic
    | lines.Public
    | lines.Guest
    | lines.Excuse
    | lines.FlagLast
    | lines.FloorRequest
    | lines.NextSpeaker
    | lines.End
    | lines.SpeakerChange
)


def _agenda(meeting: Meeting, line: AgendaLine, place: Place) -> Outcome:
    match line:
        case lines.ItemStep() | lines.ItemJump():
            called = agenda.call_of(meeting, line, place)
            return "Tagesordnungspunkt aufgerufen", [Patch(after=called), *speakers_list.closed(meeting)]
        case lines.AddItem():
            return "Tagesordnung ergänzt", agenda.noted(place, [agenda.added_item(meeting, line)], "added")
        case lines.WithdrawItem():
            withdrawn = [agenda.withdrawn_item(meeting, line)]
            return "Tagesordnungspunkt abgesetzt", agenda.noted(place, withdrawn, "withdrawn")
        case lines.MoveItem():
            moved, beside = [agenda.moved_item(meeting, line)], agenda.item_of(meeting, line.beside).id
            step: AgendaStep = "moved_before" if line.before else "moved_behind"
            return "Tagesordnung geändert", agenda.noted(place, moved, step, beside)
        case lines.JoinItems():
            lead = agenda.item_of(meeting, line.number).id
            joined = agenda.joined_items(meeting, line)
            return "Tagesordnungspunkte verbunden", agenda.noted(place, joined, "joined", lead)
        case lines.AdjournItem():
            adjourned = [agenda.adjourned_item(meeting, line)]
            return "Tagesordnungspunkt vertagt", agenda.noted(place, adjourned, "adjourned")
    assert_never(line)


def _course(meeting: Meeting, line: CourseLine, place: Place) -> Outcome:
    match line:
        case lines.FloorRequest():
            done = "Von der Redeliste gestrichen" if line.withdrawn else "Auf die Redeliste gesetzt"
            return done, speakers_list.requested(meeting, line)
        case lines.Excuse():
            return "Als entschuldigt erfasst", [presence.excused(meeting, line)]
        case lines.Guest():
            return "Gast aufgenommen", presence.guest_patches(meeting, line, place)
        case lines.Resume():
            return _resumption(meeting, place)
        case lines.NonPublic() | lines.Public():
            return _publicity(meeting, place, public=isinstance(line, lines.Public))
        case lines.FlagLast():
            return "Zum Prüfen vorgemerkt", [_flag_last(meeting)]
        case lines.End():
            after = msgspec.structs.replace(meeting.head, end=line.at or place.time, status="draft")
            return "Sitzung beendet", [Patch(before=meeting.head, after=after)]
        case lines.SpeakerChange() | lines.NextSpeaker():
            return "Redner gewechselt", []
    assert_never(line)


def _interruption(meeting: Meeting, line: lines.Pause, place: Place) -> Interruption:
    """An interruption from now on, or the one that is being corrected, with its end."""
    corrected = meeting.entry(place.id)
    if corrected is None and course.open_interruption(meeting) is not None:
        raise EntryError("Die Sitzung ist schon unterbrochen.", "Weiter geht es mit „/weiter“.")
    until = corrected.until if isinstance(corrected, Interruption) else None
    return Interruption(**place.fields(), flagged=line.flagged, reason=line.reason, until=until)


def _resumption(meeting: Meeting, place: Place) -> Outcome:
    running = course.open_interruption(meeting)
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
