"""What happens when the disk refuses: nothing is lost, and a sentence says what to do."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from protocol_tui.errors import StorageError
from protocol_tui.store.library import StoredMeetingLibrary
from protocol_tui.store.meeting_log import StoredMeetingLog
from protocol_tui.store.verify import verify_data, verify_meeting
from tests.store.fake_disk import FakeDisk
from tests.store.meetings import change, draft

DATA = Path("/daten")
MEETING = "2026-03-05-finanzen"
FOLDER = DATA / "meetings" / MEETING


@pytest.fixture
def disk() -> FakeDisk:
    return FakeDisk()


@pytest.fixture
def library(disk: FakeDisk) -> StoredMeetingLibrary:
    return StoredMeetingLibrary(DATA, files=disk)


@pytest.fixture
def log(library: StoredMeetingLibrary) -> StoredMeetingLog:
    return library.create(MEETING)


def test_a_full_disk_changes_nothing_and_says_so(
    disk: FakeDisk, library: StoredMeetingLibrary, log: StoredMeetingLog
) -> None:
    log.append(change(1))
    disk.room = sum(len(content.now) for content in disk.names.values() if content) + 100
    with pytest.raises(StorageError, match="der Datenträger ist voll"):
        log.append(change(2))
    assert log.changes() == (change(1),)
    with pytest.raises(StorageError, match="angefangene Eingabe"):
        log.save_draft(draft("x" * 200))
    disk.room = None
    log.append(change(2))
    log.close()
    assert library.open(MEETING).changes() == (change(1), change(2))
    assert verify_meeting(FOLDER, disk).sound


def test_after_a_failed_sync_nothing_more_is_stored(
    disk: FakeDisk, library: StoredMeetingLibrary, log: StoredMeetingLog
) -> None:
    log.append(change(1))
    disk.failures["sync"] = OSError(errno.EIO, "input/output error")
    with pytest.raises(StorageError, match="nicht sicher gespeichert"):
        log.append(change(2))
    del disk.failures["sync"]
    before = len(disk.operations)
    with pytest.raises(StorageError, match="nichts mehr gespeichert"):
        log.append(change(2))
    assert disk.operations[before:] == []
    assert log.changes() == (change(1),)
    log.close()
    again = library.open(MEETING)
    assert again.changes() == (change(1),)
    again.append(change(2))


def test_a_medium_that_cannot_be_written_opens_for_reading(disk: FakeDisk, library: StoredMeetingLibrary) -> None:
    library.create(MEETING, [change(1)]).close()
    disk.failures["lock"] = OSError(errno.EROFS, "read-only file system")
    log = library.open(MEETING)
    assert log.read_only
    assert log.changes() == (change(1),)
    assert "schreibgeschützt" in log.warnings[0]
    with pytest.raises(StorageError, match="schreibgeschützt"):
        library.create("neu")


def test_a_failed_compaction_at_closing_loses_nothing(disk: FakeDisk, library: StoredMeetingLibrary) -> None:
    library.create(MEETING, [change(seq, "x" * 9000) for seq in range(1, 150)]).close()
    assert disk.stamp(FOLDER / "snapshot.json") is not None
    log = library.open(MEETING)
    for seq in range(150, 300):
        log.append(change(seq, "x" * 9000))
    disk.failures["replace"] = OSError(errno.EIO, "input/output error")
    log.close()
    del disk.failures["replace"]
    assert len(library.open(MEETING).changes()) == 299
    assert verify_data(DATA, disk).sound
