"""A recorder in memory on a small meeting."""

from __future__ import annotations

import datetime as dt

import pytest

from protocol_tui.entry.head import AgendaHead, CommitteeHead, MeetingHead, MitschriftHead, PersonHead
from protocol_tui.services.memory import MemoryLog
from protocol_tui.services.preparing import opening_patches
from protocol_tui.services.recording.recorder import Recorder
from tests.fakes import FixedClock, WordForWord

HEAD = MitschriftHead(
    committee=CommitteeHead(name="Hauptausschuss", body="Stadt Musterhausen", members_total=5),
    meeting=MeetingHead(
        date=dt.date(2026, 11, 17), number=3, start=dt.time(17), place="Rathaus", chair="son", clerk="bra"
    ),
    people=(
        PersonHead(code="son", function="Vorsitzende", name="Paula Sonntag", gender="f", group="SPD", votes=True),
        PersonHead(code="kru", function="Abg.", title="Dr.", name="Jens Krüger", gender="m", group="CDU", votes=True),
        PersonHead(code="hur", function="Abg.", name="Anna Hurnik", gender="f", group="SPD", votes=True),
        PersonHead(code="oez", function="Abg.", name="Cem Öztürk", gender="m", group="Grüne", votes=True),
        PersonHead(code="hel", function="Ltd. KVD", name="Arnd Hellweg", gender="m", group="Verwaltung"),
        PersonHead(code="bra", function="Schriftführerin", name="Ute Brand", gender="f", group="Verwaltung"),
    ),
    agenda=(
        AgendaHead(number="1", title="Haushalt", paper="12/26"),
        AgendaHead(number="2", title="Brücke"),
        AgendaHead(number="10", title="Personal", public=False),
    ),
)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(dt.datetime(2026, 11, 17, 17, 30, tzinfo=dt.UTC))


@pytest.fixture
def recorder(clock: FixedClock) -> Recorder:
    """A prepared meeting; nobody is there yet, no item is called."""
    made = Recorder(MemoryLog(), WordForWord(), clock, author="bra")
    made.prepare(opening_patches(HEAD))
    return made


@pytest.fixture
def running(recorder: Recorder) -> Recorder:
    """All but Öztürk are there, the first item is called."""
    recorder.record("+son +kru +hur +hel +bra", dt.time(17))
    recorder.record(".", dt.time(17, 2))
    return recorder
