"""The form of a vote by group: each group's votes with a key or two."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from typing_extensions import override

from protocol_tui.tui import texts
from protocol_tui.tui.dialogs.roll_call import SIDES
from protocol_tui.tui.dialogs.vote_form import VoteForm
from protocol_tui.tui.shown import Shown

_SHOWN = {"ja": "Ja", "nein": "Nein", "enth": "Enth."}
_MOST_DIGITS = 3


@dataclass(slots=True)
class _Group:
    """A group ("" for members without one), how many of it may vote, and how they did."""

    name: str
    voters: int
    votes: dict[str, int] = field(default_factory=dict)

    @property
    def open(self) -> int:
        return self.voters - sum(self.votes.values())

    def shown(self) -> str:
        said = " · ".join(f"{number} {_SHOWN[side]}" for side, number in self.votes.items())
        name = self.name or texts.WITHOUT_GROUP
        return f"{name:<28} {self.voters:>3}   {said or '·'}" + (
            f"   (offen: {self.open})" if said and self.open else ""
        )


class GroupVoteDialog(VoteForm):
    """Asks how each group votes. `groups` are (name, number of voters)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(f"{key},{key.upper()}", f"say('{side}')", show=False) for key, side in SIDES.items()),
        *(Binding(str(digit), f"count('{digit}')", show=False) for digit in range(10)),
        Binding("backspace", "take_back", show=False),
        Binding("enter", "finish", show=False, priority=True),
    ]

    def __init__(self, title: str, groups: Sequence[tuple[str, int]], check: Callable[[str], Shown]) -> None:
        super().__init__(title, check)
        self._groups = [_Group(name, voters) for name, voters in groups]
        self._typed = ""

    @override
    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content(self._title), classes="dialog-title")
            yield OptionList(*[Option(Content(group.shown())) for group in self._groups], markup=False)
            yield Static(id="sum")
            yield Static(Content(texts.GROUP_VOTE_HELP), classes="dialog-help")

    @override
    def begin(self) -> None:
        """Begin with the first group."""
        self.query_one(OptionList).highlighted = 0 if self._groups else None
        super().begin()

    @property
    @override
    def line(self) -> str:
        """The line that records the votes; it names the groups of the side that lost, and those that abstained."""
        sums = {side: sum(group.votes.get(side, 0) for group in self._groups) for side in SIDES.values()}
        lost = "nein" if sums["ja"] > sums["nein"] else "ja"
        named = []
        for side in (lost, "enth"):
            parts = [
                group.name.replace(" ", "") + ("" if group.votes[side] == group.voters else f":{group.votes[side]}")
                for group in self._groups
                if group.name and group.votes.get(side)
            ]
            if parts:
                named.append(f" {side}={','.join(parts)}")
        return f"#{sums['ja']} {sums['nein']} {sums['enth']}{''.join(named)}"

    def action_count(self, digit: str) -> None:
        """Begin a number: so many of the group, not all of it."""
        self._typed = (self._typed + digit)[-_MOST_DIGITS:]
        self.say(f"{self._typed} …" if self._typed else "")

    def action_say(self, side: str) -> None:
        """Note how the marked group votes, or so many of it; on to the next once it is complete."""
        options = self.query_one(OptionList)
        at = options.highlighted
        if at is None:
            return
        group = self._groups[at]
        typed, self._typed = self._typed, ""
        if not typed:
            group.votes = (
                {**group.votes, side: group.votes.get(side, 0) + group.open} if group.open else {side: group.voters}
            )
        elif int(typed) <= group.open + group.votes.get(side, 0):
            group.votes[side] = int(typed)
        else:
            self.app.bell()
        group.votes = {key: number for key, number in group.votes.items() if number}
        options.replace_option_prompt_at_index(at, Content(group.shown()))
        if not group.open:
            options.highlighted = min(at + 1, len(self._groups) - 1)
        self.say(f"{self._typed} …" if self._typed else "")

    def action_take_back(self) -> None:
        """Forget the number begun, or the votes of the marked group, or of the one before."""
        options = self.query_one(OptionList)
        at = options.highlighted
        if self._typed or at is None:
            self._typed = ""
        else:
            at = at if self._groups[at].votes or not at else at - 1
            self._groups[at].votes = {}
            options.replace_option_prompt_at_index(at, Content(self._groups[at].shown()))
            options.highlighted = at
        self.say(f"{self._typed} …" if self._typed else "")

    def action_finish(self) -> None:
        """Record the vote, once any group has voted."""
        if any(group.votes for group in self._groups):
            self.finish()
        else:
            self.app.bell()
