"""↑ on entries as they are made while a real clock runs, and on those that no line can say."""

from __future__ import annotations

import datetime as dt

from typing_extensions import override

from protocol_tui.domain.changes import Draft
from protocol_tui.minutes.style import shipped_style
from protocol_tui.services.memory import MemoryLog
from protocol_tui.services.preparing import opening_patches
from protocol_tui.services.recording.recorder import Recorder
from protocol_tui.tui.app import ProtocolApp
from protocol_tui.tui.session import LiveSession
from tests.conftest import HEAD
from tests.fakes import FixedClock, WordForWord
from tests.tui.test_live_screen import SIZE, screen_of, type_line


class Forgetful(WordForWord):
    """A house that has struck all its reporting verbs off the list."""

    @override
    def is_reporting(self, text: str) -> bool:
        return False


def session_with_an_entry_that_no_line_can_say() -> LiveSession:
    recorder = Recorder(MemoryLog(), WordForWord(), FixedClock())
    recorder.prepare(opening_patches(HEAD))
    for line in ("kru: Erstens.", "kru: berichtete> Zweitens.", "kru: Drittens."):
        recorder.record(line)
    return LiveSession(Recorder(MemoryLog("", recorder.log.changes()), Forgetful(), FixedClock()), shipped_style())


async def test_an_arrival_at_any_second_is_fetched_back(live_app: ProtocolApp, clock: FixedClock) -> None:
    clock.time = clock.time.replace(second=27)
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "-kru")
        await pilot.press("up")
        assert screen_of(live_app).line.text == f"-kru {clock.time:%H%M}"
        await pilot.press("enter")
        assert screen_of(live_app).line.text == ""


def test_an_entry_that_no_line_can_say_is_passed_over() -> None:
    session = session_with_an_entry_that_no_line_can_say()
    assert session.fetch(-1) == "kru: Drittens."
    assert session.fetch(-1) == "kru: Erstens."
    assert session.fetch(1) == "kru: Drittens."


def test_an_unfinished_line_is_taken_up_although_an_entry_before_it_cannot_be_said() -> None:
    session = session_with_an_entry_that_no_line_can_say()
    draft = Draft(text="kru: Viertens.", at=dt.datetime(2026, 11, 17, 17, tzinfo=dt.UTC), seq=1)
    assert session.restore(draft)
