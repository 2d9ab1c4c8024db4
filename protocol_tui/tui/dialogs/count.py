"""The form of a counted vote: five figures, checked against who may vote while they are typed."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static
from typing_extensions import override

from protocol_tui.tui import texts
from protocol_tui.tui.dialogs.vote_form import VoteForm
from protocol_tui.tui.shown import Shown

FIELDS = ("Ja", "Nein", "Enthaltungen", "ungültig", "nicht beteiligt")
ALWAYS = 3
"""How many of them every vote has."""

LONGEST = 4


class CountDialog(VoteForm):
    """Asks for the figures of a vote. `word` is what the line begins with ("#", "/geheim ")."""

    def __init__(self, title: str, word: str, check: Callable[[str], Shown]) -> None:
        super().__init__(title, check)
        self._word = word

    @override
    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog small"):
            yield Static(Content(self._title), classes="dialog-title")
            with Horizontal(classes="figures"):
                for at, name in enumerate(FIELDS):
                    with Vertical(classes="figure"):
                        yield Static(Content(name), classes="label")
                        yield Input(type="integer", max_length=LONGEST, id=f"figure{at}")
            yield Static(id="sum")
            yield Static(Content(texts.COUNT_HELP), classes="dialog-help")

    @property
    @override
    def line(self) -> str:
        """The line that records the figures; those left out at the end are not written, others are 0."""
        values = [field.value.strip() for field in self.query(Input)]
        while len(values) > ALWAYS and not values[-1]:
            values.pop()
        return self._word + " ".join(value.removeprefix("+") or "0" for value in values)

    @on(Input.Changed)
    def _changed(self) -> None:
        self.say()

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        """Enter goes to the next field that is empty, and takes the vote once it adds up."""
        shown = self._check(self.line)
        fields = list(self.query(Input))
        asked = fields[fields.index(message.input) + 1 : ALWAYS]
        following = next((field for field in asked if not field.value.strip()), None)
        if following is not None and (shown.doubtful or not shown.remark):
            following.focus()
        elif any(field.value.strip() for field in fields):
            self.finish()
        else:
            self.app.bell()
