"""The whole program in a real pseudo-terminal: typed, killed, opened again, exported."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals of this kind are POSIX", allow_module_level=True)

from protocol_tui.cli.main import run
from protocol_tui.minutes.typography import plain_blanks
from tests.terminal import Terminal
from tests.tui.conftest import OPENED

MEETING = "2026-11-17-inklusion-7"
ACKNOWLEDGED = "Beitrag erfasst|Gesichert, aber"
TAB, ENTER, UP, F5, F12, CTRL_Q = "\t", "\r", "\x1b[A", "\x1b[15~", "\x1b[24~", "\x11"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A data folder with one meeting whose first item was just called."""
    folder = tmp_path / "data"
    monkeypatch.setenv("PROTOCOL_TUI_DATA", str(folder))
    source = tmp_path / "mitschrift.txt"
    source.write_text(OPENED, encoding="utf-8")
    assert run(["replay", str(source)]) == 0
    capsys.readouterr()
    return folder


@pytest.fixture
def record(data: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[], dict[str, list[dict[str, object]]]]:
    """What `show --json` says of the meeting."""

    def shown() -> dict[str, list[dict[str, object]]]:
        assert data.exists()
        assert run(["show", MEETING, "--json"]) == 0
        shown: dict[str, list[dict[str, object]]] = json.loads(capsys.readouterr().out)
        return shown

    return shown


def test_a_meeting_typed_in_a_terminal_is_recorded_corrected_and_exported(
    data: Path, record: Callable[[], dict[str, list[dict[str, object]]]], tmp_path: Path
) -> None:
    with Terminal(data, "live", MEETING) as terminal:
        terminal.wait_for("TOP 1")
        terminal.type(f"hel{TAB}berichtete> Der Aufbau komme gut voran.{ENTER}")
        terminal.wait_for(ACKNOWLEDGED)
        terminal.type(f"kru? Wann wird die Leitung ausgeschrieben?{ENTER}")
        terminal.wait_for("‹\\?›")
        terminal.type(f"b: Der Ausschuss nimmt den Bericht zur Kenntniss.{ENTER}")
        terminal.wait_for("▣ Beschluss")
        terminal.press(UP)
        terminal.wait_for("(?s)Eintrag berichtigen.*b: Der Ausschuss nimmt")
        terminal.type(f"\x7f\x7f.{ENTER}")
        terminal.wait_for("Berichtigt.")
        terminal.type(f"#2 0 0{ENTER}")
        terminal.wait_for("2 Ja, 0 Nein")
        terminal.press(F12)
        terminal.wait_for("Geschrieben")
        terminal.press("\x11")
        terminal.wait_for("Sitzungen")
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0
    entries = record()["entries"]
    assert [entry["kind"] for entry in entries[-4:]] == ["statement", "question", "resolution", "vote"]
    document = docx.Document(str(tmp_path / "exports" / f"niederschrift-{MEETING}.docx"))
    texts = [plain_blanks(paragraph.text) for paragraph in document.paragraphs]
    assert "Ltd. KVD Hellweg berichtete, der Aufbau komme gut voran." in texts
    assert "Der Ausschuss nimmt den Bericht zur Kenntnis." in texts
    assert "Abst.-Erg.: 2 Ja, 0 Nein – angenommen" in texts


def test_after_kill_9_everything_acknowledged_is_there_and_the_line_misses_at_most_a_second(
    data: Path, record: Callable[[], dict[str, list[dict[str, object]]]]
) -> None:
    chance = random.Random(7)
    acknowledged: list[str] = []
    for trial in range(4):
        with Terminal(data, "live", MEETING) as terminal:
            terminal.wait_for("TOP 1")
            if trial:
                terminal.wait_for(f"halb fertig {trial - 1}")
                terminal.type(ENTER)
                terminal.wait_for(ACKNOWLEDGED)
                acknowledged.append(f"halb fertig {trial - 1}")
            for number in range(chance.randint(1, 4)):
                text = f"Versuch {trial} Satz {number}."
                terminal.type(f"hel: {text}{ENTER}")
                terminal.wait_for(f"(?s)Versuch {trial} Satz {number}.*{ACKNOWLEDGED}")
                acknowledged.append(text)
            terminal.type(f"kru: halb fertig {trial}")
            terminal.watch(1.1)
            terminal.kill()
    typed = [entry.get("typed") for entry in record()["entries"]]
    for text in acknowledged:
        assert text in typed
    assert run(["verify"]) == 0
    with Terminal(data, "live", MEETING) as terminal:
        terminal.wait_for("halb fertig 3")


def test_a_command_key_in_one_burst_with_letters_finds_all_before_it_and_none_behind_it(
    data: Path, record: Callable[[], dict[str, list[dict[str, object]]]]
) -> None:
    with Terminal(data, "live", MEETING) as terminal:
        terminal.wait_for("TOP 1")
        terminal.press(f"hel: {'Ein langer Satz. ' * 8}Das Ende.{F5}geheim{ENTER}2{ENTER} Weiter.")
        terminal.wait_for("geheim: 2 Ja")
        terminal.press(f" Und noch etwas.{CTRL_Q}")
        terminal.wait_for("Sitzungen")
        terminal.press(ENTER)
        terminal.wait_for("noch etwas\\.")
        terminal.press(ENTER)
        terminal.wait_for(ACKNOWLEDGED)
        terminal.press(CTRL_Q)
        terminal.wait_for("Sitzungen")
        terminal.press(CTRL_Q)
        assert terminal.wait_for_end() == 0
    assert record()["entries"][-1]["typed"] == "Ein langer Satz. " * 8 + "Das Ende. Weiter. Und noch etwas."


def test_an_unknown_meeting_ends_with_status_2_and_leaves_the_terminal_alone(data: Path) -> None:
    with Terminal(data, "live", "nirgends") as terminal:
        terminal.wait_for("nirgends")
        assert terminal.wait_for_end() == 2


def test_the_demo_opens_on_an_invented_meeting_and_leaves_nothing_behind(data: Path) -> None:
    before = sorted(data.rglob("*"))
    with Terminal(data, "demo") as terminal:
        terminal.wait_for("Radweg")
        terminal.press("\x11")
        terminal.wait_for("Sitzungen")
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0
    assert sorted(data.rglob("*")) == before
