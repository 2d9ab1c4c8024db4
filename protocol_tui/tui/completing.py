"""What the line may become before it is entered: commands, speakers, text blocks."""

from __future__ import annotations

import datetime as dt
import re

from protocol_tui.domain import course
from protocol_tui.entry.codes import CODE, matching
from protocol_tui.entry.commands import complete
from protocol_tui.minutes.wording import speakers_label
from protocol_tui.services.recording.recorder import Recorder
from protocol_tui.services.textblocks import FORMAT_VERSION, Expansion, TextBlocks

CODES = re.compile(rf"{CODE}(?:,{CODE})*")
_OFFERED_AT_MOST = 5


class Completing:
    """Completes and expands what was typed. `blocks` are the clerk's text blocks, once they have been read."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self.blocks = TextBlocks(version=FORMAT_VERSION)

    def commands(self, text: str) -> list[str]:
        """The commands that a line of one word with a slash may become ("/pau" → "/pause")."""
        if not text.startswith("/") or " " in text:
            return []
        return [f"/{command.word}" for command in complete(text[1:])]

    def people(self, text: str) -> str:
        """Whom Tab would give the floor, while nothing but the beginning of a code or surname stands in the line."""
        last = text.rpartition(",")[2]
        if text != text.lower() or not CODES.fullmatch(text):
            return ""
        found = matching(last, self._recorder.known)
        if not found:
            return ""
        offered = ", ".join(person.label for person in found[:_OFFERED_AT_MOST])
        return f"Tab gibt das Wort: {offered}" if len(found) == 1 else f"Weiter tippen: {offered}"

    def expand(self, word: str, now: dt.datetime, *, opens: bool) -> Expansion | None:
        """What a word stands for, `opens` the line or not; a person's code is never an abbreviation."""
        if any(word in {person.code, person.surname} for person in self._recorder.known.persons):
            return None
        return self.blocks.expand(word, self._placeholders(now), opens=opens)

    def _placeholders(self, now: dt.datetime) -> dict[str, str]:
        """What the placeholders of a text block stand for now."""
        meeting = self._recorder.meeting
        item = course.current_item(meeting)
        chair = meeting.person(course.current_chair(meeting))
        return {
            "uhrzeit": f"{now:%H:%M}",
            "datum": f"{meeting.head.date:%d.%m.%Y}",
            "top": item.number if item is not None else "",
            "titel": item.title if item is not None else "",
            "redner": speakers_label(meeting, self._recorder.has_floor) if self._recorder.has_floor else "",
            "vorsitz": chair.label if chair is not None else "",
        }
