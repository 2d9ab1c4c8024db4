"""What is said and written down: the lines that consist of text, and what all lines share."""

import datetime as dt
from typing import Literal

import msgspec

SpeechKind = Literal["statement", "question", "answer", "motion", "procedural", "amendment"]
Pronoun = Literal["", "er", "sie"]

UNKNOWN_SPEAKER = "nn"
"""The code of a speaker nobody knows yet ("N. N."); always there, never in `Known.persons`."""


class BaseLine(msgspec.Struct, frozen=True, kw_only=True):
    """What all lines share: the time a file writes in front."""

    time: dt.time | None = None


class EntryLine(BaseLine, frozen=True, kw_only=True):
    """A line that makes an entry of the minutes; `flagged`: to be checked later ("prüfen")."""

    flagged: bool = False


class BodyLine(EntryLine, frozen=True, kw_only=True):
    """An entry that consists of text."""

    body: str


class Speech(BodyLine, frozen=True, kw_only=True):
    """A contribution (Wortbeitrag). `speakers` () is the current speaker; for an answer, whoever was asked last.

    `verb` is the reporting clause the clerk chose, expanded ("hob hervor, dass"), "" where the program chooses.
    `pronoun` comes only with statements and `/go`, `/aea`, and without `speakers`; `joined`: the paragraph goes on.
    """

    kind: SpeechKind = "statement"
    speakers: tuple[str, ...] = ()
    pronoun: Pronoun = ""
    verb: str = ""
    joined: bool = False


class SpeakerChange(BaseLine, frozen=True, kw_only=True):
    """`hur:` without text: Hurnik speaks from now on; no entry yet."""

    speakers: tuple[str, ...]


class Narration(BodyLine, frozen=True, kw_only=True):
    """`= Text`: the clerk's own finding (Feststellung)."""

    joined: bool = False


class Verbatim(BodyLine, frozen=True, kw_only=True):
    """`"Text`: word for word, "zu Protokoll"; `speakers` () is the current speaker."""

    speakers: tuple[str, ...] = ()
    joined: bool = False


class Interjection(BodyLine, frozen=True, kw_only=True):
    """`(Text)`: an interjection (Zwischenruf); `speakers` () is the house."""

    speakers: tuple[str, ...] = ()
    joined: bool = False


class Note(BodyLine, frozen=True, kw_only=True):
    """`;Text`: an internal note, in no export."""


class ResolutionLine(BodyLine, frozen=True, kw_only=True):
    """`b: Text`: the wording of a resolution (Beschluss)."""
