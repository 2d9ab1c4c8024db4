"""The log of a meeting, and the library of all meetings."""

from __future__ import annotations

import zlib
from pathlib import Path

import msgspec
import pytest
from tinydb import Query, TinyDB

from protocol_tui.domain.changes import Change
from protocol_tui.errors import LockedError, NotFoundError, StorageError
from protocol_tui.store.chain import ERASED_SALT, decode_record, salted_digest
from protocol_tui.store.library import StoredMeetingLibrary
from protocol_tui.store.meeting_log import StoredMeetingLog
from protocol_tui.store.verify import verify_meeting
from tests.store.fake_disk import FakeDisk
from tests.store.meetings import change, draft, head_change

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


def test_changes_come_back_as_they_were_stored(library: StoredMeetingLibrary, log: StoredMeetingLog) -> None:
    changes = (head_change(1), change(2), change(3, "„Wir kaufen’s“ – für 1.000 €\nnächste Zeile \u2028 \x00 😀"))
    for each in changes:
        log.append(each)
    assert log.changes() == changes
    log.close()
    assert library.open(MEETING).changes() == changes


def test_one_change_is_one_write_and_one_sync(disk: FakeDisk, log: StoredMeetingLog) -> None:
    log.append(change(1))
    before = len(disk.operations)
    log.append(change(2))
    assert disk.operations[before:] == ["write journal.log", "sync journal.log"]


def test_the_changes_are_a_table_that_tinydb_queries_can_read(log: StoredMeetingLog) -> None:
    for seq in range(1, 4):
        log.append(change(seq))
    found = log.database.table("changes").get(Query().patches.any(Query().after.id == "e2"))
    assert isinstance(found, dict)
    assert found["seq"] == 2
    assert msgspec.convert(dict(found), Change) == change(2)


def test_a_stock_tinydb_reads_the_snapshot(tmp_path: Path) -> None:
    log = StoredMeetingLibrary(tmp_path).create(MEETING)
    log.append(change(1))
    log.append(change(2))
    log.database.journaled.compact()
    log.close()
    with TinyDB(tmp_path / "meetings" / MEETING / "snapshot.json", access_mode="r", encoding="utf-8") as stock:
        documents = stock.table("changes").all()
        assert [document.doc_id for document in documents] == [1, 2]
        assert msgspec.convert(dict(documents[1]), Change) == change(2)


def test_what_is_read_cannot_change_the_store(library: StoredMeetingLibrary, log: StoredMeetingLog) -> None:
    log.append(change(1))
    document = log.database.table("changes").all()[0]
    document["author"] = "jemand anders"
    document["patches"].clear()
    assert msgspec.convert(dict(log.database.table("changes").all()[0]), Change) == change(1)


def test_changes_out_of_order_are_refused(log: StoredMeetingLog) -> None:
    log.append(change(1))
    with pytest.raises(ValueError, match="change 3 cannot follow change 1"):
        log.append(change(3))
    assert log.changes() == (change(1),)


def test_halves_of_surrogates_do_not_stop_the_meeting(log: StoredMeetingLog) -> None:
    log.append(change(1, "kaputt eingefügt: \ud83d"))
    assert "kaputt eingefügt: ?" in repr(log.changes())


def test_the_second_window_reads_and_says_why(library: StoredMeetingLibrary, log: StoredMeetingLog) -> None:
    second = library.open(MEETING)
    assert second.read_only
    assert second.warnings[0].startswith("Diese Sitzung wird gerade in einem anderen Fenster bearbeitet; ")
    with pytest.raises(LockedError):
        second.append(change(1))
    with pytest.raises(LockedError):
        second.save_draft(draft("x"))
    log.close()
    assert not library.open(MEETING).read_only


def test_a_reader_follows_the_writer_even_when_the_writer_compacts(
    library: StoredMeetingLibrary, log: StoredMeetingLog
) -> None:
    reader = library.open(MEETING, read_only=True)
    assert reader.refresh() == ()
    log.append(change(1))
    log.append(change(2))
    assert reader.refresh() == (change(1), change(2))
    assert reader.refresh() == ()
    log.database.journaled.compact()
    log.append(change(3))
    assert reader.refresh() == (change(3),)
    log.append(change(4))
    log.database.journaled.compact()
    assert reader.refresh() == (change(4),)
    assert reader.changes() == log.changes()
    assert reader.chain_head == log.chain_head
    assert log.refresh() == ()


def test_a_reader_that_looks_at_every_moment_sees_every_change_once(
    disk: FakeDisk, library: StoredMeetingLibrary, log: StoredMeetingLog
) -> None:
    reader = library.open(MEETING, read_only=True)
    late = library.open(MEETING, read_only=True)
    seen: list[Change] = []
    disk.watcher = lambda: seen.extend(reader.refresh())
    for seq in range(1, 12):
        log.append(change(seq))
        if seq % 3 == 0:
            log.database.journaled.compact()
        if seq % 4 == 0:
            late.refresh()
    disk.watcher = None
    seen += reader.refresh()
    late.refresh()
    assert tuple(seen) == reader.changes() == late.changes() == log.changes()
    assert reader.warnings == late.warnings == ()


def test_following_reads_only_what_is_new(disk: FakeDisk, library: StoredMeetingLibrary, log: StoredMeetingLog) -> None:
    for seq in range(1, 50):
        log.append(change(seq))
    reader = library.open(MEETING, read_only=True)
    log.append(change(50))
    whole = len(disk.content(FOLDER / "journal.log").now)
    reads: list[int] = []
    plain_read = disk.read

    def counted(path: Path, start: int = 0, length: int = -1) -> bytes:
        data = plain_read(path, start, length)
        reads.append(len(data))
        return data

    disk.read = counted  # type: ignore[method-assign]
    assert len(reader.refresh()) == 1
    assert sum(reads) < whole / 20


def test_the_chain_head_vouches_for_every_change_before_it(library: StoredMeetingLibrary) -> None:
    heads = set()
    for name in ("a", "b"):
        log = library.create(name)
        for seq in range(1, 4):
            log.append(change(seq))
            heads.add(log.chain_head)
        before = log.chain_head
        log.database.journaled.compact()
        log.close()
        assert library.open(name).chain_head == before
    assert len(heads) == 6
    assert all(len(head) == 64 and int(head, 16) for head in heads)


def test_a_deleted_payload_leaves_the_chain_whole(
    disk: FakeDisk, library: StoredMeetingLibrary, log: StoredMeetingLog
) -> None:
    for seq in range(1, 4):
        log.append(change(seq))
    head = log.chain_head
    log.close()

    def without_payload_2(data: bytes) -> bytes:
        lines = data.split(b"\n")
        record = decode_record(lines[2])
        assert record
        erased = lines[2][9:150] + ERASED_SALT.encode() + b" -"
        lines[2] = b"%08x " % zlib.crc32(erased) + erased
        return b"\n".join(lines)

    disk.change(FOLDER / "journal.log", without_payload_2)
    assert verify_meeting(FOLDER, disk).sound
    log = library.open(MEETING)
    assert log.chain_head == head
    assert [each.seq for each in log.changes()] == [1, 3]
    log.append(change(4))
    log.database.journaled.compact()
    log.close()
    assert verify_meeting(FOLDER, disk).sound


def test_equal_payloads_have_different_digests() -> None:
    assert salted_digest("a" * 32, b"x") != salted_digest("b" * 32, b"x")


def test_drafts_are_kept_replaced_and_dropped(library: StoredMeetingLibrary, log: StoredMeetingLog) -> None:
    assert log.load_draft() is None
    log.save_draft(None)
    log.save_draft(draft("Der Bürger"))
    log.save_draft(draft("Der Bürgermeister"))
    log.close()
    log = library.open(MEETING)
    assert log.load_draft() == draft("Der Bürgermeister")
    log.save_draft(None)
    assert log.load_draft() is None


def test_drafts_leave_no_trace_in_the_history(disk: FakeDisk, log: StoredMeetingLog) -> None:
    log.save_draft(draft("vertraulicher Halbsatz"))
    log.append(change(1))
    log.save_draft(None)
    log.database.journaled.compact()
    log.close()
    assert not any(b"Halbsatz" in content.now for content in disk.names.values() if content)


def test_meetings_are_listed_in_the_order_of_their_making(library: StoredMeetingLibrary) -> None:
    for name in ("c", "a", "b"):
        library.create(name).close()
    assert library.meeting_ids() == ["c", "a", "b"]


def test_a_meeting_begins_with_its_first_changes_in_one_step(disk: FakeDisk, library: StoredMeetingLibrary) -> None:
    first = [head_change(1), change(2), change(3)]
    log = library.create(MEETING, first)
    assert list(log.changes()) == first
    assert len([each for each in disk.operations if each.startswith("write")]) == 1
    log.append(change(4))
    log.close()
    assert verify_meeting(FOLDER, disk).sound
    assert len(library.open(MEETING).changes()) == 4


def test_what_exists_is_not_made_again_and_what_does_not_is_not_opened(
    library: StoredMeetingLibrary, log: StoredMeetingLog
) -> None:
    with pytest.raises(StorageError, match="gibt es schon"):
        library.create(MEETING)
    with pytest.raises(NotFoundError):
        library.open("nirgends")
    with pytest.raises(NotFoundError):
        library.open("../registry")
    with pytest.raises(StorageError, match="taugt nicht"):
        library.create("../anderswo")


def test_a_change_that_could_not_be_read_again_is_not_stored(disk: FakeDisk, log: StoredMeetingLog) -> None:
    wrong = msgspec.structs.replace(change(1), author=7)
    before = len(disk.operations)
    with pytest.raises(msgspec.ValidationError):
        log.append(wrong)
    assert len(disk.operations) == before
    log.append(change(1))
    assert log.changes() == (change(1),)
