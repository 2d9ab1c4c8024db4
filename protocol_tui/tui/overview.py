"""What stands around the entry line: the state of the meeting, who speaks next, the agenda, who is there."""

from __future__ import annotations

import datetime as dt

from protocol_tui.domain import attendance, course
from protocol_tui.domain.entries import ItemCalled, Motion, Resolution, Vote
from protocol_tui.minutes.style import Style
from protocol_tui.minutes.wording import clock, speakers_label
from protocol_tui.services.recording.recorder import Recorder
from protocol_tui.services.recording.speakers_list import waiting
from protocol_tui.tui.widgets.panels import Status

_NOTES = {"withdrawn": "abgesetzt", "adjourned": "vertagt"}
_WEEKDAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")


class Overview:
    """The meeting at a glance, as of now."""

    def __init__(self, recorder: Recorder, style: Style) -> None:
        self._recorder = recorder
        self._style = style

    def status(self, now: dt.datetime, saved: str, *, safe: bool) -> Status:
        """What the status bar shows at `now`."""
        meeting = self._recorder.meeting
        head = meeting.head
        number = f" · {head.number}. Sitzung" if head.number is not None else ""
        date = f"{_WEEKDAYS[head.date.weekday()]} {head.date:%d.%m.%Y}"
        return Status(
            meeting=f"{head.committee.name}{number} · {date}",
            item=self._where(),
            public=course.session_is_public(meeting),
            present=len(attendance.voters_at(meeting)),
            total=attendance.members_total(meeting),
            quorum=attendance.has_quorum(meeting, self._style.quorum) or not attendance.attendance_is_kept(meeting),
            clock=f"{now:%H:%M}",
            saved=saved,
            safe=safe,
        )

    def _where(self) -> str:
        meeting = self._recorder.meeting
        if meeting.head.end is not None:
            return f"Sitzung beendet {clock(meeting.head.end)}"
        if course.open_interruption(meeting) is not None:
            return "Sitzung unterbrochen (/weiter)"
        item = course.current_item(meeting)
        return f"TOP {item.number} {item.title}" if item is not None else "vor TOP 1"

    def recent(self) -> list[tuple[str, str]]:
        """Codes and names of the recent speakers, single ones only."""
        people = [
            self._recorder.meeting.person(speakers[0])
            for speakers in course.recent_speakers(self._recorder.meeting)
            if len(speakers) == 1
        ]
        return [(person.code, person.family_name) for person in people if person is not None]

    def waiting(self) -> list[tuple[str, str, str]]:
        """The list of speakers: a sign for who has the floor, codes and names, the next one first."""
        people = [self._recorder.meeting.person(each) for each in waiting(self._recorder.meeting)]
        floor = self._recorder.has_floor
        return [
            ("▸" if floor == (person.id,) else " ", person.code, person.family_name)
            for person in people
            if person is not None
        ]

    def floor(self) -> str:
        """Who has the floor, and who waits for it."""
        meeting, floor = self._recorder.meeting, self._recorder.has_floor
        behind = [name for sign, _, name in self.waiting() if sign == " "]
        queue = f" Auf der Redeliste: {', '.join(behind)}." if behind else ""
        return f"Am Wort: {speakers_label(meeting, floor) if floor else '–'}.{queue}"

    def decided(self) -> list[tuple[str, str]]:
        """Number and title of the items on which something was moved or decided, the current one first."""
        meeting = self._recorder.meeting
        kinds = (Motion, Resolution, Vote)
        items = {entry.item for kind in kinds for entry in meeting.of_kind(kind)}
        current = course.current_item(meeting)
        found = [item for item in meeting.items if item.id in items]
        return [(item.number, item.title) for item in sorted(found, key=lambda item: item != current)]

    def guests(self) -> list[str]:
        """The guests who are there, each with the line that lets them go."""
        meeting = self._recorder.meeting
        here = attendance.present_at(meeting)
        return [
            f"{person.label} (-{person.code})"
            for person in meeting.people
            if person.role == "guest" and person.id in here
        ]

    def agenda(self) -> list[tuple[str, str, str]]:
        """The agenda with a sign for what is done, current, or non-public."""
        meeting = self._recorder.meeting
        current = course.current_item(meeting)
        called = {call.item for call in meeting.of_kind(ItemCalled)}
        rows = []
        for item in meeting.items:
            sign = "▸" if item == current else " " if called.isdisjoint((item.id, item.joined_to)) else "✓"
            title = f"[nö] {item.title}" if not item.public else item.title
            lead = meeting.item(item.joined_to)
            notes = [_NOTES[item.status]] if item.status in _NOTES else []
            notes += [f"mit {lead.number}"] if lead is not None else []
            rows.append((sign, item.number, f"{title} ({', '.join(notes)})" if notes else title))
        return rows

    def attendance_choices(self) -> list[tuple[str, str]]:
        """For each person the line that lets it come or go, and how to show it."""
        meeting = self._recorder.meeting
        here = attendance.present_at(meeting)
        listed = [person for person in meeting.people if person.role != "stand-in"]
        return [
            (
                f"{'-' if person.id in here else '+'}{person.code}",
                f"{'●' if person.id in here else '○'} {person.code:<6} {person.label}",
            )
            for person in listed
        ]
