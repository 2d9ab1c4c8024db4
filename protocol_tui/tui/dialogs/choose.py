"""A modal list to choose from; typing filters it."""

from __future__ import annotations

from itertools import islice
from typing import ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option
from typing_extensions import override

from protocol_tui.tui import texts
from protocol_tui.tui.answering import AnswersOnce
from protocol_tui.tui.folding import fold


class Choice(msgspec.Struct, frozen=True):
    """Something to choose: its value, how it is shown, and what else it is found by."""

    value: str
    label: str
    words: str = ""


class ChooseDialog(ModalScreen[str | None], AnswersOnce[str | None]):
    """Asks for one of several; answers its value, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
    ]

    MOST: ClassVar[int] = 300
    """How many of the choices are shown; typing brings up the others."""

    def __init__(self, title: str, choices: list[Choice], at: int = 0) -> None:
        """`at` is the choice that is marked at first."""
        super().__init__()
        self._title = title
        self._choices = choices
        self._shown = choices
        self._at = at

    @override
    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content(self._title), classes="dialog-title")
            yield Input(select_on_focus=False)
            yield OptionList(markup=False)
            yield Static(Content(texts.CHOOSE_HELP), classes="dialog-help")

    def on_mount(self) -> None:
        """Show all choices."""
        self._show("")

    @on(Input.Changed)
    def _filter(self, message: Input.Changed) -> None:
        self._show(message.value)

    @on(Input.Submitted)
    def _enter(self) -> None:
        self._choose(self.query_one(OptionList).highlighted)

    @on(OptionList.OptionSelected)
    def _clicked(self, message: OptionList.OptionSelected) -> None:
        self._choose(message.option_index)

    def action_move(self, step: int) -> None:
        """Move the mark while the field keeps the keyboard."""
        options = self.query_one(OptionList)
        if step < 0:
            options.action_cursor_up()
        else:
            options.action_cursor_down()

    def action_cancel(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def _show(self, wanted: str) -> None:
        key = fold(wanted)
        fitting = (choice for choice in self._choices if not key or key in fold(f"{choice.label} {choice.words}"))
        self._shown = list(islice(fitting, self.MOST))
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(Content(choice.label)) for choice in self._shown])
        options.highlighted = (0 if key else min(self._at, len(self._shown) - 1)) if self._shown else None

    def _choose(self, index: int | None) -> None:
        if index is not None and index < len(self._shown):
            self.dismiss(self._shown[index].value)
        else:
            self.app.bell()
