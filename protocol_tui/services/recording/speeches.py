"""From what somebody said to what is printed: statements, questions, answers and motions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Literal

import msgspec

from protocol_tui.domain.entries import Answer, Motion, Question, Statement
from protocol_tui.domain.meeting import Meeting
from protocol_tui.domain.people import Gender, Person
from protocol_tui.entry.lines import Speech
from protocol_tui.grammar.speech import Clause, Conversion, Utterance
from protocol_tui.minutes.wording import join_names
from protocol_tui.services.ports import IndirectSpeech
from protocol_tui.services.recording import floor
from protocol_tui.services.recording.place import Place

RECENT_VERBS = 4
"""How many reporting verbs back the choice of the next one looks."""

_ADDRESSED: dict[Gender, Literal["m", "f", "n", ""]] = {"m": "m", "f": "f", "n": "", "pl": ""}
_MOVES = re.compile(
    r"(?:(?:hiermit |deshalb |daher |also )?(?:beantrage ich|beantragen wir)|(?:ich|wir) beantragen?"
    r"|ich stelle den antrag|wir stellen den antrag)\b",
    re.IGNORECASE,
)
_PRONOUNS = {"m": "Er", "f": "Sie", "pl": "Sie"}


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A contribution before it is printed: who, how introduced, and the text as typed."""

    speakers: tuple[Person, ...]
    text: str
    verb: str = ""
    pronoun: bool = False


class Printed(msgspec.Struct, frozen=True, kw_only=True):
    """A contribution as it is printed, and how sure the engine is of it. `chosen`: the clerk decided on it."""

    text: str
    auto_verb: str = ""
    pronoun: bool = False
    sure: bool = True
    doubts: tuple[str, ...] = ()
    chosen: bool = False


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """How a contribution is introduced: the utterance without its text, and the verb where the program chose it."""

    utterance: Utterance
    auto_verb: str = ""
    pronoun: bool = False


def said_by(meeting: Meeting, line: Speech, place: Place, has_floor: tuple[str, ...]) -> Said:
    """What a speech line says, and who. Raises EntryError where nobody is known to speak.

    An answer that is corrected stays with whoever gave it, where its line names nobody.
    """
    corrected = meeting.entry(place.id) is not None
    if line.kind == "answer" and not line.speakers and not (corrected and has_floor):
        speakers = floor.answerers(meeting)
    else:
        speakers = floor.speakers_of(meeting, line.speakers, has_floor)
    return Said(speakers=speakers, text=line.body, verb=line.verb, pronoun=bool(line.pronoun))


def statement_of(
    meeting: Meeting, line: Speech, place: Place, has_floor: tuple[str, ...], engine: IndirectSpeech
) -> Statement:
    """The entry a speech line makes. Raises EntryError where nobody is known to speak."""
    said = said_by(meeting, line, place, has_floor)
    entry = Statement(
        **place.fields(),
        joined=line.joined,
        flagged=line.flagged,
        speakers=tuple(person.id for person in said.speakers),
        typed=line.body,
        printed="",
        verb=line.verb,
    )
    return of_kind(with_wording(entry, printed_of(meeting, line.kind, said, place, engine)), line.kind)


def with_wording(entry: Statement, printed: Printed) -> Statement:
    """The same contribution printed in this way."""
    return msgspec.structs.replace(
        entry,
        printed=printed.text,
        auto_verb=printed.auto_verb,
        pronoun=printed.pronoun,
        sure=printed.sure,
        doubts=printed.doubts,
        chosen=printed.chosen,
    )


def wording_of(entry: Statement) -> Printed:
    """How a contribution is printed."""
    return Printed(
        text=entry.printed,
        auto_verb=entry.auto_verb,
        pronoun=entry.pronoun,
        sure=entry.sure,
        doubts=entry.doubts,
        chosen=entry.chosen,
    )


def of_kind(entry: Statement, kind: str) -> Statement:
    """The same contribution as another kind of entry."""
    fields = {name: getattr(entry, name) for name in Statement.__struct_fields__}
    match kind:
        case "question":
            return Question(**fields)
        case "answer":
            return Answer(**fields)
        case "motion":
            return Motion(**fields)
        case "procedural":
            return Motion(**fields, motion_kind="procedural")
        case "amendment":
            return Motion(**fields, motion_kind="amendment")
        case _:
            return Statement(**fields)


def kind_of(entry: Statement) -> str:
    """The kind of a contribution as the entry line names it."""
    match entry:
        case Motion():
            return entry.motion_kind
        case Question():
            return "question"
        case Answer():
            return "answer"
        case _:
            return "statement"


def printed_of(meeting: Meeting, kind: str, said: Said, place: Place, engine: IndirectSpeech) -> Printed:
    """What a contribution at `place` prints.

    A motion without a reporting clause is printed in its own words. The same speaker goes on without a reporting
    clause as long as the kind stays the same; otherwise the program chooses one.
    """
    if prints_own_words(kind, said):
        return Printed(text=said.text)
    return converted(said.text, frame_of(meeting, kind, said, place, engine), engine)


def prints_own_words(kind: str, said: Said) -> bool:
    """Whether a contribution is printed in its own words: the wording of a motion.

    With a reporting clause, the clerk's or the speaker's own ("Ich beantrage, dass …"), it is a sentence of the debate.
    """
    return kind in ("motion", "procedural", "amendment") and not said.verb and not _MOVES.match(said.text)


def frame_of(meeting: Meeting, kind: str, said: Said, place: Place, engine: IndirectSpeech) -> Frame:
    """How a contribution at `place` is introduced."""
    previous = floor.before(meeting, place.order)
    same_speaker = previous is not None and previous.speakers == tuple(person.id for person in said.speakers)
    auto_verb = ""
    pronoun = said.pronoun
    clause: Clause = ""
    verb = ""
    if said.verb:
        verb, clause = engine.clause_of(said.verb)
    elif not (same_speaker and previous is not None and kind_of(previous) == kind and not said.pronoun):
        verb, clause = engine.choose(verb_kind(meeting, kind, said.speakers, place), _recent_verbs(meeting, place))
        auto_verb = verb
        pronoun = pronoun or (same_speaker and _gender(said.speakers) in _PRONOUNS)
    addressee = floor.addressed(meeting, said.text, tuple(person.id for person in said.speakers))
    utterance = Utterance(
        text=said.text,
        speaker=speaker_text(said.speakers, pronoun=pronoun) if verb else "",
        gender=_gender(said.speakers),
        kind="question" if kind == "question" else "statement",
        verb=verb,
        clause=clause,
        continuation=not verb,
        addressee=addressee.label if addressee is not None else "",
        addressee_gender=_ADDRESSED[addressee.gender] if addressee is not None else "",
        wir=said.speakers[0].wir or "man" if len(said.speakers) == 1 else "sie",
        date=meeting.head.date,
    )
    return Frame(utterance=utterance, auto_verb=auto_verb, pronoun=pronoun)


def converted(text: str, frame: Frame, engine: IndirectSpeech) -> Printed:
    """A text as it is printed behind this introduction."""
    paragraphs = _paragraphs(text, frame.utterance, engine)
    return Printed(
        text="\n".join(each.indirect for each in paragraphs),
        auto_verb=frame.auto_verb,
        pronoun=frame.pronoun,
        sure=all(each.sure for each in paragraphs),
        doubts=tuple(dict.fromkeys(doubt for each in paragraphs for doubt in each.doubts)),
    )


def _paragraphs(text: str, frame: Utterance, engine: IndirectSpeech) -> list[Conversion]:
    """Each paragraph converted; only the first has the reporting clause."""
    first, *rest = text.split("\n")
    free = msgspec.structs.replace(frame, speaker="", verb="", clause="", continuation=True)
    return [
        engine.convert(msgspec.structs.replace(frame, text=first)),
        *(engine.convert(msgspec.structs.replace(free, text=paragraph)) for paragraph in rest),
    ]


def verb_kind(meeting: Meeting, kind: str, speakers: Sequence[Person], place: Place) -> str:
    """A contribution of the administration that opens an item's debate is a report."""
    if kind != "statement" or any(person.votes for person in speakers):
        return kind
    for entry in reversed(meeting.entries):
        if entry.item != place.item:
            break
        if isinstance(entry, Statement) and entry.order < place.order:
            return kind
    return "report"


def _recent_verbs(meeting: Meeting, place: Place) -> list[str]:
    used = (
        entry.verb or entry.auto_verb
        for entry in reversed(meeting.entries)
        if isinstance(entry, Statement) and entry.order < place.order and (entry.verb or entry.auto_verb)
    )
    return list(islice(used, RECENT_VERBS))[::-1]


def _gender(speakers: Sequence[Person]) -> Gender:
    return speakers[0].gender if len(speakers) == 1 else "pl"


def speaker_text(speakers: Sequence[Person], *, pronoun: bool) -> str:
    if pronoun:
        return _PRONOUNS.get(_gender(speakers)) or join_names([person.label for person in speakers])
    return join_names([person.label for person in speakers])
