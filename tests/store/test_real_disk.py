"""The store on the real disk of the machine: permissions, limits, other processes, and being killed."""

from __future__ import annotations

import os
import random
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from protocol_tui.errors import LockedError
from protocol_tui.store.database import JournaledTinyDB
from protocol_tui.store.disk import PosixFiles, WindowsFiles
from protocol_tui.store.files import FileLayer
from protocol_tui.store.library import StoredMeetingLibrary
from protocol_tui.store.registry import Registry
from protocol_tui.store.verify import verify_data, verify_meeting
from tests.store.meetings import change, draft

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
MEETING = "2026-03-05-finanzen"
KILLS = 15

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="modes and limits of POSIX systems")


def run(code: str, *arguments: str | Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(command, env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("files", [PosixFiles(), WindowsFiles()], ids=["posix", "windows"])
def test_both_file_layers_store_a_meeting(files: FileLayer, tmp_path: Path) -> None:
    if sys.platform == "win32" and isinstance(files, PosixFiles):
        pytest.skip("folders cannot be synced on Windows")
    library = StoredMeetingLibrary(tmp_path, files=files)
    log = library.create(MEETING, [change(1)])
    log.append(change(2))
    log.save_draft(draft("x"))
    log.database.journaled.compact()
    log.append(change(3))
    log.save_draft(None)
    assert library.open(MEETING).read_only
    log.close()
    assert library.open(MEETING, read_only=True).changes() == (change(1), change(2), change(3))
    assert verify_data(tmp_path, files).sound


@posix_only
def test_nobody_else_can_read_the_files(tmp_path: Path) -> None:
    data = tmp_path / "daten"
    library = StoredMeetingLibrary(data)
    log = library.create(MEETING)
    log.append(change(1))
    log.save_draft(draft("x"))
    log.database.journaled.compact()
    Registry(data, library).meetings()
    with JournaledTinyDB(data / "registry"):
        pass
    for path in (data, *data.rglob("*")):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path
    log.close()


LIMITED = """
import resource, signal, sys
from pathlib import Path
from protocol_tui.errors import StorageError
from protocol_tui.store.library import StoredMeetingLibrary
from tests.store.meetings import change

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
library = StoredMeetingLibrary(Path(sys.argv[1]))
log = library.create("voll")
seq = 0
try:
    while True:
        log.append(change(seq + 1))
        seq += 1
except StorageError as error:
    print(seq)
    print(error.sentence)
assert len(log.changes()) == seq
log.close()
log = library.open("voll")
assert not log.read_only, log.warnings
assert len(log.changes()) == seq
"""


@posix_only
def test_a_disk_that_takes_no_more_loses_nothing(tmp_path: Path) -> None:
    with run(LIMITED, tmp_path) as process:
        output, _ = process.communicate()
        assert process.returncode == 0
    seq, sentence = output.splitlines()
    assert sentence.startswith("Der Eintrag konnte nicht gespeichert werden: die Datei darf nicht größer werden")
    log = StoredMeetingLibrary(tmp_path).open("voll")
    assert log.changes() == tuple(change(each) for each in range(1, int(seq) + 1))
    log.append(change(int(seq) + 1))
    log.close()
    assert verify_data(tmp_path).sound


HOLDER = """
import sys
from pathlib import Path
from protocol_tui.store.library import StoredMeetingLibrary
from tests.store.meetings import change

log = StoredMeetingLibrary(Path(sys.argv[1])).create(sys.argv[2])
log.append(change(1))
print("ready", flush=True)
sys.stdin.read()
"""


def test_a_second_program_reads_and_the_lock_dies_with_the_first(tmp_path: Path) -> None:
    with run(HOLDER, tmp_path, MEETING) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        library = StoredMeetingLibrary(tmp_path)
        log = library.open(MEETING)
        assert log.read_only
        assert len(log.changes()) == 1
        with pytest.raises(LockedError):
            log.append(change(2))
        with pytest.raises(LockedError):
            JournaledTinyDB(library.folder_of(MEETING))
        process.kill()
        process.wait()
    log = library.open(MEETING)
    assert not log.read_only, log.warnings
    log.append(change(2))
    log.close()


def killed_writer(data: Path, after: float) -> list[str]:
    """What the writer acknowledged before it was killed `after` seconds after its first acknowledgement."""
    command = [sys.executable, str(HERE / "kill9_writer.py"), str(data)]
    with subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        first = process.stdout.readline()
        threading.Timer(after, process.kill).start()
        rest = process.stdout.read()
    return [line for line in (first + rest).split("\n")[:-1] if line]


@posix_only
def test_a_killed_writer_has_lost_nothing_it_acknowledged(tmp_path: Path) -> None:
    """The short form; the long one runs the same two scripts 200 times."""
    chance = random.Random(9)
    acknowledged: list[str] = []
    for _ in range(KILLS):
        acknowledged += killed_writer(tmp_path, chance.uniform(0, 0.2))
        acks = tmp_path / "acks"
        acks.write_text("\n".join(acknowledged) + "\n", encoding="utf-8")
        verifier = [sys.executable, str(HERE / "kill9_verifier.py"), str(tmp_path), str(acks)]
        outcome = subprocess.run(verifier, env=ENVIRONMENT, capture_output=True, text=True, check=False)
        assert outcome.returncode == 0, outcome.stdout + outcome.stderr
        acknowledged += outcome.stdout.splitlines()


FOLLOWED = """
import sys
from pathlib import Path
from protocol_tui.store.library import StoredMeetingLibrary
from tests.store.meetings import change

log = StoredMeetingLibrary(Path(sys.argv[1])).create(sys.argv[2])
print("ready", flush=True)
for seq in range(1, 301):
    log.append(change(seq))
    if seq % 40 == 0:
        log.database.journaled.compact()
log.close()
"""


def test_a_reader_follows_another_process_through_its_compactions(tmp_path: Path) -> None:
    with run(FOLLOWED, tmp_path, MEETING) as process:
        assert process.stdout
        process.stdout.readline()
        reader = StoredMeetingLibrary(tmp_path).open(MEETING, read_only=True)
        seen = list(reader.changes())
        end = time.monotonic() + 30
        while len(seen) < 300 and time.monotonic() < end:
            seen += reader.refresh()
            assert not reader.warnings
        assert process.wait() == 0
    assert seen == [change(seq) for seq in range(1, 301)]
    assert verify_meeting(tmp_path / "meetings" / MEETING).sound
