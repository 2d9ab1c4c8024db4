"""What the use cases need from the outside; `bootstrap` knows who provides it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from protocol_tui.domain.changes import Change, Draft
from protocol_tui.domain.summary import MeetingSummary
from protocol_tui.entry.known import Clauses
from protocol_tui.grammar.speech import Clause, Conversion, Utterance
from protocol_tui.grammar.style.remarks import House, Passage, Remark


class StyleReader(Protocol):
    """Looks finished text over (`grammar.style`)."""

    def check_passages(self, passages: Sequence[Passage], house: House) -> list[tuple[int, Remark]]: ...


class Clock(Protocol):
    """Tells the local time, with its zone."""

    def now(self) -> dt.datetime: ...


class MeetingLog(Protocol):
    """The stored changes of one meeting, open for one writer or for any number of readers."""

    @property
    def meeting_id(self) -> str: ...

    @property
    def read_only(self) -> bool: ...

    @property
    def warnings(self) -> tuple[str, ...]:
        """German sentences about what was found on opening: recovered, damaged, locked."""
        ...

    @property
    def chain_head(self) -> str:
        """The digest of the last change's record, as 64 hexadecimal digits; it vouches for all before it."""
        ...

    def changes(self) -> Sequence[Change]:
        """All changes in order. A reader sees what was there at opening and at the last `refresh`."""
        ...

    def change(self, seq: int) -> Change:
        """The change of that number, which must be among `changes`."""
        ...

    def append(self, change: Change) -> None:
        """Store a change; it is durable when this returns.

        Raises StorageError where the disk refuses (nothing is changed then), LockedError on a reader.
        """
        ...

    def refresh(self) -> Sequence[Change]:
        """For a reader that follows a writer: the changes since the last call, none for the writer itself."""
        ...

    def save_draft(self, draft: Draft | None) -> None:
        """Keep the unfinished entry line (None: there is none), durable when this returns."""
        ...

    def load_draft(self) -> Draft | None: ...

    def close(self) -> None:
        """Let the lock go; compacts where that is worth it. The log can't be used afterwards."""
        ...


class MeetingLibrary(Protocol):
    """All meetings of the data folder."""

    def meeting_ids(self) -> Sequence[str]:
        """The ids of all stored meetings, in the order of their making."""
        ...

    def create(self, meeting_id: str, changes: Sequence[Change] = ()) -> MeetingLog:
        """A new meeting with its first changes, open for writing; after a crash it is there with all of them or not.

        Raises StorageError where it exists or can't be made.
        """
        ...

    def open(self, meeting_id: str, *, read_only: bool = False) -> MeetingLog:
        """Open a meeting. Where another instance writes it, it opens read-only and says so in `warnings`.

        Raises NotFoundError where there is no such meeting.
        """
        ...


class IndirectSpeech(Clauses, Protocol):
    """The language engine with its house list of reporting verbs, as the recorder needs it."""

    def convert(self, utterance: Utterance) -> Conversion:
        """Put an utterance into indirect speech; never raises."""
        ...

    def clause_of(self, verb: str) -> tuple[str, Clause]:
        """Split a reporting clause as the clerk writes it into verb and clause.

        "hob hervor, dass" gives ("hob hervor", "dass"), "kündigte an, zu" ("kündigte an", "zu-inf"); where nothing is
        written behind the verb, the house list decides.
        """
        ...

    def choose(self, kind: str, recent: Sequence[str]) -> tuple[str, Clause]:
        """A reporting verb for an entry kind ("statement", "report", "question", "answer", "motion").

        `recent` are the verbs used last, the latest last; they are not repeated at once. The same arguments give the
        same verb.
        """
        ...

    def verbs_for(self, kind: str) -> Sequence[tuple[str, Clause]]:
        """The reporting verbs that may be chosen for an entry kind, each with its clause, the usual ones first."""
        ...


class MeetingRegistry(Protocol):
    """The list of all meetings, shared by all program instances."""

    def record_meeting(self, summary: MeetingSummary) -> None:
        """Put a meeting into the list, or renew what the list says of it; durable when this returns."""
        ...

    def meetings(self) -> Sequence[MeetingSummary]:
        """All stored meetings in the order of their making, those included that nobody recorded."""
        ...

    def find_source(self, digest: str) -> MeetingSummary | None:
        """The meeting that was replayed from a file with this digest, if any."""
        ...
