"""A meeting's record as plain data, versioned: what `show --json` prints (`docs/record-format.md`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from protocol_tui.domain import attendance
from protocol_tui.domain.entries import (
    Entry,
    Interjection,
    Narration,
    Note,
    PresenceChange,
    PublicityChange,
    Resolution,
    Statement,
    Verbatim,
    Vote,
)
from protocol_tui.domain.meeting import Meeting
from protocol_tui.minutes.blocks import Part
from protocol_tui.minutes.style import Style
from protocol_tui.minutes.votes import accepted, vote_line
from protocol_tui.services.recording.speeches import kind_of

RECORD_VERSION = 1

Json = dict[str, Any]


def record_of(meeting: Meeting, style: Style, meeting_id: str) -> Json:
    """Everything, for the clerk's own eyes: also what was typed, notes and non-public parts."""
    return _record(meeting, style, meeting_id, meeting.entries, part=None)


def handout_of(meeting: Meeting, style: Style, meeting_id: str, part: Part) -> Json:
    """One part of the record for others: no notes, nothing as it was typed, nothing of the other part."""
    entries = [
        entry
        for entry in meeting.entries
        if meeting.is_public(entry) == (part == "public") and not isinstance(entry, Note)
    ]
    return _record(meeting, style, meeting_id, entries, part=part)


def _record(meeting: Meeting, style: Style, meeting_id: str, entries: Sequence[Entry], *, part: Part | None) -> Json:
    internal = part is None
    shown_items = [item for item in meeting.items if internal or item.public == (part == "public")]
    named = {person for entry in entries for person in _persons_of(entry)}
    people = [person for person in meeting.people if internal or person.votes or person.id in named]
    present = [entry for entry in entries if isinstance(entry, PresenceChange)]
    return {
        "format": "protocol-tui-record",
        "version": RECORD_VERSION,
        "id": meeting_id,
        "part": part or "all",
        "head": _without_tag(msgspec.to_builtins(meeting.head)),
        "people": [{**_without_tag(msgspec.to_builtins(person)), "label": person.label} for person in people],
        "presence": [_without_tag(msgspec.to_builtins(change)) for change in present],
        "items": [_without_tag(msgspec.to_builtins(item)) for item in shown_items],
        "entries": [_entry(meeting, style, entry, internal=internal) for entry in entries],
    }


def _entry(meeting: Meeting, style: Style, entry: Entry, *, internal: bool) -> Json:
    data: Json = msgspec.to_builtins(entry)
    data["kind"] = kind_of(entry) if isinstance(entry, Statement) else data["record"]
    if isinstance(entry, PublicityChange):
        data["opens"] = entry.public
    data["public"] = meeting.is_public(entry)
    typed, printed = _texts(entry, style)
    if printed is not None:
        data["printed"] = printed
    if internal and typed is not None:
        data["typed"] = typed
    if isinstance(entry, Vote):
        data["eligible"] = sorted(attendance.eligible_at(meeting, entry))
        data["accepted"] = accepted(entry)
    if not internal:
        for key in ("typed", "doubts", "flagged", "sure", "chosen"):
            data.pop(key, None)
    return _without_tag(data)


def _texts(entry: Entry, style: Style) -> tuple[str | None, str | None]:
    match entry:
        case Statement():
            return entry.typed, entry.printed
        case Narration() | Verbatim() | Resolution() | Interjection():
            return entry.text, entry.text
        case Note():
            return entry.text, None
        case Vote():
            return None, vote_line(entry, style.vote)
        case _:
            return None, None


def _persons_of(entry: Entry) -> tuple[str, ...]:
    if isinstance(entry, Statement | Verbatim | Interjection):
        return entry.speakers
    person = getattr(entry, "person", "")
    return (person,) if person else ()


def _without_tag(data: Json) -> Json:
    return {key: value for key, value in data.items() if key != "record"}
