"""Draws the pictures of README and handbook from the app itself, on the meeting that `protocol-tui demo` shows.

Run as `python -m scripts.make_pictures`. The same program gives the same pictures: the size, the clock and the typed
lines are fixed, and what differs from run to run is taken out.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import re
import tempfile
from collections.abc import Awaitable, Callable
from importlib import resources
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from protocol_tui.bootstrap import COPY_VARIABLE, surroundings
from protocol_tui.tui.app import ProtocolApp
from protocol_tui.tui.screens.live import LiveScreen

SIZE = (110, 32)
FOLDER = Path(__file__).parent.parent / "docs" / "pictures"

_RUN_NUMBER = re.compile(r"terminal-\d+")
_FONT_FROM_THE_NET = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
_FORM = {
    "committee": "Ausschuss für Schule und Sport",
    "body": "Kreis Musterland",
    "number": "12",
    "term": "2025–2030",
    "date": "24.11.2026",
    "start": "17:00",
    "place": "Kreishaus, Sitzungssaal 2",
    "members": "3",
    "chair": "alb",
    "clerk": "weh",
    "people": (
        "alb; Vorsitzender; Jan Albrecht; CDU; m; ja\n"
        "; Abg.; Dr. Mona von der Heyde; SPD; f; ja\n"
        "; Abg.; Cem Öztürk; Grüne; m; ja\n"
        "; Schulrätin; Birgit Tann; Verwaltung; f\n"
        "weh; Schriftführerin; Eva Wehner; Verwaltung; f"
    ),
    "agenda": "1; Neubau der Turnhalle; 131/26\n2; Schulbusse im Südkreis; 133/26\n3; Personalangelegenheiten; ; nö",
}

Steps = Callable[[Pilot[int]], Awaitable[None]]


class StoppedClock:
    """A clock that stands still, shortly after the last line of the demo meeting."""

    def now(self) -> dt.datetime:
        """Always the same."""
        return dt.datetime(2026, 10, 6, 17, 25, tzinfo=dt.UTC)


async def record_lines(pilot: Pilot[int]) -> None:
    """A question is entered; the answer stands in the line, with what it would print above it."""
    screen = pilot.app.screen
    if not isinstance(screen, LiveScreen):
        raise TypeError("the demo meeting did not open")
    screen.line.insert("yil? Wann werden die gefällten Linden nachgepflanzt?")
    await pilot.press("enter")
    screen.line.insert("! Wir pflanzen sie im November nach.")


async def fill_form(pilot: Pilot[int]) -> None:
    """The form of a new meeting, filled in."""
    await pilot.press("n")
    await pilot.pause()
    for name, text in _FORM.items():
        field = pilot.app.screen.query_one(f"#{name}")
        if isinstance(field, Input):
            field.value = text
        elif isinstance(field, TextArea):
            field.load_text(text)
    pilot.app.screen.query_one("#committee", Input).focus()


async def draw(steps: Steps, *, demo: bool) -> str:
    """The screen after these steps as SVG, without what differs from run to run or would be fetched from the net."""
    os.environ.pop(COPY_VARIABLE, None)
    with tempfile.TemporaryDirectory() as scratch:
        around = surroundings(Path(scratch))
        around.clock = StoppedClock()
        meeting = ""
        if demo:
            source = resources.files("protocol_tui.services").joinpath("demo", "mitschrift.txt")
            with resources.as_file(source) as path:
                meeting = around.meetings.replay(path)
        app = ProtocolApp(around, meeting)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            await steps(pilot)
            for area in app.screen.query(TextArea):
                area.cursor_blink = False
            for field in app.screen.query(Input):
                field.cursor_blink = False
            await pilot.pause(0.3)
            picture = app.export_screenshot()
    picture = _FONT_FROM_THE_NET.sub("", _RUN_NUMBER.sub("terminal", picture))
    return "\n".join(line.rstrip() for line in picture.splitlines()) + "\n"


async def draw_all() -> None:
    """Draw every picture into its file."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    pictures: tuple[tuple[str, Steps, bool], ...] = (
        ("live.svg", record_lines, True),
        ("neue-sitzung.svg", fill_form, False),
    )
    for name, steps, demo in pictures:
        (FOLDER / name).write_text(await draw(steps, demo=demo), encoding="utf-8")
        print(f"docs/pictures/{name}")


if __name__ == "__main__":
    asyncio.run(draw_all())
