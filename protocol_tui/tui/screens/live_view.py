"""What the live screen shows around the entry line, brought up to what is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocol_tui.errors import ProtocolError
from protocol_tui.tui import texts
from protocol_tui.tui.session import LiveSession
from protocol_tui.tui.surroundings import Surroundings
from protocol_tui.tui.widgets.panels import Chip, SidePanel, StatusBar
from protocol_tui.tui.widgets.transcript import Transcript

if TYPE_CHECKING:
    from protocol_tui.tui.screens.live_actions import LiveActions


class LiveView:
    """Transcript, side panel, chip and status bar of a live screen, and its refusals."""

    def __init__(self, screen: LiveActions, session: LiveSession, surroundings: Surroundings) -> None:
        self._screen = screen
        self._session = session
        self._surroundings = surroundings

    @property
    def transcript(self) -> Transcript:
        """The transcript."""
        return self._screen.query_one(Transcript)

    def refuse(self, error: ProtocolError) -> None:
        """Say what is wrong; the line stays."""
        self._screen.app.bell()
        self._screen.hint.warn(error.sentence)

    def show_fetched(self, text: str) -> None:
        """Put a fetched line into the entry line, and mark its entry."""
        line = self._screen.line
        line.clear_line()
        if text:
            line.put(text)
            line.history.clear()
        self.mark_selected()
        self.refresh_chip()
        self._screen.hint.hint(texts.CORRECTING if self._session.correction is not None else "")

    def show_change(self, *, rebuilt: bool, before: int = 0) -> None:
        """Bring the screen up to what is stored: the new entries only, or all of them."""
        if rebuilt or len(self._session) <= before:
            self.transcript.show(self._session)
        else:
            self.transcript.show_new()
        self.mark_selected()
        self.refresh_around()

    def mark_selected(self) -> None:
        """Mark the entry that is being corrected, none where none is."""
        self.transcript.select(self._session.selected_index())

    def refresh_around(self) -> None:
        """Show everything beside the transcript as it is now."""
        self.refresh_floor()
        self.refresh_status()

    def refresh_floor(self) -> None:
        """Show who has the floor now, and who comes next."""
        overview = self._session.overview
        self._screen.query_one(SidePanel).show(overview.recent(), overview.waiting(), overview.agenda())
        self.refresh_chip()

    def refresh_chip(self) -> None:
        """Show who has the floor, or what is being corrected."""
        text, correcting = self._session.chip()
        self._screen.query_one(Chip).show(text, correcting=correcting)

    def refresh_status(self) -> None:
        """Show where the meeting is, who is there, the clock, and what is saved."""
        saved, safe = self._surroundings.saved_state(self._session.recorder, self._screen.drafts.problem)
        status = self._session.overview.status(self._surroundings.clock.now(), saved, safe=safe)
        self._screen.query_one(StatusBar).show(status)
