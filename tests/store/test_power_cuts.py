"""The power fails at every single operation of a meeting, and the disk keeps as little as it may."""

from __future__ import annotations

import copy
from contextlib import suppress
from pathlib import Path

import pytest
from tinydb import where

from protocol_tui.store.database import JournaledTinyDB
from protocol_tui.store.library import StoredMeetingLibrary
from protocol_tui.store.verify import verify_meeting, verify_store
from tests.store.fake_disk import SURVIVALS, FakeDisk, PowerCut, Survival
from tests.store.meetings import change, draft

DATA = Path("/daten")
MEETING = "2026-03-05-finanzen"
FOLDER = DATA / "meetings" / MEETING
STORE = Path("/stammdaten")

Documents = dict[int, dict[str, object]]


class Clerk:
    """Types a meeting, and remembers what the store acknowledged."""

    def __init__(self) -> None:
        self.acknowledged = 0
        self.draft: str | None = None
        self.next_draft: str | None = None

    def type_meeting(self, disk: FakeDisk) -> None:
        log = StoredMeetingLibrary(DATA, files=disk).create(MEETING)
        for seq in range(1, 9):
            self.next_draft = None if seq == 5 else f"Entwurf {seq}"
            log.save_draft(draft(self.next_draft) if self.next_draft else None)
            self.draft = self.next_draft
            log.append(change(seq))
            self.acknowledged = seq
            if seq in (3, 6):
                log.database.journaled.compact()
        log.close()

    def check(self, disk: FakeDisk) -> None:
        """Everything acknowledged is there, at most one change more, and the meeting goes on."""
        library = StoredMeetingLibrary(DATA, files=disk)
        if MEETING not in library.meeting_ids():
            assert self.acknowledged == 0
            library.create(MEETING).close()
        log = library.open(MEETING)
        stored = log.changes()
        assert not log.read_only, log.warnings
        assert stored == tuple(change(seq) for seq in range(1, len(stored) + 1))
        assert len(stored) in (self.acknowledged, self.acknowledged + 1)
        found = log.load_draft()
        assert (found.text if found else None) in (self.draft, self.next_draft)
        report = verify_meeting(FOLDER, disk)
        assert report.sound, report
        log.append(change(len(stored) + 1))
        log.close()
        assert len(library.open(MEETING).changes()) == len(stored) + 1


class Registrar:
    """Edits and deletes documents, and remembers what the store acknowledged."""

    def __init__(self) -> None:
        self.acknowledged: Documents = {}
        self.next: Documents = {}

    def edit(self, disk: FakeDisk) -> None:
        with JournaledTinyDB(STORE, files=disk) as database:
            for turn in range(4):
                self.next = {**self.acknowledged, turn + 1: {"n": turn, "text": "Bürgermeisterin " * 3}}
                database.insert(self.next[turn + 1])
                self.done()
                self.next = {key: {**value, "turn": turn} for key, value in self.acknowledged.items()}
                database.update({"turn": turn})
                self.done()
                if turn == 1:
                    database.journaled.compact()
            del self.next[2]
            database.remove(where("n") == 1)
            self.done()
            self.next = {}
            database.drop_tables()
            self.done()

    def done(self) -> None:
        self.acknowledged = copy.deepcopy(self.next)

    def check(self, disk: FakeDisk) -> None:
        with JournaledTinyDB(STORE, files=disk) as database:
            assert not database.journaled.read_only, database.journaled.warnings
            found = {document.doc_id: dict(document) for document in database.all()}
            assert found in (self.acknowledged, self.next)
            assert verify_store(STORE, disk).sound
            database.insert({"weiter": True})


def operations_of(worker: Clerk | Registrar) -> int:
    disk = FakeDisk()
    work(worker, disk)
    return len(disk.operations)


def work(worker: Clerk | Registrar, disk: FakeDisk) -> None:
    if isinstance(worker, Clerk):
        worker.type_meeting(disk)
    else:
        worker.edit(disk)


@pytest.mark.parametrize("survival", SURVIVALS)
@pytest.mark.parametrize("worker", [Clerk, Registrar])
def test_a_power_cut_at_any_operation_loses_nothing_acknowledged(
    worker: type[Clerk | Registrar], survival: Survival
) -> None:
    for cut_at in range(operations_of(worker()) + 1):
        disk = FakeDisk(cut_at=cut_at)
        victim = worker()
        try:
            work(victim, disk)
        except PowerCut:
            pass
        else:
            assert cut_at == len(disk.operations)
        victim.check(disk.after_power_cut(survival))


def test_a_second_power_cut_while_the_first_is_mended_loses_nothing() -> None:
    clerk = Clerk()
    first = FakeDisk(cut_at=operations_of(Clerk()) - 1)
    with pytest.raises(PowerCut):
        clerk.type_meeting(first)
    torn = first.after_power_cut("torn")
    torn.change(FOLDER / "journal.log", lambda data: data + b"deadbeef 0000000009 ")
    for cut_at in range(12):
        again = copy.deepcopy(torn)
        again.cut_at = cut_at
        with suppress(PowerCut):
            StoredMeetingLibrary(DATA, files=again).open(MEETING).close()
        for survival in SURVIVALS:
            clerk.check(again.after_power_cut(survival))


def test_the_fake_disk_does_lose_what_was_not_synced() -> None:
    disk = FakeDisk()
    disk.make_folder(DATA)
    disk.sync_folder(DATA.parent)
    file = disk.open(DATA / "a")
    file.write(b"unsynced")
    assert (DATA / "a") not in disk.after_power_cut("synced only").names
    disk.sync_folder(DATA)
    assert disk.after_power_cut("synced only").content(DATA / "a").now == b""
    assert disk.after_power_cut("torn").content(DATA / "a").now == b"unsy"
    file.sync()
    assert disk.after_power_cut("synced only").content(DATA / "a").now == b"unsynced"
