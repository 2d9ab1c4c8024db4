"""A meeting of sixty entries, typed blindly in a real terminal: no key is swallowed, nothing is lost."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals of this kind are POSIX", allow_module_level=True)

from tests.long_meeting_in_terminal import typed_in_terminal

ENTRIES = 60
FASTER = 120


def test_a_meeting_typed_without_waiting_is_recorded_letter_by_letter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = typed_in_terminal(tmp_path, monkeypatch, entries=ENTRIES, faster=FASTER, talk=0)
    assert meeting.differences == []
