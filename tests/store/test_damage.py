"""Bytes that change behind the store's back: each one is found, and the rest stays readable."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest

from protocol_tui.errors import LockedError
from protocol_tui.store.database import JournaledTinyDB
from protocol_tui.store.library import StoredMeetingLibrary
from protocol_tui.store.verify import verify_data, verify_meeting
from tests.store.fake_disk import FakeDisk
from tests.store.meetings import change, draft

DATA = Path("/daten")
MEETING = "2026-03-05-finanzen"
FOLDER = DATA / "meetings" / MEETING
JOURNAL = FOLDER / "journal.log"
SNAPSHOT = FOLDER / "snapshot.json"


def stored_meeting(changes: int = 6, compact_after: int = 0) -> FakeDisk:
    disk = FakeDisk()
    log = StoredMeetingLibrary(DATA, files=disk).create(MEETING)
    for seq in range(1, changes + 1):
        log.append(change(seq))
        if seq == compact_after:
            log.database.journaled.compact()
    log.close()
    return disk


def flipped(data: bytes, position: int, bit: int) -> bytes:
    return data[:position] + bytes([data[position] ^ (1 << bit)]) + data[position + 1 :]


def assert_found_and_the_rest_readable(disk: FakeDisk, expected: int, at_most_lost: int) -> None:
    """Verify finds the damage; nothing is lost in silence; what is shown is what was stored."""
    assert not verify_meeting(FOLDER, disk).sound
    before = {path: content.now for path, content in disk.names.items() if content}
    log = StoredMeetingLibrary(DATA, files=disk).open(MEETING)
    shown = log.changes()
    assert log.warnings
    assert len(shown) >= expected - at_most_lost
    assert all(found == change(found.seq) for found in shown)
    kept = b"".join(content.now for content in disk.names.values() if content)
    if log.read_only:
        after = {path: content.now for path, content in disk.names.items() if content}
        assert after == before
        with pytest.raises(LockedError, match="beschädigt"):
            log.append(change(expected + 1))
    else:  # a torn end: every byte of it is kept aside
        assert len(kept) >= sum(len(data) for data in before.values())
    log.close()


@pytest.mark.parametrize("bit", [0, 5, 7])
@pytest.mark.parametrize("file", [JOURNAL, SNAPSHOT])
def test_every_changed_byte_is_found_and_the_rest_readable(file: Path, bit: int) -> None:
    pristine = stored_meeting(5, compact_after=3 if file == SNAPSHOT else 0)
    original = pristine.content(file).now
    for position in range(len(original)):
        disk = copy.deepcopy(pristine)
        disk.change(file, lambda _, at=position: flipped(original, at, bit))  # type: ignore[misc]
        assert_found_and_the_rest_readable(disk, 5, at_most_lost=2)


def test_a_journal_cut_at_any_byte_of_its_last_record_keeps_all_others() -> None:
    original = stored_meeting(3).content(JOURNAL).now
    last = original.rindex(b"\n", 0, -1) + 1
    for length in range(last, len(original)):
        disk = stored_meeting(3)
        disk.change(JOURNAL, lambda _, at=length: original[:at])  # type: ignore[misc]
        log = StoredMeetingLibrary(DATA, files=disk).open(MEETING)
        assert [found.seq for found in log.changes()] == [1, 2]
        log.append(change(3))
        log.close()
        assert verify_meeting(FOLDER, disk).sound


def test_a_torn_last_record_is_cut_off_and_kept_aside() -> None:
    disk = stored_meeting(2)
    whole = disk.content(JOURNAL).now
    disk.change(JOURNAL, lambda data: data + b"0badcafe 0000000003 halb")
    log = StoredMeetingLibrary(DATA, files=disk).open(MEETING)
    assert not log.read_only
    assert "journal.log.torn-1" in log.warnings[0]
    log.close()
    assert disk.content(FOLDER / "journal.log.torn-1").now == b"0badcafe 0000000003 halb"
    assert disk.content(JOURNAL).now == whole
    disk.change(JOURNAL, lambda data: data + b"1")
    StoredMeetingLibrary(DATA, files=disk).open(MEETING).close()
    assert disk.content(FOLDER / "journal.log.torn-2").now == b"1"


def test_a_reader_leaves_a_torn_end_alone() -> None:
    disk = stored_meeting(2)
    disk.change(JOURNAL, lambda data: data + b"0badcafe 00000")
    reader = StoredMeetingLibrary(DATA, files=disk).open(MEETING, read_only=True)
    assert len(reader.changes()) == 2
    assert disk.content(JOURNAL).now.endswith(b"0badcafe 00000")


def test_a_damaged_record_in_the_middle_is_named_and_the_others_are_shown() -> None:
    disk = stored_meeting(6)
    disk.change(JOURNAL, lambda data: data.replace(b'"e3"', b'"eX"'))
    log = StoredMeetingLibrary(DATA, files=disk).open(MEETING)
    assert log.read_only
    assert [found.seq for found in log.changes()] == [1, 2, 4, 5, 6]
    assert "journal.log: Zeile 4 ist beschädigt" in log.warnings[0]
    report = verify_data(DATA, disk)
    assert not report.sound
    assert report.stores[0].sentence == f"{MEETING}: beschädigt; lesbar: 5 Datensätze."


def test_a_damaged_document_of_the_snapshot_is_named_and_the_others_are_shown() -> None:
    disk = stored_meeting(6, compact_after=5)
    disk.change(SNAPSHOT, lambda data: data.replace(b'"e3"', b'"eX"'))
    log = StoredMeetingLibrary(DATA, files=disk).open(MEETING)
    assert log.read_only
    assert [found.seq for found in log.changes()] == [1, 2, 4, 5, 6]
    assert "snapshot.json: Zeile 5 ist beschädigt" in log.warnings[0]


def test_a_missing_journal_beside_a_snapshot_is_damage() -> None:
    disk = stored_meeting(6, compact_after=6)
    disk.remove(JOURNAL)
    log = StoredMeetingLibrary(DATA, files=disk).open(MEETING)
    assert log.read_only
    assert len(log.changes()) == 6
    assert "journal.log: die Datei fehlt" in log.warnings[0]


def test_a_journal_of_another_meeting_is_damage() -> None:
    disk = stored_meeting(6, compact_after=4)
    other = stored_meeting(6, compact_after=4)
    disk.change(JOURNAL, lambda _: other.content(JOURNAL).now)
    log = StoredMeetingLibrary(DATA, files=disk).open(MEETING)
    assert log.read_only
    assert [found.seq for found in log.changes()] == [1, 2, 3, 4]


def test_a_removed_record_breaks_the_chain() -> None:
    disk = stored_meeting(4)
    disk.change(JOURNAL, lambda data: b"".join(data.splitlines(keepends=True)[:2] + data.splitlines(keepends=True)[3:]))
    assert not verify_meeting(FOLDER, disk).sound
    log = StoredMeetingLibrary(DATA, files=disk).open(MEETING)
    assert "zwischen Eintrag 1 und 3 fehlt etwas" in log.warnings[0]


def test_a_forged_snapshot_with_right_checksums_is_found_by_the_chain() -> None:
    """Who writes a snapshot anew, checksums and all, still cannot make the chained digests fit."""
    disk = stored_meeting(3)
    forged = StoredMeetingLibrary(DATA, files=disk).open(MEETING)
    forged.database.table("changes").update({"author": "jemand anders"}, doc_ids=[2])
    forged.database.journaled.compact()
    forged.close()
    report = verify_meeting(FOLDER, disk)
    assert not report.sound
    assert "Die Änderung 2 fehlt oder ist eine andere als die verkettete." in [f.sentence for f in report.findings]


def test_a_damaged_draft_is_reported_and_harms_nothing() -> None:
    disk = stored_meeting(2)
    library = StoredMeetingLibrary(DATA, files=disk)
    log = library.open(MEETING)
    log.save_draft(draft("halber Satz"))
    log.close()
    disk.change(FOLDER / "draft.json", lambda data: data.replace(b"halber", b"halbes"))
    log = library.open(MEETING)
    assert not log.read_only
    assert log.load_draft() is None
    assert "angefangene Eingabe" in log.warnings[0]
    assert not verify_meeting(FOLDER, disk).sound


def test_damage_in_any_store_opens_it_for_reading_only() -> None:
    disk = FakeDisk()
    with JournaledTinyDB(Path("/db"), files=disk) as database:
        database.insert_multiple({"n": n} for n in range(3))
        database.insert({"n": 3})
    disk.change(Path("/db/journal.log"), lambda data: data.replace(b'"n":1', b'"n":7'))
    with JournaledTinyDB(Path("/db"), files=disk) as database:
        assert database.journaled.read_only
        assert [document["n"] for document in database] == [3]
        with pytest.raises(LockedError):
            database.insert({})
