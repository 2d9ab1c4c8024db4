"""The first screen: all meetings."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from typing_extensions import override

from protocol_tui.domain.summary import MeetingSummary
from protocol_tui.errors import ProtocolError
from protocol_tui.minutes.wording import short_date
from protocol_tui.tui import texts
from protocol_tui.tui.commands import Place, bindings_at
from protocol_tui.tui.dialogs.ask import AskDialog
from protocol_tui.tui.surroundings import Surroundings
from protocol_tui.tui.widgets.key_bar import KeyBar
from protocol_tui.tui.widgets.panels import HintLine

_STATUS = {
    "preparing": "vorbereitet",
    "running": "läuft",
    "draft": "Entwurf",
    "in_review": "in Prüfung",
    "signed": "unterzeichnet",
    "distributed": "versandt",
}


class MeetingListScreen(Screen[None]):
    """Lists the meetings, the latest first, and opens them."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_at("list")]
    AUTO_FOCUS = "OptionList"
    place: ClassVar[Place] = "list"

    def __init__(self, surroundings: Surroundings, problem: str = "") -> None:
        """With `problem`, a sentence on why something else could not be opened."""
        super().__init__()
        self._surroundings = surroundings
        self._problem = problem
        self._summaries: list[MeetingSummary] = []

    @override
    def compose(self) -> ComposeResult:
        yield Static(Content(texts.LIST_TITLE), id="list-title")
        yield OptionList(markup=False, id="meetings")
        yield HintLine(id="hint")
        yield KeyBar()

    def on_mount(self) -> None:
        """Make ready what will be wanted."""
        if self._problem:
            self.query_one(HintLine).warn(self._problem)
        self.call_after_refresh(self.run_worker, self._warm_up, thread=True)

    def _warm_up(self) -> None:
        """Bring in what recording needs while the clerk looks at the list."""
        importlib.import_module("protocol_tui.tui.screens.live")
        _ = self._surroundings.meetings

    def on_screen_resume(self) -> None:
        """Show what is stored now, and how to begin where there is nothing yet."""
        self.show_meetings()
        if not self._summaries and not self.query_one(HintLine).has_class("error"):
            self.query_one(HintLine).hint(texts.NO_MEETINGS)

    def show_meetings(self) -> None:
        """Read the list anew."""
        options = self.query_one("#meetings", OptionList)
        marked = options.highlighted or 0
        try:
            self._summaries = list(self._surroundings.catalog.all())
        except ProtocolError as error:
            self.query_one(HintLine).warn(error.sentence)
            return
        options.clear_options()
        options.add_options([Option(Content(_line(summary))) for summary in self._summaries])
        options.highlighted = min(marked, len(self._summaries) - 1) if self._summaries else None

    @on(OptionList.OptionSelected)
    def _selected(self, message: OptionList.OptionSelected) -> None:
        self.open_meeting(self._summaries[message.option_index].id)

    def action_open(self) -> None:
        """Open the marked meeting."""
        summary = self._marked()
        if summary is not None:
            self.open_meeting(summary.id)

    def action_new(self) -> None:
        """Make a new meeting with the form."""
        from protocol_tui.tui.screens.new_meeting import NewMeetingScreen

        self.app.push_screen(NewMeetingScreen(self._surroundings), self._made)

    def action_from_file(self) -> None:
        """Make a new meeting from a Mitschrift."""

        def answered(path: str | None) -> None:
            if path:
                self._try_replay(Path(path).expanduser())

        self.app.push_screen(AskDialog(texts.FILE_QUESTION), answered)

    def action_export(self) -> None:
        """Write the marked meeting's documents."""
        summary = self._marked()
        if summary is None:
            return
        meetings, export = self._surroundings.meetings, self._surroundings.export

        def work() -> None:
            try:
                recorder = meetings.open(summary.id, read_only=True)
            except ProtocolError as error:
                self._say_later(error.sentence, well=False)
                return
            export(recorder.meeting, summary.id, self._say_later)

        self.run_worker(work, thread=True, exclusive=True, group="export")

    def action_leave(self) -> None:
        """End the program."""
        self.app.exit(0)

    def open_meeting(self, meeting_id: str) -> None:
        """Open a meeting for recording."""
        from protocol_tui.tui.screens.live import live_screen

        try:
            screen = live_screen(self._surroundings, meeting_id)
        except ProtocolError as error:
            self.query_one(HintLine).warn(error.sentence)
            return
        self.app.push_screen(screen)

    def _made(self, meeting_id: str | None) -> None:
        if meeting_id is not None:
            self.open_meeting(meeting_id)

    def _try_replay(self, path: Path) -> None:
        try:
            meeting_id = self._surroundings.meetings.replay(path)
        except ProtocolError as error:
            self.app.bell()
            self.query_one(HintLine).warn(error.sentence)
            return
        self.open_meeting(meeting_id)

    def _marked(self) -> MeetingSummary | None:
        index = self.query_one("#meetings", OptionList).highlighted
        return self._summaries[index] if index is not None and index < len(self._summaries) else None

    def _say_later(self, text: str, *, well: bool) -> None:
        hint = self.query_one(HintLine)
        self.app.call_from_thread(hint.done if well else hint.warn, text)


def _line(summary: MeetingSummary) -> str:
    number = "" if summary.number is None else f"{summary.number}. Sitzung"
    status = _STATUS.get(summary.status, summary.status)
    return f"{short_date(summary.date)}  {number:<12} {status:<12} {summary.committee}"
