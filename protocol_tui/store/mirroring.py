"""Copies one store to another folder so that the copy is a sound store at every moment.

The snapshot goes first: records of the copy's journal that it holds already are skipped by whoever opens it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocol_tui.errors import StorageError
from protocol_tui.store.files import FileLayer, Stamp, make_folder_durably, write_durably
from protocol_tui.store.loading import JOURNAL, SNAPSHOT, StoreBytes, interpret, read_store

if TYPE_CHECKING:
    from pathlib import Path

_REMEMBERED = 128
"""Bytes before the end of the copy by which the original is recognised: they hold a record's random salt."""


class StoreCopy:
    """Keeps the store in `target` like the one in `source`."""

    def __init__(self, files: FileLayer, source: Path, target: Path) -> None:
        self._files = files
        self._source = source
        self._target = target
        self._snapshot_stamp: Stamp | None = None
        self._copied = 0
        self._tail = b""

    def follow(self) -> None:
        """Bring the copy up to date. Raises OSError where the target refuses, StorageError where it must not be."""
        if not self._append_fresh():
            self._copied = 0
            self._compare_and_copy()

    def _append_fresh(self) -> bool:
        """Copy what was appended since; False where it is not as simple as that."""
        if not self._copied:
            return False
        start = self._copied - len(self._tail)
        data = self._files.read(self._source / JOURNAL, start)
        target = self._files.stamp(self._target / JOURNAL)
        if (
            not data.startswith(self._tail)
            or self._files.stamp(self._source / SNAPSHOT) != self._snapshot_stamp
            or target is None
            or target.size != self._copied
        ):
            return False
        fresh = _whole_lines(data[len(self._tail) :])
        if fresh:
            self._append(fresh)
            self._remember(self._tail + fresh, self._copied + len(fresh))
        return True

    def _compare_and_copy(self) -> None:
        source = read_store(self._files, self._source)
        if source.journal is None:
            return
        target = read_store(self._files, self._target)
        self._require_older(source, target)
        if self._files.stamp(self._target) is None:
            make_folder_durably(self._files, self._target)
        if source.snapshot is not None and source.snapshot != target.snapshot:
            write_durably(self._files, self._target / SNAPSHOT, source.snapshot)
        journal = _whole_lines(source.journal)
        if target.journal is None or not journal.startswith(target.journal):
            write_durably(self._files, self._target / JOURNAL, journal)
        elif len(journal) > len(target.journal):
            self._append(journal[len(target.journal) :])
        self._snapshot_stamp = source.snapshot_stamp
        self._remember(journal, len(journal))

    def _require_older(self, source: StoreBytes, target: StoreBytes) -> None:
        """Never overwrite another meeting's copy, nor one that has got more than the original."""
        ours, theirs = interpret(source), interpret(target)
        if ours.header and theirs.header and ours.header.store != theirs.header.store:
            raise StorageError(
                f"In „{self._target}“ liegt die zweite Kopie einer anderen Sitzung. Bitte beiseitelegen."
            )
        if theirs.seq > ours.seq:
            raise StorageError(
                f"Die zweite Kopie in „{self._target}“ enthält mehr als das Original. Bitte beide sichern und prüfen."
            )

    def _append(self, data: bytes) -> None:
        file = self._files.open(self._target / JOURNAL)
        try:
            file.write(data)
            file.sync()
        finally:
            file.close()

    def _remember(self, journal: bytes, size: int) -> None:
        self._tail = journal[-_REMEMBERED:]
        self._copied = size


def _whole_lines(data: bytes) -> bytes:
    return data[: data.rfind(b"\n") + 1]
