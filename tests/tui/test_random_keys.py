"""Keys at random in a real terminal: the program never falls over, and what it stored stays sound."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals of this kind are POSIX", allow_module_level=True)

from protocol_tui.cli.main import run
from tests.terminal import Terminal
from tests.tui.conftest import OPENED

KEYS = (
    *("hel: ", "kru? ", "! ", "* ", "& ", "= ", '"', "(", ";", "#2 0 0", "#e", "+kru", "-kru", ".", ".2"),
    *("/nö", "/ö", "/pause", "/weiter", " ??", "berichtete> ", "Wir haben Sie gebeten. ", "[/]", "[bold]", "x" * 60),
    *("ä", "€", "😀", "שלום", "u\u0308"),
    *("\r", "\r", "\r", "\t", "\x7f", "\x1b", "\n", "\x04", "\x07", "\x10", "\x13", "\x19", "\x1a"),  # and Ctrl+key
    *("\x1b[A", "\x1b[B", "\x1b[5~", "\x1b[6~"),  # arrows, pages
    *("\x1bOP", "\x1bOQ", "\x1b[18~", "\x1b[19~", "\x1b[20~", "\x1b[21~"),  # F1, F2, F7 to F10
)
ESCAPE = "\x1b"


@pytest.mark.parametrize("seed", [1, 2])
def test_no_sequence_of_keys_ends_the_program_or_harms_the_store(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROTOCOL_TUI_DATA", str(tmp_path / "data"))
    source = tmp_path / "mitschrift.txt"
    source.write_text(OPENED, encoding="utf-8")
    assert run(["replay", str(source)]) == 0
    chance = random.Random(seed)
    with Terminal(tmp_path / "data", "live", "2026", columns=100, rows=26) as terminal:
        terminal.wait_for("TOP 1")
        for _ in range(250):
            keys = chance.choice(KEYS)
            if keys.startswith("\x1b"):
                terminal.press(keys)
                terminal.press(ESCAPE)  # out of whatever dialog that has opened, more often than not
                terminal.watch(chance.choice((0.0, 0.15)))
            else:
                terminal.type(keys)
            assert "Traceback" not in terminal.text
        terminal.watch(1.0)
        assert terminal.status() is None, terminal.text
    assert run(["verify"]) == 0
