"""A writer that is made to be killed, and the check of what it had acknowledged.

    python -m acceptance.kill9_recorder write FOLDER            prints one line `ACK SEQ DIGEST` a stored change
    python -m acceptance.kill9_recorder verify FOLDER ACKS      exit status 0 intact, 1 lost or wrong, 2 unreadable

It records, corrects, deletes, undoes and redoes at random through the recorder service on the real store.
"""

from __future__ import annotations

import hashlib
import random
import sys
from itertools import count
from pathlib import Path

import msgspec

from benchmarks.recording import HEAD, LINES, Now
from protocol_tui.domain.changes import Change
from protocol_tui.domain.meeting import Meeting
from protocol_tui.errors import EntryError
from protocol_tui.grammar.engine import Engine
from protocol_tui.services.memory import MemoryLog
from protocol_tui.services.preparing import opening_patches
from protocol_tui.services.recording.recorder import Recorder
from protocol_tui.store.library import StoredMeetingLibrary
from protocol_tui.store.verify import verify_data

MEETING = "getoetet"


def digest_of(meeting: Meeting) -> str:
    """A fingerprint of everything the meeting consists of."""
    state = [meeting.head, *meeting.people, *meeting.items, *meeting.entries]
    return hashlib.sha256(msgspec.json.encode(state)).hexdigest()[:16]


def write(data: Path) -> None:
    library = StoredMeetingLibrary(data)
    if MEETING not in library.meeting_ids():
        rehearsal = Recorder(MemoryLog(), Engine(), Now())
        rehearsal.prepare(opening_patches(HEAD))
        library.create(MEETING, rehearsal.log.changes()).close()
    recorder = Recorder(library.open(MEETING), Engine(), Now())
    chance = random.Random()
    for number in count():
        change = act(recorder, chance, number)
        if change is not None:
            print(f"ACK {change.seq} {digest_of(recorder.meeting)}", flush=True)


def act(recorder: Recorder, chance: random.Random, number: int) -> Change | None:
    """One random step; None where it changed nothing."""
    entries = recorder.meeting.entries
    line = f"{LINES[chance.randrange(len(LINES) - 1)]} ({number})"
    try:
        match chance.randrange(8) if entries else 0:
            case 0 | 1 | 2 | 3:
                return recorder.record(line)
            case 4:
                return recorder.correct(chance.choice(entries).id, line)
            case 5 if len(entries) > 50:  # keeps the meeting small, so that every kill hits a store of the same size
                return recorder.delete(chance.choice(entries).id)
            case 6:
                return recorder.undo()
            case _:
                return recorder.redo()
    except EntryError:
        return None


def verify(data: Path, acks: Path) -> int:
    acknowledged = [line.split() for line in acks.read_text(encoding="utf-8").splitlines() if line.startswith("ACK")]
    if not verify_data(data).sound:
        return 2
    changes = StoredMeetingLibrary(data).open(MEETING, read_only=True).changes()
    digests = {}
    meeting = Meeting()
    for change in changes:
        meeting.apply(change)
        digests[str(change.seq)] = digest_of(meeting)
    lost = [seq for _, seq, digest in acknowledged[-300:] if digests.get(seq) != digest]
    last = int(acknowledged[-1][1]) if acknowledged else 0
    print(f"{len(changes)} changes, {len(acknowledged)} acknowledged, {len(lost)} lost")
    return 1 if lost or len(changes) > last + 1 else 0


if __name__ == "__main__":
    if sys.argv[1] == "write":
        write(Path(sys.argv[2]))
    sys.exit(verify(Path(sys.argv[2]), Path(sys.argv[3])))
