"""What is said and written down: the lines that consist of text, and what all lines share."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

SpeechKind = Literal["statement", "question", "answer", "motion", "procedural", "amendment"]
Pronoun = Literal["", "er", "sie"]

UNKNOWN_SPEAKER = "nn"
"""The code of a speaker nobody knows yet ("N. N."); always there, never in `Known.persons`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseLine:
    """What all lines share: the time a file writes in front."""

    time: dt.time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine(BaseLine):
    """A line that makes an entry of the minutes; `flagged`: to be checked later ("prüfen")."""

    flagged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLine(EntryLine):
    """An entry that consists of text."""

    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech(BodyLine):
    """A contribution (Wortbeitrag). `speakers` () is the current speaker; for an answer, whoever was asked last.

    `verb` is the reporting clause the clerk chose, expanded ("hob hervor, dass"), "" where the program chooses.
    `pronoun` comes only with statements and `/go`, `/aea`, and without `speakers`; `joined`: the paragraph goes on.
    """

    kind: SpeechKind = "statement"
    speakers: tuple[str, ...] = ()
    pronoun: Pronoun = ""
    verb: str = ""
    joined: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerChange(BaseLine):
    """`hur:` without text: Hurnik speaks from now on; no entry yet."""

    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Narration(BodyLine):
    """`= Text`: the clerk's own finding (Feststellung)."""

    joined: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbatim(BodyLine):
    """`"Text`: word for word, "zu Protokoll"; `speakers` () is the current speaker."""

    speakers: tuple[str, ...] = ()
    joined: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Interjection(BodyLine):
    """`(Text)`: an interjection (Zwischenruf); `speakers` () is the house."""

    speakers: tuple[str, ...] = ()
    joined: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(BodyLine):
    """`;Text`: an internal note, in no export."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionLine(BodyLine):
    """`b: Text`: the wording of a resolution (Beschluss)."""
