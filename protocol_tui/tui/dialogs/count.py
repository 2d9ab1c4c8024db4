"""The form of a counted vote: five figures, checked against who may vote while they are typed."""

from __future__ import annotations

from collections.abc import Callable
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

FIELDS = ("Ja", "Nein", "Enthaltungen", "ungültig", "nicht beteiligt")
ALWAYS = 3
"""How many of them every vote has."""

LONGEST = 4


class CountDialog(ModalScreen[str | None], AnswersOnce[str | None]):
    """Asks for the figures of a vote; answers the line that records it, or None.

    `word` is what the line begins with ("#", "/geheim "); `check` says what a line would record, and as a
    remark how that adds up; it is `doubtful` without a remark where the line would be refused.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]

    def __init__(self, title: str, word: str, check: Callable[[str], Shown]) -> None:
        super().__init__()
        self._title = title
        self._word = word
        self._check = check
        self._asked = ""

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

    def on_mount(self) -> None:
        """Say how many votes there can be."""
        self._say()

    @property
    def line(self) -> str:
        """The line that records the figures; those left out at the end are not written, others are 0."""
        values = [field.value.strip() for field in self.query(Input)]
        while len(values) > ALWAYS and not values[-1]:
            values.pop()
        return self._word + " ".join(value.removeprefix("+") or "0" for value in values)

    @on(Input.Changed)
    def _changed(self) -> None:
        self._say()

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        """Enter goes to the next field that is empty, and takes the vote once it adds up; never one that is refused."""
        shown = self._check(self.line)
        fields = list(self.query(Input))
        asked = fields[fields.index(message.input) + 1 : ALWAYS]
        following = next((field for field in asked if not field.value.strip()), None)
        adds_up = bool(shown.remark) and not shown.doubtful
        refused = shown.doubtful and not shown.remark
        if following is not None and not adds_up:
            following.focus()
        elif refused or not any(field.value.strip() for field in fields):
            self.app.bell()
        elif shown.doubtful and self._asked != self.line:
            self._asked = self.line
            self.app.bell()
            self.query_one("#sum", Static).update(Content(f"{shown.text}\n{shown.remark}. {texts.ONCE_MORE}"))
        else:
            self.dismiss(self.line)

    def action_cancel(self) -> None:
        """Record nothing."""
        self.dismiss(None)

    def _say(self) -> None:
        shown = self._check(self.line)
        text = self.query_one("#sum", Static)
        text.set_class(shown.doubtful, "doubtful")
        text.update(Content("\n").join([Content(shown.text), Content(shown.remark)]))
