"""What the forms of a vote need to know: on what, by whom, and whether the figures add up."""

from __future__ import annotations

from collections import Counter

from protocol_tui.domain import attendance, course
from protocol_tui.domain.entries import Vote
from protocol_tui.errors import EntryError
from protocol_tui.minutes.style import Style
from protocol_tui.minutes.votes import result_phrase
from protocol_tui.services.recording.recorder import Recorder
from protocol_tui.services.recording.votes import cast
from protocol_tui.tui.shown import Shown


class Voting:
    """Votes as they would be recorded now."""

    def __init__(self, recorder: Recorder, style: Style) -> None:
        self._recorder = recorder
        self._style = style

    def title(self) -> str:
        """What is voted on, by how many, and who may not."""
        meeting = self._recorder.meeting
        item = course.current_item(meeting)
        here, eligible = attendance.voters_at(meeting), self._eligible()
        barred = [person.label for person in meeting.people if person.id in here - eligible]
        where = f"TOP {item.number} {item.title}" if item is not None else "vor TOP 1"
        if not attendance.attendance_is_kept(meeting):
            return f"Abstimmung · {where}\nWer anwesend ist, ist nicht erfasst; die Summe wird nicht geprüft."
        without = f" · befangen: {', '.join(barred)}" if barred else ""
        return f"Abstimmung · {where}\nStimmberechtigt anwesend: {len(eligible)}{without}"

    def voters(self) -> list[tuple[str, str]]:
        """Code and label of everybody who may vote now, in the order of the list."""
        meeting = self._recorder.meeting
        kept, eligible = attendance.attendance_is_kept(meeting), self._eligible()
        people = [person for person in meeting.people if (person.id in eligible if kept else person.votes)]
        return [
            (person.code, f"{person.label} ({person.group})" if person.group else person.label) for person in people
        ]

    def groups(self) -> list[tuple[str, int]]:
        """The groups with the number of those who may vote now, the largest first; "" for those without a group."""
        meeting = self._recorder.meeting
        kept, eligible = attendance.attendance_is_kept(meeting), self._eligible()
        sizes = Counter(person.group for person in meeting.people if (person.id in eligible if kept else person.votes))
        return sorted(sizes.items(), key=lambda each: (not each[0], -each[1]))

    def check(self, line: str) -> Shown:
        """What a vote's line would record; doubtful where it would not be taken, or does not add up."""
        try:
            vote = self._recorder.rehearse(line).vote
        except EntryError as error:
            return Shown(error.sentence, doubtful=True)
        return self.counted(vote) if vote is not None else Shown("")

    def counted(self, vote: Vote) -> Shown:
        """A vote as it is printed, and how many of those who may vote are missing from its figures."""
        phrase = result_phrase(vote, self._style.vote)
        meeting = self._recorder.meeting
        if vote.result != "counted" or not attendance.attendance_is_kept(meeting):
            return Shown(phrase)
        eligible = len(attendance.eligible_at(meeting, vote))
        missing = eligible - cast(vote)
        remark = f"{cast(vote)} von {eligible} Stimmberechtigten"
        short = f"{remark}, {missing} {'fehlt' if missing == 1 else 'fehlen'}"
        return Shown(phrase, short if missing else remark, doubtful=missing != 0)

    def _eligible(self) -> frozenset[str]:
        meeting = self._recorder.meeting
        item = course.current_item(meeting)
        return attendance.eligible_at(meeting, item=item.id if item is not None else "")
