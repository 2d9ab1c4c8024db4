"""The entry line: always focused, three rows high, never laid out anew at a key."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea
from typing_extensions import override


class EntryLine(TextArea):
    """Takes what is typed. Enter submits, Tab and the arrows on an empty line are the screen's to answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+a", "select_all", show=False),
        Binding("ctrl+home", "to_start", show=False),
        Binding("ctrl+end", "to_end", show=False),
        Binding("ctrl+delete", "delete_word_right", show=False),
        Binding("shift+insert", "paste", show=False),
    ]

    @dataclass
    class Submitted(Message):
        """Enter was pressed. `first_key` is when the line was begun."""

        text: str
        first_key: dt.datetime

    @dataclass
    class Tabbed(Message):
        """Tab was pressed."""

        text: str

    @dataclass
    class Stepped(Message):
        """An arrow left the line upwards (-1) or downwards (1)."""

        direction: int

    @dataclass
    class Left(Message):
        """Escape was pressed."""

    def __init__(self, now: Callable[[], dt.datetime], *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(
            soft_wrap=True, tab_behavior="focus", show_line_numbers=False, highlight_cursor_line=False, id=id
        )
        self._now = now
        self._first_key: dt.datetime | None = None

    @property
    def first_key(self) -> dt.datetime:
        """When the line was begun; now, where it is empty."""
        return self._first_key or self._now()

    def put(self, text: str, first_key: dt.datetime | None = None) -> None:
        """Show another text, cursor at its end, in a way that undo can take back."""
        self.replace(text, self.document.start, self.document.end)
        self.move_cursor(self.document.end)
        self._first_key = first_key

    def clear_line(self) -> None:
        """Empty the line, its undo history too: what was entered is taken back as a step of the meeting."""
        self.load_text("")
        self._first_key = None

    @override
    async def _on_key(self, event: events.Key) -> None:
        """Textual goes on to the handler of TextArea unless told not to, so it is not called here."""
        if self._is_answered_by_screen(event):
            event.stop()
            event.prevent_default()
        elif event.is_printable and self._first_key is None:
            self._first_key = self._now()

    @override
    async def _on_paste(self, event: events.Paste) -> None:
        if self._first_key is None:
            self._first_key = self._now()

    def _is_answered_by_screen(self, event: events.Key) -> bool:
        match event.key:
            case "enter":
                self.post_message(self.Submitted(self.text, self.first_key))
            case "tab":
                self.post_message(self.Tabbed(self.text))
            case "up" if self.cursor_location[0] == 0 and self._on_first_row():
                self.post_message(self.Stepped(-1))
            case "down" if self.cursor_at_last_line and self._on_last_row():
                self.post_message(self.Stepped(1))
            case "escape":
                self.post_message(self.Left())
            case "ctrl+j":
                self.insert("\n")
            case _:
                return False
        return True

    def _on_first_row(self) -> bool:
        return self.wrapped_document.location_to_offset(self.cursor_location).y == 0

    def _on_last_row(self) -> bool:
        last = self.wrapped_document.location_to_offset(self.document.end).y
        return self.wrapped_document.location_to_offset(self.cursor_location).y == last

    def action_to_start(self) -> None:
        """Go to the beginning of the text."""
        self.move_cursor(self.document.start)

    def action_to_end(self) -> None:
        """Go to the end of the text."""
        self.move_cursor(self.document.end)
