"""One entry through the whole recorder: read, understood, put into indirect speech, checked, stored, applied."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Sequence
from pathlib import Path

from typing_extensions import override

from benchmarks.figures import Figure, interleaved
from protocol_tui.entry.head import AgendaHead, CommitteeHead, MeetingHead, MitschriftHead, PersonHead
from protocol_tui.grammar.engine import Engine
from protocol_tui.services.memory import MemoryLog
from protocol_tui.services.ports import Clock
from protocol_tui.services.preparing import opening_patches
from protocol_tui.services.recording.recorder import Recorder
from protocol_tui.store.disk import DescriptorFile
from protocol_tui.store.library import StoredMeetingLibrary

SIZES = (0, 2_000, 10_000)
ROUNDS = 200
LINES = (
    "abc: Der Radweg wird im Frühjahr gebaut. Ich habe die Pläne gestern bekommen.",
    "xyz? Was kostet der Radweg, und wann ist er fertig?",
    "abc! Die Kosten liegen bei 240.000 Euro, das haben wir geprüft.",
    "Der Landrat hat mich beauftragt, mit den Gemeinden zu sprechen.",
)
HEAD = MitschriftHead(
    committee=CommitteeHead(name="Ausschuss für Verkehr", members_total=2),
    meeting=MeetingHead(date=dt.date(2026, 11, 17), start=dt.time(17)),
    people=(
        PersonHead(code="abc", function="Ltd. KVD", name="Arnd Hellweg", gender="m"),
        PersonHead(code="xyz", function="Abg.", name="Anna Hurnik", gender="f", votes=True),
    ),
    agenda=(AgendaHead(number="1", title="Radweg"),),
)


class Now(Clock):
    """The machine's clock."""

    @override
    def now(self) -> dt.datetime:
        return dt.datetime.now().astimezone()


class Recording:
    """A meeting of `size` entries on the disk, and the next lines to be recorded."""

    def __init__(self, library: StoredMeetingLibrary, size: int) -> None:
        rehearsal = Recorder(MemoryLog(), Engine(), Now())
        rehearsal.prepare(opening_patches(HEAD))
        rehearsal.record(".", dt.time(17))
        for number in range(size):
            rehearsal.record(LINES[number % len(LINES)], dt.time(17))
        log = library.create(f"m{size}", rehearsal.log.changes())
        self.recorder = Recorder(log, Engine(), Now())
        self._next = size

    def record(self) -> None:
        self.recorder.record(LINES[self._next % len(LINES)], dt.time(18))
        self._next += 1


def run() -> Sequence[Figure]:
    figures = []
    with tempfile.TemporaryDirectory(dir=Path(__file__).parent) as scratch:
        library = StoredMeetingLibrary(Path(scratch))
        plain = DescriptorFile(Path(scratch) / "plain")

        def append_plain() -> None:
            plain.write(b"x" * 900 + b"\n")
            plain.sync()

        recordings = [Recording(library, size) for size in SIZES]
        *taken, reference = interleaved([*(each.record for each in recordings), append_plain], ROUNDS)
        for size, seconds in zip(SIZES, taken, strict=True):
            figures.append(Figure(f"one recorded line at {size} entries, to append + fsync", seconds / reference))
            figures.append(Figure(f"one recorded line at {size} entries", seconds * 1000, "ms"))
        figures.append(Figure(f"one line at {SIZES[-1]} to one at {SIZES[0]} entries", taken[-1] / taken[0], limit=2.0))
        recordings[1].recorder.close()

        def reopen() -> None:
            Recorder(library.open(f"m{SIZES[1]}", read_only=True), Engine(), Now())

        (opening,) = interleaved([reopen], 20)
        figures.append(Figure(f"opening a meeting of {SIZES[1]} entries", opening * 1000, "ms"))
    return figures
