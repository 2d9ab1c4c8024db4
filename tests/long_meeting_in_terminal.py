"""Types a long meeting in a real terminal, and reads what came of it."""

from __future__ import annotations

import datetime as dt
import json
import time
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest

from protocol_tui.cli.main import run
from protocol_tui.store.library import StoredMeetingLibrary
from tests.long_meeting import LongMeeting, comparable
from tests.long_meeting_lines import mitschrift
from tests.terminal import Terminal
from tests.typist import Typist


@dataclass
class Typed:
    """What a long meeting came to."""

    written: LongMeeting
    recorded: dict[str, Any]
    expected: dict[str, Any]
    keys: int
    seconds: float
    memory: dict[int, int]
    """Kilobytes after so many entries."""

    @property
    def differences(self) -> list[tuple[object, object]]:
        """Where the terminal and the memory part, the first few pairs of it."""
        pairs = zip_longest(self.recorded["entries"], self.expected["entries"])
        found: list[tuple[object, object]] = [(here, there) for here, there in pairs if here != there]
        parts = [(self.recorded[part], self.expected[part]) for part in ("people", "items", "end")]
        return [*found, *((here, there) for here, there in parts if here != there)][:3]


def typed_in_terminal(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    entries: int,
    faster: float,
    talk: int,
    measured: tuple[int, ...] = (),
) -> Typed:
    """Type until there are so many entries, `faster` times as fast as a person; the memory is read at `measured`."""
    monkeypatch.setenv("PROTOCOL_TUI_DATA", str(folder / "data"))
    start = dt.datetime.now().astimezone() - dt.timedelta(hours=4)
    source = folder / "mitschrift.txt"
    source.write_text(mitschrift(start), encoding="utf-8")
    assert run(["replay", str(source)]) == 0
    library = StoredMeetingLibrary(folder / "data")
    (meeting_id,) = library.meeting_ids()
    written = LongMeeting(library.open(meeting_id, read_only=True).changes(), start, talk=talk)
    memory = {}
    with Terminal(folder / "data", "live", meeting_id) as terminal:
        terminal.wait_for("TOP 1")
        typist = Typist(terminal, faster=faster)
        began = time.monotonic()
        for goal in (*(each for each in measured if each < entries), entries):
            written.write(goal)
            if goal == entries:
                written.end()
            _type(written, typist, terminal)
            memory[goal] = terminal.memory()
        seconds = time.monotonic() - began
        terminal.wait_for("Sitzung beendet 23:59")
        terminal.wait_for("● gesichert")
        terminal.press("\x11")
        terminal.wait_for("Sitzungen")
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0
        assert "Traceback" not in terminal.text
    out = StringIO()
    with redirect_stdout(out):
        assert run(["show", meeting_id, "--json"]) == 0
    expected = written.record()
    recorded = comparable(json.loads(out.getvalue()), expected)
    return Typed(written, recorded, comparable(expected, expected), typist.pressed, seconds, memory)


def _type(written: LongMeeting, typist: Typist, terminal: Terminal) -> None:
    """Type what was written since, without looking whether the program keeps up."""
    keys, written.keys = written.keys, []
    for line in keys:
        typist.type(line)
        assert "Traceback" not in terminal.text
        assert terminal.status() is None, terminal.text
