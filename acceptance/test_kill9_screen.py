"""The app in a terminal, killed again and again while somebody records, corrects, deletes and takes back."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from acceptance.kill9_screen import ALLOWED, kill_once
from protocol_tui.cli.main import run
from protocol_tui.store.library import StoredMeetingLibrary
from tests.tui.conftest import OPENED

KILLS = 100


def test_what_stood_in_the_transcript_is_there_and_the_line_misses_at_most_a_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    monkeypatch.setenv("PROTOCOL_TUI_DATA", str(data))
    source = tmp_path / "mitschrift.txt"
    source.write_text(f"{OPENED}kru: Nummer 0 ist gesagt.\n", encoding="utf-8")
    assert run(["replay", str(source)]) == 0
    (meeting_id,) = StoredMeetingLibrary(data).meeting_ids()
    chance = random.Random(9)
    steps: Counter[str] = Counter()
    killed = []
    for number in range(KILLS):
        killed.append(kill_once(data, meeting_id, chance, 1000 * (number + 1)))
        steps.update(killed[-1].steps)
        assert killed[-1].missing <= ALLOWED
    in_flight = sum(each.in_flight for each in killed)
    most = max(each.missing for each in killed)
    print(f"{KILLS} kills, {in_flight} behind the last key of a step; seen: {dict(steps)}; line short of {most:.2f} s")
    assert set(steps) == {"taken up", "recorded", "corrected", "deleted", "taken back", "done again"}
