"""What the app in a terminal had shown as recorded before it was killed must be stored.

    python -m acceptance.kill9_screen FOLDER ACKS     exit status 0 intact, 1 lost, 2 unreadable

ACKS has one number a line: "Satz Nummer N" was on the screen's transcript.
"""

from __future__ import annotations

import sys
from pathlib import Path

from protocol_tui.domain.entries import Statement
from protocol_tui.domain.meeting import Meeting
from protocol_tui.store.library import StoredMeetingLibrary
from protocol_tui.store.verify import verify_data


def verify(data: Path, acks: Path) -> int:
    if not verify_data(data).sound:
        return 2
    library = StoredMeetingLibrary(data)
    log = library.open(library.meeting_ids()[0], read_only=True)
    typed = {entry.typed for entry in Meeting(log.changes()).entries if isinstance(entry, Statement)}
    numbers = acks.read_text(encoding="utf-8").split()
    lost = [number for number in numbers if f"Satz Nummer {number} ist gesagt." not in typed]
    draft = log.load_draft()
    print(f"{len(numbers)} acknowledged, {len(lost)} lost, line: {draft.text if draft else ''!r}")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(verify(Path(sys.argv[1]), Path(sys.argv[2])))
