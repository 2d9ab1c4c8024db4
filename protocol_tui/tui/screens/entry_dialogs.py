"""What F6 offers for an entry: another time, item or place, marks, deleting it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from protocol_tui.domain.changes import Patch
from protocol_tui.domain.entries import Entry
from protocol_tui.entry.room import read_clock
from protocol_tui.services.recording import editing
from protocol_tui.tui import texts
from protocol_tui.tui.dialogs.ask import AskDialog
from protocol_tui.tui.dialogs.choose import Choice, ChooseDialog
from protocol_tui.tui.session import LiveSession

if TYPE_CHECKING:
    from protocol_tui.tui.screens.live_actions import LiveActions


class EntryDialogs:
    """Changes the entry that is being corrected, or the last one, otherwise than by its line.

    What stands in the entry line stays there.
    """

    def __init__(self, screen: LiveActions, session: LiveSession) -> None:
        self._screen = screen
        self._session = session

    def open(self) -> None:
        """Choose what to change."""
        entry = self._session.entry_at_hand()
        if entry is None:
            self._screen.app.bell()
            self._screen.hint.warn(texts.NOTHING_RECORDED)
            return
        meeting = self._session.recorder.meeting
        doing: dict[str, Callable[[], object]] = {
            texts.EARLIER: lambda: self._edit(entry, texts.MOVED, lambda each: editing.moved(meeting, each, -1)),
            texts.LATER: lambda: self._edit(entry, texts.MOVED, lambda each: editing.moved(meeting, each, 1)),
            texts.OTHER_TIME: lambda: self._ask_time(entry),
            texts.OTHER_ITEM: lambda: self._ask_item(entry),
            texts.UNFLAG if entry.flagged else texts.FLAG: lambda: self._edit(
                entry, texts.FLAG_CHANGED, editing.flagged
            ),
            texts.OPEN if entry.closed else texts.CLOSE: lambda: self._edit(
                entry, texts.PUBLICITY_CHANGED, editing.closed
            ),
            texts.DELETE: lambda: self._delete(entry),
        }
        title = f"{texts.CHANGE_ENTRY} {self._session.telling.summary(entry)}"
        choices = [Choice(label, label) for label in doing]

        def chosen(label: str | None) -> None:
            if label is not None:
                doing[label]()

        self._screen.app.push_screen(ChooseDialog(title, choices), chosen)

    def _ask_time(self, entry: Entry) -> None:
        def answered(written: str | None) -> None:
            if written is not None:
                self._edit(entry, texts.TIME_CHANGED, lambda each: editing.retimed(each, read_clock(written)))

        self._screen.app.push_screen(AskDialog(texts.WHICH_TIME, f"{entry.time:%H:%M}"), answered)

    def _ask_item(self, entry: Entry) -> None:
        meeting = self._session.recorder.meeting
        choices = [Choice(item.id, f"{item.number:<5} {item.title}") for item in meeting.items if item.id != entry.item]

        def answered(item: str | None) -> None:
            if item is not None:
                self._edit(entry, texts.ITEM_CHANGED, lambda each: editing.given_to_item(meeting, each, item))

        self._screen.app.push_screen(ChooseDialog(texts.WHICH_OTHER_ITEM, choices), answered)

    def _edit(self, entry: Entry, said: str, make: Callable[[Entry], list[Patch]]) -> None:
        recorder = self._session.recorder
        self._screen.attempt(lambda: recorder.edit(entry.id, said.rstrip("."), make), said)
        self._session.changed = entry.id
        line = self._session.fetched_again(self._screen.line.text)
        if line is not None:
            self._screen.line.exchange(line)

    def _delete(self, entry: Entry) -> None:
        correction = self._session.correction
        if correction is not None and correction.entry_id == entry.id:
            self._screen.action_delete()
        else:
            self._screen.attempt(lambda: self._session.recorder.delete(entry.id), texts.DELETED)
