"""A program in a pseudo-terminal, watched to the chunk of output: when something stands on its screen."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

assert sys.platform != "win32", "pseudo-terminals of this kind are POSIX"

COLUMNS, ROWS = 120, 40
PATIENCE = 20.0
_BURST, _QUIET = 0.05, 0.002
_LONGEST_QUERY = 64
_ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[c": b"\x1b[?62;22c", b"\x1b[6n": b"\x1b[1;1R"}
"""What a terminal is asked at the start, and what it says."""


class WatchedTerminal:
    """Runs a module of Python.

    Output is read as fast as it comes and parsed when it pauses, so that the parser here neither keeps the program
    waiting nor blurs the times.
    """

    def __init__(self, words: Sequence[str], data: Path) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._tail = b""
        self.begun = time.perf_counter()
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:
            environment = {**os.environ, "PROTOCOL_TUI_DATA": str(data), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
            os.execve(sys.executable, [sys.executable, "-m", *words], environment)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._terminal)

    @property
    def rows(self) -> list[str]:
        """What stands on the screen."""
        return self._screen.display

    @property
    def megabytes(self) -> float:
        """The memory the program takes now (RSS)."""
        status = Path(f"/proc/{self._pid}/status").read_text(encoding="utf-8")
        found = re.search(r"VmRSS:\s+(\d+)", status)
        assert found is not None
        return int(found[1]) / 1024

    def shows(self, text: str) -> bool:
        """Whether a row of the screen holds the text."""
        return any(text in row for row in self.rows)

    def write(self, keys: str) -> float:
        """Press keys; returns when."""
        at = time.perf_counter()
        os.write(self._terminal, keys.encode())
        return at

    def wait_for(self, shown: Callable[[], bool]) -> float:
        """When the output came after which the screen is as wanted."""
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end:
            found: float | None = None
            for at, data in self._chunks():
                self._stream.feed(data)
                if found is None and shown():
                    found = at
            if found is not None:
                return found
        raise TimeoutError("\n".join(self.rows))

    def rest(self, seconds: float) -> None:
        """Let the program go on for a while."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            chunk = self._read(left)
            if chunk is not None:
                self._stream.feed(chunk[1])

    def _chunks(self) -> list[tuple[float, bytes]]:
        """What comes without a pause, each with its time."""
        chunks: list[tuple[float, bytes]] = []
        chunk = self._read(_BURST)
        stop = time.perf_counter() + _BURST
        while chunk is not None:
            chunks.append(chunk)
            chunk = self._read(_QUIET) if time.perf_counter() < stop else None
        return chunks

    def _read(self, wait: float) -> tuple[float, bytes] | None:
        if not select.select([self._terminal], [], [], wait)[0]:
            return None
        data = os.read(self._terminal, 1 << 16)
        at = time.perf_counter()
        self._tail = (self._tail + data)[-_LONGEST_QUERY:]
        for query, answer in _ANSWERS.items():
            if query in self._tail:
                self._tail = b""
                os.write(self._terminal, answer)
        return at, data
