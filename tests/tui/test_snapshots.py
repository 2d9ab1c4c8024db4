"""How the screens that matter look, as SVG pictures; `pytest --snapshot-update` renews them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.pilot import Pilot

from protocol_tui.tui.app import ProtocolApp
from protocol_tui.tui.surroundings import Surroundings
from tests.tui.conftest import OPENED
from tests.tui.test_live_screen import screen_of, type_line

WIDE, NARROW = (120, 40), (80, 24)
BOTH = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
_RUN_NUMBER = re.compile(r"terminal-\d+")


class Picture(SingleFileSnapshotExtension):
    """An SVG file a snapshot."""

    _write_mode = WriteMode.TEXT
    file_extension = "svg"


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Picture)


async def still(pilot: Pilot[int]) -> str:
    """The screen as SVG, without what differs from run to run."""
    for area in pilot.app.screen.query("TextArea, Input"):
        area.cursor_blink = False  # type: ignore[attr-defined]  # both have it
    await pilot.pause()
    await pilot.pause(0.3)
    return _RUN_NUMBER.sub("terminal", pilot.app.export_screenshot())


@BOTH
async def test_live_screen(live_app: ProtocolApp, picture: SnapshotAssertion, size: tuple[int, int]) -> None:
    async with live_app.run_test(size=size) as pilot:
        for line in (
            "hel: Der Aufbau kommt gut voran, und die Gespräche mit den Trägern sind geführt.",
            "kru? Wann wird die Leitung ausgeschrieben?",
            "! Am Montag. ??",
            "(Beifall",
            "kru* Die Verwaltung legt einen Plan vor.",
            "#2 0 0",
            "b: Der Ausschuss nimmt den Bericht zur Kenntnis.",
            "#e",
        ):
            await type_line(pilot, line)
        screen_of(live_app).line.insert("hel: Ich danke Ihnen.")
        assert await still(pilot) == picture


@BOTH
async def test_non_public_item_with_an_error(
    live_app: ProtocolApp, picture: SnapshotAssertion, size: tuple[int, int]
) -> None:
    async with live_app.run_test(size=size) as pilot:
        for line in (".", "hel: Vertraulich.", "-kru", "#9 9 9"):
            await type_line(pilot, line)
        assert await still(pilot) == picture


@BOTH
async def test_correcting_an_entry(live_app: ProtocolApp, picture: SnapshotAssertion, size: tuple[int, int]) -> None:
    async with live_app.run_test(size=size) as pilot:
        await type_line(pilot, "kru: Das ist gut.")
        await type_line(pilot, "hel: Danke.")
        await pilot.press("up", "up")
        assert await still(pilot) == picture


@BOTH
async def test_meeting_list(
    around: Surroundings, replay: Callable[[str], str], picture: SnapshotAssertion, size: tuple[int, int]
) -> None:
    replay(OPENED)
    app = ProtocolApp(around)
    async with app.run_test(size=size) as pilot:
        assert await still(pilot) == picture


async def test_empty_meeting_list(around: Surroundings, picture: SnapshotAssertion) -> None:
    async with ProtocolApp(around).run_test(size=NARROW) as pilot:
        assert await still(pilot) == picture


@BOTH
async def test_form_of_a_new_meeting(around: Surroundings, picture: SnapshotAssertion, size: tuple[int, int]) -> None:
    async with ProtocolApp(around).run_test(size=size) as pilot:
        await pilot.press("n")
        await pilot.pause()
        assert await still(pilot) == picture


@BOTH
async def test_help_page(live_app: ProtocolApp, picture: SnapshotAssertion, size: tuple[int, int]) -> None:
    async with live_app.run_test(size=size) as pilot:
        await pilot.press("f1")
        assert await still(pilot) == picture


@BOTH
async def test_menu(live_app: ProtocolApp, picture: SnapshotAssertion, size: tuple[int, int]) -> None:
    async with live_app.run_test(size=size) as pilot:
        await pilot.press("f10", *"top")
        assert await still(pilot) == picture


@BOTH
async def test_preview(live_app: ProtocolApp, picture: SnapshotAssertion, size: tuple[int, int]) -> None:
    async with live_app.run_test(size=size) as pilot:
        await type_line(pilot, "hel: Der Aufbau kommt gut voran.")
        await pilot.press("f7")
        assert await still(pilot) == picture


@BOTH
async def test_a_doubtful_proposal_with_somebody_waiting(
    live_app: ProtocolApp, picture: SnapshotAssertion, size: tuple[int, int]
) -> None:
    async with live_app.run_test(size=size) as pilot:
        await type_line(pilot, "kru: Das ist gut.")
        await type_line(pilot, "/w hel,kru")
        await pilot.press("ctrl+e")
        screen_of(live_app).line.insert("Das haben Sie gesagt.")
        assert await still(pilot) == picture


@BOTH
async def test_another_way_to_print_the_line(
    live_app: ProtocolApp, picture: SnapshotAssertion, size: tuple[int, int]
) -> None:
    async with live_app.run_test(size=size) as pilot:
        screen_of(live_app).line.insert("kru: Das ist gut.")
        await pilot.press("f4")
        assert await still(pilot) == picture


@BOTH
async def test_the_wording_is_edited(live_app: ProtocolApp, picture: SnapshotAssertion, size: tuple[int, int]) -> None:
    async with live_app.run_test(size=size) as pilot:
        screen_of(live_app).line.insert("kru: Das ist gut.")
        await pilot.pause()
        await pilot.press("down")
        assert await still(pilot) == picture


@BOTH
@pytest.mark.parametrize("keys", ["aus 1", "frakt j2", "nament j", "wahl"], ids=lambda keys: keys.split()[0])
async def test_vote_form(live_app: ProtocolApp, picture: SnapshotAssertion, size: tuple[int, int], keys: str) -> None:
    wanted, _, typed = keys.partition(" ")
    async with live_app.run_test(size=size) as pilot:
        await pilot.press("f5", *wanted, "enter", *typed)
        assert await still(pilot) == picture


@BOTH
@pytest.mark.parametrize("key", ["f2", "f5", "f6", "f8", "f9", "ctrl+l"])
async def test_list_over_the_live_screen(
    live_app: ProtocolApp, picture: SnapshotAssertion, size: tuple[int, int], key: str
) -> None:
    async with live_app.run_test(size=size) as pilot:
        await type_line(pilot, "kru: Das ist gut.")
        await pilot.press(key)
        assert await still(pilot) == picture


@BOTH
async def test_a_meeting_that_is_interrupted_without_a_quorum(
    live_app: ProtocolApp, picture: SnapshotAssertion, size: tuple[int, int]
) -> None:
    async with live_app.run_test(size=size) as pilot:
        for line in ("-kru", "#e", "/pause Beratung der Fraktionen"):
            await type_line(pilot, line)
        assert await still(pilot) == picture


@BOTH
async def test_a_line_that_is_hardly_meant_as_text(
    live_app: ProtocolApp, picture: SnapshotAssertion, size: tuple[int, int]
) -> None:
    async with live_app.run_test(size=size) as pilot:
        await type_line(pilot, "kru: Das ist gut.")
        screen_of(live_app).line.insert("kru, hel: Das ist gut.")
        assert await still(pilot) == picture
