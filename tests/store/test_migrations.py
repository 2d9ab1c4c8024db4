"""The step from one format version to the next, and files of a version that is not known yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from tinydb import TinyDB

from protocol_tui.errors import FileFormatError
from protocol_tui.store import migrations
from protocol_tui.store.database import JournaledTinyDB
from protocol_tui.store.loading import CURRENT_FORMAT, Format
from protocol_tui.store.migrations.steps import MIGRATIONS
from protocol_tui.store.operations import Tables, decode_document, encode_document
from protocol_tui.store.verify import verify_store
from tests.store.fake_disk import SURVIVALS, FakeDisk, PowerCut

STORE = Path("/db")


def rename_field(tables: Tables) -> Tables:
    """What a migration from 1 to 2 might do."""
    return {
        name: {
            key: encode_document({"new": document["old"]})
            for key, raw in documents.items()
            if (document := decode_document(raw))
        }
        for name, documents in tables.items()
    }


NEXT_FORMAT = Format(2, {1: rename_field})


def old_store(*, compacted: bool) -> FakeDisk:
    disk = FakeDisk()
    with JournaledTinyDB(STORE, files=disk) as database:
        database.insert({"old": 1})
        if compacted:
            database.journaled.compact()
        database.insert({"old": 2})
    return disk


def values(database: TinyDB) -> list[dict[str, object]]:
    return [dict(document) for document in database]


@pytest.mark.parametrize("compacted", [False, True])
def test_an_older_store_is_brought_to_the_current_format(compacted: bool) -> None:  # noqa: FBT001 - parametrized
    disk = old_store(compacted=compacted)
    old_journal = disk.content(STORE / "journal.log").now
    with JournaledTinyDB(STORE, files=disk, format_=NEXT_FORMAT) as database:
        assert values(database) == [{"new": 1}, {"new": 2}]
        assert "vom Format 1 in das Format 2" in database.journaled.warnings[0]
        database.insert({"new": 3})
    assert disk.content(STORE / "journal.log.v1").now == old_journal
    with JournaledTinyDB(STORE, files=disk, format_=NEXT_FORMAT) as database:
        assert values(database) == [{"new": 1}, {"new": 2}, {"new": 3}]
        assert database.journaled.warnings == ()
        assert database.journaled.seq == 3


def test_a_reader_sees_the_current_format_and_writes_nothing() -> None:
    disk = old_store(compacted=True)
    before = len(disk.operations)
    reader = JournaledTinyDB(STORE, files=disk, read_only=True, format_=NEXT_FORMAT)
    assert values(reader) == [{"new": 1}, {"new": 2}]
    assert len(disk.operations) == before


@pytest.mark.parametrize("survival", SURVIVALS)
def test_a_power_cut_while_migrating_loses_nothing(survival: str) -> None:
    for cut_at in range(100):
        disk = old_store(compacted=True)
        disk.cut_at = len(disk.operations) + cut_at
        try:
            JournaledTinyDB(STORE, files=disk, format_=NEXT_FORMAT).close()
        except PowerCut:
            after = disk.after_power_cut(survival)  # type: ignore[arg-type]
            with JournaledTinyDB(STORE, files=after, format_=NEXT_FORMAT) as database:
                assert values(database) == [{"new": 1}, {"new": 2}]
                assert not database.journaled.read_only
                database.insert({"new": 3})
            with JournaledTinyDB(STORE, files=after, format_=NEXT_FORMAT) as database:
                assert len(database) == 3
        else:
            assert cut_at > 10
            return


@pytest.mark.parametrize("compacted", [False, True])
def test_a_file_of_a_newer_version_is_refused_with_a_sentence(compacted: bool) -> None:  # noqa: FBT001 - parametrized
    disk = FakeDisk()
    with JournaledTinyDB(STORE, files=disk, format_=NEXT_FORMAT) as database:
        database.insert({"new": 1})
        if compacted:
            database.journaled.compact()
    before = {path: content.now for path, content in disk.names.items() if content}
    with pytest.raises(FileFormatError, match="neuere Fassung von protocol-tui"):
        JournaledTinyDB(STORE, files=disk)
    assert {path: content.now for path, content in disk.names.items() if content} == before
    assert not disk.locks
    assert not verify_store(STORE, disk).sound


def test_every_step_up_to_the_current_version_exists_and_is_a_module_of_its_own() -> None:
    assert sorted(MIGRATIONS) == list(range(1, CURRENT_FORMAT.version))
    modules = {path.stem for path in Path(migrations.__path__[0]).glob("from_*.py")}
    assert modules == {f"from_{version}_to_{version + 1}" for version in MIGRATIONS}
