"""A real pseudo-terminal with the program in it: keys in, screen out."""

from __future__ import annotations

import contextlib
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
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

PATIENCE = 30.0
_PORTION = 1000
_CLOSED = -1
POSIX_ONLY = "pseudo-terminals of this kind are POSIX"


class Terminal:
    """Runs `protocol-tui` with these words on a data folder, in a terminal of `columns` × `rows`."""

    _screen: pyte.Screen
    _stream: pyte.ByteStream
    _terminal: int
    pid: int

    def __init__(self, data: Path, *words: str, columns: int = 110, rows: int = 34) -> None:
        if sys.platform == "win32":
            raise OSError(POSIX_ONLY)
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        environment = {**os.environ, "PROTOCOL_TUI_DATA": str(data), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        environment.pop("PROTOCOL_TUI_COPY", None)
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.chdir(data.parent)
            os.execve(sys.executable, [sys.executable, "-m", "protocol_tui", *words], environment)
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self._screen.display)

    def type(self, keys: str) -> None:
        """Press these keys one after the other, as fast as a good typist's burst."""
        for key in keys:
            os.write(self._terminal, key.encode())
            self._pump(0.004)

    def press(self, sequence: str, pause: float = 0.05) -> None:
        """Press one key that sends several bytes."""
        os.write(self._terminal, sequence.encode())
        self._pump(pause)

    def send(self, data: bytes) -> None:
        """Send bytes as they are, in portions that the line to the program holds."""
        for start in range(0, len(data), _PORTION):
            os.write(self._terminal, data[start : start + _PORTION])
            self._pump(0.01)

    def paste(self, text: str) -> None:
        """Paste a text, as a terminal hands it over."""
        self.send(f"\x1b[200~{text}\x1b[201~".encode())

    def watch(self, seconds: float) -> None:
        """Let the program go on for a while."""
        self.watch_until(time.monotonic() + seconds)

    def watch_until(self, deadline: float) -> None:
        """Let the program go on until the monotonic clock says so."""
        while (left := deadline - time.monotonic()) > 0:
            self._pump(min(left, 0.05))

    def resize(self, columns: int, rows: int) -> None:
        """Make the window larger or smaller."""
        if sys.platform == "win32":
            raise OSError(POSIX_ONLY)
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def shows(self, pattern: str) -> bool:
        """Whether the pattern stands on the screen."""
        return re.search(pattern, self.text) is not None

    def wait_for(self, pattern: str) -> str:
        """Wait until the screen shows the pattern; returns the screen."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if self.shows(pattern):
                return self.text
            if not self._pump(0.05) and self.status() is not None:
                break
        raise AssertionError(f"{pattern!r} never came:\n{self.text}")

    def wipe(self) -> None:
        """Forget what stands on the screen: what is there later was drawn later."""
        self._screen.reset()

    def hang_up(self) -> None:
        """Close the terminal while the program runs."""
        os.close(self._terminal)
        self._terminal = _CLOSED

    def memory(self) -> int:
        """Kilobytes of memory the program holds; on Linux only."""
        for line in Path(f"/proc/{self.pid}/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
        raise OSError("The system does not say how much memory a process holds.")

    def status(self) -> int | None:
        """The exit status, None while it runs."""
        if sys.platform == "win32":
            raise OSError(POSIX_ONLY)
        with contextlib.suppress(ChildProcessError):
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            return os.waitstatus_to_exitcode(status) if ended else None
        return 0

    def wait_for_end(self) -> int:
        """Wait until the program has ended; returns its exit status."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            status = self.status()
            if status is not None:
                return status
            self._pump(0.05)
        raise AssertionError(f"still running:\n{self.text}")

    def kill(self) -> None:
        """End the program the hard way."""
        if sys.platform == "win32":
            raise OSError(POSIX_ONLY)
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.pid, 0)
        with contextlib.suppress(OSError):
            os.close(self._terminal)

    def _pump(self, seconds: float) -> bool:
        """Take over what the program has written; False where there was nothing."""
        if self._terminal == _CLOSED:
            time.sleep(seconds)
            return False
        ready, _, _ = select.select([self._terminal], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._terminal, 65536)
        except OSError:
            return False
        self._stream.feed(data)
        return bool(data)
