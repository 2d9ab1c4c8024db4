"""The second copy: like the original, a sound store at every moment, and never in the way."""

from __future__ import annotations

import shutil
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typing_extensions import override

from protocol_tui.store.disk import PosixFiles, platform_files
from protocol_tui.store.library import StoredMeetingLibrary
from protocol_tui.store.mirror import Mirror, MirrorState
from protocol_tui.store.mirroring import StoreCopy
from protocol_tui.store.registry import Registry
from protocol_tui.store.verify import verify_data, verify_meeting
from tests.store.fake_disk import SURVIVALS, FakeDisk, PowerCut
from tests.store.meetings import change, draft, head_change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from protocol_tui.store.files import FileLayer

MEETING = "2026-03-05-finanzen"
PATIENCE = 20.0


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "daten"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    stick = tmp_path / "stick"
    stick.mkdir()
    return stick


class Mirrors:
    """Mirrors of one data folder; all are closed in the end."""

    def __init__(self, data: Path, stick: Path) -> None:
        self.data = data
        self.stick = stick
        self.opened: list[Mirror] = []

    def open(self, files: FileLayer | None = None) -> Mirror:
        mirror = Mirror(self.data, self.stick, files=files, retry_after=0.02)
        self.opened.append(mirror)
        return mirror


@pytest.fixture
def mirrors(data: Path, stick: Path) -> Iterator[Mirrors]:
    mirrors = Mirrors(data, stick)
    yield mirrors
    for mirror in mirrors.opened:
        mirror.close()


def wait_for(mirror: Mirror, status: str) -> MirrorState:
    end = time.monotonic() + PATIENCE
    while mirror.state.status != status and time.monotonic() < end:
        time.sleep(0.005)
    assert mirror.state.status == status
    return mirror.state


def test_the_second_copy_opens_as_the_original(data: Path, stick: Path, mirrors: Mirrors) -> None:
    mirror = mirrors.open()
    library = StoredMeetingLibrary(data, on_stored=mirror.poke)
    registry = Registry(data, library, on_stored=mirror.poke)
    log = library.create(MEETING, [head_change(1)])
    registry.meetings()
    for seq in range(2, 30):
        log.append(change(seq))
        if seq in (10, 20):
            log.database.journaled.compact()
    log.save_draft(draft("bleibt auf dem Rechner"))
    assert mirror.flush(PATIENCE)
    assert mirror.state.status == "ok"
    assert str(stick) in mirror.state.sentence
    assert verify_data(stick).sound
    copy = StoredMeetingLibrary(stick).open(MEETING, read_only=True)
    assert copy.changes() == log.changes()
    assert copy.chain_head == log.chain_head
    assert copy.load_draft() is None
    assert Registry(stick, StoredMeetingLibrary(stick)).meetings() == registry.meetings()
    log.close()


def test_what_was_stored_before_the_mirror_began_is_copied_too(data: Path, stick: Path, mirrors: Mirrors) -> None:
    StoredMeetingLibrary(data).create(MEETING, [change(1)]).close()
    assert mirrors.open().flush(PATIENCE)
    assert len(StoredMeetingLibrary(stick).open(MEETING, read_only=True).changes()) == 1


def test_a_missing_stick_is_reported_and_no_folder_is_made_in_its_place(
    data: Path, stick: Path, mirrors: Mirrors
) -> None:
    stick.rmdir()
    mirror = mirrors.open()
    library = StoredMeetingLibrary(data, on_stored=mirror.poke)
    log = library.create(MEETING, [change(1)])
    state = wait_for(mirror, "failed")
    assert "Ist der Datenträger eingesteckt?" in state.sentence
    assert "Das Original ist vollständig gespeichert." in state.sentence
    assert not stick.exists()
    log.close()


def test_the_copy_catches_up_by_itself_when_the_stick_is_back(
    data: Path, stick: Path, mirrors: Mirrors, tmp_path: Path
) -> None:
    mirror = mirrors.open()
    log = StoredMeetingLibrary(data, on_stored=mirror.poke).create(MEETING, [change(1)])
    wait_for(mirror, "ok")
    stick.rename(tmp_path / "in der Tasche")
    log.append(change(2))
    wait_for(mirror, "failed")
    log.append(change(3))
    log.database.journaled.compact()
    log.append(change(4))
    (tmp_path / "in der Tasche").rename(stick)
    wait_for(mirror, "ok")
    assert StoredMeetingLibrary(stick).open(MEETING, read_only=True).changes() == log.changes()
    shutil.rmtree(stick / "meetings")  # another, empty stick
    log.append(change(5))
    assert mirror.flush(PATIENCE)
    wait_for(mirror, "ok")
    assert StoredMeetingLibrary(stick).open(MEETING, read_only=True).changes() == log.changes()
    log.close()


class SlowStick(PosixFiles):
    """A stick on which nothing comes to an end before it is let."""

    def __init__(self, stick: Path) -> None:
        self.stick = stick
        self.let = threading.Event()
        self.began = threading.Event()

    @override
    def sync_folder(self, path: Path) -> None:
        if self.stick in path.parents:
            self.began.set()
            self.let.wait(PATIENCE)
        super().sync_folder(path)


@pytest.mark.skipif(sys.platform == "win32", reason="stands on the POSIX file layer")
def test_a_slow_stick_delays_no_append(data: Path, stick: Path, mirrors: Mirrors) -> None:
    files = SlowStick(stick)
    mirror = mirrors.open(files)
    log = StoredMeetingLibrary(data, on_stored=mirror.poke).create(MEETING)
    log.append(change(1))
    assert files.began.wait(PATIENCE)
    for seq in range(2, 20):
        log.append(change(seq))  # comes back though the stick has not answered
    assert mirror.state.status == "behind"
    assert not mirror.flush(0.01)
    files.let.set()
    assert mirror.flush(PATIENCE)
    assert StoredMeetingLibrary(stick).open(MEETING, read_only=True).changes() == log.changes()
    log.close()


def test_changes_of_state_are_told_once(data: Path, stick: Path) -> None:
    told: list[str] = []
    mirror = Mirror(data, stick, retry_after=0.02, on_change=lambda state: told.append(state.status))
    wait_for(mirror, "ok")
    stick.rename(stick.with_name("weg"))
    wait_for(mirror, "failed")
    time.sleep(0.1)
    stick.with_name("weg").rename(stick)
    wait_for(mirror, "ok")
    mirror.close()
    assert told == ["ok", "failed", "ok"]


def test_closing_copies_what_is_left(data: Path, stick: Path) -> None:
    mirror = Mirror(data, stick)
    log = StoredMeetingLibrary(data, on_stored=mirror.poke).create(MEETING)
    for seq in range(1, 20):
        log.append(change(seq))
    log.close()
    assert mirror.close(PATIENCE)
    assert verify_data(stick).sound
    assert len(StoredMeetingLibrary(stick).open(MEETING, read_only=True).changes()) == 19


def test_the_copy_of_another_meeting_is_not_overwritten(data: Path, stick: Path, mirrors: Mirrors) -> None:
    StoredMeetingLibrary(stick).create(MEETING, [change(1, "von einem anderen Rechner")]).close()
    before = (stick / "meetings" / MEETING / "journal.log").read_bytes()
    StoredMeetingLibrary(data).create(MEETING, [change(1), change(2)]).close()
    state = wait_for(mirrors.open(), "failed")
    assert "zweite Kopie einer anderen Sitzung" in state.sentence
    assert (stick / "meetings" / MEETING / "journal.log").read_bytes() == before


def test_a_copy_that_has_more_than_the_original_is_not_overwritten(data: Path, stick: Path, mirrors: Mirrors) -> None:
    log = StoredMeetingLibrary(data).create(MEETING, [change(1)])
    shutil.copytree(data, stick, dirs_exist_ok=True)
    log.close()
    newer = StoredMeetingLibrary(stick).open(MEETING)
    newer.append(change(2))
    newer.close()
    state = wait_for(mirrors.open(), "failed")
    assert "mehr als das Original" in state.sentence
    assert len(StoredMeetingLibrary(stick).open(MEETING, read_only=True).changes()) == 2


@pytest.mark.parametrize("survival", SURVIVALS)
def test_a_stick_pulled_at_any_moment_holds_a_sound_copy(survival: str) -> None:
    """Both folders on one fake disk; only what the copying does is cut short."""
    original, copy = Path("/daten/meetings/m"), Path("/stick/meetings/m")

    def prepared() -> tuple[FakeDisk, StoreCopy]:
        disk = FakeDisk()
        disk.make_folder(Path("/stick"))
        disk.sync_folder(Path("/"))
        library = StoredMeetingLibrary(Path("/daten"), files=disk)
        log = library.create("m", [change(1), change(2)])
        follower = StoreCopy(disk, original, copy)
        follower.follow()
        log.append(change(3))
        follower.follow()
        log.append(change(4))
        log.database.journaled.compact()
        log.append(change(5))
        return disk, follower

    disk, follower = prepared()
    begin = len(disk.operations)
    follower.follow()
    end = len(disk.operations)
    assert end > begin + 5
    for cut_at in range(begin, end):
        disk, follower = prepared()
        disk.cut_at = cut_at
        with pytest.raises(PowerCut):
            follower.follow()
        after = disk.after_power_cut(survival)  # type: ignore[arg-type]
        opened = StoredMeetingLibrary(Path("/stick"), files=after).open("m")
        assert len(opened.changes()) >= 3
        opened.close()
        assert verify_meeting(copy, after).sound


def test_copying_appends_only_what_is_new(data: Path, stick: Path) -> None:
    log = StoredMeetingLibrary(data).create(MEETING, [change(seq) for seq in range(1, 100)])
    folder = data / "meetings" / MEETING
    follower = StoreCopy(platform_files(), folder, stick / "m")
    follower.follow()
    inode = (stick / "m" / "journal.log").stat().st_ino
    log.append(change(100))
    follower.follow()
    log.append(change(101))
    follower.follow()
    assert (stick / "m" / "journal.log").stat().st_ino == inode
    assert (stick / "m" / "journal.log").read_bytes() == (folder / "journal.log").read_bytes()
    log.close()
