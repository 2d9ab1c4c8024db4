"""Checks what kill9_writer.py acknowledged, after it was killed.

    python kill9_verifier.py FOLDER ACKS

Exit status: 0 everything is there and sound, 1 something acknowledged is lost or wrong, 2 the store is unreadable.
One change may be stored and not yet acknowledged when the writer dies: it is printed like an acknowledgement, so that
after the next kill it can be counted as one.
"""

from __future__ import annotations

import sys
from pathlib import Path

from protocol_tui.errors import ProtocolError
from protocol_tui.store.database import JournaledTinyDB
from protocol_tui.store.verify import verify_meeting, verify_store
from tests.store.kill9_writer import MEETING, STORE, change_of, open_log


def check_log(data: Path, acknowledged: list[str]) -> list[str]:
    log = open_log(data)
    changes = log.changes()
    last = max((int(line.split()[2]) for line in acknowledged if line.startswith("ACK LOG")), default=0)
    troubles = [f"read-only: {log.warnings}"] if log.read_only else []
    if not last <= len(changes) <= last + 1:
        troubles.append(f"{last} changes acknowledged, {len(changes)} stored")
    if changes != tuple(change_of(seq) for seq in range(1, len(changes) + 1)):
        troubles.append("a change is not as it was stored")
    draft = log.load_draft()
    if last and (draft is None or draft.text not in (f"Entwurf {last}", f"Entwurf {last + 1}")):
        troubles.append(f"the draft is {draft}")
    log.append(change_of(len(changes) + 1))
    log.close()
    return troubles


def check_documents(data: Path, acknowledged: list[str]) -> list[str]:
    expected: dict[int, int | None] = {}
    for line in acknowledged:
        words = line.split()
        if words[1] == "PUT":
            expected[int(words[2])] = int(words[3])
        elif words[1] == "DEL":
            expected[int(words[2])] = None
    with JournaledTinyDB(data / STORE) as database:
        found = {document.doc_id: document["value"] for document in database}
    differing = [key for key in {*expected, *found} if found.get(key) != expected.get(key)]
    if len(differing) > 1:
        return [f"documents {differing} differ"]
    for key in differing:
        print(f"ACK PUT {key} {found[key]}" if key in found else f"ACK DEL {key}")
    return []


def main(data: Path, acks: Path) -> int:
    acknowledged = acks.read_text(encoding="utf-8").splitlines()
    try:
        troubles = check_log(data, acknowledged) + check_documents(data, acknowledged)
    except ProtocolError as error:
        print(error.sentence)
        return 2
    for report in (verify_meeting(data / "meetings" / MEETING), verify_store(data / STORE)):
        if not report.sound:
            troubles.append(repr(report.findings))
    for trouble in troubles:
        print(trouble)
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
