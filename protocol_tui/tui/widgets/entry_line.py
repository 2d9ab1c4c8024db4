"""The entry line: always focused, three rows high, never laid out anew at a key."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea
from typing_extensions import override

from protocol_tui.entry.cleaning import clean

if TYPE_CHECKING:
    from protocol_tui.services.textblocks import Expansion


_BEHIND_WORDS = frozenset({" ", ",", ".", ";"})
_SIGNS = frozenset("?!*=&")
"""Signs that mean something at the beginning of a line, but only with a blank behind them."""
_OPENING_QUOTES = frozenset('„"»‚')
_UNDOABLE_WORDS = 2_000
LONGEST_ANSWER = 10.0
"""Seconds after which the line goes on although the screen has not answered."""


class EntryLine(TextArea):
    """Takes what is typed. Enter submits, Tab and the arrows on an empty line are the screen's to answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+a", "select_all", show=False),
        Binding("ctrl+home", "to_start", show=False),
        Binding("ctrl+end", "to_end", show=False),
        Binding("ctrl+delete", "delete_word_right", show=False),
        Binding("shift+insert", "paste", show=False),
    ]

    class Asked(Message):
        """Something the screen has to answer before the next key counts.

        The line waits for `answered`: keys that follow in a burst must find the line as the answer leaves it, or they
        would be swallowed with the text that was taken.
        """

        def __init__(self) -> None:
            super().__init__()
            self.answered = asyncio.Event()

    class Submitted(Asked):
        """Enter was pressed. `first_key` is when the line was begun."""

        def __init__(self, text: str, first_key: dt.datetime) -> None:
            super().__init__()
            self.text = text
            self.first_key = first_key

    class Tabbed(Asked):
        """Tab was pressed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Stepped(Asked):
        """An arrow left the line upwards (-1) or downwards (1)."""

        def __init__(self, direction: int) -> None:
            super().__init__()
            self.direction = direction

    class Left(Asked):
        """Escape was pressed."""

    def __init__(self, now: Callable[[], dt.datetime], *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            highlight_cursor_line=False,
            max_checkpoints=_UNDOABLE_WORDS,
            id=id,
        )
        self._now = now
        self._first_key: dt.datetime | None = None
        self.expansion_of: Callable[[str, bool], Expansion | None] = lambda _, __: None
        """What a word stands for that opens the line or does not, asked when the key behind it comes."""

    @property
    def first_key(self) -> dt.datetime:
        """When the line was begun; now, where it is empty."""
        return self._first_key or self._now()

    def put(self, text: str, first_key: dt.datetime | None = None) -> None:
        """Show another text, cursor at its end, in a way that undo can take back."""
        self.replace(text, self.document.start, self.document.end)
        self.move_cursor(self.document.end)
        self._first_key = first_key

    def exchange(self, text: str, first_key: dt.datetime | None = None) -> None:
        """Show another text with an undo history of its own."""
        self.load_text(text)
        self.move_cursor(self.document.end)
        self._first_key = first_key or self._first_key

    @property
    def text_before_cursor(self) -> str:
        """What stands before the cursor."""
        return self.get_text_range(self.document.start, self.cursor_location)

    def drop_before_cursor(self) -> None:
        """Take out what stands before the cursor; what it was for has been done."""
        rest = self.get_text_range(self.cursor_location, self.document.end).lstrip()
        if rest:
            self.replace(rest, self.document.start, self.document.end)
            self.move_cursor(self.document.start)
        else:
            self.clear_line()

    def clear_line(self) -> None:
        """Empty the line, its undo history too: what was entered is taken back as a step of the meeting."""
        self.load_text("")
        self._first_key = None

    def on_resize(self) -> None:
        """Draw what TextArea wraps anew after this; it draws itself only where the number of rows changes."""
        self.call_later(self.refresh)

    @override
    async def _on_key(self, event: events.Key) -> None:
        """Textual goes on to the handler of TextArea unless told not to, so it is not called here."""
        if event.key == "enter" or event.character in _BEHIND_WORDS:
            self._expand_word()
        asked = self._question(event)
        if asked is not None:
            event.stop()
            event.prevent_default()
            self.screen.post_message(asked)  # not by way of its own queue, which stands still until the answer
            with suppress(TimeoutError):
                await asyncio.wait_for(asked.answered.wait(), LONGEST_ANSWER)
        elif event.key == "ctrl+j":
            event.stop()
            event.prevent_default()
            self.insert("\n")
        elif not event.is_printable:
            await self._act(event)
        else:
            self._first_key = self._first_key or self._now()
            self._part_sign_from(event.character or "")
            if event.character == " ":
                self.history.checkpoint()  # what is taken back is a word, not all that was typed in one go

    def _part_sign_from(self, character: str) -> None:
        """Put the blank between the sign that begins the line and the text, where the clerk leaves it out.

        Only a letter, a figure or a quotation mark begins a text: "??" and "*)" stay as they are typed.
        """
        if not (character.isalnum() or character in _OPENING_QUOTES) or self.document.end != (0, 1):
            return
        if self.text in _SIGNS and self.selection.is_empty and self.cursor_at_end_of_text:
            self.insert(" ")

    def _expand_word(self) -> None:
        """Put what it stands for in the place of the word before the cursor."""
        row, column = self.cursor_location
        start = self.document.get_line(row)[:column].rfind(" ") + 1
        word = self.document.get_line(row)[start:column]
        expansion = self.expansion_of(word, (row, start) == (0, 0)) if word else None
        if expansion is not None:
            self.history.checkpoint()
            self.replace(expansion.text, (row, start), (row, column))
            self.move_cursor((row, start + expansion.cursor))

    def insert_expansion(self, word: str) -> None:
        """Put what a word stands for at the cursor."""
        expansion = self.expansion_of(word, True)  # noqa: FBT003
        if expansion is not None:
            row, column = self.cursor_location
            self.history.checkpoint()
            self.replace(expansion.text, (row, column), (row, column))
            self.move_cursor((row, column + expansion.cursor))
            self._first_key = self._first_key or self._now()

    async def _act(self, event: events.Key) -> None:
        """Carry out a bound key here and now.

        Textual looks bindings up only once the key has bubbled up to the app; a letter typed right behind a backspace
        would be put into the line before it.
        """
        bound = self.screen.active_bindings.get(event.key)
        if bound is not None and bound.enabled:
            event.stop()
            event.prevent_default()
            await self.app.run_action(bound.binding.action, bound.node)

    @override
    async def _on_paste(self, event: events.Paste) -> None:
        """Textual goes on to the handler of TextArea; a control character must not reach the terminal raw."""
        event.text = clean(event.text)
        if self._first_key is None:
            self._first_key = self._now()

    def _question(self, event: events.Key) -> Asked | None:
        match event.key:
            case "enter":
                return self.Submitted(self.text, self.first_key)
            case "tab":
                return self.Tabbed(self.text)
            case "up" if self.cursor_location[0] == 0 and self._on_first_row():
                return self.Stepped(-1)
            case "down" if self.cursor_at_last_line and self._on_last_row():
                return self.Stepped(1)
            case "escape":
                return self.Left()
            case _:
                return None

    def _on_first_row(self) -> bool:
        return self.wrapped_document.location_to_offset(self.cursor_location).y == 0

    def _on_last_row(self) -> bool:
        last = self.wrapped_document.location_to_offset(self.document.end).y
        return self.wrapped_document.location_to_offset(self.cursor_location).y == last

    @override
    def action_delete_to_start_of_line(self) -> None:
        """Delete to the beginning of the paragraph, not only of what fits on a row of the screen."""
        row, column = self.cursor_location
        self.delete((row, 0), (row, column))

    def action_to_start(self) -> None:
        """Go to the beginning of the text."""
        self.move_cursor(self.document.start)

    def action_to_end(self) -> None:
        """Go to the end of the text."""
        self.move_cursor(self.document.end)
