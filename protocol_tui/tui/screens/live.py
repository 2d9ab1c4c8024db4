"""The live screen: transcript, side panel, hint, entry line."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Footer
from typing_extensions import override

from protocol_tui.domain.changes import Draft
from protocol_tui.errors import EntryError, ProtocolError
from protocol_tui.tui import texts
from protocol_tui.tui.commands import Place, bindings_at
from protocol_tui.tui.drafts import DraftKeeper
from protocol_tui.tui.rows import row_of
from protocol_tui.tui.screens.live_dialogs import LiveDialogs
from protocol_tui.tui.session import LiveSession
from protocol_tui.tui.surroundings import Surroundings
from protocol_tui.tui.widgets.entry_line import EntryLine
from protocol_tui.tui.widgets.panels import Chip, HintLine, SidePanel, StatusBar
from protocol_tui.tui.widgets.transcript import Transcript

HINT_DELAY = 0.04
"""Seconds after a key until the hint follows: long enough to never come between two keys of a fast typist's burst."""

CLOCK_TICK = 5.0
FOLLOW_TICK = 1.0
NARROW = 100


class LiveScreen(Screen[None]):
    """Records a running meeting. Decisions are the session's, storing is the recorder's."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_at("live")]
    place: ClassVar[Place] = "live"
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (NARROW, "-wide")]  # noqa: RUF012 - Textual's
    AUTO_FOCUS = "EntryLine"

    def __init__(self, session: LiveSession, surroundings: Surroundings) -> None:
        super().__init__()
        self.session = session
        self._surroundings = surroundings
        self._drafts = DraftKeeper(session.recorder)
        self._dialogs = LiveDialogs(self, session, surroundings)
        self._hint_timer: Timer | None = None
        self._said_of = ""

    @override
    def compose(self) -> ComposeResult:
        yield StatusBar(id="status")
        with Horizontal(id="middle"):
            yield Transcript(id="transcript")
            yield SidePanel(id="side")
        yield HintLine(id="hint")
        with Horizontal(id="entry"):
            yield Chip(id="chip")
            yield EntryLine(self._surroundings.clock.now, id="line")
        yield Footer()

    def on_mount(self) -> None:
        """Show what is stored, and take up an unfinished line."""
        self.query_one(Transcript).show_rows(self.session.rows())
        self._refresh_around()
        self.set_interval(CLOCK_TICK, self._refresh_status)
        recorder = self.session.recorder
        if recorder.read_only:
            self.line.disabled = True
            self.set_interval(FOLLOW_TICK, self._follow)
        else:
            self.set_interval(DraftKeeper.INTERVAL, self._keep_draft)
            self._restore_draft(recorder.log.load_draft())
        if recorder.warnings:
            self.hint.warn(" ".join(recorder.warnings))

    def on_resize(self) -> None:
        """The status bar leaves out what no longer fits."""
        self._refresh_status()

    @property
    def line(self) -> EntryLine:
        """The entry line."""
        return self.query_one(EntryLine)

    @property
    def hint(self) -> HintLine:
        """The hint line."""
        return self.query_one(HintLine)

    @on(EntryLine.Submitted)
    def _answer_submitted(self, message: EntryLine.Submitted) -> None:
        self._submit(message)
        message.answered.set()

    def _submit(self, message: EntryLine.Submitted) -> None:
        if not message.text.strip():
            self.app.bell()
            self.hint.warn(texts.LINE_IS_EMPTY)
            return
        was_correction = self.session.correction is not None
        before = len(self.session.recorder.meeting.entries)
        try:
            said = self.session.submit(message.text, message.first_key)
        except ProtocolError as error:
            self._refuse(error)
            return
        self.line.clear_line()
        self._drafts.drop()
        self._show_change(rebuilt=was_correction, before=before)
        self.hint.done(said)

    @on(EntryLine.Tabbed)
    def _answer_tabbed(self, message: EntryLine.Tabbed) -> None:
        self._tab(message)
        message.answered.set()

    def _tab(self, message: EntryLine.Tabbed) -> None:
        if message.text.startswith("/"):
            self._complete(message.text)
            return
        try:
            if message.text.strip():
                self.session.give_floor_by_codes(message.text)
                self.line.clear_line()
            elif not self.session.previous_speaker():
                self.app.bell()
                self.hint.warn(texts.NOBODY_SPOKE)
                return
        except EntryError as error:
            self._refuse(error)
            return
        self._refresh_chip()
        self.hint.hint(texts.FLOOR_GIVEN)

    def _complete(self, text: str) -> None:
        words = self.session.completions(text)
        if len(words) == 1:
            self.line.put(f"{words[0]} ", self.line.first_key)
        else:
            self.app.bell()

    @on(EntryLine.Stepped)
    def _answer_stepped(self, message: EntryLine.Stepped) -> None:
        self._step(message)
        message.answered.set()

    def _step(self, message: EntryLine.Stepped) -> None:
        correction = self.session.correction
        untouched = self.line.text == (correction.line if correction is not None else "")
        if not untouched:
            return
        fetched = self.session.fetch(message.direction)
        if fetched is None:
            self.app.bell()
            return
        self._show_fetched(fetched)

    @on(EntryLine.Left)
    def _answer_left(self, message: EntryLine.Left) -> None:
        self._leave_line()
        message.answered.set()

    def _leave_line(self) -> None:
        if self.session.correction is None:
            self.hint.hint(texts.ESCAPE_KEEPS if self.line.text else "")
            return
        try:
            self.session.leave_correction(self.line.text)
        except EntryError as error:
            self._refuse(error)
            return
        self._show_fetched("")

    @on(EntryLine.Changed)
    def _changed(self) -> None:
        self._drafts.touch()
        if self._hint_timer is not None:
            self._hint_timer.stop()
        self._hint_timer = self.set_timer(HINT_DELAY, self._show_hint)

    def action_record(self) -> None:
        """Enter, from the palette."""
        self._submit(EntryLine.Submitted(self.line.text, self.line.first_key))

    def action_previous_speaker(self) -> None:
        """Tab, from the palette."""
        self._tab(EntryLine.Tabbed(self.line.text))

    def action_edit_previous(self) -> None:
        """↑, from the palette."""
        self._step(EntryLine.Stepped(-1))

    def action_paragraph(self) -> None:
        """Begin a new paragraph in the line."""
        self.line.insert("\n")

    def action_delete(self) -> None:
        """Delete the entry that is being corrected."""
        self.attempt(self.session.delete_correction, texts.DELETED, clear=True)

    def action_undo(self) -> None:
        """Take back what was typed; on an empty line, or one just fetched, the last step of the meeting."""
        correction = self.session.correction
        if self.line.text and (correction is None or self.line.text != correction.line):
            self.line.undo()
            return
        self.session.correction = None
        self.attempt(self.session.recorder.undo, texts.UNDONE, clear=True)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        if self.line.text:
            self.line.redo()
            return
        self.attempt(self.session.recorder.redo, texts.REDONE)

    def action_saved(self) -> None:
        """Say what is saved, and where."""
        meeting = self.session.recorder
        problem = self._surroundings.copy_problem() or self._drafts.problem
        if problem:
            self.hint.warn(problem)
            return
        self.hint.done(texts.saved(meeting.meeting.last_seq, self._surroundings.data_folder, meeting.log.meeting_id))

    def action_scroll_back(self) -> None:
        """A page back in the transcript."""
        self.query_one(Transcript).scroll_page_up(animate=False)

    def action_scroll_on(self) -> None:
        """A page on in the transcript."""
        self.query_one(Transcript).scroll_page_down(animate=False)

    def action_export(self) -> None:
        """Write the Word documents."""
        self._dialogs.export()

    def action_head(self) -> None:
        """Change the data of the meeting itself."""
        self._dialogs.head()

    def action_preview(self) -> None:
        """Show the document as it would be printed now."""
        self._dialogs.preview()

    def action_speakers(self) -> None:
        """Choose who has the floor."""
        self._dialogs.speakers()

    def action_items(self) -> None:
        """Choose an item and call it."""
        self._dialogs.items()

    def action_attendance(self) -> None:
        """Let somebody come or go."""
        self._dialogs.attendance()

    def action_leave(self) -> None:
        """Back to the list; what is in the line is kept as the unfinished line."""
        self._keep_draft(wait=True)
        self._drafts.close()
        self._surroundings.meetings.leave(self.session.recorder)
        self.dismiss(None)

    def attempt(self, action: Callable[[], object], said: str, *, clear: bool = False) -> None:
        """Do something that may be refused with a sentence."""
        try:
            action()
        except ProtocolError as error:
            self._refuse(error)
            return
        if clear:
            self.line.clear_line()
        self._show_change(rebuilt=True)
        if said:
            self.hint.done(said)

    def _refuse(self, error: ProtocolError) -> None:
        self.app.bell()
        self.hint.warn(error.sentence)

    def _show_fetched(self, text: str) -> None:
        self.line.clear_line()
        if text:
            self.line.put(text)
            self.line.history.clear()
        self.query_one(Transcript).select(self.session.selected_index())
        self._refresh_chip()
        self.hint.hint(texts.CORRECTING if self.session.correction is not None else "")

    def _show_change(self, *, rebuilt: bool, before: int = 0) -> None:
        """Bring the screen up to what is stored: the new entries only, or all of them."""
        transcript = self.query_one(Transcript)
        meeting = self.session.recorder.meeting
        if rebuilt or len(meeting.entries) <= before:
            transcript.show_rows(self.session.rows())
        else:
            for entry in meeting.entries[before:]:
                transcript.append_row(row_of(meeting, entry, self.session.style))
        transcript.select(self.session.selected_index())
        self._refresh_around()

    def _show_hint(self) -> None:
        text = self.line.text
        if not text.strip():
            self.hint.clear_hint()
            return
        if text == self._said_of:
            return
        self._said_of = ""
        try:
            self.hint.hint(f"→ {self.session.preview(text)}")
        except EntryError as error:
            self.hint.hint(f"… {error.sentence}")

    def _refresh_around(self) -> None:
        self.query_one(SidePanel).show(self.session.recent(), self.session.agenda())
        self._refresh_chip()
        self._refresh_status()

    def _refresh_chip(self) -> None:
        text, correcting = self.session.chip()
        self.query_one(Chip).show(text, correcting=correcting)

    def _refresh_status(self) -> None:
        saved, safe = self._surroundings.saved_state(self.session.recorder, self._drafts.problem)
        status = self.session.status(self._surroundings.clock.now(), saved, safe=safe)
        self.query_one(StatusBar).show(status)

    def _keep_draft(self, *, wait: bool = False) -> None:
        self._drafts.keep(self.session.draft_of(self.line.text, self.line.first_key), wait=wait)

    def _restore_draft(self, draft: Draft | None) -> None:
        if draft is None or not self.session.restore(draft):
            return
        self.line.put(draft.text, draft.at)
        self._said_of = self.line.text  # what was just said of this text is not to be overwritten by a hint
        self._refresh_chip()
        self.query_one(Transcript).select(self.session.selected_index())
        self.hint.done(texts.DRAFT_RESTORED)

    def _follow(self) -> None:
        if self.session.recorder.follow():
            self._show_change(rebuilt=True)
