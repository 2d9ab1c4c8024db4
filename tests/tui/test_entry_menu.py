"""F6: what can be changed of an entry beside its text, without leaving the line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from textual.pilot import Pilot

from protocol_tui.domain.entries import Entry
from protocol_tui.tui.app import ProtocolApp
from protocol_tui.tui.screens.live import LiveScreen
from protocol_tui.tui.surroundings import Surroundings
from tests.tui.conftest import HEAD
from tests.tui.test_live_screen import SIZE, hint, last, meeting_of, screen_of, type_line, until


def texts_of(app: ProtocolApp) -> list[str]:
    return [getattr(entry, "typed", "") for entry in meeting_of(app).entries[-3:]]


async def choose(pilot: Pilot[int], words: str) -> None:
    await pilot.press("f6", *words, "enter")
    await pilot.pause()


async def prepared(pilot: Pilot[int]) -> Entry:
    for line in ("kru: Eins.", "hel: Zwei.", "kru: Drei."):
        await type_line(pilot, line)
    assert isinstance(pilot.app, ProtocolApp)
    return last(pilot.app)


async def test_an_entry_moves_up_and_down_and_what_is_typed_stays_in_the_line(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await prepared(pilot)
        await pilot.press(*"Vier")
        await choose(pilot, "oben")
        assert texts_of(live_app) == ["Eins.", "Drei.", "Zwei."]
        assert screen_of(live_app).line.text == "Vier"


async def test_the_entry_that_was_fetched_is_the_one_that_moves(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await prepared(pilot)
        await pilot.press("up", "up")
        await choose(pilot, "unten")
        assert texts_of(live_app) == ["Eins.", "Drei.", "Zwei."]
        assert screen_of(live_app).line.text == "hel: Zwei."


async def test_an_entry_gets_another_time(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        entry = await prepared(pilot)
        await choose(pilot, "uhrzeit")
        await pilot.press("ctrl+u", *"1709", "enter")
        assert last(live_app).time == dt.time(17, 9)
        await choose(pilot, "uhrzeit")
        await pilot.press("ctrl+u", *"2570", "enter")
        assert "keine Uhrzeit" in hint(live_app)
        await pilot.press("ctrl+z")
        assert last(live_app).time == entry.time


async def test_the_line_of_a_fetched_arrival_follows_its_new_time(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "-kru")
        await pilot.press("up")
        await choose(pilot, "uhrzeit")
        await pilot.press("ctrl+u", *"1709", "enter")
        assert screen_of(live_app).line.text == "-kru 1709"
        await pilot.press("enter")
        assert last(live_app).time == dt.time(17, 9)


async def test_an_entry_is_given_to_another_item(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await prepared(pilot)
        await type_line(pilot, ".")
        await type_line(pilot, "hel: Vier.")
        await choose(pilot, "anderen")
        await pilot.press("enter")
        moved = next(entry for entry in meeting_of(live_app).entries if getattr(entry, "typed", "") == "Vier.")
        assert moved.item == meeting_of(live_app).items[0].id


async def test_an_entry_is_flagged_closed_and_deleted_and_all_of_it_undone(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        entry = await prepared(pilot)
        await choose(pilot, "vormerken")
        assert last(live_app).flagged
        await choose(pilot, "nichtöff")
        assert last(live_app).closed
        await choose(pilot, "löschen")
        assert last(live_app).id != entry.id
        for _ in range(3):
            await pilot.press("ctrl+z")
        assert last(live_app) == entry


async def test_before_the_first_entry_there_is_nothing_to_change(
    around: Surroundings, replay: Callable[[str], str]
) -> None:
    app = ProtocolApp(around, replay(HEAD))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LiveScreen))
        await pilot.press("f6")
        assert hint(app) == "Es ist noch nichts erfasst."


async def test_an_entry_is_moved_twice_without_being_fetched(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await prepared(pilot)
        await choose(pilot, "oben")
        await choose(pilot, "oben")
        assert texts_of(live_app) == ["Drei.", "Eins.", "Zwei."]
