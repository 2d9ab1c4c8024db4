"""The last line of a screen: the keys that work now. One widget, where Textual's footer is one for each key."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import ActiveBinding
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from typing_extensions import override

from protocol_tui.tui.commands import COMMANDS

_RANKS = {command.action: rank for rank, command in enumerate(COMMANDS)}
"""The order of the table of commands: help first, so that it is seen on the narrowest screen."""

_WHEEL = 8
"""Columns the line moves at a turn of the wheel, where it is too long."""


class KeyBar(Widget, can_focus=False):
    """Shows the keys of the footer; a click presses one."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key", "key-bar--label", "key-bar--hover"}

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[ActiveBinding] = []
        self._left = 0
        self._hovered: ActiveBinding | None = None

    def on_mount(self) -> None:
        """Follow the keys of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, screen: Screen[object]) -> None:
        first: dict[str, ActiveBinding] = {}
        for active in screen.active_bindings.values():
            if active.binding.show:
                first.setdefault(active.binding.action, active)
        shown = sorted(first.values(), key=lambda active: _RANKS.get(active.binding.action, len(_RANKS)))
        if shown != self._shown:
            self._shown = shown
            self.refresh()

    @override
    def render_line(self, y: int) -> Strip:
        width = self.size.width
        self._left = max(0, min(self._left, self._ends()[-1] - width)) if self._shown else 0
        background = self.rich_style
        segments = [segment for each in self._shown for segment in self._segments(each)]
        strip = Strip(segments).crop(self._left, self._left + width)
        return strip.adjust_cell_length(width, background).apply_style(background)

    def _segments(self, active: ActiveBinding) -> Iterator[Segment]:
        hovered = self.get_component_rich_style("key-bar--hover", partial=True) if active is self._hovered else None
        key, label = _parts(active)
        for text, name in ((key, "key-bar--key"), (label, "key-bar--label")):
            style = self.get_component_rich_style(name, partial=True)
            yield Segment(text, style + hovered if hovered is not None else style)

    def _ends(self) -> list[int]:
        return list(accumulate(sum(map(len, _parts(active))) for active in self._shown))

    def _at(self, column: int) -> ActiveBinding | None:
        ends = self._ends()
        return next((each for each, end in zip(self._shown, ends, strict=True) if column + self._left < end), None)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Press the key under the pointer."""
        active = self._at(event.x)
        if active is not None:
            self.app.simulate_key(active.binding.key)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which key a click would press."""
        self._hover(self._at(event.x))

    def on_leave(self) -> None:
        """The pointer is elsewhere."""
        self._hover(None)

    def _hover(self, active: ActiveBinding | None) -> None:
        if active is not self._hovered:
            self._hovered = active
            self.refresh()

    def on_mouse_scroll_down(self) -> None:
        """Show what stands further right."""
        self._left += _WHEEL
        self.refresh()

    def on_mouse_scroll_up(self) -> None:
        """Show what stands further left."""
        self._left = max(0, self._left - _WHEEL)
        self.refresh()


def _parts(active: ActiveBinding) -> tuple[str, str]:
    return f" {active.binding.key_display} ", f"{active.binding.description} "
