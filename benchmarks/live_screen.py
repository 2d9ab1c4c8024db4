"""The live screen in a real pseudo-terminal, beside an app that is nothing but a text area.

Key to paint: from the writing of a letter to the output after which the screen shows all letters typed since the line
was empty. Enter to paint: from the writing of Enter to the output after which the entry stands in the transcript; it is
durable then, since the program stores before it paints.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.recording import Recording
from protocol_tui.store.library import StoredMeetingLibrary

if sys.platform != "win32":
    from benchmarks.terminal import ROWS, WatchedTerminal

assert sys.platform != "win32", "pseudo-terminals of this kind are POSIX"

TYPED, RECORDED = (2_000, 5_000), (0, 2_000, 10_000)
KEYS, LINES = 300, 40
KEYS_A_LINE = 40
GAP = 0.03
SETTLED = 0.3
EMPTIES_THE_LINE = "\x15"
READY = "gesichert"
BELOW_TRANSCRIPT = 8
"""Rows of hint line, entry line and keys."""


class Typist:
    """Types in one app, letter by letter or line by line, and notes how long each took."""

    def __init__(self, terminal: WatchedTerminal, ready: str) -> None:
        self._terminal = terminal
        self._run = ""
        self.seconds: list[float] = []
        terminal.wait_for(lambda: terminal.shows(ready))
        terminal.rest(3.0)
        terminal.write(EMPTIES_THE_LINE)
        terminal.rest(SETTLED)

    def letter(self, number: int) -> None:
        """Type the next letter; now and then begin a new line."""
        if len(self._run) == KEYS_A_LINE:
            self._terminal.write(EMPTIES_THE_LINE)
            self._terminal.rest(SETTLED)
            self._run = ""
        letter = "abcdefghijklmnopqrstuvwxyz"[number * 7 % 26]
        self._run += letter
        begin = self._terminal.write(letter)
        self.seconds.append(self._terminal.wait_for(lambda: self._terminal.shows(self._run)) - begin)
        self._terminal.rest(GAP)

    def enter(self, number: int) -> None:
        """Type a line and, when it stands there with its proposal, record it."""
        name = f"Weg{number}x"
        self._terminal.write(f"abc: Der {name} wird gebaut.")
        self._terminal.wait_for(lambda: self._terminal.shows(f"{name} wird"))
        self._terminal.rest(SETTLED)
        begin = self._terminal.write("\r")
        self.seconds.append(self._terminal.wait_for(lambda: self._in_transcript(name)) - begin)
        self._terminal.rest(GAP)

    def _in_transcript(self, name: str) -> bool:
        return any(name in row for row in self._terminal.rows[1 : ROWS - BELOW_TRANSCRIPT])

    def percentile(self, of_hundred: int) -> float:
        """A percentile of what was noted."""
        return statistics.quantiles(self.seconds, n=100, method="inclusive")[of_hundred - 1]


def run() -> Sequence[Figure]:
    with tempfile.TemporaryDirectory(dir=Path(__file__).parent) as scratch:
        data = Path(scratch)
        library = StoredMeetingLibrary(data)
        for size in sorted({*TYPED, *RECORDED}):
            Recording(library, size).recorder.close()
        return [*_keys(data), *_enters(data)]


def _keys(data: Path) -> list[Figure]:
    with ExitStack() as stack:
        peer = _peer(stack, data)
        live = {size: _live(stack, data, size) for size in TYPED}
        for number in range(KEYS):
            for typist in (peer, *live.values()):
                typist.letter(number)
    figures = [Figure(f"key to paint in a text area, p{at}", peer.percentile(at) * 1000, "ms") for at in (50, 95)]
    for size, typist in live.items():
        name = f"key to paint at {size} entries"
        figures += [Figure(f"{name}, p{at}", typist.percentile(at) * 1000, "ms") for at in (50, 95)]
        figures.append(Figure(f"{name}, p50 to a text area", typist.percentile(50) / peer.percentile(50)))
        figures.append(Figure(f"{name}, p95 to a text area", typist.percentile(95) / peer.percentile(95), limit=1.0))
    return figures


def _enters(data: Path) -> list[Figure]:
    with ExitStack() as stack:
        peer = _peer(stack, data)
        live = {size: _live(stack, data, size) for size in RECORDED}
        for number in range(LINES):
            peer.letter(number)
            for typist in live.values():
                typist.enter(number)
    figures = []
    for size, typist in live.items():
        name = f"Enter to durable and painted at {size} entries"
        median, key = typist.percentile(50), peer.percentile(50)
        figures.append(Figure(name, median * 1000, "ms"))
        figures.append(Figure(f"{name}, to a key in a text area", median / key, limit=4.0))
    growth = live[RECORDED[-1]].percentile(50) / live[RECORDED[0]].percentile(50)
    figures.append(Figure(f"Enter at {RECORDED[-1]} to Enter at {RECORDED[0]} entries", growth, limit=1.3))
    return figures


def _peer(stack: ExitStack, data: Path) -> Typist:
    return Typist(stack.enter_context(WatchedTerminal(["benchmarks.text_area_app"], data)), "bereit")


def _live(stack: ExitStack, data: Path, size: int) -> Typist:
    words = ["protocol_tui", "live", f"m{size}"]
    return Typist(stack.enter_context(WatchedTerminal(words, data)), READY)
