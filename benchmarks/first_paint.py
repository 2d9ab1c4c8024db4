"""From the command to the first picture, and the memory then, beside a Textual app that shows one word.

In a real pseudo-terminal. The picture of the live screen is there when it shows the last entry.
"""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.recording import Recording
from protocol_tui.domain.entries import Statement
from protocol_tui.store.library import StoredMeetingLibrary

if sys.platform != "win32":
    from benchmarks.terminal import WatchedTerminal

assert sys.platform != "win32", "pseudo-terminals of this kind are POSIX"

ROUNDS = 9
ENTRIES = 5_000
IDLE = 4.0
EMPTY, LIST, LIVE = "empty Textual app", "list of meetings", f"live screen of {ENTRIES:,} entries"
LIMITS = {LIST: 1.5}
PATIENCE = 20.0
_ESCAPES = re.compile(rb"\x1b\[[0-9;?]*[ -/]*[@-~]")


def seconds_until(words: Sequence[str], shown: str, data: Path) -> float:
    """Seconds from the start of a command until its screen shows the text."""
    wanted = shown.encode()
    begin = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        environment = {**os.environ, "PROTOCOL_TUI_DATA": str(data), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        os.execve(sys.executable, [sys.executable, "-m", *words], environment)
    seen = b""
    try:
        while time.perf_counter() - begin < PATIENCE:
            if not select.select([terminal], [], [], 0.01)[0]:
                continue
            seen += os.read(terminal, 65536)
            if wanted in _ESCAPES.sub(b"", seen):
                return time.perf_counter() - begin
        raise TimeoutError(f"{shown!r} never came")
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)


def run() -> Sequence[Figure]:
    with tempfile.TemporaryDirectory(dir=Path(__file__).parent) as scratch:
        data = Path(scratch)
        recording = Recording(StoredMeetingLibrary(data), ENTRIES)
        recording.recorder.close()
        last = recording.recorder.meeting.entries[-1]
        assert isinstance(last, Statement)
        candidates = {
            EMPTY: (["benchmarks.empty_app"], "bereit"),
            LIST: (["protocol_tui"], "Ausschuss"),
            LIVE: (["protocol_tui", "live", f"m{ENTRIES}"], last.printed.split()[-1]),
        }
        taken: dict[str, list[float]] = {name: [] for name in candidates}
        for _ in range(ROUNDS):
            for name, (words, shown) in candidates.items():
                taken[name].append(seconds_until(words, shown, data))
        memory = {name: megabytes(*candidates[name], data) for name in (EMPTY, LIVE)}
    medians = {name: statistics.median(times) for name, times in taken.items()}
    figures = [Figure(f"first paint, {EMPTY}", medians[EMPTY] * 1000, "ms")]
    for name in (LIST, LIVE):
        figures += [
            Figure(f"first paint, {name}", medians[name] * 1000, "ms"),
            Figure(f"first paint, {name}, to an {EMPTY}", medians[name] / medians[EMPTY], limit=LIMITS.get(name)),
        ]
    return [
        *figures,
        *(Figure(f"memory, {name}", taken, "MB") for name, taken in memory.items()),
        Figure(f"memory, {LIVE}, to an {EMPTY}", memory[LIVE] / memory[EMPTY], limit=1.6),
    ]


def megabytes(words: Sequence[str], shown: str, data: Path) -> float:
    """The memory (RSS) of a program that is ready and has had nothing to do for a while."""
    with WatchedTerminal(words, data) as terminal:
        terminal.wait_for(lambda: terminal.shows(shown))
        terminal.rest(IDLE)
        return terminal.megabytes
