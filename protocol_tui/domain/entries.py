"""What is recorded while the meeting runs: immutable values, one kind a class.

Every entry has a stable `id`, the `time` of its first key, an `order` key (see `order`), the agenda item it belongs to
(`item`, "" before the first), and `closed`: recorded while the session was switched to non-public by hand.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec


class BaseEntry(msgspec.Struct, frozen=True, kw_only=True, tag_field="record", omit_defaults=True):
    """What all kinds of entry share."""

    id: str
    order: str
    time: dt.time
    item: str = ""
    closed: bool = False
    joined: bool = False
    flagged: bool = False


class Statement(BaseEntry, frozen=True, kw_only=True, tag="statement"):
    """A contribution to the debate (Wortbeitrag): what was `typed`, and what is `printed`.

    `speakers` are person ids, several when they speak together. `pronoun` says that the reporting clause names them by
    pronoun. `verb` is the reporting clause the clerk chose ("hob besonders hervor, dass"), `auto_verb` the one the
    program chose where she did not; both "" where none is printed. `sure` is the engine's own judgement of `printed`,
    `doubts` are its reasons in German. `chosen` says that the clerk chose or wrote `printed` herself.
    """

    speakers: tuple[str, ...]
    typed: str
    printed: str
    verb: str = ""
    auto_verb: str = ""
    pronoun: bool = False
    sure: bool = True
    doubts: tuple[str, ...] = ()
    chosen: bool = False


class Question(Statement, frozen=True, kw_only=True, tag="question"):
    """A question (Frage)."""


class Answer(Statement, frozen=True, kw_only=True, tag="answer"):
    """An answer (Antwort)."""


MotionKind = Literal["motion", "procedural", "amendment"]


class Motion(Statement, frozen=True, kw_only=True, tag="motion"):
    """A motion (Antrag); procedural motions and amendments are kinds of it. The speakers are the movers."""

    motion_kind: MotionKind = "motion"


class Verbatim(BaseEntry, frozen=True, kw_only=True, tag="verbatim"):
    """A statement on demand "zu Protokoll" (Wortlaut): printed as quotation, never converted."""

    speakers: tuple[str, ...]
    text: str


class Interjection(BaseEntry, frozen=True, kw_only=True, tag="interjection"):
    """An interjection (Zwischenruf), by somebody or by the house."""

    text: str
    speakers: tuple[str, ...] = ()


class Narration(BaseEntry, frozen=True, kw_only=True, tag="narration"):
    """The clerk's own finding (Feststellung): printed as it is, never converted."""

    text: str


class Note(BaseEntry, frozen=True, kw_only=True, tag="note"):
    """An internal note (interne Notiz): in no document, ever."""

    text: str


class Resolution(BaseEntry, frozen=True, kw_only=True, tag="resolution"):
    """The wording of a resolution (Beschluss)."""

    text: str


VoteResult = Literal[
    "counted",
    "unanimous",
    "majority",
    "unanimously_rejected",
    "rejected_by_majority",
    "adjourned",
    "withdrawn",
]
VoteForm = Literal["open", "roll_call", "secret", "election"]
Ballot = Literal["yes", "no", "abstention"]


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """Who stands in an election (Kandidatur), and the votes cast for this name."""

    name: str
    votes: int


class GroupBallot(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a group (Fraktion) voted: all of its members present, or as many of them as `votes` says."""

    group: str
    ballot: Ballot
    votes: int | None = None


class Vote(BaseEntry, frozen=True, kw_only=True, tag="vote"):
    """A vote (Abstimmung) on `subject`, the motion or resolution before it.

    The figures are None where nobody counted. `ballots` maps person ids to their vote in a roll call. An
    election has an `office` and `candidates`, `groups` says which groups were for and against. Who was eligible at
    that instant is derived from the presence events (`attendance.eligible_at`), so that correcting an arrival corrects
    every vote after it.
    """

    result: VoteResult
    yes: int | None = None
    no: int | None = None
    abstentions: int | None = None
    invalid: int | None = None
    not_voting: int | None = None
    form: VoteForm = "open"
    subject: str = ""
    ballots: dict[str, Ballot] = msgspec.field(default_factory=dict)
    office: str = ""
    candidates: tuple[Candidate, ...] = ()
    groups: tuple[GroupBallot, ...] = ()


class OwnVote(BaseEntry, frozen=True, kw_only=True, tag="own_vote"):
    """A member has its own vote recorded (Stimmabgabe zu Protokoll), in the vote `subject`."""

    person: str
    ballot: Ballot
    subject: str


class PresenceChange(BaseEntry, frozen=True, kw_only=True, tag="presence"):
    """Somebody arrives or leaves (Kommen und Gehen)."""

    person: str
    arrives: bool


class Substitution(BaseEntry, frozen=True, kw_only=True, tag="substitution"):
    """Somebody sits in for a member from now on (Vertretung), with its vote while the member is away."""

    person: str
    principal: str


class Interruption(BaseEntry, frozen=True, kw_only=True, tag="interruption"):
    """An interruption of the sitting (Unterbrechung), `until` None while it lasts."""

    until: dt.time | None = None
    reason: str = ""


class CallToOrder(BaseEntry, frozen=True, kw_only=True, tag="call_to_order"):
    """A call to order (Ordnungsruf)."""

    person: str
    reason: str = ""


class Recusal(BaseEntry, frozen=True, kw_only=True, tag="recusal"):
    """A person is barred from an item by conflict of interest (Befangenheit)."""

    person: str


class ItemCalled(BaseEntry, frozen=True, kw_only=True, tag="item_called"):
    """The chair calls the agenda item `item` (Aufruf)."""


AgendaStep = Literal["added", "withdrawn", "adjourned", "moved_before", "moved_behind", "joined"]


class AgendaChange(BaseEntry, frozen=True, kw_only=True, tag="agenda_changed"):
    """The agenda is changed while the sitting runs: what becomes of the item `subject`, `beside` another one."""

    subject: str
    step: AgendaStep
    beside: str = ""


class ChairChange(BaseEntry, frozen=True, kw_only=True, tag="chair"):
    """Somebody else takes the chair (Wechsel im Vorsitz)."""

    person: str


class PublicityChange(BaseEntry, frozen=True, kw_only=True, tag="publicity"):
    """The session is closed to the public, or opened again (Ausschluss der Öffentlichkeit)."""

    public: bool


Entry = (
    Statement
    | Question
    | Answer
    | Motion
    | Verbatim
    | Interjection
    | Narration
    | Note
    | Resolution
    | Vote
    | OwnVote
    | PresenceChange
    | Substitution
    | Interruption
    | CallToOrder
    | Recusal
    | ItemCalled
    | AgendaChange
    | ChairChange
    | PublicityChange
)
