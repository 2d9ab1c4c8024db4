"""What the keys of the entry line do on the live screen: take a line, give the floor, fetch, reword."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocol_tui.errors import EntryError, ProtocolError
from protocol_tui.tui import texts
from protocol_tui.tui.session import LiveSession
from protocol_tui.tui.shown import Shown
from protocol_tui.tui.widgets.entry_line import EntryLine

if TYPE_CHECKING:
    from protocol_tui.tui.screens.live_actions import LiveActions


class LineKeys:
    """Answers the entry line. Decisions are the session's; what changes is shown by the screen."""

    def __init__(self, screen: LiveActions, session: LiveSession) -> None:
        self._screen = screen
        self._session = session
        self._said_of = ""

    def submit(self, message: EntryLine.Submitted) -> None:
        """Enter: take the line, or the correction, or the wording."""
        screen, session = self._screen, self._session
        if not message.text.strip():
            self._bell(texts.LINE_IS_EMPTY)
            return
        was_correction = session.correction is not None
        before = len(session.recorder.meeting.entries)
        try:
            said = session.submit(message.text, message.first_key)
        except ProtocolError as error:
            screen.view.refuse(error)
            return
        screen.line.clear_line()
        screen.drafts.drop()
        screen.view.show_change(rebuilt=was_correction, before=before)
        screen.hint.done(said)

    def tab(self, text: str) -> None:
        """Tab: complete a command, give the floor, or back to the previous speaker."""
        screen, session = self._screen, self._session
        if session.rewording is not None:
            self._bell(texts.REWORDING)
            return
        if text.startswith("/"):
            self._complete(text)
            return
        try:
            if text.strip():
                session.give_floor_by_codes(screen.line.text_before_cursor)
                screen.line.drop_before_cursor()
            elif not session.previous_speaker():
                self._bell(texts.NOBODY_SPOKE)
                return
        except EntryError as error:
            screen.view.refuse(error)
            return
        screen.view.refresh_floor()
        screen.hint.hint(session.overview.floor())

    def next_speaker(self) -> None:
        """The next on the list of speakers has the floor; what stands in the line is what they say."""
        screen, session = self._screen, self._session
        try:
            session.give_floor_to_next()
        except ProtocolError as error:
            screen.view.refuse(error)
            self.keep_said()
            return
        screen.view.refresh_floor()
        screen.hint.hint(session.overview.floor())

    def step(self, direction: int) -> None:
        """↑ and ↓: fetch another entry; under a line that was typed lies its proposal, to be edited."""
        screen, session = self._screen, self._session
        if session.rewording is not None:
            if direction < 0:
                self.leave()
            return
        text = screen.line.text
        correction = session.correction
        untouched = text == (correction.line if correction is not None else "")
        if direction > 0 and text.strip() and (not untouched or session.proposing.chosen):
            self._reword(text)
            return
        if not untouched:
            return
        fetched = session.fetch(direction)
        if fetched is None:
            screen.app.bell()
            return
        screen.view.show_fetched(fetched)

    def leave(self) -> None:
        """Escape: back from a wording to its line, from a correction to the empty line; nothing is discarded."""
        screen, session = self._screen, self._session
        if session.rewording is not None:
            self._end_rewording()
            return
        if session.correction is None:
            screen.hint.hint(texts.ESCAPE_KEEPS if screen.line.text else "")
            return
        try:
            session.leave_correction(screen.line.text)
        except EntryError as error:
            screen.view.refuse(error)
            return
        screen.view.show_fetched("")

    def propose(self) -> None:
        """F4: the next way to print the line."""
        screen, session = self._screen, self._session
        if session.rewording is not None or not screen.line.text.strip():
            self._bell(texts.REWORDING if session.rewording is not None else texts.NOTHING_PROPOSED)
            return
        try:
            shown = session.next_proposal(screen.line.text)
        except EntryError as error:
            screen.view.refuse(error)
            return
        if shown is None:
            self._bell(texts.NOTHING_PROPOSED)
            return
        self._said_of = ""
        screen.hint.proposal(shown)

    def show_hint(self) -> None:
        """Say what Enter would do with the line as it stands."""
        screen, text = self._screen, self._screen.line.text
        if not text.strip():
            screen.hint.clear_hint()
            return
        if text == self._said_of:
            return
        self._said_of = ""
        try:
            screen.hint.proposal(self._session.preview(text))
        except EntryError as error:
            screen.hint.hint(f"… {error.sentence}")

    def keep_said(self) -> None:
        """What was just said of the line is not to be overwritten by a hint."""
        self._said_of = self._screen.line.text

    def _reword(self, text: str) -> None:
        screen, session = self._screen, self._session
        try:
            wording = session.reword(text, screen.line.first_key)
        except EntryError as error:
            screen.view.refuse(error)
            return
        screen.line.exchange(wording)
        screen.view.refresh_chip()
        screen.hint.proposal(Shown("", texts.REWORDING))

    def _end_rewording(self) -> None:
        screen, session = self._screen, self._session
        aside = session.end_rewording(screen.line.text)
        if aside is not None:
            screen.line.exchange(aside.line, aside.first_key)
        screen.view.refresh_chip()
        self.show_hint()

    def _complete(self, text: str) -> None:
        words = self._session.completing.commands(text)
        if len(words) == 1:
            self._screen.line.put(f"{words[0]} ", self._screen.line.first_key)
        else:
            self._screen.app.bell()

    def _bell(self, sentence: str) -> None:
        self._screen.app.bell()
        self._screen.hint.warn(sentence)
        self.keep_said()
