"""An app on a real store in a scratch folder, with a clock that stands still and words that stay."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from protocol_tui.export.files import put_file
from protocol_tui.export.word import write_word
from protocol_tui.minutes.style import Style, shipped_style
from protocol_tui.services.catalog import Catalog
from protocol_tui.services.exporting import Exporter
from protocol_tui.services.meetings import Meetings
from protocol_tui.services.textblocks import TextBlocks, read_blocks
from protocol_tui.store.library import StoredMeetingLibrary
from protocol_tui.store.registry import Registry
from protocol_tui.tui.app import ProtocolApp
from protocol_tui.tui.surroundings import Surroundings
from tests.fakes import FixedClock, WordForWord

HEAD = """+++
[committee]
name = "Ausschuss für Inklusion"
body = "Kreis Musterland"
members_total = 3

[meeting]
number = 7
date = 2026-11-17
start = "17:00"
place = "Kreishaus"
chair = "son"
clerk = "bra"

[[people]]
code = "son"
function = "Vorsitzende"
name = "Paula Sonntag"
gender = "f"
group = "SPD"
votes = true

[[people]]
code = "kru"
function = "Abg."
title = "Dr."
name = "Jens Krüger"
gender = "m"
group = "CDU"
votes = true

[[people]]
code = "hel"
function = "Ltd. KVD"
name = "Arnd Hellweg"
gender = "m"
group = "Verwaltung"

[[people]]
code = "bra"
function = "Schriftführerin"
name = "Ute Brand"
gender = "f"
group = "Verwaltung"

[[agenda]]
number = "1"
title = "Aufbau der Beratungsstelle"
paper = "112/26"

[[agenda]]
number = "2"
title = "Personalangelegenheiten"
public = false
+++
"""
OPENED = HEAD + "17:00 +son +kru +hel +bra\n.1\n"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(dt.datetime(2026, 11, 17, 17, 5, tzinfo=dt.UTC))


@pytest.fixture
def around(tmp_path: Path, clock: FixedClock) -> Surroundings:
    return surroundings(tmp_path, clock)


def surroundings(folder: Path, clock: FixedClock) -> Surroundings:
    parts = Parts(folder, clock)
    return Surroundings(Catalog(parts.registry), folder / "data", clock, parts)


class Parts:
    """Makes what the app needs on a scratch folder."""

    def __init__(self, folder: Path, clock: FixedClock) -> None:
        self._folder = folder
        self._clock = clock
        self._library = StoredMeetingLibrary(folder / "data")
        self.registry = Registry(folder / "data", self._library)

    def meetings(self) -> Meetings:
        return Meetings(self._library, self.registry, WordForWord(), self._clock, author="bra")

    def exporter(self) -> Exporter:
        return Exporter(write_word, put_file, self._folder / "exports", shipped_style())

    def style(self) -> Style:
        return shipped_style()

    def blocks(self) -> TextBlocks:
        return read_blocks(self._folder / "textbausteine.toml")

    def copy_problem(self) -> str:
        return ""


@pytest.fixture
def replay(around: Surroundings, tmp_path: Path) -> Callable[[str], str]:
    """Make a meeting of a Mitschrift; returns its id."""

    def make(text: str) -> str:
        path = tmp_path / "mitschrift.txt"
        path.write_text(text, encoding="utf-8")
        return around.meetings.replay(path, again=True)

    return make


@pytest.fixture
def live_app(around: Surroundings, replay: Callable[[str], str]) -> ProtocolApp:
    """The app on the live screen of a meeting whose first item was just called."""
    return ProtocolApp(around, replay(OPENED))
