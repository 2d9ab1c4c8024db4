"""A meeting written by itself: keys to press, and the session that says what they must come to.

Every key that is typed in the terminal is also carried out, without a terminal, on a session in memory. Both must
end at the same meeting: then no key was swallowed, and nothing was lost.
"""

from __future__ import annotations

import datetime as dt
import json
import random
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any

from protocol_tui.domain import attendance, course
from protocol_tui.domain.changes import Change
from protocol_tui.domain.entries import Narration, Note, Resolution, Statement, Verbatim
from protocol_tui.errors import ProtocolError
from protocol_tui.grammar.engine import Engine
from protocol_tui.minutes.style import shipped_style
from protocol_tui.services.memory import MemoryLog
from protocol_tui.services.record import record_of
from protocol_tui.services.recording.recorder import Recorder
from protocol_tui.tui.session import LiveSession
from tests.fakes import FixedClock
from tests.long_meeting_lines import GROUPS, LATE, MEMBERS, OFFICIALS, ORDERS, REFUSED, SPOKEN, WORDS

TAB, ENTER, UP, ESCAPE, BACKSPACE, PARAGRAPH = "\t", "\r", "\x1b[A", "\x1b", "\x7f", "\n"
TO_START, DELETE, F4 = "\x1b[1;5H", "\x1b[3~", "\x1bOS"
DELETE_ENTRY, UNDO, REDO, NEXT_SPEAKER = "\x04", "\x1a", "\x19", "\x05"
_FIRST_NEW_ITEM = 50
_NOW = 59
"""The second of the clock in memory: it tells the times nobody typed."""


class LongMeeting:
    """Writes a meeting that goes on from `changes`, with `talk` further speeches for each other thing that happens."""

    def __init__(self, changes: Sequence[Change], start: dt.datetime, *, talk: int, seed: int = 7) -> None:
        clock = FixedClock(start.replace(second=_NOW) + dt.timedelta(hours=4))
        self.session = LiveSession(Recorder(MemoryLog("", changes), Engine(), clock), shipped_style())
        self.keys: list[tuple[str, ...]] = []
        self.written: set[str] = set()
        self._start = start
        self._clock = clock
        self._talk = talk
        self._chance = random.Random(seed)
        self._deck: deque[str] = deque()
        self._tricks: dict[str, Callable[[], bool]] = {
            "speaker by Tab": self._by_tab,
            "previous speaker": self._previous,
            "sign without blank": self._bare_sign,
            "list of speakers": self._list_of_speakers,
            "text block": self._text_block,
            "refused, then corrected": self._refused,
            "unknown code, then corrected": self._wrong_code,
            "another wording": self._another_wording,
            "corrected": self._correct,
            "fetched and left": self._fetch_and_leave,
            "deleted": self._delete,
            "undone": self._undo,
            "undone and redone": self._undo_and_redo,
        }

    @property
    def kinds(self) -> set[str]:
        """Everything that can happen."""
        return {*SPOKEN, *ORDERS, *self._tricks}

    def write(self, entries: int) -> None:
        """Go on until there are so many entries."""
        while len(self.session) < entries:
            if not self._deck:
                self._deck.extend(self._chance.sample(sorted(self.kinds), len(self.kinds)))
            kind = self._deck.popleft()
            trick = self._tricks.get(kind)
            if trick() if trick else self._line(kind):
                self.written.add(kind)
            for _ in range(self._talk):
                self._line(self._chance.choice(("{a}: {t}", "{t}", "{t}")))

    def end(self) -> None:
        """Close the sitting."""
        self._submit("/ende 2359")

    def record(self) -> dict[str, Any]:
        """What the meeting must be, as `show --json` says it."""
        meeting = self.session.recorder.meeting
        record: dict[str, Any] = json.loads(json.dumps(record_of(meeting, self.session.style, "")))
        return record

    def _line(self, kind: str) -> bool:
        """A line of this kind, if there is one that can be said now; it is tried before it is typed."""
        for _ in range(10):
            line = self._filled(kind)
            if self._possible(line):
                self._submit(line)
                return True
        return False

    def _possible(self, line: str, replacing: str = "") -> bool:
        try:
            self.session.recorder.rehearse(line, replacing)
        except ProtocolError:
            return False
        return True

    def _submit(self, line: str, keys: Sequence[str] | None = None) -> None:
        self.session.submit(line, self._clock.now())
        self._press(*(line if keys is None else keys), ENTER)

    def _press(self, *keys: str) -> None:
        self.keys.append(keys)

    def _filled(self, kind: str) -> str:
        meeting, chance = self.session.recorder.meeting, self._chance
        codes = chance.sample([*MEMBERS, *OFFICIALS], 2)
        yes = len(attendance.eligible_at(meeting, item=self._item_id())) - 2
        minutes = chance.randint(1, 200)
        values = {
            "a": codes[0],
            "b": codes[1],
            "x": chance.choice([*LATE, *MEMBERS]),
            "p": self._pronoun(),
            "q": f"{self._sentence()[:-1]}?",
            "y": str(max(yes, 0)),
            "h": f"{self._start + dt.timedelta(minutes=minutes):%H%M}",
            "i": chance.choice(meeting.items).number,
            "j": chance.choice(meeting.items).number,
            "g": chance.choice(GROUPS),
            "k": str(_FIRST_NEW_ITEM + len(meeting.items)),
        }
        while "{t}" in kind:
            kind = kind.replace("{t}", self._sentence(), 1)
        return kind.format(**values)

    def _item_id(self) -> str:
        item = course.current_item(self.session.recorder.meeting)
        return item.id if item is not None else ""

    def _pronoun(self) -> str:
        meeting = self.session.recorder.meeting
        speaker = meeting.person(course.current_speakers(meeting)[0]) if course.current_speakers(meeting) else None
        return "sie" if speaker is not None and speaker.gender == "f" else "er"

    def _sentence(self) -> str:
        words = " ".join(self._chance.choices(WORDS.split(), k=self._chance.randint(4, 22)))
        return f"{words[0].upper()}{words[1:]}."

    def _by_tab(self) -> bool:
        code = self._chance.choice([*MEMBERS, *OFFICIALS])
        self.session.give_floor_by_codes(code)
        self._press(*code, TAB)
        return self._line("{t}")

    def _previous(self) -> bool:
        if not self.session.previous_speaker():
            return False
        self._press(TAB)
        return self._line("{t}")

    def _list_of_speakers(self) -> bool:
        first, second, third = self._chance.sample([*MEMBERS], 3)
        if not self._possible(f"/w {first},{second},{third}"):
            return False
        self._submit(f"/w {first},{second},{third}")
        self._submit(f"/wort -{second}")
        self._submit("/wort")
        self._line("{t}")
        self.session.give_floor_to_next()
        self._press(NEXT_SPEAKER)
        return self._line("{t}")

    def _bare_sign(self) -> bool:
        sign, text = self._chance.choice("?!*=&"), f"Wort {self._sentence()}"
        if not self._possible(f"{sign} {text}"):
            return False
        self._submit(f"{sign} {text}", f"{sign}{text}")
        return True

    def _text_block(self) -> bool:
        self._submit("= Wortmeldungen lagen nicht vor.", "kw")
        return True

    def _refused(self) -> bool:
        wrong, letters, right = self._chance.choice(REFUSED)
        right = f"{wrong[: len(wrong) - letters]}{right}"
        if self._possible(wrong) or not self._possible(right):
            return False
        self._press(*wrong, ENTER)
        self._submit(right, [BACKSPACE] * letters + [*right[len(wrong) - letters :]])
        return True

    def _wrong_code(self) -> bool:
        text, code = self._sentence(), self._chance.choice([*MEMBERS])
        self._press(*f"qqq: {text}", ENTER)
        self._submit(f"{code}: {text}", [TO_START, DELETE, DELETE, DELETE, *code])
        return True

    def _another_wording(self) -> bool:
        line = self._filled("{a}: Ich danke Ihnen, wir haben das geprüft.")
        if self.session.next_proposal(line) is None:
            return False
        self._submit(line, [*line, F4])
        return True

    def _correct(self) -> bool:
        line = self.session.fetch(-1)
        correction = self.session.correction
        if line is None or correction is None:
            return False
        entry = self.session.recorder.meeting.entry(correction.entry_id)
        changed = f"{line[:-2]} neu."
        words = isinstance(entry, Statement | Narration | Note | Resolution | Verbatim)
        if not words or not self._possible(changed, correction.entry_id):
            self.session.start_afresh()
            self._press(UP, ESCAPE)
            return False
        self._press(UP)
        self._submit(changed, [BACKSPACE, BACKSPACE, *" neu."])
        return True

    def _fetch_and_leave(self) -> bool:
        if self.session.fetch(-1) is None:
            return False
        self.session.start_afresh()
        self._press(UP, ESCAPE)
        return True

    def _delete(self) -> bool:
        if self.session.fetch(-1) is None:
            return False
        self.session.delete_correction()
        self._press(UP, DELETE_ENTRY)
        return True

    def _undo(self) -> bool:
        self.session.start_afresh()
        self.session.recorder.undo()
        self._press(UNDO)
        return True

    def _undo_and_redo(self) -> bool:
        self._undo()
        self._undo()
        self.session.recorder.redo()
        self.session.recorder.redo()
        self._press(REDO, REDO)
        return True


def comparable(record: dict[str, Any], expected: dict[str, Any]) -> dict[str, Any]:
    """What must be the same in the terminal and in memory: all but the times that nobody typed."""
    typed = [entry["time"] if not entry["time"].endswith(f":{_NOW}") else None for entry in expected["entries"]]
    times = [*typed, *[None] * len(record["entries"])]
    entries = [
        {**entry, "until": None, "time": entry["time"] if time else None}
        for entry, time in zip(record["entries"], times, strict=False)
    ]
    return {"entries": entries, "people": record["people"], "items": record["items"], "end": record["head"].get("end")}
