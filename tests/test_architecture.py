"""The core stays free of frameworks, proven in a fresh interpreter (the contracts themselves run in `make lint`)."""

from __future__ import annotations

import subprocess
import sys

import pytest

FRAMEWORKS = ("textual", "tinydb", "docx", "click", "filelock")


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        ("protocol_tui", ("msgspec", *FRAMEWORKS)),
        ("protocol_tui.domain.meeting", FRAMEWORKS),
        ("protocol_tui.entry.parse", FRAMEWORKS),
        ("protocol_tui.grammar.engine", FRAMEWORKS),
        ("protocol_tui.minutes.layout", ("babel", *FRAMEWORKS)),
        ("protocol_tui.services.meetings", FRAMEWORKS),
        ("protocol_tui.cli.main", ("textual", "tinydb", "docx")),
        ("protocol_tui.store.library", ("textual", "docx", "click")),
        ("protocol_tui.tui.app", ("tinydb", "docx", "click")),
    ],
)
def test_importing_a_part_brings_in_only_what_it_may_know(module: str, forbidden: tuple[str, ...]) -> None:
    code = f"import {module}, sys; print(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not set(loaded) & set(forbidden)
