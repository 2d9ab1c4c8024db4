"""Keys take effect in the order in which they are pressed, also in a burst.

Textual looks up a command's key in the app, before letters typed earlier have reached the focused widget, and other
bound keys only once they have come back up to the app. On a machine that falls behind, a command would overtake the
text before it, and what is typed behind Enter would go to a dialog that is just closing.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import ClassVar

from textual import events
from textual.app import App
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from typing_extensions import override

from protocol_tui.tui.commands import KEYS_TAKEN_FIRST

LONGEST_WAIT = 10.0
"""Seconds after which a key goes on although what came before it is still busy."""


class OrderedKeysApp(App[int]):
    """An app in which no key overtakes another."""

    PAUSE: ClassVar[float] = 0.01
    """Seconds between two looks at a dialog that is being opened."""
    LONGEST_OPENING: ClassVar[int] = 100
    """How many looks it gets."""

    def __init__(self) -> None:
        super().__init__()
        self._in_dialog = False
        self._held: list[events.Key] = []
        self._looks = 0

    @override
    async def on_event(self, event: events.Event) -> None:
        """Take a key in its turn; everything else goes its usual way."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._held:
            self._held.append(event)
        else:
            await self._take([event])

    async def _take(self, keys: list[events.Key]) -> None:
        """Take keys one after the other, until one opens a dialog that cannot take the next one yet."""
        for at, key in enumerate(keys):
            before = self.screen
            await self._settled(key.key)
            if self.screen is not before or self._is_opening():  # the app itself may have to answer a closed dialog
                self._held = [*keys[at:], *self._held]
                self.set_timer(self.PAUSE, self._release)
                return
            if not (isinstance(self.screen, ModalScreen) and await self._acted(key)):
                await super().on_event(key)

    async def _release(self) -> None:
        """Go on with the keys that were held back."""
        self._looks += 1
        if self._is_opening() and self._looks < self.LONGEST_OPENING:
            self.set_timer(self.PAUSE, self._release)
            return
        self._looks = 0
        keys, self._held = self._held, []
        await self._take(keys)

    def _is_opening(self) -> bool:
        """Whether a dialog has come up that has no focus yet."""
        return isinstance(self.screen, ModalScreen) and self.focused is None and self._looks < self.LONGEST_OPENING

    async def _settled(self, key: str) -> None:
        """Wait for the keys before a command; in a dialog before any key, since they decide who gets it."""
        in_dialog = isinstance(self.screen, ModalScreen)
        if self.focused is not None and (in_dialog or self._in_dialog or key in KEYS_TAKEN_FIRST):
            for node in [self.focused, *self.focused.ancestors]:
                if isinstance(node, Widget):
                    await caught_up(node)
            settled: Screen[object] | None = None
            while settled is not self.screen:  # another one, where a dialog has closed or opened
                settled = self.screen
                await caught_up(settled)
        self._in_dialog = in_dialog

    async def _acted(self, key: events.Key) -> bool:
        """Carry out a bound key at once."""
        bound = None if key.is_printable else self.screen.active_bindings.get(key.key)
        return bound is not None and bound.enabled and await self.run_action(bound.binding.action, bound.node)


async def caught_up(widget: Widget) -> None:
    """Wait until a widget has handled everything that came before."""
    reached = asyncio.Event()
    if not widget.call_later(reached.set):  # it is being closed
        return
    with suppress(TimeoutError):
        await asyncio.wait_for(reached.wait(), LONGEST_WAIT)
