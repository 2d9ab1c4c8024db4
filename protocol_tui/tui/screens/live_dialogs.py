"""What the live screen asks and shows over itself: lists to choose from, the head's form, the preview, the export."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.screen import ModalScreen

from protocol_tui.domain import course
from protocol_tui.domain.head import Head
from protocol_tui.domain.meeting import Meeting
from protocol_tui.minutes.blocks import Part
from protocol_tui.tui import texts
from protocol_tui.tui.dialogs.by_group import GroupVoteDialog
from protocol_tui.tui.dialogs.choose import Choice, ChooseDialog
from protocol_tui.tui.dialogs.count import CountDialog
from protocol_tui.tui.dialogs.election import ElectionDialog
from protocol_tui.tui.dialogs.read import ReadDialog
from protocol_tui.tui.dialogs.roll_call import RollCallDialog
from protocol_tui.tui.session import LiveSession
from protocol_tui.tui.surroundings import Said, Surroundings

if TYPE_CHECKING:
    from protocol_tui.tui.screens.live_actions import LiveActions


class LiveDialogs:
    """Opens dialogs over a live screen and does what they answer."""

    def __init__(self, screen: LiveActions, session: LiveSession, surroundings: Surroundings) -> None:
        self._screen = screen
        self._session = session
        self._surroundings = surroundings

    def speakers(self) -> None:
        """Choose who has the floor."""
        people = self._session.recorder.known.persons
        choices = [Choice(person.code, f"{person.code:<6} {person.function} {person.surname}") for person in people]
        self._ask(texts.WHO_SPEAKS, choices, self._session.give_floor_by_codes)

    def items(self) -> None:
        """Choose an item and call it."""
        choices = [
            Choice(number, f"{sign} {number:<5} {title}") for sign, number, title in self._session.overview.agenda()
        ]
        self._ask(texts.WHICH_ITEM, choices, lambda number: self._record(f".{number}"))

    def attendance(self, at: int = 0) -> None:
        """Let people come or go, one after the other, until the list is left."""
        choices = [Choice(line, label) for line, label in self._session.overview.attendance_choices()]

        def answered(line: str | None) -> None:
            if line is not None:
                self._screen.attempt(lambda: self._record(line))
                self.attendance([choice.value for choice in choices].index(line))

        self._screen.app.push_screen(ChooseDialog(texts.WHO_COMES, choices, at), answered)

    def find(self) -> None:
        """Fetch any entry to be corrected."""
        if self._screen.line.text.strip():
            self._screen.app.bell()
            self._screen.hint.warn(texts.FIND_NEEDS_EMPTY_LINE)
            return
        choices = [Choice(entry, words) for entry, words in self._session.entries()]
        self._ask(texts.WHICH_ENTRY, choices, self._fetch)

    def _fetch(self, entry: str) -> None:
        self._screen.view.show_fetched(self._session.fetch_entry(entry))

    def blocks(self) -> None:
        """Put a text block into the line."""
        blocks = self._session.completing.blocks.block
        choices = [Choice(block.short, f"{block.short:<6} {block.title}", block.text) for block in blocks]

        def chosen(short: str | None) -> None:
            if short is not None:
                self._screen.line.insert_expansion(short)

        self._screen.app.push_screen(ChooseDialog(texts.WHICH_BLOCK, choices), chosen)

    def vote(self) -> None:
        """Record a vote: counted, secret, by name, or by its outcome alone."""
        choices = [Choice(value, label, words) for value, label, words in texts.VOTE_KINDS]
        voting = self._session.voting
        title = voting.title()

        def chosen(kind: str | None) -> None:
            forms: dict[str | None, Callable[[], ModalScreen[str | None]]] = {
                "namentlich": lambda: RollCallDialog(title, voting.voters()),
                "fraktionen": lambda: GroupVoteDialog(title, voting.groups(), voting.check),
                "wahl": lambda: ElectionDialog(title, voting.check),
            }
            if kind in forms:
                self._screen.app.push_screen(forms[kind](), self._vote)
            elif kind is not None and kind.endswith(" "):
                word = kind.replace("# ", "#")
                self._screen.app.push_screen(CountDialog(title, word, voting.check), self._vote)
            else:
                self._vote(kind)

        self._screen.app.push_screen(ChooseDialog(title, choices), chosen)

    def _vote(self, line: str | None) -> None:
        if line is not None:
            self._screen.attempt(lambda: self._record(line), "")

    def head(self) -> None:
        """Change the data of the meeting itself."""
        from protocol_tui.tui.screens.head import HeadScreen

        recorder = self._session.recorder

        def answered(head: Head | None) -> None:
            if head is not None:
                self._screen.attempt(lambda: recorder.set_head(head), texts.HEAD_CHANGED)

        self._screen.app.push_screen(HeadScreen(recorder.meeting), answered)

    def preview(self) -> None:
        """Show the part of the document in which the sitting is now."""
        meeting = self._session.recorder.meeting
        part: Part = "public" if course.session_is_public(meeting) else "nonpublic"
        page = ReadDialog(texts.PREVIEW_TITLES[part], self._surroundings.preview(meeting, part))
        self._screen.app.push_screen(page)

    def export(self) -> None:
        """Write the Word documents."""
        self._write(self._surroundings.export)

    def extract(self) -> None:
        """Write the extract of an item on which something was decided; the one that is being debated comes first."""
        choices = [Choice(number, f"{number:<5} {title}") for number, title in self._session.overview.decided()]

        def answered(number: str | None) -> None:
            if number is not None:
                self._write(partial(self._surroundings.export_extract, number=number))

        if choices:
            self._screen.app.push_screen(ChooseDialog(texts.WHICH_EXTRACT, choices), answered)
        else:
            self._screen.app.bell()
            self._screen.hint.warn(texts.NOTHING_DECIDED)

    def _write(self, write: Callable[[Meeting, str, Said], None]) -> None:
        """Write documents without keeping the entry line waiting."""
        recorder = self._session.recorder
        self._screen.run_worker(
            lambda: write(recorder.meeting, recorder.log.meeting_id, self._say_later),
            thread=True,
            exclusive=True,
            group="export",
        )

    def _ask(self, title: str, choices: list[Choice], take: Callable[[str], object]) -> None:
        def answered(value: str | None) -> None:
            if value is not None:
                self._screen.attempt(lambda: take(value), "")

        if choices:
            self._screen.app.push_screen(ChooseDialog(title, choices), answered)
        else:
            self._screen.hint.warn(texts.NOTHING_TO_CHOOSE)

    def _record(self, line: str) -> None:
        self._screen.hint.done(self._session.record(line, self._surroundings.clock.now()))

    def _say_later(self, text: str, *, well: bool) -> None:
        hint = self._screen.hint
        self._screen.app.call_from_thread(hint.done if well else hint.warn, text)
