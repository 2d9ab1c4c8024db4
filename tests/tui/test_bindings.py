"""Every key of the table of commands does something, and is pressed by some test."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.screen import Screen

from protocol_tui.tui.app import ProtocolApp
from protocol_tui.tui.commands import COMMANDS
from protocol_tui.tui.dialogs.ask import AskDialog
from protocol_tui.tui.dialogs.choose import ChooseDialog
from protocol_tui.tui.screens.new_meeting import NewMeetingScreen
from protocol_tui.tui.surroundings import Surroundings
from tests.tui.test_live_screen import SIZE

SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))


@pytest.mark.parametrize("key", sorted({key for command in COMMANDS for key in command.key.split(",")}))
def test_every_key_is_pressed_by_a_test(key: str) -> None:
    assert f'"{key}"' in SOURCES


@pytest.mark.parametrize("key", ["f10", "ctrl+p"])
async def test_both_keys_of_the_list_of_commands_open_it(live_app: ProtocolApp, key: str) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press(key)
        assert isinstance(live_app.screen, ChooseDialog)


@pytest.mark.parametrize(("key", "opened"), [("N", NewMeetingScreen), ("M", AskDialog)])
async def test_a_capital_letter_in_the_list_of_meetings_does_what_the_small_one_does(
    around: Surroundings, key: str, opened: type[Screen[object]]
) -> None:
    app = ProtocolApp(around)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(key)
        assert isinstance(app.screen, opened)
