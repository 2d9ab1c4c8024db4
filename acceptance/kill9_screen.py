"""A clerk at the real screen who is killed in the middle of the work, and what must be there afterwards.

The clerk records, corrects, deletes, takes back and does again, in a terminal; the same is done in memory, so that it
is known what the store must hold after each step.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from protocol_tui.domain.changes import Change
from protocol_tui.domain.entries import Statement
from protocol_tui.domain.meeting import Meeting
from protocol_tui.grammar.engine import Engine
from protocol_tui.minutes.style import shipped_style
from protocol_tui.services.memory import MemoryLog
from protocol_tui.services.recording.recorder import Recorder
from protocol_tui.store.library import StoredMeetingLibrary
from protocol_tui.store.verify import verify_data
from protocol_tui.tui.session import LiveSession
from tests.fakes import FixedClock
from tests.terminal import Terminal

COLUMNS, ROWS = 150, 34
ENTER, UP, BACKSPACE, DELETE_ENTRY, UNDO, REDO = "\r", "\x1b[A", "\x7f", "\x04", "\x1a", "\x19"
ALLOWED = 1.0
"""Seconds of typing that may be missing from the unfinished line."""
_BEHIND_THE_LAST_KEY = 0.15
"""How often the kill comes just behind the key that does something, where it hurts most."""
CLOCK = "[0-9]{2}:[0-9]{2}"

State = list[dict[str, Any]]


class KilledError(Exception):
    """The moment has come, and the program is gone."""


@dataclass
class Killed:
    """What was seen and done until the program was killed."""

    steps: dict[str, int] = field(default_factory=dict)
    """How often each thing was done and seen."""
    missing: float = 0.0
    """Seconds of typing that the line was short of."""
    in_flight: bool = False


class Clerk:
    """Works on a meeting until the program is killed at a moment that nobody foresees."""

    def __init__(self, terminal: Terminal, session: LiveSession, chance: random.Random, first_number: int) -> None:
        self._terminal = terminal
        self._session = session
        self._chance = chance
        self._number = first_number
        self._ends = time.monotonic() + chance.uniform(0.3, 5.0)
        self._last = ""
        self.line = [(0.0, "")]
        self.seen = state_of(session.recorder.meeting)
        self.sent: State | None = None
        """What must come of the last step, as long as nothing has been seen of it."""
        self.steps: dict[str, int] = {}

    def work(self, taken_up: str) -> None:
        """Go on until the kill; first of all what the killed program left in the line is entered."""
        try:
            if taken_up:
                self.line = [(0.0, taken_up)]
                self._enter(taken_up, "erfasst\\.|unsicher:|Berichtigt|Unverändert|Am Wort", "taken up")
            while True:
                steps = ["record"] * 4 + ["correct"] * 2 + ["delete", "undo" if self._last != "undo" else "redo"]
                step = self._chance.choice(steps)
                {
                    "record": self._record,
                    "correct": self._correct,
                    "delete": self._delete,
                    "undo": self._undo,
                    "redo": self._redo,
                }[step]()
                self._last = step
        except KilledError:
            return

    def _record(self) -> None:
        self._number += 1
        text = f"kru: Nummer {self._number} ist gesagt."
        self._write(text)
        self._enter(text, f"{CLOCK} .*Nummer {self._number} ", "recorded")

    def _correct(self) -> None:
        if not isinstance(self._session.recorder.meeting.entries[-1], Statement):
            return
        line = self._session.fetch(-1) or ""
        self._press(UP, line)
        self._wait_for("Eintrag berichtigen")
        self._number += 1
        letters = self._chance.randint(1, 4)
        for left in range(1, letters + 1):
            self._press(BACKSPACE, line[: len(line) - left])
        self._write(f" in der Fassung {self._number}.")
        self._enter(self.line[-1][1], f"{CLOCK} .*Fassung {self._number}\\.", "corrected")

    def _delete(self) -> None:
        line = self._session.fetch(-1)
        if line is None:
            return
        self._press(UP, line)
        self._wait_for("Eintrag berichtigen")
        self._session.delete_correction()
        self._send(DELETE_ENTRY, "Eintrag gelöscht", "deleted")

    def _undo(self) -> None:
        self._session.start_afresh()
        self._session.recorder.undo()
        self._send(UNDO, "Zurückgenommen", "taken back")

    def _redo(self) -> None:
        self._session.recorder.redo()
        self._send(REDO, "Wiederhergestellt", "done again")

    def _write(self, text: str) -> None:
        for letter in text:
            self._press(letter, self.line[-1][1] + letter)

    def _enter(self, line: str, sign: str, step: str) -> None:
        self._session.submit(line, FixedClock().now())
        self._send(ENTER, sign, step)

    def _send(self, key: str, sign: str, step: str) -> None:
        """Press the key that does it, and wait until the screen shows that it is done."""
        self.sent = state_of(self._session.recorder.meeting)
        self._press(key, "")
        if self._chance.random() < _BEHIND_THE_LAST_KEY:
            self._ends = min(self._ends, time.monotonic() + self._chance.uniform(0.0, 0.03))
        self._wait_for(sign)
        self.seen, self.sent = self.sent, None
        self.steps[step] = self.steps.get(step, 0) + 1

    def _press(self, key: str, line: str) -> None:
        """Press a key that leaves this in the line."""
        self._watch(self._chance.uniform(0.005, 0.08))
        self.line.append((time.monotonic(), line))
        self._terminal.press(key, pause=0.0)

    def _wait_for(self, sign: str) -> None:
        while not self._terminal.shows(sign):
            self._watch(0.005)

    def _watch(self, seconds: float) -> None:
        self._terminal.watch_until(min(time.monotonic() + seconds, self._ends))
        if time.monotonic() >= self._ends:
            self._terminal.kill()
            self.line.append((time.monotonic(), self.line[-1][1]))
            raise KilledError


def kill_once(data: Path, meeting_id: str, chance: random.Random, first_number: int) -> Killed:
    """Open the meeting, work, be killed; raises AssertionError where something is lost."""
    session, taken_up = opened(data, meeting_id)
    with Terminal(data, "live", meeting_id, columns=COLUMNS, rows=ROWS) as terminal:
        terminal.wait_for("ist wieder da" if taken_up else "● gesichert")
        clerk = Clerk(terminal, session, chance, first_number)
        clerk.work(taken_up)
    assert verify_data(data).sound
    after, line = opened(data, meeting_id)
    stored = state_of(after.recorder.meeting)
    assert stored in (clerk.seen, clerk.sent), f"seen {clerk.seen[-3:]}\nsent {clerk.sent}\nstored {stored[-3:]}"
    return Killed(clerk.steps, missing(clerk.line, line), in_flight=clerk.sent is not None)


def opened(data: Path, meeting_id: str) -> tuple[LiveSession, str]:
    """The stored meeting in memory, and the unfinished line that it opens with."""
    log = StoredMeetingLibrary(data).open(meeting_id, read_only=True)
    changes: Sequence[Change] = log.changes()
    session = LiveSession(Recorder(MemoryLog(meeting_id, changes), Engine(), FixedClock()), shipped_style())
    draft = log.load_draft()
    return session, draft.text if draft is not None and session.restore(draft) else ""


def missing(line: list[tuple[float, str]], kept: str) -> float:
    """How many seconds before the end the line stood as it was kept. Raises AssertionError where it never did."""
    end = line[-1][0]
    stood = [until for (_, text), (until, _) in zip(line, [*line[1:], (end, "")], strict=True) if text == kept]
    assert stood, f"{kept!r} never stood in the line: {line[-3:]}"
    return end - stood[-1]


def state_of(meeting: Meeting) -> State:
    """What the meeting holds, without the times."""
    return [{**msgspec.to_builtins(entry), "time": None} for entry in meeting.entries]
