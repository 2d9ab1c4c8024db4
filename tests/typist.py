"""A person at the keyboard: bursts of letters, a breath between words, the same every time."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable

from tests.terminal import Terminal

PER_MINUTE = 250
_ESCAPE = "\x1b"
_ESCAPE_ALONE = 0.25
"""Seconds behind a lone Escape: a key that follows at once makes another key of it, in any terminal."""
_IN_WORD, _BETWEEN_WORDS = 0.6, 3.0
"""How long a letter and a breath take, as parts of the mean time of a key."""


class Typist:
    """Types `PER_MINUTE` characters a minute, `faster` times as fast."""

    def __init__(self, terminal: Terminal, *, faster: float, seed: int = 1) -> None:
        self._terminal = terminal
        self._mean = 60 / PER_MINUTE / faster
        self._chance = random.Random(seed)
        self._due = time.monotonic()
        self.pressed = 0

    def type(self, keys: Iterable[str]) -> None:
        """Press these keys at the typist's pace; whoever fell behind goes on at once, not faster."""
        for key in keys:
            self._terminal.press(key, pause=0.0)
            self.pressed += 1
            pace = _BETWEEN_WORDS if key in {" ", "\r", "\t"} else _IN_WORD
            self._due += self._mean * pace * self._chance.uniform(0.5, 1.5)
            if key == _ESCAPE:
                self._due += _ESCAPE_ALONE
            self._due = max(self._due, time.monotonic() - self._mean)
            self._terminal.watch_until(self._due)
