"""What the screens need of the rest of the program, each part made when it is first wanted.

The list of meetings needs next to nothing and so is there at once; what recording and exporting need is brought in
behind it.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from protocol_tui.errors import ProtocolError
from protocol_tui.services.catalog import Catalog
from protocol_tui.services.ports import Clock
from protocol_tui.tui import texts

if TYPE_CHECKING:
    from protocol_tui.domain.meeting import Meeting
    from protocol_tui.minutes.blocks import Part
    from protocol_tui.minutes.style import Style
    from protocol_tui.services.exporting import Exporter
    from protocol_tui.services.meetings import Meetings
    from protocol_tui.services.recording.recorder import Recorder
    from protocol_tui.services.textblocks import TextBlocks


class Said(Protocol):
    """Takes a sentence for the clerk."""

    def __call__(self, text: str, *, well: bool) -> None: ...


class Makers(Protocol):
    """Makes the parts that are not wanted at once."""

    def meetings(self) -> Meetings: ...

    def exporter(self) -> Exporter: ...

    def style(self) -> Style: ...

    def blocks(self) -> TextBlocks:
        """The clerk's text blocks, or the shipped ones. Raises FileFormatError."""
        ...

    def copy_problem(self) -> str:
        """What is wrong with the second copy, "" while it is well or unwanted."""
        ...


class Surroundings:
    """The services at hand."""

    def __init__(self, catalog: Catalog, data_folder: Path, clock: Clock, makers: Makers) -> None:
        self.catalog = catalog
        self.data_folder = data_folder
        self.clock = clock
        self._makers = makers

    @cached_property
    def meetings(self) -> Meetings:
        """Opens, makes and replays meetings."""
        return self._makers.meetings()

    @cached_property
    def exporter(self) -> Exporter:
        """Writes documents."""
        return self._makers.exporter()

    @cached_property
    def style(self) -> Style:
        """The house style."""
        return self._makers.style()

    def export(self, meeting: Meeting, meeting_id: str, say: Said) -> None:
        """Write the Word documents: the public part, and the non-public one where there is any; say where."""
        parts: list[Part] = ["public"]
        if any(not meeting.is_public(entry) for entry in meeting.entries):
            parts.append("nonpublic")
        self._write(meeting, meeting_id, [(part, "") for part in parts], say)

    def export_extract(self, meeting: Meeting, meeting_id: str, say: Said, *, number: str) -> None:
        """Write the extract of the item of this number as a Word document; say where."""
        public = next((item.public for item in meeting.items if item.number == number), True)
        self._write(meeting, meeting_id, [("public" if public else "nonpublic", number)], say)

    def _write(self, meeting: Meeting, meeting_id: str, wanted: list[tuple[Part, str]], say: Said) -> None:
        """Write one document for each part, or the extract of an item of it."""
        from protocol_tui.services.exporting import Request

        paths: list[str] = []
        try:
            for part, item in wanted:
                request = Request(part=part, kind="auszug" if item else "verlauf", item=item, existing="number")
                paths.append(str(self.exporter.export(meeting, meeting_id, request)))
        except ProtocolError as error:
            say(error.sentence, well=False)
            return
        say(texts.exported(paths), well=True)

    def blocks(self) -> TextBlocks:
        """The clerk's text blocks as they are in the file now. Raises FileFormatError."""
        return self._makers.blocks()

    def copy_problem(self) -> str:
        """What is wrong with the second copy, "" while it is well or unwanted."""
        return self._makers.copy_problem()

    def preview(self, meeting: Meeting, part: Part) -> str:
        """The document of one part as text."""
        from protocol_tui.minutes.layout import lay_out
        from protocol_tui.minutes.plain import to_text

        return to_text(lay_out(meeting, self.style, part=part), width=0)

    def saved_state(self, recorder: Recorder, draft_problem: str) -> tuple[str, bool]:
        """What the status bar says of the disk, and whether all is well."""
        if recorder.read_only:
            return texts.READ_ONLY, False
        if draft_problem:
            return texts.DRAFT_NOT_SAVED, False
        if self.copy_problem():
            return texts.COPY_NOT_SAVED, False
        return texts.SAVED, True
