"""F4 and ↓: choosing and editing what is printed, key by key."""

from __future__ import annotations

from collections.abc import Callable

from protocol_tui.domain.entries import Statement
from protocol_tui.tui.app import ProtocolApp
from protocol_tui.tui.surroundings import Surroundings
from protocol_tui.tui.widgets.panels import Chip
from tests.tui.conftest import OPENED
from tests.tui.test_live_screen import SIZE, hint, last, screen_of, type_line, until


def printed(app: ProtocolApp) -> str:
    entry = last(app)
    assert isinstance(entry, Statement)
    return entry.printed


async def test_f4_shows_the_next_way_to_print_the_line_and_enter_takes_it(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "kru: Gut.", end="f4")
        assert "2/" in hint(live_app)
        assert screen_of(live_app).line.text == "kru: Gut."
        await pilot.press("enter")
        assert printed(live_app) == "Abg. Dr. Krüger erklärte: Gut."
        entry = last(live_app)
        assert isinstance(entry, Statement)
        assert entry.typed == "Gut."
        assert entry.chosen


async def test_f4_comes_round_to_the_programs_own_proposal(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "kru: Gut.", end="f4")
        rounds = int(hint(live_app).split("2/")[1].split(" ")[0])
        for _ in range(rounds - 1):
            await pilot.press("f4")
        assert f"1/{rounds} Vorschlag" in hint(live_app)
        await pilot.press("enter")
        entry = last(live_app)
        assert isinstance(entry, Statement)
        assert not entry.chosen


async def test_a_choice_holds_while_the_line_is_typed_on_and_ends_with_it(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "kru: Gut", end="f4")
        await pilot.press(*" so.", "enter")
        assert printed(live_app) == "Abg. Dr. Krüger erklärte: Gut so."
        await type_line(pilot, "hel: Ja.")
        entry = last(live_app)
        assert isinstance(entry, Statement)
        assert not entry.chosen


async def test_down_edits_the_wording_and_enter_takes_it(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "kru: Gut.", end="down")
        assert screen_of(live_app).line.text == "Abg. Dr. Krüger meinte: Gut."
        assert str(screen_of(live_app).query_one(Chip).render()) == "Wortlaut"
        await pilot.press("backspace", *" gemacht.", "enter")
        entry = last(live_app)
        assert isinstance(entry, Statement)
        assert (entry.typed, entry.printed) == ("Gut.", "Abg. Dr. Krüger meinte: Gut gemacht.")
        assert screen_of(live_app).line.text == ""


async def test_escape_goes_back_to_the_line_and_keeps_the_wording(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "kru: Gut.", end="down")
        await pilot.press("backspace", "!", "escape")
        assert screen_of(live_app).line.text == "kru: Gut."
        await pilot.press("enter")
        assert printed(live_app) == "Abg. Dr. Krüger meinte: Gut!"


async def test_a_wording_that_was_not_changed_is_still_the_programs_own(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "kru: Gut.", end="down")
        await pilot.press("enter")
        entry = last(live_app)
        assert isinstance(entry, Statement)
        assert not entry.chosen


async def test_a_fetched_entry_is_printed_otherwise_by_f4(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "kru: Gut.")
        await pilot.press("up", "f4", "enter")
        assert printed(live_app) == "Abg. Dr. Krüger erklärte: Gut."
        await pilot.press("ctrl+z")
        assert printed(live_app) == "Abg. Dr. Krüger meinte: Gut."


async def test_the_wording_of_a_fetched_entry_is_edited_behind_f4(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "kru: Gut.")
        await pilot.press("up", "f4", "down", "backspace", "!", "enter")
        assert printed(live_app) == "Abg. Dr. Krüger erklärte: Gut!"


async def test_a_doubt_is_said_before_enter(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "kru: Das wissen Sie nicht.", end="end")
        await until(pilot, lambda: "⚑ Wer ist „Sie“?" in hint(live_app))


async def test_where_there_is_nothing_to_choose_a_sentence_says_so(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("f4")
        assert "nichts auszuwählen" in hint(live_app)
        await type_line(pilot, "#e", end="f4")
        assert "nichts auszuwählen" in hint(live_app)
        await pilot.press("down")
        assert "keinen Wortlaut" in hint(live_app)
        assert screen_of(live_app).line.text == "#e"


async def test_a_wording_that_was_being_edited_survives_a_crash(
    live_app: ProtocolApp, around: Surroundings, replay: Callable[[str], str]
) -> None:
    meeting_id = replay(OPENED)
    app = ProtocolApp(around, meeting_id)
    async with app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "kru: Gut.", end="down")
        await pilot.press("backspace", "!")
        screen_of(app).drafts.touch()
        screen_of(app).keep_draft(wait=True)
        around.meetings.leave(screen_of(app).session.recorder)
    again = ProtocolApp(around, meeting_id)
    async with again.run_test(size=SIZE) as pilot:
        assert screen_of(again).line.text == "kru: Gut."
        await pilot.press("enter")
        assert printed(again) == "Abg. Dr. Krüger meinte: Gut!"
