"""The transcript: all entries so far, drawn line by line.

Only the lines in view are rendered (Line API). Of the others nothing but their number of lines is kept. Thousands of
entries cost nothing at a key, and nothing at the start: only the last ones are measured at once, the others a few at a
time while nobody waits.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, islice
from typing import ClassVar, Protocol

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer
from typing_extensions import override

from protocol_tui.tui.rows import Row
from protocol_tui.tui.wrapping import wrap

_TIME_WIDTH = 7
_WIDE = 90
_WHO_WIDTH = 24
_WHO_WIDTH_NARROW = 16
_NARROWEST_TEXT = 10
_SCROLLBAR = 1


class RowSource(Protocol):
    """The entries of which the transcript shows the rows."""

    def __len__(self) -> int: ...

    def row(self, index: int) -> Row:
        """Make the row of an entry."""
        ...


class _NoRows(RowSource):
    @override
    def __len__(self) -> int:
        return 0

    @override
    def row(self, index: int) -> Row:
        raise IndexError(index)


class Transcript(ScrollView, can_focus=False):
    """Shows rows; keeps to the end unless the reader has scrolled back."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "transcript--time",
        "transcript--who",
        "transcript--heading",
        "transcript--speech",
        "transcript--narration",
        "transcript--motion",
        "transcript--decision",
        "transcript--event",
        "transcript--note",
        "transcript--mark",
        "transcript--selected",
    }
    AT_ONCE: ClassVar[int] = 40
    """Rows made before the first picture; more where the screen shows more."""
    KEPT: ClassVar[int] = 400
    """Rows kept ready to be drawn."""
    AT_A_TIME: ClassVar[int] = 100
    PAUSE: ClassVar[float] = 0.01
    """Seconds between two batches of the other rows."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._source: RowSource = _NoRows()
        self._first = 0
        self._heights = array("L")
        self._ends = array("L")
        self._ready: dict[int, tuple[Row, list[str]]] = {}
        self._wrap_width = 0
        self._selected: int | None = None
        self._follows_end = True
        self._batches: Timer | None = None
        self._ahead = array("L")

    def show(self, source: RowSource) -> None:
        """Show the rows of these entries instead of all others, from the last one."""
        self._source = source
        if self.size.width:  # else a first size is still to come
            self._measure_anew()
            self.scroll_end(animate=False, immediate=True)

    def show_new(self) -> None:
        """Show the entries that have come to the end."""
        if not self.size.width:
            return
        known = self._first + len(self._heights)
        self._heights.extend(len(self._lines(index)[1]) for index in range(known, len(self._source)))
        self._add_up(known - self._first)
        self.scroll_end(animate=False, immediate=True)

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown, from the first row on."""
        self._measure_from(0)
        return [self._source.row(index) for index in range(len(self._source))]

    def select(self, index: int | None) -> None:
        """Mark the row that is being corrected and bring it into view; None marks none and goes to the end."""
        self._selected = index
        self._follows_end = index is None
        if index is None:
            self.scroll_end(animate=False)
        elif self.size.width:
            self._measure_from(max(0, index - self.size.height))
            at = index - self._first
            top = self._ends[at - 1] if at else 0
            self.scroll_to(y=max(0, top - 1), animate=False, immediate=True)
        self.refresh()

    def _measure_anew(self) -> None:
        """Measure the last rows at once, and the others again a few at a time."""
        self._wrap_width = self._text_width()
        self._first = len(self._source)
        self._heights, self._ahead, self._ready = array("L"), array("L"), {}
        start = max(0, self._first - max(self.AT_ONCE, self.size.height))
        self._heights.extend(len(self._lines(index)[1]) for index in range(start, self._first))
        self._first = start
        self._add_up(0)
        self._measure_ahead()

    def _measure_from(self, index: int) -> None:
        """Measure the rows from this one on; those after it stay where they are on the screen."""
        if index >= self._first:
            return
        measured = self._ahead[-(self._first - index) :]
        above = array("L", map(self._height, range(index, self._first - len(measured)))) + measured
        self._heights, self._first = above + self._heights, index
        self._add_up(0)
        if self._follows_end:
            self.scroll_end(animate=False, immediate=True)
        else:
            self.scroll_to(y=self.scroll_offset.y + sum(above), animate=False, immediate=True)
        self._measure_ahead()

    def _measure_ahead(self) -> None:
        """Begin to measure the rows above those shown; they are shown all together, so that nothing is drawn twice."""
        self._ahead = array("L")
        if self._batches is not None:
            self._batches.stop()
        self._batches = self.set_timer(self.PAUSE, self._measure_more) if self._first else None

    def _measure_more(self) -> None:
        self._batches = None
        end = self._first - len(self._ahead)
        start = max(0, end - self.AT_A_TIME)
        self._ahead = array("L", map(self._height, range(start, end))) + self._ahead
        if start:
            self._batches = self.set_timer(self.PAUSE, self._measure_more)
        else:
            self._measure_from(0)

    @override
    def render_line(self, y: int) -> Strip:
        if not self._wrap_width:  # the first picture comes before the first size
            self._measure_anew()
            self._keep_end()
        line = y + self.scroll_offset.y
        width = self.size.width
        index = bisect_right(self._ends, line)
        background = self.rich_style
        if index >= len(self._ends):
            return Strip.blank(width, background)
        first = self._ends[index - 1] if index else 0
        segments = self._segments(index + self._first, line - first)
        strip = Strip(segments).adjust_cell_length(width, background)
        style = background
        if index + self._first == self._selected:
            style += self.get_component_rich_style("transcript--selected", partial=True)
        return strip.apply_style(style)

    @override
    def notify_style_update(self) -> None:
        """Colours have changed."""
        super().notify_style_update()
        self.refresh()

    @override
    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._follows_end = new_value >= self.max_scroll_y - 1
        if self._first and new_value < self.size.height:
            self._measure_from(0)  # the reader has come to the first row measured so far

    def on_resize(self) -> None:
        """A new width wraps everything anew; who was at the end stays there."""
        if self._text_width() != self._wrap_width:
            self._measure_anew()
            if self._selected is not None:
                self.select(self._selected)
        self.call_after_refresh(self._keep_end)

    def _keep_end(self) -> None:
        if self._follows_end:
            self.scroll_end(animate=False, immediate=True)

    def _text_width(self) -> int:
        return max(_NARROWEST_TEXT, self.size.width - _TIME_WIDTH - self._who_width() - 2 - _SCROLLBAR)

    def _who_width(self) -> int:
        return _WHO_WIDTH if self.size.width >= _WIDE else _WHO_WIDTH_NARROW

    def _add_up(self, start: int) -> None:
        """Add the heights up anew from the row `start` on."""
        del self._ends[start:]
        before = self._ends[-1] if self._ends else 0
        self._ends.extend(islice(accumulate(self._heights[start:], initial=before), 1, None))
        self.virtual_size = Size(0, self._ends[-1] if self._ends else 0)
        self.refresh()

    def _lines(self, index: int) -> tuple[Row, list[str]]:
        """The row of an entry and its lines, kept to be drawn again."""
        ready = self._ready.get(index)
        if ready is None:
            if len(self._ready) >= self.KEPT:
                self._ready.clear()
            row = self._source.row(index)
            ready = self._ready[index] = row, self._wrap(row)
        return ready

    def _height(self, index: int) -> int:
        return len(self._wrap(self._source.row(index)))

    def _wrap(self, row: Row) -> list[str]:
        text = f"{row.text}  {row.mark}" if row.mark else row.text
        if row.look == "heading":
            return ["", text[: self.size.width - 2] if self.size.width > _NARROWEST_TEXT else text]
        return wrap(text, self._wrap_width)

    def _segments(self, index: int, line: int) -> list[Segment]:
        row, lines = self._lines(index)
        text = lines[line]
        look = self.get_component_rich_style(f"transcript--{row.look}", partial=True)
        if row.look == "heading":
            rule = "─" * max(0, self.size.width - len(text) - 6)
            return [Segment(f" ── {text} {rule}" if line else "", look)]
        time = self.get_component_rich_style("transcript--time", partial=True)
        who = self.get_component_rich_style("transcript--who", partial=True)
        width = self._who_width()
        name = _fitting(row, width)
        lock = " " if row.public else "▒"
        head = [
            Segment(f"{lock}{row.time if line == 0 else '':<{_TIME_WIDTH - 1}}", time),
            Segment(f"{name if line == 0 else '':<{width}} ", who),
        ]
        return [*head, *self._marked(row, text, look)]

    def _marked(self, row: Row, text: str, look: Style) -> list[Segment]:
        if row.mark and text.endswith(row.mark):
            mark = self.get_component_rich_style("transcript--mark", partial=True)
            return [Segment(text[: -len(row.mark)], look), Segment(row.mark, mark)]
        return [Segment(text, look)]


def _fitting(row: Row, width: int) -> str:
    """Who, as long as it fits with its sign; else the short form, at last cut off."""
    room = width - len(row.sign) - bool(row.sign)
    name = row.who if len(row.who) <= room else row.short or row.who
    if len(name) > room:
        name = name[: room - 1] + "…"
    return f"{name} {row.sign}".rstrip()
