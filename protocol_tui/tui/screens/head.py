"""The data of a meeting itself, changed while it runs or afterwards."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from typing_extensions import override

from protocol_tui.domain.head import Head
from protocol_tui.domain.meeting import Meeting
from protocol_tui.errors import ProtocolError
from protocol_tui.services.forms import MeetingForm, changed_head, form_of
from protocol_tui.tui import texts
from protocol_tui.tui.answering import AnswersOnce
from protocol_tui.tui.commands import Place
from protocol_tui.tui.screens.new_meeting import FORM_BINDINGS, HeadFields
from protocol_tui.tui.widgets.key_bar import KeyBar
from protocol_tui.tui.widgets.panels import HintLine


class HeadScreen(AnswersOnce[Head | None]):
    """Shows the head as it is; answers the head as it should be, or None."""

    BINDINGS: ClassVar[list[BindingType]] = FORM_BINDINGS
    AUTO_FOCUS = "#committee"
    place: ClassVar[Place] = "form"

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting

    @override
    def compose(self) -> ComposeResult:
        yield Static(Content(texts.HEAD_TITLE), id="list-title")
        with VerticalScroll(id="form", can_focus=False):
            yield HeadFields(form_of(self._meeting))
        yield HintLine(id="hint")
        yield KeyBar()

    def on_mount(self) -> None:
        """Say how to get about."""
        self.query_one(HintLine).hint(texts.HEAD_HELP)

    def action_create(self) -> None:
        """Take the data over, or say what is wrong with them."""
        try:
            head = changed_head(self._meeting, MeetingForm(**self.query_one(HeadFields).values()))
        except ProtocolError as error:
            self.app.bell()
            self.query_one(HintLine).warn(error.sentence)
            return
        self.dismiss(head)

    def action_leave(self) -> None:
        """Back, with nothing changed."""
        self.dismiss(None)
