"""How an entry looks in the transcript: time, who, and a line of text."""

from __future__ import annotations

from typing import Literal

import msgspec

from protocol_tui.domain.entries import (
    Answer,
    Entry,
    Interjection,
    ItemCalled,
    Motion,
    Narration,
    Note,
    PresenceChange,
    Question,
    Resolution,
    Statement,
    Verbatim,
    Vote,
)
from protocol_tui.domain.meeting import Meeting
from protocol_tui.minutes.blocks import Paragraph
from protocol_tui.minutes.debate import entry_blocks
from protocol_tui.minutes.style import Style
from protocol_tui.minutes.votes import result_phrase
from protocol_tui.minutes.wording import label_of, speakers_label

Look = Literal["heading", "speech", "motion", "decision", "event", "note", "narration"]

FLAG = "⚑ prüfen"
UNSURE = "⚑ unsicher"


class Row(msgspec.Struct, frozen=True):
    """One entry as the transcript shows it.

    `sign` stands behind who, `mark` behind the text; `short` stands for who where that is too long.
    """

    time: str
    who: str
    text: str
    look: Look
    sign: str = ""
    short: str = ""
    mark: str = ""
    public: bool = True


def row_of(meeting: Meeting, entry: Entry, style: Style) -> Row:
    """The row of an entry."""
    who, text, look = _parts(meeting, entry, style)
    mark = FLAG if entry.flagged else UNSURE if isinstance(entry, Statement) and not entry.sure else ""
    speakers = entry.speakers if isinstance(entry, Statement | Verbatim | Interjection) else ()
    people = [meeting.person(speaker) for speaker in speakers]
    return Row(
        time=f"{entry.time:%H:%M}",
        who=who,
        text=text.replace("\n", " ¶ "),
        look=look,
        sign=_sign(entry),
        short=", ".join(person.family_name for person in people if person is not None),
        mark=mark,
        public=meeting.is_public(entry),
    )


def _parts(meeting: Meeting, entry: Entry, style: Style) -> tuple[str, str, Look]:
    match entry:
        case ItemCalled():
            item = meeting.item(entry.item)
            return "", f"TOP {item.number}  {item.title}" if item is not None else "TOP", "heading"
        case Motion():
            return speakers_label(meeting, entry.speakers), entry.printed, "motion"
        case Statement():
            label = speakers_label(meeting, entry.speakers)
            return label, entry.printed.removeprefix(f"{label} "), "speech"
        case Verbatim():
            return speakers_label(meeting, entry.speakers), f"„{entry.text}“", "speech"
        case Interjection():
            return speakers_label(meeting, entry.speakers), f"({entry.text})", "event"
        case Narration():
            return "", entry.text, "narration"
        case Note():
            return "Notiz", entry.text, "note"
        case Resolution():
            return "▣ Beschluss", entry.text, "decision"
        case Vote():
            return "▣ Abstimmung", result_phrase(entry, style.vote), "decision"
        case PresenceChange():
            label = label_of(meeting.person(entry.person))
            return "→ kommt" if entry.arrives else "← geht", label, "event"
        case _:
            printed = [block.text for block in entry_blocks(meeting, entry, style) if isinstance(block, Paragraph)]
            return "", " ".join(printed), "event"


def _sign(entry: Entry) -> str:
    match entry:
        case Question():
            return "‹?›"
        case Answer():
            return "‹!›"
        case Motion():
            return "‹*›"
        case Verbatim():
            return "‹„›"
        case _:
            return ""
