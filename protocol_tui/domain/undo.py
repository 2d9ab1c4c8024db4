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
        self._undoable: list[Change] = []
        self._redoable: list[Change] = []

    def note(self, change: Change) -> None:
        """Take a change that was applied into account."""
        if change.undoes:
            self._redoable.append(self._undoable.pop())
        elif change.redoes:
            self._undoable.append(self._redoable.pop())
        else:
            self._undoable.append(change)
            self._redoable.clear()

    @property
    def next_undo(self) -> Change | None:
        """The change that undo would take back."""
        return self._undoable[-1] if self._undoable else None

    @property
    def next_redo(self) -> Change | None:
        """The change that redo would do again."""
        return self._redoable[-1] if self._redoable else None
