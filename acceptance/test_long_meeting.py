"""A meeting of three hours and 600 entries of every kind, typed in a real terminal without waiting for the program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.long_meeting_in_terminal import typed_in_terminal

ENTRIES, EARLY = 600, 200
FASTER = 40
"""Times as fast as 250 characters a minute: three hours in less than five minutes."""
GROWTH = 1.1
"""How much more memory the program may hold after all entries than after the first `EARLY`."""


@pytest.mark.skipif(sys.platform != "linux", reason="reads the memory from /proc")
def test_nothing_is_lost_or_swallowed_in_three_hours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    meeting = typed_in_terminal(
        tmp_path, monkeypatch, entries=ENTRIES, faster=FASTER, talk=1, measured=(EARLY, ENTRIES // 2)
    )
    print(f"{meeting.keys} keys in {meeting.seconds:.0f} s; kilobytes after so many entries: {meeting.memory}")
    assert meeting.differences == []
    assert meeting.written.written == meeting.written.kinds
    assert meeting.memory[ENTRIES] <= GROWTH * meeting.memory[EARLY]
