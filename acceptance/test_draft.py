"""The unfinished line: killed at any moment, what was typed a second before is there."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from protocol_tui.cli.main import run
from protocol_tui.store.library import StoredMeetingLibrary
from tests.terminal import Terminal
from tests.tui.conftest import OPENED

TRIALS = 20
ALLOWED = 1.0


def test_at_most_a_second_of_the_line_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(3)
    data = tmp_path / "data"
    monkeypatch.setenv("PROTOCOL_TUI_DATA", str(data))
    source = tmp_path / "mitschrift.txt"
    source.write_text(OPENED, encoding="utf-8")
    assert run(["replay", str(source)]) == 0
    library = StoredMeetingLibrary(data)
    (meeting,) = library.meeting_ids()
    kept = 0
    for _ in range(TRIALS):
        with Terminal(data, "live", meeting) as terminal:
            terminal.wait_for("TOP 1")
            pressed: list[float] = []
            end = time.monotonic() + chance.uniform(1.5, 3.0)
            while time.monotonic() < end:
                terminal.type("x")
                pressed.append(time.monotonic())
                terminal.watch(0.02)
            killed = time.monotonic()
            terminal.kill()
        draft = library.open(meeting, read_only=True).load_draft()
        assert draft is not None
        safe = sum(killed - at > ALLOWED for at in pressed)
        assert len(draft.text) >= kept + safe
        kept = len(draft.text)
