"""A disk that is full: a sentence, status 3, and nothing half done."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("the limit that stands in for a full disk is POSIX", allow_module_level=True)

import resource

from tests.cli.conftest import EXAMPLE


def run(data: Path, *words: str | Path, largest_file: int = 0) -> subprocess.CompletedProcess[str]:
    """Run the program with no file allowed to grow beyond `largest_file` bytes (0: no limit)."""

    def limit() -> None:
        if largest_file:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    environment = {**os.environ, "PROTOCOL_TUI_DATA": str(data)}
    command = [sys.executable, "-B", "-m", "protocol_tui", *(str(word) for word in words)]
    return subprocess.run(
        command, env=environment, cwd=data.parent, capture_output=True, text=True, check=False, preexec_fn=limit
    )


@pytest.mark.parametrize("largest_file", [100, 1000, 4000])
def test_a_replay_onto_a_full_disk_says_so_and_leaves_no_meeting(tmp_path: Path, largest_file: int) -> None:
    data = tmp_path / "data"
    ended = run(data, "replay", EXAMPLE, largest_file=largest_file)
    assert ended.returncode == 3
    assert "Traceback" not in ended.stderr
    assert "größer" in ended.stderr
    assert json.loads(run(data, "list", "--json").stdout) == []
    assert run(data, "replay", EXAMPLE).returncode == 0
    assert run(data, "verify").returncode == 0


def test_an_export_onto_a_full_disk_leaves_no_file(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert run(data, "replay", EXAMPLE).returncode == 0
    ended = run(data, "export", "7", largest_file=2000)
    assert ended.returncode == 3
    assert "niederschrift" in ended.stderr
    assert not list((tmp_path / "exports").iterdir())
