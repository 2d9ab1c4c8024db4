"""The quiet parts of the live screen: status bar, side panel, hint line, chip."""

from __future__ import annotations

from typing import ClassVar

import msgspec
from textual.content import Content
from textual.widgets import Static

from protocol_tui.tui.shown import Shown
from protocol_tui.tui.wrapping import wrap

_SHORTEST_ITEM = 8
_SHORTEST_MEETING = 12


class Status(msgspec.Struct, frozen=True):
    """What the status bar shows."""

    meeting: str
    item: str
    public: bool
    present: int
    total: int
    quorum: bool
    clock: str
    saved: str
    safe: bool


class StatusBar(Static):
    """One line: meeting, item, public or not, present of all, clock, saved."""

    def show(self, status: Status) -> None:
        """Show this status; a closed session and a missing quorum are said in words, not in colour only.

        Where the line is too short, first the meeting's name gives way, then the item's title.
        """
        public = (" öffentlich ", "") if status.public else (" ■ NICHTÖFFENTLICH ■ ", "$text on $error bold")
        present = f"{status.present}/{status.total}"
        quorum = (f" {present} ", "") if status.quorum else (f" {present} nicht beschlussfähig ", "$text on $warning")
        saved = (f" {status.saved} ", "" if status.safe else "$text on $error bold")
        parts = [public, quorum, (f" {status.clock} ", ""), saved]
        room = self.size.width - sum(len(text) + 1 for text, _ in parts)
        item = _cut(f" {status.item} ", max(_SHORTEST_ITEM, room))
        meeting = _cut(f" {status.meeting} ", max(0, room - len(item) - 1))
        shown = [(meeting, "bold")] if len(meeting) > _SHORTEST_MEETING else []
        content = Content("│").join([Content.styled(text, style) for text, style in [*shown, (item, "bold"), *parts]])
        self.update(content, layout=False)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: max(0, width - 1)]}…"


class SidePanel(Static):
    """Who speaks next, recent speakers, and the agenda."""

    def show(
        self,
        speakers: list[tuple[str, str]],
        waiting: list[tuple[str, str, str]],
        items: list[tuple[str, str, str]],
    ) -> None:
        """`speakers` are (code, name), `waiting` (sign, code, name), `items` (sign, number, title)."""
        lines = []
        if waiting:
            lines += [Content.styled("Redeliste (Strg+E)", "bold")]
            lines += [Content(f"{sign}{code:<5} {name}") for sign, code, name in waiting]
            lines += [Content("")]
        lines += [Content.styled("Zuletzt (Tab)", "bold")]
        lines += [Content(f" {code:<5} {name}") for code, name in speakers]
        lines += [Content(""), Content.styled("Tagesordnung (F8)", "bold")]
        lines += [Content(f"{sign}{number:<4} {title}") for sign, number, title in items]
        self.update(Content("\n").join(lines), layout=False)


class HintLine(Static):
    """What the line would do, or what is wrong with it. Its height is fixed: no key lays the screen out anew."""

    ROWS: ClassVar[int] = 3
    """Rows of text; the style sheet gives it as many, and its border one."""

    def proposal(self, shown: Shown) -> None:
        """Show what Enter does or prints, and below it a remark; of a long proposal the end."""
        self.remove_class("error", "done")
        width = max(1, self.size.width - 2)
        rows = wrap(f"→ {shown.text}", width) if shown.text else []
        room = self.ROWS - bool(shown.remark)
        if len(rows) > room:
            rows = [f"… {rows[-room][: width - 2]}", *rows[len(rows) - room + 1 :]]
        style = "$text-warning" if shown.doubtful else "$text-muted"
        lines = [Content(row) for row in rows]
        if shown.remark:
            lines.append(Content.styled(shown.remark[:width], style))
        self.update(Content("\n").join(lines), layout=False)

    def hint(self, text: str) -> None:
        """Say what will happen."""
        self._say(text, "hint")

    def clear_hint(self) -> None:
        """Take back what was said of a line that is gone; what was done stays said."""
        if not self.has_class("done"):
            self._say("", "hint")

    def warn(self, text: str) -> None:
        """Say what went wrong."""
        self._say(text, "error")

    def done(self, text: str) -> None:
        """Say what was done."""
        self._say(text, "done")

    def _say(self, text: str, kind: str) -> None:
        self.set_class(kind == "error", "error")
        self.set_class(kind == "done", "done")
        self.update(Content(text), layout=False)


class Chip(Static):
    """Who has the floor, or what is being corrected, in front of the entry line."""

    def show(self, text: str, *, correcting: bool = False) -> None:
        """Show the text."""
        self.set_class(correcting, "correcting")
        self.update(Content(text))
