"""The head of a Mitschrift file, in the field names of the contract: committee, meeting, people, agenda."""

import datetime as dt
from typing import Literal

import msgspec

Gender = Literal["m", "f", "n", "pl"]
Wir = Literal["", "man", "sie", "verwaltung", "fraktion", "wir"]


class CommitteeHead(msgspec.Struct, frozen=True, kw_only=True):
    """`[committee]`: who meets. `members_total` is the statutory number of members."""

    name: str
    body: str = ""
    state: str = ""
    members_total: int | None = None


class MeetingHead(msgspec.Struct, frozen=True, kw_only=True):
    """`[meeting]`: when and where; `chair` and `clerk` are codes of `[[people]]`."""

    date: dt.date
    number: int | None = None
    term: str = ""
    start: dt.time | None = None
    end: dt.time | None = None
    place: str = ""
    chair: str = ""
    clerk: str = ""
    invitation: str = ""


class PersonHead(msgspec.Struct, frozen=True, kw_only=True):
    """`[[people]]`: one person. `substitute_for` is a code of `[[people]]`."""

    code: str
    name: str
    surname: str = ""
    title: str = ""
    salutation: str = ""
    function: str = ""
    role: str = ""
    gender: Gender = "n"
    group: str = ""
    votes: bool = False
    absent: str = ""
    reason: str = ""
    substitute_for: str = ""
    wir: Wir = ""


class AgendaHead(msgspec.Struct, frozen=True, kw_only=True):
    """`[[agenda]]`: one item, its number as announced."""

    number: str
    title: str
    paper: str = ""
    rapporteur: str = ""
    public: bool = True


class MitschriftHead(msgspec.Struct, frozen=True, kw_only=True):
    """The whole head."""

    committee: CommitteeHead
    meeting: MeetingHead
    people: tuple[PersonHead, ...] = ()
    agenda: tuple[AgendaHead, ...] = ()


class NumberedLine(msgspec.Struct, frozen=True, kw_only=True):
    """An entry line of a file; `text` has its continuation lines as further paragraphs."""

    number: int
    text: str


class Mitschrift(msgspec.Struct, frozen=True, kw_only=True):
    """A Mitschrift file, read: its head and its entry lines, not yet parsed."""

    name: str
    head: MitschriftHead
    lines: tuple[NumberedLine, ...]
