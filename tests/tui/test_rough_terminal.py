"""What a terminal may do to the program: close, stop, change its size, paste walls of text, send odd bytes."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals of this kind are POSIX", allow_module_level=True)

from protocol_tui.cli.main import run
from protocol_tui.domain.changes import Draft
from protocol_tui.domain.entries import Narration
from protocol_tui.domain.meeting import Meeting
from protocol_tui.entry.cleaning import clean
from protocol_tui.store.library import StoredMeetingLibrary
from tests.terminal import Terminal
from tests.tui.conftest import OPENED

MEETING = "2026-11-17-inklusion-7"
RECORDED = "Feststellung erfasst\\."
CLOCK = "[0-9]{2}:[0-9]{2}"
RIGHT_TO_LEFT = "שלום עולם مرحبا \u202everkehrt\u202c \u2067isoliert\u2069"
JOINED = "👩\u200d👩\u200d👧 👍🏽 e\u0301 U\u0308ber x\u200bx \ufeffMarke"
CONTROLS = "Tab\tGlocke\x07 Null\x00 C1\x9b31m neue\x85Zeile Trenner\u2028Ende\x7f"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with one meeting whose first item was just called."""
    folder = tmp_path / "data"
    monkeypatch.setenv("PROTOCOL_TUI_DATA", str(folder))
    source = tmp_path / "mitschrift.txt"
    source.write_text(OPENED, encoding="utf-8")
    assert run(["replay", str(source)]) == 0
    return folder


def narrations(data: Path) -> list[str]:
    log = StoredMeetingLibrary(data).open(MEETING, read_only=True)
    return [entry.text for entry in Meeting(log.changes()).entries if isinstance(entry, Narration)]


def draft(data: Path) -> Draft | None:
    return StoredMeetingLibrary(data).open(MEETING, read_only=True).load_draft()


def hang_up(terminal: Terminal) -> None:
    terminal.hang_up()


def terminate(terminal: Terminal) -> None:
    os.kill(terminal.pid, signal.SIGTERM)


@pytest.mark.parametrize(("end", "status"), [(hang_up, 128 + signal.SIGHUP), (terminate, 128 + signal.SIGTERM)])
def test_told_to_end_the_program_keeps_the_line_and_lets_the_meeting_go(
    data: Path, end: Callable[[Terminal], None], status: int
) -> None:
    with Terminal(data, "live", MEETING) as terminal:
        terminal.wait_for("TOP 1")
        terminal.type("= halb fertig")
        terminal.wait_for("→ halb fertig|Feststellung")
        end(terminal)
        assert terminal.wait_for_end() == status
    kept = draft(data)
    assert kept is not None
    assert kept.text == "= halb fertig"
    with Terminal(data, "live", MEETING) as terminal:
        terminal.wait_for("= halb fertig")
        terminal.wait_for("ist wieder da")
        terminal.wait_for("● gesichert")


def test_suspended_and_brought_back_the_program_draws_itself_anew_and_goes_on(data: Path) -> None:
    with Terminal(data, "live", MEETING) as terminal:
        terminal.wait_for("TOP 1")
        terminal.type("= Eins.\r= Zwei")
        terminal.wait_for("= Zwei")
        os.kill(terminal.pid, signal.SIGTSTP)
        os.waitpid(terminal.pid, os.WUNTRACED)
        terminal.watch(0.2)
        terminal.wipe()
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.wait_for("(?s)Eins\\..*= Zwei")
        terminal.type(".\r")
        terminal.wait_for(RECORDED)
    assert narrations(data) == ["Eins.", "Zwei."]


def test_a_window_that_changes_its_size_while_somebody_types_swallows_no_key(data: Path) -> None:
    words = [f"Wort{number}" for number in range(40)]
    sizes = [(120, 40), (80, 24), (40, 10), (200, 60)]
    with Terminal(data, "live", MEETING, columns=120, rows=40) as terminal:
        terminal.wait_for("TOP 1")
        terminal.type("= ")
        for number, word in enumerate(words):
            terminal.type(f"{word} ")
            terminal.resize(*sizes[number % len(sizes)])
        for columns, rows in sizes:
            terminal.wipe()
            terminal.resize(columns, rows)
            terminal.wait_for("Wort39")
            assert "Traceback" not in terminal.text
        terminal.type("\r")
        terminal.wait_for(RECORDED)
    assert narrations(data) == [" ".join(words)]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"Absatz {number}: {'Der Plan ist gut. ' * 11}Ende." for number in range(300)),
        " ".join(f"{number:04} Wort" for number in range(1000)) + " Ende.",
    ],
    ids=["300 lines, 60,000 characters", "one line of 10,000 characters"],
)
def test_a_pasted_wall_of_text_waits_for_enter_and_is_one_entry(data: Path, text: str) -> None:
    with Terminal(data, "live", MEETING) as terminal:
        terminal.wait_for("TOP 1")
        terminal.type("= ")
        terminal.paste(text)
        terminal.wait_for("(?m)Ende\\. *$")
        assert narrations(data) == []
        terminal.type("\r")
        terminal.wait_for(RECORDED)
    assert narrations(data) == [text]


def test_every_script_and_sign_is_kept_or_cleaned_by_the_rule(data: Path) -> None:
    texts = [RIGHT_TO_LEFT, JOINED, CONTROLS]
    with Terminal(data, "live", MEETING) as terminal:
        terminal.wait_for("TOP 1")
        for number, text in enumerate(texts):
            terminal.type("= ")
            terminal.paste(text)
            terminal.type(f"\r= Satz {number}.\r")
            terminal.wait_for(f"{CLOCK} +Satz {number}\\.")
        assert "31m neue" in terminal.text  # the terminal was told no colour: the control character never reached it
    assert narrations(data)[::2] == [clean(text) for text in texts]


def test_bytes_of_another_encoding_are_shown_as_unreadable_and_end_nothing(data: Path) -> None:
    with Terminal(data, "live", MEETING) as terminal:
        terminal.wait_for("TOP 1")
        terminal.type("= ")
        terminal.send("für".encode("latin-1"))
        terminal.wait_for("f�r")
        terminal.send(b"\xed\xa0\x80")  # a lone surrogate
        terminal.type("x")
        terminal.wait_for("x ")
        terminal.type(" weiter.\r")
        terminal.wait_for(RECORDED)
    (text,) = narrations(data)
    assert text.startswith("f�r")
    assert text.endswith("x weiter.")


def test_a_second_terminal_reads_along_and_says_why_nothing_can_be_typed_there(data: Path) -> None:
    with Terminal(data, "live", MEETING) as terminal:
        terminal.wait_for("● gesichert")
        with Terminal(data, "live", MEETING) as reader:
            reader.wait_for("nur lesen")
            reader.type("= vom Leser\r")
            terminal.type("= Eins.\r")
            reader.wait_for("Eins\\.")
            reader.wait_for("anderen Fenster bearbeitet")
            assert "vom Leser" not in reader.text
            terminal.press("\x1a")
            terminal.wait_for("Zurückgenommen")
            terminal.type("= Zwei.\r")
            reader.wait_for("Zwei\\.")
            assert "Eins." not in reader.text
    assert narrations(data) == ["Zwei."]
