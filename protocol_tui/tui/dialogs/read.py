"""A modal page to read: help, preview."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static
from typing_extensions import override

from protocol_tui.tui import texts
from protocol_tui.tui.answering import AnswersOnce


class ReadDialog(ModalScreen[None], AnswersOnce[None]):
    """Shows a long text; every key that usually closes or scrolls does."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,q,enter", "close", show=False),
        Binding("up", "scroll('up')", show=False),
        Binding("down", "scroll('down')", show=False),
        Binding("pageup", "scroll('page_up')", show=False),
        Binding("pagedown,space", "scroll('page_down')", show=False),
    ]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self._text = text

    @override
    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog page"):
            yield Static(Content(self._title), classes="dialog-title")
            with VerticalScroll():
                yield Static(Content(self._text))
            yield Static(Content(texts.CLOSE_WITH_ESCAPE), classes="dialog-help")

    def action_close(self) -> None:
        """Back to where it was opened."""
        self.dismiss(None)

    def action_scroll(self, how: str) -> None:
        """Scroll the page."""
        scroll = self.query_one(VerticalScroll)
        getattr(scroll, f"scroll_{how}")(animate=False)
