"""The live screen: transcript, side panel, hint, entry line."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import Key
from textual.timer import Timer
from typing_extensions import override

from protocol_tui.domain.changes import Draft
from protocol_tui.services.textblocks import Expansion
from protocol_tui.tui import texts
from protocol_tui.tui.commands import Place, bindings_at
from protocol_tui.tui.drafts import DraftKeeper
from protocol_tui.tui.screens.live_actions import LiveActions
from protocol_tui.tui.session import LiveSession
from protocol_tui.tui.surroundings import Surroundings
from protocol_tui.tui.widgets.entry_line import EntryLine
from protocol_tui.tui.widgets.key_bar import KeyBar
from protocol_tui.tui.widgets.panels import Chip, HintLine, SidePanel, StatusBar
from protocol_tui.tui.widgets.transcript import Transcript

if TYPE_CHECKING:
    pass

HINT_DELAY = 0.01
"""Seconds after a key until the hint follows: behind the picture of the key itself."""

BURST, BURST_DELAY = 0.05, 0.08
"""Keys that follow each other faster than `BURST` seconds wait for no hint: it comes when they pause."""

SETTLED = 0.1
"""Seconds after which the first picture stands and the start is cleared up."""

CLOCK_TICK = 5.0
FOLLOW_TICK = 1.0
NARROW = 100


class LiveScreen(LiveActions):
    """Records a running meeting. Decisions are the session's, storing is the recorder's."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings_at("live")]
    place: ClassVar[Place] = "live"
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (NARROW, "-wide")]  # noqa: RUF012 - Textual's
    AUTO_FOCUS = "EntryLine"

    def __init__(self, session: LiveSession, surroundings: Surroundings) -> None:
        super().__init__(session, surroundings)
        self._hint_timer: Timer | None = None
        self._last_change = 0.0

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

    def _get_ready(self) -> None:
        """Bring in what the first line will want."""
        if not self._has_blocks:
            self.read_blocks()
        self.run_worker(self.session.recorder.warm_up, thread=True)

    def _expansion_of(self, word: str, opens: bool) -> Expansion | None:  # noqa: FBT001  # called by the entry line only
        if not self._has_blocks:
            self.read_blocks()
        return self.session.completing.expand(word, self._surroundings.clock.now(), opens=opens)

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
