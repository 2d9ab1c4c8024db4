"""The form of an election: what for, who stands, and the votes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static
from typing_extensions import override

from protocol_tui.tui import texts
from protocol_tui.tui.answering import AnswersOnce
from protocol_tui.tui.shown import Shown

CANDIDATES = 4
"""How many can be entered here; the line `/wahl` takes any number."""

OTHERS = {"nein": "Nein", "enth": "Enthaltungen", "ung": "ungültig"}
LONGEST = 4


class ElectionDialog(ModalScreen[str | None], AnswersOnce[str | None]):
    """Asks for an election's result; answers the line that records it, or None.

    `check` says what a line would record; it is doubtful without a remark where the line would be refused.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]

    def __init__(self, title: str, check: Callable[[str], Shown]) -> None:
        super().__init__()
        self._title = title
        self._check = check

    @override
    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog small"):
            yield Static(Content(self._title), classes="dialog-title")
            yield Input(placeholder="Wofür (Vorsitz, Stellvertretung …)", id="office", compact=True)
            for at in range(CANDIDATES):
                with Horizontal(classes="candidate"):
                    yield Input(placeholder="Name", id=f"name{at}", classes="name", compact=True)
                    yield Input(
                        placeholder="Stimmen", type="integer", max_length=LONGEST, id=f"votes{at}", compact=True
                    )
            with Horizontal(classes="candidate"):
                for key, label in OTHERS.items():
                    yield Input(placeholder=label, type="integer", max_length=LONGEST, id=key, compact=True)
            yield Static(id="sum")
            yield Static(Content(texts.COUNT_HELP), classes="dialog-help")

    @property
    def line(self) -> str:
        """The line that records the fields; empty ones are not written."""
        return f"/wahl {self._value('office')}: {', '.join([*self._candidates(), *self._others()])}"

    def _candidates(self) -> Iterator[str]:
        for at in range(CANDIDATES):
            name, votes = self._value(f"name{at}"), self._value(f"votes{at}")
            if name or votes:
                yield f"{name} {votes}".strip()

    def _others(self) -> Iterator[str]:
        return (f"{key}={self._value(key)}" for key in OTHERS if self._value(key))

    def _value(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip().removeprefix("+")

    @on(Input.Changed)
    def _changed(self) -> None:
        shown = self._check(self.line)
        text = self.query_one("#sum", Static)
        text.set_class(shown.doubtful, "doubtful")
        text.update(Content("\n").join([Content(shown.text), Content(shown.remark)]))

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        """Enter goes to the next field while the fields make no election yet, and then takes it; never one refused."""
        shown = self._check(self.line)
        refused = shown.doubtful and not shown.remark
        fields = list(self.query(Input))
        behind = fields[fields.index(message.input) + 1 :]
        if refused and behind:
            behind[0].focus()
        elif refused:
            self.app.bell()
        else:
            self.dismiss(self.line)

    def action_cancel(self) -> None:
        """Record nothing."""
        self.dismiss(None)
