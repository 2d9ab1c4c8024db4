"""What the forms of a vote have in common: what would be recorded is said all the time, and asked about once."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from protocol_tui.tui import texts
from protocol_tui.tui.answering import AnswersOnce
from protocol_tui.tui.shown import Shown


class VoteForm(ModalScreen[str | None], AnswersOnce[str | None]):
    """Asks for a vote; answers the line that records it, or None. It has a text `#sum`.

    `check` says what a line would record, and as a remark how that adds up; it is `doubtful` without a remark where
    the line would be refused.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]

    def __init__(self, title: str, check: Callable[[str], Shown]) -> None:
        super().__init__()
        self._title = title
        self._check = check
        self._asked = ""

    @property
    def line(self) -> str:
        """The line that records what the form says now."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Begin; a handler of its own in each form would be called beside this one."""
        self.begin()

    def begin(self) -> None:
        """Say what there is to count."""
        self.say()

    def say(self, begun: str = "") -> None:
        """Say what would be recorded and how it adds up, or instead of that what has just been begun."""
        self._tell(self._check(self.line), begun)

    def finish(self) -> None:
        """Answer; never with a line that is refused, and where it does not add up only once that has been said."""
        line = self.line
        shown = self._check(line)
        if shown.refused:
            self.app.bell()
        elif shown.doubtful and self._asked != line:
            self._asked = line
            self.app.bell()
            self._tell(shown, f"{shown.remark}. {texts.ONCE_MORE}")
        else:
            self.dismiss(line)

    def action_cancel(self) -> None:
        """Record nothing."""
        self.dismiss(None)

    def _tell(self, shown: Shown, instead: str) -> None:
        text = self.query_one("#sum", Static)
        text.set_class(shown.doubtful, "doubtful")
        text.update(Content("\n").join([Content(shown.text), Content(instead or shown.remark)]))
