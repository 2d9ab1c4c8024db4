"""The app: screens, what works everywhere, and how it ends."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from typing import ClassVar, Protocol, cast

from textual.binding import BindingType
from textual.driver import Driver
from textual.screen import ModalScreen, Screen
from typing_extensions import override

from protocol_tui.errors import ProtocolError
from protocol_tui.tui import texts
from protocol_tui.tui.commands import Place, bindings_at, commands_at
from protocol_tui.tui.ending import when_told_to_end
from protocol_tui.tui.ordered_keys import OrderedKeysApp, caught_up
from protocol_tui.tui.surroundings import Surroundings

FIRST_PICTURE = 0.05
"""Seconds after which the first picture surely stands."""


class PlacedScreen(Protocol):
    """What every screen of this app that is no dialog has."""

    place: Place

    def action_leave(self) -> None:
        """Leave the screen, in its own way."""
        ...


class ProtocolApp(OrderedKeysApp):
    """The terminal app. With `meeting_id` it opens that meeting at once."""

    DEFAULT_MODE = "start"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_at("everywhere")]

    def __init__(self, surroundings: Surroundings, meeting_id: str = "") -> None:
        super().__init__()
        self._surroundings = surroundings
        self._meeting_id = meeting_id
        self.add_mode("list", self._list)

    @override
    def get_default_screen(self) -> Screen[None]:
        """What was asked for; where that can't be opened, the list says why."""
        problem = ""
        if self._meeting_id:
            from protocol_tui.tui.screens.live import live_screen

            try:
                return live_screen(self._surroundings, self._meeting_id)
            except ProtocolError as error:
                problem = error.sentence
        return self._list(problem)

    def _list(self, problem: str = "") -> Screen[None]:
        from protocol_tui.tui.screens.meeting_list import MeetingListScreen

        return MeetingListScreen(self._surroundings, problem)

    @override
    def get_driver_class(self) -> type[Driver]:
        usual = super().get_driver_class()
        if sys.platform == "win32":
            return usual
        from textual.drivers.linux_driver import LinuxDriver

        from protocol_tui.tui.driver import ForgivingDriver

        return ForgivingDriver if usual is LinuxDriver else usual

    def on_mount(self) -> None:
        """Name the window, and say what becomes of it when the system takes it away or gives it back."""
        self.title = texts.APP_TITLE
        self.add_mode(self.DEFAULT_MODE, self._list)  # so that its screen can be left for the list
        self.set_timer(FIRST_PICTURE, _collect_garbage)
        self.app_resume_signal.subscribe(self, self._draw_anew)
        if not self.is_headless:
            when_told_to_end(lambda status: self.call_later(self._end, status))

    def _draw_anew(self, _: object) -> None:
        """The terminal is empty when the program comes back to it."""
        self.refresh(layout=True)

    async def _end(self, status: int) -> None:
        """Keep the unfinished line, let the meeting go, and end."""
        from protocol_tui.tui.screens.live import LiveScreen

        for screen in self.screen_stack:
            if isinstance(screen, LiveScreen):
                await caught_up(screen.line)
                with suppress(ProtocolError):
                    screen.put_away()
        self.exit(return_code=status)

    def action_help(self) -> None:
        """What is possible here."""
        from protocol_tui.tui.dialogs.read import ReadDialog
        from protocol_tui.tui.guide import guide

        if not isinstance(self.screen, ReadDialog):
            self.push_screen(ReadDialog(texts.HELP_TITLE, guide(self._place(), _page_width(self.size.width))))

    def action_menu(self) -> None:
        """Find a command by name."""
        screen = self.screen
        if isinstance(screen, ModalScreen):
            return
        from protocol_tui.tui.dialogs.choose import Choice, ChooseDialog

        choices = [
            Choice(command.action, f"{command.label:<16} {command.key_text:<9} {command.help}", command.words)
            for command in commands_at(self._place())
            if command.action != "menu"
        ]

        async def chosen(action: str | None) -> None:
            if action is not None:
                await self.run_action(action, screen if hasattr(screen, f"action_{action}") else self)

        self.push_screen(ChooseDialog(texts.SEARCH_COMMAND, choices), chosen)

    def action_leave(self) -> None:
        """Close a dialog; the screens say themselves what leaving them means."""
        screen = self.screen
        if isinstance(screen, ModalScreen):
            screen.dismiss(None)
        else:
            cast("PlacedScreen", screen).action_leave()

    def _place(self) -> Place:
        """Where the clerk is; a dialog belongs to the screen below it."""
        below = next(screen for screen in reversed(self.screen_stack) if not isinstance(screen, ModalScreen))
        return cast("PlacedScreen", below).place


def _collect_garbage() -> None:
    """From now on, and once what the start has left; what else it has made stays until the end, nearly all of it."""
    gc.collect()
    gc.freeze()
    gc.enable()


def _page_width(screen: int) -> int:
    """How many columns of text a page has (see `.dialog` in app.tcss), less frame and scrollbar."""
    return min(screen * 9 // 10, 110) - 6
