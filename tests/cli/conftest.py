"""The command line on a scratch data folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from protocol_tui.cli.main import run

EXAMPLE = Path(__file__).with_name("beispiel.txt")


class Ended(NamedTuple):
    """How a call ended."""

    status: int
    out: str
    err: str


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ended]:
    """Call the program with these words."""
    monkeypatch.setenv("PROTOCOL_TUI_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("PROTOCOL_TUI_COPY", raising=False)
    monkeypatch.chdir(tmp_path)

    def ended(*words: str | Path) -> Ended:
        status = run([str(word) for word in words])
        captured = capsys.readouterr()
        return Ended(status, captured.out, captured.err)

    return ended
