"""What the keys of the live screen do."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from textual.screen import Screen

from protocol_tui.errors import ProtocolError
from protocol_tui.tui import texts
from protocol_tui.tui.drafts import DraftKeeper
from protocol_tui.tui.screens.live_line import LineKeys
from protocol_tui.tui.screens.live_view import LiveView
from protocol_tui.tui.session import LiveSession
from protocol_tui.tui.surroundings import Surroundings
from protocol_tui.tui.widgets.entry_line import EntryLine
from protocol_tui.tui.widgets.panels import HintLine

if TYPE_CHECKING:
    from protocol_tui.tui.screens.live_dialogs import LiveDialogs


class LiveActions(Screen[None]):
    """The actions of the table of commands; decisions are the session's, what is asked is asked by the dialogs."""

    def __init__(self, session: LiveSession, surroundings: Surroundings) -> None:
        super().__init__()
        self.session = session
        self._surroundings = surroundings
        self.drafts = DraftKeeper(session.recorder)
        self.view = LiveView(self, session, surroundings)
        self._keys = LineKeys(self, session)
        self._has_blocks = False
        self._undo_warned = False

    @cached_property
    def _dialogs(self) -> LiveDialogs:
        from protocol_tui.tui.screens.live_dialogs import LiveDialogs

        return LiveDialogs(self, self.session, self._surroundings)

    @property
    def line(self) -> EntryLine:
        """The entry line."""
        return self.query_one(EntryLine)

    @property
    def hint(self) -> HintLine:
        """The hint line."""
        return self.query_one(HintLine)

    def read_blocks(self) -> None:
        """Read the text blocks as they are in the file now; where it has an error, those there were stay."""
        try:
            self.session.completing.blocks = self._surroundings.blocks()
        except ProtocolError as error:
            self.hint.warn(error.sentence)
        self._has_blocks = True

    def action_record(self) -> None:
        """Enter, from the palette."""
        self._keys.submit(EntryLine.Submitted(self.line.text, self.line.first_key))

    def action_previous_speaker(self) -> None:
        """Tab, from the palette."""
        self._keys.tab(self.line.text)

    def action_edit_previous(self) -> None:
        """↑, from the palette."""
        self._keys.step(-1)

    def action_proposal(self) -> None:
        """The next way to print the line."""
        self._keys.propose()

    def action_paragraph(self) -> None:
        """Begin a new paragraph in the line."""
        self.line.insert("\n")

    def action_delete(self) -> None:
        """Delete the entry that is being corrected."""
        self.attempt(self.session.delete_correction, texts.DELETED, clear=True)

    def action_undo(self) -> None:
        """Take back what was typed; on an empty line, or one just fetched, the last step of the meeting."""
        correction, line = self.session.correction, self.line
        rewording = self.session.rewording is not None
        if line.text and (rewording or correction is None or line.text != correction.line):
            line.undo()
        elif line.history.redo_stack and not line.text and not self._undo_warned:
            self._undo_warned = True  # the key that emptied the line was meant for it, this one perhaps too
            self.app.bell()
            self.hint.warn(texts.UNDO_MEETING)
        else:
            self.attempt(self.session.undo, clear=True)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        if self.line.text or self.line.history.redo_stack:
            self.line.redo()
        else:
            self.attempt(self.session.redo)

    def action_saved(self) -> None:
        """Say what is saved, and where."""
        meeting = self.session.recorder
        problem = self._surroundings.copy_problem() or self.drafts.problem
        if problem:
            self.hint.warn(problem)
            return
        self.hint.done(texts.saved(meeting.meeting.last_seq, self._surroundings.data_folder, meeting.log.meeting_id))

    def action_scroll_back(self) -> None:
        """A page back in the transcript."""
        self.view.transcript.scroll_page_up(animate=False)

    def action_scroll_on(self) -> None:
        """A page on in the transcript."""
        self.view.transcript.scroll_page_down(animate=False)

    def action_export(self) -> None:
        """Write the Word documents."""
        self._dialogs.export()

    def action_find(self) -> None:
        """Fetch any entry to be corrected."""
        self._dialogs.find()

    def action_extract(self) -> None:
        """Write the extract of an item."""
        self._dialogs.extract()

    def action_head(self) -> None:
        """Change the data of the meeting itself."""
        self._dialogs.head()

    def action_preview(self) -> None:
        """Show the document as it would be printed now."""
        self._dialogs.preview()

    def action_speakers(self) -> None:
        """Choose who has the floor."""
        self._dialogs.speakers()

    def action_next_speaker(self) -> None:
        """Give the floor to the next on the list of speakers."""
        self._keys.next_speaker()

    def action_entry(self) -> None:
        """Change an entry otherwise than by its line."""
        from protocol_tui.tui.screens.entry_dialogs import EntryDialogs

        EntryDialogs(self, self.session).open()

    def action_items(self) -> None:
        """Choose an item and call it."""
        self._dialogs.items()

    def action_vote(self) -> None:
        """Record a vote with a form."""
        self._dialogs.vote()

    def action_blocks(self) -> None:
        """Choose a text block."""
        if self.line.disabled:
            self.app.bell()
            return
        self.read_blocks()
        self._dialogs.blocks()

    def action_attendance(self) -> None:
        """Let somebody come or go."""
        self._dialogs.attendance()

    def attempt(self, action: Callable[[], object], said: str = "", *, clear: bool = False) -> None:
        """Do something that may be refused with a sentence; say what it returns, where nothing else is to be said."""
        try:
            done = action()
        except ProtocolError as error:
            self.view.refuse(error)
            return
        if clear:
            self.line.clear_line()
        self.view.show_change(rebuilt=True)
        if said or isinstance(done, str):
            self.hint.done(said or str(done))
