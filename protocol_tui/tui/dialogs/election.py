"""The form of an election: what for, who stands, and the votes."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static
from typing_extensions import override

from protocol_tui.tui import texts
from protocol_tui.tui.dialogs.vote_form import VoteForm

CANDIDATES = 4
"""How many can be entered here; the line `/wahl` takes any number."""

OTHERS = {"nein": "Nein", "enth": "Enthaltungen", "ung": "ungültig"}
LONGEST = 4


class ElectionDialog(VoteForm):
    """Asks for an election's result."""

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

    @override
    def begin(self) -> None:
        """Empty fields are no election, which need not be said."""

    @property
    @override
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
        self.say()

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        """Enter goes to the next field as long as the votes do not add up."""
        shown = self._check(self.line)
        fields = list(self.query(Input))
        behind = fields[fields.index(message.input) + 1 :]
        if behind and (shown.doubtful or not shown.remark):
            behind[0].focus()
        else:
            self.finish()
