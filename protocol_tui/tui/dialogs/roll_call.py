"""The form of a vote by name: everybody who may vote, one key each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from typing_extensions import override

from protocol_tui.tui import texts
from protocol_tui.tui.answering import AnswersOnce

SIDES = {"j": "ja", "n": "nein", "e": "enth"}
_SHOWN = {"ja": "Ja", "nein": "Nein", "enth": "Enthaltung", "": "·"}


class RollCallDialog(ModalScreen[str | None], AnswersOnce[str | None]):
    """Asks for each voter's vote; answers the line that records them, or None.

    `voters` are (code, how to show it), in the order in which they are called.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", show=False),
        *(Binding(f"{key},{key.upper()}", f"say('{side}')", show=False) for key, side in SIDES.items()),
        Binding("backspace", "take_back", show=False),
        Binding("enter", "finish", show=False, priority=True),
    ]

    def __init__(self, title: str, voters: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._title = title
        self._voters = list(voters)
        self._said: dict[str, str] = {}
        self._asked: list[str] = []

    @override
    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content(self._title), classes="dialog-title")
            yield OptionList(*[Option(self._row(at)) for at in range(len(self._voters))], markup=False)
            yield Static(id="sum")
            yield Static(Content(texts.ROLL_CALL_HELP), classes="dialog-help")

    def on_mount(self) -> None:
        """Begin with the first."""
        self.query_one(OptionList).highlighted = 0 if self._voters else None
        self._say_sum()

    def action_say(self, side: str) -> None:
        """Note how the marked voter votes, and go on to the next."""
        options = self.query_one(OptionList)
        at = options.highlighted
        if at is None:
            return
        self._said[self._voters[at][0]] = side
        options.replace_option_prompt_at_index(at, self._row(at))
        options.highlighted = min(at + 1, len(self._voters) - 1)
        self._say_sum()

    def action_take_back(self) -> None:
        """Forget what the voter before the mark said; at the end, that of the last."""
        options = self.query_one(OptionList)
        at = options.highlighted
        if at is None:
            return
        if self._voters[at][0] not in self._said and at:
            at -= 1
        self._said.pop(self._voters[at][0], None)
        options.replace_option_prompt_at_index(at, self._row(at))
        options.highlighted = at
        self._say_sum()

    def action_finish(self) -> None:
        """Record what was said; where somebody has said nothing, only once that has been said."""
        if not self._said:
            self.app.bell()
            return
        sides = [
            f"{side}={','.join(code for code, _ in self._voters if self._said.get(code) == side)}"
            for side in SIDES.values()
            if side in self._said.values()
        ]
        if len(self._said) < len(self._voters) and self._asked != sides:
            self._asked = sides
            self.app.bell()
            self._say_sum(f". {texts.ONCE_MORE}")
            return
        self.dismiss(f"/namentlich {' '.join(sides)}")

    def action_cancel(self) -> None:
        """Record nothing."""
        self.dismiss(None)

    def _row(self, at: int) -> Content:
        code, label = self._voters[at]
        return Content(f"{_SHOWN[self._said.get(code, '')]:<11} {label}")

    def _say_sum(self, remark: str = "") -> None:
        sides = Counter(self._said.values())
        told = ", ".join(f"{sides[side]} {_SHOWN[side]}" for side in SIDES.values())
        missing = len(self._voters) - len(self._said)
        self.query_one("#sum", Static).update(Content(f"{told}; offen: {missing}{remark}"))
