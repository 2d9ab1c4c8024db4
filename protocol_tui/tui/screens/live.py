"""The live screen: transcript, side panel, hint, entry line."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import Key
from textual.screen import Screen
from textual.timer import Timer
from typing_extensions import override

from protocol_tui.domain.changes import Draft
from protocol_tui.errors import ProtocolError
from protocol_tui.services.textblocks import Expansion
from protocol_tui.tui import texts
from protocol_tui.tui.commands import Place, bindings_at
from protocol_tui.tui.drafts import DraftKeeper
from protocol_tui.tui.screens.live_line import LineKeys
from protocol_tui.tui.screens.live_view import LiveView
from protocol_tui.tui.session import LiveSession
from protocol_tui.tui.surroundings import Surroundings
from protocol_tui.tui.widgets.entry_line import EntryLine
from protocol_tui.tui.widgets.key_bar import KeyBar
from protocol_tui.tui.widgets.panels import Chip, HintLine, SidePanel, StatusBar
from protocol_tui.tui.widgets.transcript import Transcript

if TYPE_CHECKING:
    from protocol_tui.tui.screens.live_dialogs import LiveDialogs

HINT_DELAY = 0.01
"""Seconds after a key until the hint follows: behind the picture of the key itself."""

BURST, BURST_DELAY = 0.05, 0.08
"""Keys that follow each other faster than `BURST` seconds wait for no hint: it comes when they pause."""

SETTLED = 0.1
"""Seconds after which the first picture stands and the start is cleared up."""

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
        self.drafts = DraftKeeper(session.recorder)
        self.view = LiveView(self, session, surroundings)
        self._keys = LineKeys(self, session)
        self._hint_timer: Timer | None = None
        self._last_change = 0.0
        self._has_blocks = False
        self._undo_warned = False

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
        yield KeyBar()

    def on_mount(self) -> None:
        """Show what is stored, and take up an unfinished line."""
        self.view.transcript.show(self.session)
        self.view.refresh_around()
        self.set_interval(CLOCK_TICK, self.view.refresh_status)
        self.set_timer(SETTLED, self._get_ready)
        self.line.expansion_of = self._expansion_of
        recorder = self.session.recorder
        if recorder.read_only:
            self.line.disabled = True
            self.set_interval(FOLLOW_TICK, self._follow)
        else:
            self.set_interval(DraftKeeper.INTERVAL, self.keep_draft)
            self._restore_draft(recorder.log.load_draft())
        if recorder.warnings:
            self.hint.warn(" ".join(recorder.warnings))

    def read_blocks(self) -> None:
        """Read the text blocks as they are in the file now; where it has an error, those there were stay."""
        try:
            self.session.blocks = self._surroundings.blocks()
        except ProtocolError as error:
            self.hint.warn(error.sentence)
        self._has_blocks = True

    def _get_ready(self) -> None:
        """Bring in what the first line will want."""
        if not self._has_blocks:
            self.read_blocks()
        self.run_worker(self.session.recorder.warm_up, thread=True)

    def _expansion_of(self, word: str, opens: bool) -> Expansion | None:  # noqa: FBT001  # called by the entry line only
        if not self._has_blocks:
            self.read_blocks()
        return self.session.expand(word, self._surroundings.clock.now(), opens=opens)

    def on_key(self, event: Key) -> None:
        """What is typed where only reading is possible gets an answer."""
        recorder = self.session.recorder
        if recorder.read_only and (event.is_printable or event.key == "enter"):
            event.stop()
            event.prevent_default()
            self.app.bell()
            self.hint.warn(" ".join(recorder.warnings))

    def on_resize(self) -> None:
        """The status bar leaves out what no longer fits."""
        self.view.refresh_status()

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

    @on(EntryLine.Submitted)
    def _answer_submitted(self, message: EntryLine.Submitted) -> None:
        self._keys.submit(message)
        message.answered.set()

    @on(EntryLine.Tabbed)
    def _answer_tabbed(self, message: EntryLine.Tabbed) -> None:
        self._keys.tab(message.text)
        message.answered.set()

    @on(EntryLine.Stepped)
    def _answer_stepped(self, message: EntryLine.Stepped) -> None:
        self._keys.step(message.direction)
        message.answered.set()

    @on(EntryLine.Left)
    def _answer_left(self, message: EntryLine.Left) -> None:
        self._keys.leave()
        message.answered.set()

    @on(EntryLine.Changed)
    def _changed(self) -> None:
        self.drafts.touch()
        self._undo_warned = self._undo_warned and not self.line.text
        if self._hint_timer is not None:
            self._hint_timer.stop()
        now = monotonic()
        delay = HINT_DELAY if now - self._last_change > BURST else BURST_DELAY
        self._last_change = now
        self._hint_timer = self.set_timer(delay, self._keys.show_hint)

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

    def action_leave(self) -> None:
        """Back to the list; what is in the line is kept as the unfinished line."""
        if not self.is_active:  # left already, by the key before in a burst
            return
        self.put_away()
        if self.app.screen_stack[0] is not self:
            self.dismiss(None)
            return
        mode = self.app.current_mode  # the program began with this screen: there is no list below it yet
        self.app.switch_mode("list")
        self.app.call_later(self.app.remove_mode, mode)  # there, since it waits until this screen has ended

    def put_away(self) -> None:
        """Keep the unfinished line, and let the meeting go."""
        self.keep_draft(wait=True)
        self.drafts.close()
        self._surroundings.meetings.leave(self.session.recorder)

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

    def keep_draft(self, *, wait: bool = False) -> None:
        """Keep the unfinished line; with `wait`, return only when it is on the disk."""
        self.drafts.keep(self.session.draft_of(self.line.text, self.line.first_key), wait=wait)

    def _restore_draft(self, draft: Draft | None) -> None:
        if draft is None or not self.session.restore(draft):
            return
        self.line.put(draft.text, draft.at)
        self._keys.keep_said()
        self.view.refresh_chip()
        self.view.mark_selected()
        self.hint.done(texts.DRAFT_RESTORED)

    def _follow(self) -> None:
        if self.session.recorder.follow():
            self.view.show_change(rebuilt=True)


def live_screen(surroundings: Surroundings, meeting_id: str) -> LiveScreen:
    """Open a meeting for recording. Raises ProtocolError where that can't be."""
    recorder = surroundings.meetings.open(meeting_id)
    return LiveScreen(LiveSession(recorder, surroundings.style), surroundings)
