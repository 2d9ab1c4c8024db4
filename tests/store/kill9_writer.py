"""Writes a meeting until it is killed, and says what is stored: `ACK LOG n`, `ACK PUT key value`, `ACK DEL key`.

    python kill9_writer.py FOLDER

Every third change edits or deletes a document of a second store, and both stores compact now and then: a test that only
inserts misses half of what can go wrong.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
import sys
from pathlib import Path

from tinydb import where
from tinydb.table import Document

from protocol_tui.domain.changes import Change, Draft, Patch
from protocol_tui.domain.entries import Narration
from protocol_tui.store.database import JournaledTinyDB
from protocol_tui.store.library import StoredMeetingLibrary
from protocol_tui.store.meeting_log import StoredMeetingLog

MEETING = "kill9"
STORE = "stammdaten"
BEGIN = dt.datetime(2026, 3, 5, 17, 0, tzinfo=dt.UTC)


def text_of(seq: int) -> str:
    """Texts of many lengths, so that records end at many places of a block."""
    return f"Änderung {seq} " + "Straße " * (seq * 7919 % 90)


def change_of(seq: int) -> Change:
    entry = Narration(id=f"e{seq}", order=f"{seq:06d}", time=dt.time(17, 0), text=text_of(seq))
    return Change(seq=seq, at=BEGIN, author="kill9", action="Feststellung erfasst", patches=(Patch(after=entry),))


def acknowledge(line: str) -> None:
    sys.stdout.write(f"ACK {line}\n")
    sys.stdout.flush()


def open_log(data: Path) -> StoredMeetingLog:
    library = StoredMeetingLibrary(data)
    return library.open(MEETING) if MEETING in library.meeting_ids() else library.create(MEETING)


def write_for_ever(data: Path) -> None:
    log = open_log(data)
    database = JournaledTinyDB(data / STORE)
    chance = random.Random(len(log.changes()))
    for turn in itertools.count(len(log.changes()) + 1):
        log.save_draft(Draft(text=f"Entwurf {turn}", at=BEGIN))
        log.append(change_of(turn))
        acknowledge(f"LOG {turn}")
        key = chance.randrange(1, 20)
        if chance.random() < 0.3:
            database.remove(doc_ids=[key])
            acknowledge(f"DEL {key}")
        else:
            database.upsert(Document({"key": key, "value": turn, "text": text_of(turn)}, key))
            acknowledge(f"PUT {key} {turn}")
        if turn % 50 == 0:
            database.update({"text": ""}, where("key") == key)
            database.journaled.compact()
        if turn % 80 == 0:
            log.database.journaled.compact()
        if turn % 130 == 0:
            log.close()
            log = open_log(data)


if __name__ == "__main__":
    write_for_ever(Path(sys.argv[1]))
