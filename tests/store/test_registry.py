"""The list of meetings, shared by several program instances."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from protocol_tui.domain.summary import MeetingSummary
from protocol_tui.store.library import StoredMeetingLibrary
from protocol_tui.store.registry import Registry
from protocol_tui.store.verify import verify_data
from tests.store.fake_disk import FakeDisk
from tests.store.meetings import change, head_change

DATA = Path("/daten")
ROOT = Path(__file__).parents[2]
SUMMARY = MeetingSummary(
    id="a",
    committee="Finanzausschuss",
    body="Stadt Beispielheim",
    date=dt.date(2026, 3, 5),
    number=7,
    status="draft",
    source_digest="d1",
)


@pytest.fixture
def disk() -> FakeDisk:
    return FakeDisk()


@pytest.fixture
def library(disk: FakeDisk) -> StoredMeetingLibrary:
    return StoredMeetingLibrary(DATA, files=disk)


@pytest.fixture
def registry(disk: FakeDisk, library: StoredMeetingLibrary) -> Registry:
    return Registry(DATA, library, files=disk)


def test_a_recorded_meeting_is_listed(library: StoredMeetingLibrary, registry: Registry) -> None:
    library.create("a", [change(1)]).close()
    registry.record_meeting(SUMMARY)
    assert registry.meetings() == [SUMMARY]


def test_recording_again_replaces_what_the_list_says(library: StoredMeetingLibrary, registry: Registry) -> None:
    library.create("a").close()
    registry.record_meeting(SUMMARY)
    signed = msgspec.structs.replace(SUMMARY, status="signed", source_digest="", number=None)
    registry.record_meeting(signed)
    assert registry.meetings() == [signed]


def test_recording_the_same_again_writes_nothing(
    disk: FakeDisk, library: StoredMeetingLibrary, registry: Registry
) -> None:
    library.create("a").close()
    registry.record_meeting(SUMMARY)
    before = disk.content(DATA / "registry" / "journal.log").now
    registry.record_meeting(SUMMARY)
    assert disk.content(DATA / "registry" / "journal.log").now == before


def test_a_second_replay_of_a_file_is_recognised(library: StoredMeetingLibrary, registry: Registry) -> None:
    library.create("a").close()
    library.create("b").close()
    registry.record_meeting(SUMMARY)
    registry.record_meeting(MeetingSummary(id="b", date=SUMMARY.date))
    assert registry.find_source("d1") == SUMMARY
    assert registry.find_source("d2") is None
    assert registry.find_source("") is None


def test_a_meeting_that_nobody_recorded_shows_up_and_is_recorded(
    disk: FakeDisk, library: StoredMeetingLibrary, registry: Registry
) -> None:
    library.create("x", [head_change(1), change(2), head_change(3, "Hauptausschuss", 8)]).close()
    library.create("ohne-kopf", [change(1)]).close()
    listed = registry.meetings()
    assert [(each.id, each.committee, each.number) for each in listed] == [
        ("x", "Hauptausschuss", 8),
        ("ohne-kopf", "", None),
    ]
    before = len(disk.operations)
    assert registry.meetings() == listed
    assert not any("journal.log" in operation for operation in disk.operations[before:])


def test_a_meeting_whose_folder_is_gone_is_not_listed_and_verify_says_so(
    disk: FakeDisk, library: StoredMeetingLibrary, registry: Registry
) -> None:
    registry.record_meeting(SUMMARY)
    assert registry.meetings() == []
    assert registry.find_source("d1") is None
    report = verify_data(DATA, disk)
    assert not report.sound
    assert "ihr Ordner fehlt" in report.stores[-1].findings[0].sentence
    library.create("a", [change(1)]).close()
    assert verify_data(DATA, disk).sound


def test_a_damaged_list_still_lists_all_meetings(
    disk: FakeDisk, library: StoredMeetingLibrary, registry: Registry
) -> None:
    library.create("a", [head_change(1)]).close()
    registry.meetings()
    disk.change(DATA / "registry" / "journal.log", lambda data: data.replace(b"Finanz", b"Fynanz"))
    assert not verify_data(DATA, disk).sound
    again = Registry(DATA, library, files=disk)
    assert "beschädigt" in again.warnings[0]
    assert [each.committee for each in again.meetings()] == ["Finanzausschuss"]


def test_a_damaged_list_is_set_aside_and_made_anew_keeping_what_is_sound(
    disk: FakeDisk, library: StoredMeetingLibrary, registry: Registry
) -> None:
    for name in "abc":
        library.create(name, [head_change(1)]).close()
    registry.record_meeting(SUMMARY)
    registry.meetings()
    registry.record_meeting(MeetingSummary(id="c", date=SUMMARY.date, committee="Dritter"))
    journal = DATA / "registry" / "journal.log"
    disk.change(journal, lambda data: data.replace(b"Dritter", b"Vierter"))
    damaged = disk.content(journal).now
    again = Registry(DATA, library, files=disk)
    again.record_meeting(MeetingSummary(id="b", date=SUMMARY.date, committee="Zweiter"))
    assert [each.committee for each in again.meetings()] == ["Finanzausschuss", "Zweiter", "Finanzausschuss"]
    assert again.find_source("d1") == SUMMARY
    assert "neu aufgebaut" in again.warnings[0]
    assert disk.content(DATA / "registry" / "journal.log.damaged-1").now == damaged
    assert verify_data(DATA, disk).sound


RECORDER = """
import datetime as dt
import sys
from pathlib import Path
from protocol_tui.domain.summary import MeetingSummary
from protocol_tui.store.library import StoredMeetingLibrary
from protocol_tui.store.registry import Registry

data, name = Path(sys.argv[1]), sys.argv[2]
library = StoredMeetingLibrary(data)
registry = Registry(data, library)
for number in range(20):
    meeting = f"{name}-{number}"
    library.create(meeting).close()
    registry.record_meeting(MeetingSummary(id=meeting, date=dt.date(2026, 1, 1), number=number))
    assert any(each.number == number for each in registry.meetings() if each.id == meeting)
"""


def test_two_programs_record_at_the_same_time(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    programs = [
        subprocess.Popen([sys.executable, "-c", RECORDER, str(tmp_path), name], env=environment) for name in "pq"
    ]
    assert [program.wait() for program in programs] == [0, 0]
    listed = Registry(tmp_path, StoredMeetingLibrary(tmp_path)).meetings()
    assert {each.id for each in listed} == {f"{name}-{number}" for name in "pq" for number in range(20)}
    assert verify_data(tmp_path).sound
