"""The blank behind the sign that opens a line, put by the line itself."""

from __future__ import annotations

import pytest
from textual.events import Key, Paste

from protocol_tui.domain.entries import Question
from protocol_tui.tui.app import ProtocolApp
from tests.tui.test_live_screen import SIZE, last, screen_of, type_line, until


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("?Wann", "? Wann"),
        ("? Wann", "? Wann"),
        ("!2027", "! 2027"),
        ("*Die Stadt", "* Die Stadt"),
        ("=Ö", "= Ö"),
        ("&kru: Ja", "& kru: Ja"),
        ("?„Wann“", "? „Wann“"),
        ("??", "??"),
        ("!!", "!!"),
        ("?!Was", "?!Was"),
        ("**", "**"),
        ("...", "..."),
        ("#e", "#e"),
        ("(Ja", "(Ja"),
        ("Was?Wie", "Was?Wie"),
        (" ?Was", " ?Was"),
    ],
)
async def test_a_sign_that_opens_the_line_is_parted_from_the_text_behind_it(
    live_app: ProtocolApp, typed: str, line: str
) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        widget = screen_of(live_app).line
        for character in [*typed, "X"]:
            widget.post_message(Key(character, character))  # all of them before the first is handled
        await until(pilot, lambda: widget.text.endswith("X"))
        assert widget.text == f"{line}X"


async def test_a_question_without_its_blank_is_a_question(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "kru: Gut.")
        await pilot.press(*"?Wann", "enter")
        entry = last(live_app)
        assert isinstance(entry, Question)
        assert entry.typed == "Wann"


async def test_undo_takes_the_blank_back_with_the_text(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press(*"?Wann", "ctrl+z")
        assert screen_of(live_app).line.text == ""


async def test_the_blank_can_be_taken_away_again(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press(*"?W", "home", "right", "delete", "end", *"as")
        assert screen_of(live_app).line.text == "?Was"


async def test_a_pasted_sign_is_left_as_it_is(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        live_app.post_message(Paste("?Was"))
        await pilot.pause()
        assert screen_of(live_app).line.text == "?Was"
