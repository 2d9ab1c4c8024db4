"""The list of speakers on the live screen: shown at the side, the next one by Ctrl+E."""

from __future__ import annotations

from protocol_tui.domain.entries import Statement
from protocol_tui.tui.app import ProtocolApp
from protocol_tui.tui.widgets.panels import Chip, SidePanel
from tests.tui.test_live_screen import SIZE, hint, last, screen_of, type_line


def side(app: ProtocolApp) -> str:
    return str(app.screen.query_one(SidePanel).render())


def chip(app: ProtocolApp) -> str:
    return str(app.screen.query_one(Chip).render())


async def test_who_waits_stands_at_the_side_and_gets_the_floor_with_one_key(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "/w kru,hel")
        assert "Redeliste (Strg+E)\n kru   Krüger\n hel   Hellweg" in side(live_app)
        await pilot.press("ctrl+e")
        assert chip(live_app) == "Abg. Dr. Krüger"
        assert "▸kru   Krüger" in side(live_app)
        assert hint(live_app) == "Am Wort: Abg. Dr. Krüger. Auf der Redeliste: Hellweg."
        await type_line(pilot, "Ich bin dafür.")
        entry = last(live_app)
        assert isinstance(entry, Statement)
        assert entry.speakers == ("p2",)
        assert "kru" not in side(live_app).partition("Zuletzt")[0]


async def test_what_stands_in_the_line_is_what_the_next_speaker_says(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "/w hel")
        await pilot.press(*"Gut.", "ctrl+e", "enter")
        entry = last(live_app)
        assert isinstance(entry, Statement)
        assert (entry.speakers, entry.typed) == (("p3",), "Gut.")


async def test_an_empty_list_is_said_and_the_line_stays(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press(*"Gut.", "ctrl+e")
        assert "Redeliste ist leer" in hint(live_app)
        assert screen_of(live_app).line.text == "Gut."
