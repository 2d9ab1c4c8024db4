"""Text blocks in the entry line, key by key."""

from __future__ import annotations

from pathlib import Path

from protocol_tui.domain.entries import Narration
from protocol_tui.tui.app import ProtocolApp
from tests.tui.test_live_screen import SIZE, hint, last, screen_of, until


async def test_an_abbreviation_becomes_its_text_at_the_blank_behind_it(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press(*"= Der Bschl gilt.")
        assert screen_of(live_app).line.text == "= Der Beschluss gilt."


async def test_undo_brings_the_abbreviation_back(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press(*"= Der Bschl ", "ctrl+z", "ctrl+z")
        assert screen_of(live_app).line.text == "= Der Bschl"


async def test_a_block_is_taken_by_its_short_form_and_enter(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("k", "w", "enter")
        entry = last(live_app)
        assert isinstance(entry, Narration)
        assert entry.text == "Wortmeldungen lagen nicht vor."


async def test_placeholders_are_those_of_the_moment(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("s", "o", "e", "enter")
        entry = last(live_app)
        assert isinstance(entry, Narration)
        assert entry.text.startswith("Vorsitzende Sonntag schloss den öffentlichen Teil um 17:05 Uhr")


async def test_the_list_puts_a_block_where_the_cursor_is(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+l", *"kenntnis", "enter")
        assert screen_of(live_app).line.text == "b: Der Ausschuss nimmt den Bericht zur Kenntnis."


async def test_the_cursor_goes_where_the_block_wants_it(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+l", *"vorgeschlagen", "enter", *"So.")
        assert screen_of(live_app).line.text == "b: Der Ausschuss beschließt wie vorgeschlagen: So."


async def test_a_persons_code_is_never_an_abbreviation(live_app: ProtocolApp, tmp_path: Path) -> None:
    (tmp_path / "textbausteine.toml").write_text('version = 1\n[abbreviations]\nkru = "Krug"\n', encoding="utf-8")
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press(*"kru,hel: Ja.")
        assert screen_of(live_app).line.text == "kru,hel: Ja."


async def test_an_error_in_the_file_is_said_and_nothing_expands(live_app: ProtocolApp, tmp_path: Path) -> None:
    (tmp_path / "textbausteine.toml").write_text("version = ", encoding="utf-8")
    async with live_app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "kein gültiges TOML" in hint(live_app))
        await pilot.press(*"= Der Bschl ")
        assert screen_of(live_app).line.text == "= Der Bschl "
