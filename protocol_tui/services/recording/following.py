"""What a correction changes in the contribution behind it: who goes on speaking needs no reporting clause."""

from __future__ import annotations

from itertools import islice

import msgspec

from protocol_tui.domain.changes import Patch
from protocol_tui.domain.entries import Entry, Statement
from protocol_tui.domain.meeting import Meeting
from protocol_tui.services.ports import IndirectSpeech
from protocol_tui.services.recording import floor, speeches
from protocol_tui.services.recording.place import place_of
from protocol_tui.services.recording.speeches import Said

_CHOSEN_FOR_OTHERS = "Der Wortlaut ist gewählt worden, bevor sich der Beitrag davor geändert hat."


def introduced_anew(meeting: Meeting, patches: list[Patch], engine: IndirectSpeech) -> list[Patch]:
    """The patches for contributions whose introduction no longer fits once `patches` have been applied.

    A contribution goes on from the one before it, or it begins. Where that has turned round it is put into indirect
    speech again; a wording the clerk has chosen stays, marked.
    """
    then = meeting.supposing(patches)
    touched = {patch.record_id for patch in patches}
    made: list[Patch] = []
    for entry in _behind(then, patches):
        was = meeting.entry(entry.id)
        if entry.id in touched or not isinstance(was, Statement) or _goes_on(meeting, was) == _goes_on(then, entry):
            continue
        after = _chosen_before(entry) if entry.chosen else reprinted(then, entry, engine)
        if after != entry:
            made.append(Patch(before=entry, after=after))
            touched.add(entry.id)
    return made


def reprinted(meeting: Meeting, entry: Statement, engine: IndirectSpeech) -> Statement:
    """A contribution put into indirect speech again, as it stands in the meeting now."""
    people = tuple(floor.known_person(meeting, speaker) for speaker in entry.speakers)
    pronoun = entry.pronoun and not entry.auto_verb
    said = Said(speakers=people, text=entry.typed, verb=entry.verb, pronoun=pronoun)
    printed = speeches.printed_of(meeting, speeches.kind_of(entry), said, place_of(entry), engine)
    return speeches.with_wording(entry, printed)


def _behind(meeting: Meeting, patches: list[Patch]) -> list[Statement]:
    """The first contribution behind each place that a patch touches."""
    orders = [record.order for patch in patches for record in (patch.before, patch.after) if isinstance(record, Entry)]
    found = (
        next(
            (
                each
                for each in islice(meeting.entries, meeting.place_behind(order), None)
                if isinstance(each, Statement)
            ),
            None,
        )
        for order in orders
    )
    return list({each.id: each for each in found if each is not None}.values())


def _goes_on(meeting: Meeting, entry: Statement) -> tuple[bool, bool]:
    """Whether the speaker of the contribution before goes on, and whether with the same kind of contribution."""
    previous = floor.before(meeting, entry.order)
    same = previous is not None and previous.speakers == entry.speakers
    return same, same and previous is not None and speeches.kind_of(previous) == speeches.kind_of(entry)


def _chosen_before(entry: Statement) -> Statement:
    doubts = tuple(dict.fromkeys((*entry.doubts, _CHOSEN_FOR_OTHERS)))
    return msgspec.structs.replace(entry, sure=False, doubts=doubts)
