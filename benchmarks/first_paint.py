"""From the command to the first picture, in a real pseudo-terminal, beside a Textual app that shows one word."""

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
from protocol_tui.store.library import StoredMeetingLibrary

assert sys.platform != "win32", "pseudo-terminals of this kind are POSIX"

ROUNDS = 9
LIMITS = {"list of meetings": 1.5}
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
        Recording(StoredMeetingLibrary(data), 2_000).recorder.close()
        candidates = {
            "empty Textual app": (["benchmarks.empty_app"], "bereit"),
            "list of meetings": (["protocol_tui"], "Ausschuss"),
            "live screen of 2,000 entries": (["protocol_tui", "live", "m2000"], "gesichert"),
        }
        taken: dict[str, list[float]] = {name: [] for name in candidates}
        for _ in range(ROUNDS):
            for name, (words, shown) in candidates.items():
                taken[name].append(seconds_until(words, shown, data))
    medians = {name: statistics.median(times) for name, times in taken.items()}
    empty = medians.pop("empty Textual app")
    figures = [Figure("first paint of an empty Textual app", empty * 1000, "ms")]
    for name, median in medians.items():
        figures += [
            Figure(f"first paint, {name}", median * 1000, "ms"),
            Figure(f"first paint, {name}, to an empty Textual app", median / empty, limit=LIMITS.get(name)),
        ]
    return figures
