"""A meeting's log in memory: for a rehearsal that is stored only if all of it succeeds."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import override

from protocol_tui.domain.changes import Change, Draft
from protocol_tui.services.ports import MeetingLog


class MemoryLog(MeetingLog):
    """Keeps changes until the program ends."""

    def __init__(self, meeting_id: str = "", changes: Sequence[Change] = ()) -> None:
        self._meeting_id = meeting_id
        self._changes = list(changes)
        self._draft: Draft | None = None

    @property
    @override
    def meeting_id(self) -> str:
        return self._meeting_id

    @property
    @override
    def read_only(self) -> bool:
        return False

    @property
    @override
    def warnings(self) -> tuple[str, ...]:
        return ()

    @property
    @override
    def chain_head(self) -> str:
        return ""

    @override
    def changes(self) -> Sequence[Change]:
        return tuple(self._changes)

    @override
    def change(self, seq: int) -> Change:
        return next(change for change in self._changes if change.seq == seq)

    @override
    def append(self, change: Change) -> None:
        self._changes.append(change)

    @override
    def refresh(self) -> Sequence[Change]:
        return ()

    @override
    def save_draft(self, draft: Draft | None) -> None:
        self._draft = draft

    @override
    def load_draft(self) -> Draft | None:
        return self._draft

    @override
    def close(self) -> None:
        """Nothing to let go."""
