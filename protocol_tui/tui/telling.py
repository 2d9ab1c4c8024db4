"""What is said of a step of the meeting, once it is stored."""

from __future__ import annotations

from protocol_tui.domain import attendance
from protocol_tui.domain.changes import Change
from protocol_tui.domain.entries import Entry, ItemCalled, PublicityChange, Statement, Vote
from protocol_tui.minutes.style import Style
from protocol_tui.services.recording.recorder import Recorder
from protocol_tui.tui.overview import Overview
from protocol_tui.tui.rows import row_of
from protocol_tui.tui.voting import Voting

_LONGEST_SUMMARY = 60


class Telling:
    """Puts changes and entries into a few words for the clerk, and says what she should look at."""

    def __init__(self, recorder: Recorder, style: Style, voting: Voting, overview: Overview) -> None:
        self._recorder = recorder
        self._style = style
        self._voting = voting
        self._overview = overview

    def said(self, change: Change | None) -> str:
        """What a line did, None where it only gave the floor to somebody."""
        if change is None:
            return self._overview.floor()
        made = [patch.after for patch in change.patches if patch.after is not None]
        for record in made:
            if isinstance(record, Statement) and not record.sure:
                return f"Gesichert, aber unsicher: {' '.join(record.doubts)} ↑ holt den Eintrag."
            if isinstance(record, Vote) and not self._had_quorum(record):
                return "Abstimmung gesichert. Achtung: Der Ausschuss ist nicht beschlussfähig."
            if isinstance(record, Vote) and self._voting.counted(record).doubtful:
                return f"Gesichert, aber es geht nicht auf: {self._voting.counted(record).remark}. ↑ holt den Eintrag."
            if self._closes(record) and self._overview.guests():
                return f"Nichtöffentlich. Noch als anwesend erfasst: {', '.join(self._overview.guests())}."
        return f"{change.action}."

    def _closes(self, record: object) -> bool:
        """Whether a record begins a non-public stretch."""
        meeting = self._recorder.meeting
        return isinstance(record, ItemCalled | PublicityChange) and not meeting.is_public(record)

    def _had_quorum(self, vote: Vote) -> bool:
        meeting = self._recorder.meeting
        kept = attendance.attendance_is_kept(meeting)
        return not kept or attendance.has_quorum(meeting, self._style.quorum, vote)

    def step(self, change: Change) -> str:
        """A step of the meeting in a few words: what was done, and to which entry."""
        entry = next(
            (record for patch in change.patches if isinstance(record := patch.after or patch.before, Entry)), None
        )
        action = change.action.partition(": ")[2] or change.action
        return f"{action} – {self.summary(entry)}" if entry is not None else action

    def summary(self, entry: Entry) -> str:
        """An entry in a few words."""
        row = row_of(self._recorder.meeting, entry, self._style)
        text = f"{row.time} {row.who} {row.text}"
        return text if len(text) <= _LONGEST_SUMMARY else f"{text[: _LONGEST_SUMMARY - 1]}…"
