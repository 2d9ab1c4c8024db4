"""Reads every stored byte and says what is not as it was written, and what can be read all the same."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Literal

import msgspec

from protocol_tui.domain.changes import Change
from protocol_tui.errors import ProtocolError
from protocol_tui.store.chain import Link, genesis
from protocol_tui.store.disk import platform_files
from protocol_tui.store.draft import DRAFT, fetch_draft
from protocol_tui.store.journal import read_journal
from protocol_tui.store.library import MEETINGS
from protocol_tui.store.loading import JOURNAL, LOCK, SNAPSHOT, Loaded, StoreBytes, chain_head, load
from protocol_tui.store.meeting_log import CHANGES, inserting
from protocol_tui.store.operations import decode_document, encode_operation
from protocol_tui.store.registry import MEETINGS_TABLE, REGISTRY
from protocol_tui.store.snapshot import decode_links

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from protocol_tui.store.files import FileLayer

_PAUSE_FOR_A_WRITER = 0.1


class Finding(msgspec.Struct, frozen=True):
    """Something about a file, as a German sentence; a note is no damage."""

    severity: Literal["damage", "note"]
    file: str
    sentence: str


class StoreReport(msgspec.Struct, frozen=True):
    """What was found in one store: a meeting, or the registry. `readable` counts the documents that can be read."""

    name: str
    readable: int
    head: str
    findings: tuple[Finding, ...] = ()

    @property
    def sound(self) -> bool:
        return all(finding.severity == "note" for finding in self.findings)

    @property
    def sentence(self) -> str:
        """One German sentence for the clerk."""
        records = "1 Datensatz" if self.readable == 1 else f"{self.readable} Datensätze"
        if self.sound:
            return f"{self.name}: unversehrt ({records})."
        return f"{self.name}: beschädigt; lesbar: {records}."


class VerifyReport(msgspec.Struct, frozen=True):
    """What was found in a data folder."""

    stores: tuple[StoreReport, ...]

    @property
    def sound(self) -> bool:
        return all(store.sound for store in self.stores)


def verify_meeting(folder: Path, files: FileLayer | None = None) -> StoreReport:
    """Read every byte of a meeting's folder, wherever it lies."""
    files = files or platform_files()
    return _verify(folder, files, meeting=True)


def verify_store(folder: Path, files: FileLayer | None = None) -> StoreReport:
    """Read every byte of a store that is no meeting."""
    return _verify(folder, files or platform_files(), meeting=False)


def _verify(folder: Path, files: FileLayer, *, meeting: bool) -> StoreReport:
    try:
        loaded, stored = _load_settled(files, folder)
    except ProtocolError as error:
        return StoreReport(folder.name, 0, "", (Finding("damage", "", error.sentence),))
    findings = [
        Finding("damage", damage.file, f"{damage.file}: {damage.what}.") for damage in dict.fromkeys(loaded.damage)
    ]
    if loaded.torn:
        sentence = f"{JOURNAL}: der letzte Eintrag ist unvollständig; das nächste Öffnen legt ihn beiseite."
        findings.append(Finding("damage", JOURNAL, sentence))
    findings += _chain_findings(loaded, stored)
    if meeting:
        findings += _change_findings(loaded)
        try:
            fetch_draft(files, folder)
        except ProtocolError as error:
            findings.append(Finding("damage", DRAFT, error.sentence))
    findings += _other_files(files, folder)
    readable = sum(len(documents) for documents in loaded.tables.values())
    return StoreReport(folder.name, readable, loaded.head, tuple(findings))


def _load_settled(files: FileLayer, folder: Path) -> tuple[Loaded, StoreBytes]:
    loaded, stored = load(files, folder)
    if loaded.torn:  # perhaps only the record that a writer is just writing
        time.sleep(_PAUSE_FOR_A_WRITER)
        loaded, stored = load(files, folder)
    return loaded, stored


def _chain_findings(loaded: Loaded, stored: StoreBytes) -> Iterator[Finding]:
    """Compute all digests anew; where bytes are known to be damaged, that would only repeat it."""
    if loaded.damage or loaded.header is None:
        return
    chain = list(decode_links(loaded.chain))
    if len(chain) != loaded.seq or chain_head(genesis(loaded.header.store), chain) != loaded.head:
        yield Finding("damage", SNAPSHOT, "Die Kette der Prüfsummen führt nicht zum letzten Eintrag.")
        return
    for record in read_journal(stored.journal or b"").records:
        link = record.link
        if link.payload_digest != chain[record.seq - 1].payload_digest or not (
            link.erased or link.covers(record.payload)
        ):
            yield Finding("damage", JOURNAL, f"Der Inhalt von Eintrag {record.seq} ist ein anderer als der verkettete.")


def _change_findings(loaded: Loaded) -> Iterator[Finding]:
    """Check that each change is the one that was chained, and that none is missing."""
    documents = loaded.tables.get(CHANGES, {})
    chain = [] if loaded.damage else list(decode_links(loaded.chain))
    for seq, link in enumerate(chain, start=1):
        raw = documents.get(str(seq))
        if not link.erased and (raw is None or not _is_chained(seq, raw, link)):
            yield Finding("damage", SNAPSHOT, f"Die Änderung {seq} fehlt oder ist eine andere als die verkettete.")
    for key, raw in documents.items():
        try:
            change = msgspec.json.decode(raw, type=Change)
        except (msgspec.DecodeError, UnicodeDecodeError):
            yield Finding("damage", SNAPSHOT, f"Die Änderung {key} ist nicht zu verstehen.")
        else:
            if str(change.seq) != key:
                yield Finding("damage", SNAPSHOT, f"Die Änderung {key} trägt die Nummer {change.seq}.")


def _is_chained(seq: int, raw: msgspec.Raw, link: Link) -> bool:
    return link.covers(encode_operation(inserting(seq, raw)))


def _other_files(files: FileLayer, folder: Path) -> Iterator[Finding]:
    for name in files.list(folder):
        if name.startswith(f"{JOURNAL}.torn-"):
            yield Finding("note", name, f"{name}: ein unvollständiger Eintrag, nach einem Abbruch beiseitegelegt.")
        elif name not in (SNAPSHOT, JOURNAL, LOCK, DRAFT):
            yield Finding("note", name, f"{name}: gehört nicht zum laufenden Bestand.")


def verify_data(data: Path, files: FileLayer | None = None) -> VerifyReport:
    """Read every byte below a data folder, or a second copy of one."""
    files = files or platform_files()
    meetings = data / MEETINGS
    names = [
        name  # a folder without either is what a full disk left of a meeting that was never made
        for name in files.list(meetings)
        if files.stamp(meetings / name / JOURNAL) or files.stamp(meetings / name / SNAPSHOT)
    ]
    reports = [verify_meeting(meetings / name, files) for name in names]
    if files.list(data / REGISTRY):
        reports.append(_verify_registry(data / REGISTRY, files, set(names)))
    return VerifyReport(tuple(reports))


def _verify_registry(folder: Path, files: FileLayer, meetings: set[str]) -> StoreReport:
    report = verify_store(folder, files)
    if not report.head:
        return report
    recorded = load(files, folder)[0].tables.get(MEETINGS_TABLE, {})
    ids = {str(decode_document(raw).get("id")) for raw in recorded.values()}
    missing = tuple(
        Finding("damage", name, f"Die Sitzung „{name}“ steht im Verzeichnis der Sitzungen, aber ihr Ordner fehlt.")
        for name in sorted(ids - meetings)
    )
    return msgspec.structs.replace(report, findings=(*report.findings, *missing))
