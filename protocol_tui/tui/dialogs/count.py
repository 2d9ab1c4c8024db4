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
from protocol_tui.tui.shown import Shown

FIELDS = ("Ja", "Nein", "Enthaltungen", "ungültig", "nicht beteiligt")
LONGEST = 4


class CountDialog(ModalScreen[str | None]):
    """Asks for the figures of a vote; answers the line that records it, or None.

    `word` is what the line begins with ("#", "/geheim "); `check` says what a line would record, `doubtful` where it
    would not be taken or does not add up.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]

    def __init__(self, title: str, word: str, check: Callable[[str], Shown]) -> None:
        super().__init__()
        self._title = title
        self._word = word
        self._check = check

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
        while len(values) > len(FIELDS) - 2 and not values[-1]:
            values.pop()
        return self._word + " ".join(value.removeprefix("+") or "0" for value in values)

    @on(Input.Changed)
    def _changed(self) -> None:
        self._say()

    @on(Input.Submitted)
    def _submitted(self, message: Input.Submitted) -> None:
        """Enter goes to the next field that is empty, and takes the vote once it adds up."""
        shown = self._check(self.line)
        fields = list(self.query(Input))
        behind = fields[fields.index(message.input) + 1 :]
        following = next((field for field in behind[: len(FIELDS) - 2] if not field.value.strip()), None)
        if shown.doubtful and following is not None:
            following.focus()
        elif any(field.value.strip() for field in fields):
            self.dismiss(self.line)
        else:
            self.app.bell()

    def action_cancel(self) -> None:
        """Record nothing."""
        self.dismiss(None)

    def _say(self) -> None:
        shown = self._check(self.line)
        text = self.query_one("#sum", Static)
        text.set_class(shown.doubtful, "doubtful")
        text.update(Content("\n").join([Content(shown.text), Content(shown.remark)]))
