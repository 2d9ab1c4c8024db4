"""Keys that arrive all at once, the machine being busy: they count in the order they were pressed."""

from __future__ import annotations

from textual.events import Key
from textual.widgets import Input

from protocol_tui.domain.entries import Statement
from protocol_tui.tui.app import ProtocolApp
from protocol_tui.tui.screens.meeting_list import MeetingListScreen
from tests.tui.test_live_screen import SIZE, meeting_of, screen_of, until


def press_at_once(app: ProtocolApp, *keys: str) -> None:
    """Hand all the keys over before the first of them is handled."""
    for key in keys:
        app.post_message(Key(key, key if len(key) == 1 else None))


async def test_undo_does_not_overtake_the_line_before_it(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        press_at_once(live_app, *"kru: Eins.", "enter", *"Zwei.", "enter", "ctrl+z", *"Drei")
        line = screen_of(live_app).line
        await until(pilot, lambda: line.text == "Drei")
        typed = [entry.typed for entry in meeting_of(live_app).entries if isinstance(entry, Statement)]
        assert typed == ["Eins."]


async def test_a_paragraph_begins_where_it_was_asked_for(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        press_at_once(live_app, *"kru: Eins.", "ctrl+j", *"Zwei.")
        line = screen_of(live_app).line
        await until(pilot, lambda: line.text.endswith("Zwei."))
        assert line.text == "kru: Eins.\nZwei."


async def test_leaving_does_not_overtake_enter(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        meeting = meeting_of(live_app)
        press_at_once(live_app, *"kru: Eins.", "enter", "ctrl+q")
        await until(pilot, lambda: isinstance(live_app.screen, MeetingListScreen))
        await pilot.pause()
        entry = meeting.entries[-1]
        assert isinstance(entry, Statement)
        assert entry.typed == "Eins."


async def test_a_form_is_taken_over_with_the_last_letter_typed(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+g")
        await pilot.pause()
        live_app.screen.query_one("#place", Input).focus()
        await pilot.press("end")
        press_at_once(live_app, *", Saal", "ctrl+s")
        await until(pilot, lambda: meeting_of(live_app).head.place != "Kreishaus")
        assert meeting_of(live_app).head.place == "Kreishaus, Saal"
