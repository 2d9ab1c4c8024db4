"""Undo and redo as a reading of the list of changes, so that both survive a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from protocol_tui.domain.changes import Change


class UndoStacks:
    """Which change would be taken back next, and which done again.

    An ordinary change can be undone and ends what could be redone, as everywhere; an undo or a redo is itself a change
    that stays in the history.
    """

    def __init__(self) -> None:
        self._undoable: list[int] = []
        self._redoable: list[int] = []

    def note(self, change: Change) -> None:
        """Take a change that was applied into account."""
        if change.undoes:
            self._redoable.append(self._undoable.pop())
        elif change.redoes:
            self._undoable.append(self._redoable.pop())
        else:
            self._undoable.append(change.seq)
            self._redoable.clear()

    @property
    def next_undo(self) -> int:
        """The number of the change that undo would take back; 0 where there is none."""
        return self._undoable[-1] if self._undoable else 0

    @property
    def next_redo(self) -> int:
        """The number of the change that redo would do again; 0 where there is none."""
        return self._redoable[-1] if self._redoable else 0
