"""What the screens need of the rest of the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from protocol_tui.domain.meeting import Meeting
from protocol_tui.errors import ProtocolError
from protocol_tui.minutes.layout import lay_out
from protocol_tui.minutes.plain import to_text
from protocol_tui.minutes.style import Style
from protocol_tui.services.exporting import Exporter, Request
from protocol_tui.services.meetings import Meetings
from protocol_tui.services.ports import Clock
from protocol_tui.services.recording.recorder import Recorder
from protocol_tui.tui import texts


class Said(Protocol):
    """Takes a sentence for the clerk."""

    def __call__(self, text: str, *, well: bool) -> None: ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The services at hand. `copy_problem` tells what is wrong with the second copy, "" while it is well."""

    meetings: Meetings
    exporter: Exporter
    style: Style
    data_folder: Path
    clock: Clock
    copy_problem: Callable[[], str] = lambda: ""

    def export(self, meeting: Meeting, meeting_id: str, say: Said) -> None:
        """Write the Word documents: the public part, and the non-public one where there is any; say where."""
        parts: list[str] = []
        try:
            parts.append(str(self.exporter.export(meeting, meeting_id, Request(overwrite=True))))
            if any(not meeting.is_public(entry) for entry in meeting.entries):
                closed = Request(part="nonpublic", overwrite=True)
                parts.append(str(self.exporter.export(meeting, meeting_id, closed)))
        except ProtocolError as error:
            say(error.sentence, well=False)
            return
        say(texts.exported(parts), well=True)

    def preview(self, meeting: Meeting) -> str:
        """The public document as text."""
        return to_text(lay_out(meeting, self.style), width=0)

    def saved_state(self, recorder: Recorder, draft_problem: str) -> tuple[str, bool]:
        """What the status bar says of the disk, and whether all is well."""
        if recorder.read_only:
            return texts.READ_ONLY, False
        if draft_problem:
            return texts.DRAFT_NOT_SAVED, False
        if self.copy_problem():
            return texts.COPY_NOT_SAVED, False
        return texts.SAVED, True
