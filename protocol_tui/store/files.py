"""What the store asks of the operating system, and nothing more.

`protocol_tui.store.disk` answers for real disks; the tests answer with a disk that loses whatever was not synced.
Every path that is durable is so because of the calls named here: `OpenFile.sync` for a file's bytes, `sync_folder` for
the names in a folder.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Protocol


class Stamp(NamedTuple):
    """Which file stands under a name: another one, or another length, gives another stamp."""

    identity: int
    size: int
    modified: int


class OpenFile(Protocol):
    """A file open for appending."""

    def write(self, data: bytes) -> None:
        """Append all of `data`. After an OSError, any part of it may stand in the file."""
        ...

    def sync(self) -> None:
        """Return once all bytes are on the disk. After an OSError nobody knows which are, and asking again lies."""
        ...

    def truncate(self, size: int) -> None: ...

    def close(self) -> None: ...


class HeldLock(Protocol):
    """A lock that this process holds; it ends with the process at the latest."""

    def release(self) -> None: ...


class FileLayer(Protocol):
    """Files that only this user may read (0600), folders that only this user may enter (0700)."""

    def open(self, path: Path) -> OpenFile:
        """Open for appending; makes the file where there is none."""
        ...

    def read(self, path: Path, start: int = 0, length: int = -1) -> bytes:
        """Bytes from `start` on, all of them where no `length` is given. Raises FileNotFoundError."""
        ...

    def stamp(self, path: Path) -> Stamp | None:
        """None where there is no such file."""
        ...

    def replace(self, source: Path, target: Path) -> None:
        """Rename in one step: under `target` stands the old file or the new one, never none."""
        ...

    def remove(self, path: Path) -> None:
        """Remove a file; it is no error where there is none."""
        ...

    def make_folder(self, path: Path) -> None:
        """Make a folder and what is missing above it."""
        ...

    def sync_folder(self, path: Path) -> None:
        """Return once the names in the folder are on the disk."""
        ...

    def list(self, path: Path) -> list[str]:
        """The names in a folder, sorted; none where there is no folder."""
        ...

    def lock(self, path: Path, wait: float = 0) -> HeldLock | None:
        """Take the lock within `wait` seconds, or None where another holds it."""
        ...


def write_durably(files: FileLayer, path: Path, data: bytes) -> None:
    """Put `data` under `path` so that a crash leaves the old content or the new one, and nothing in between."""
    fresh = path.with_name(path.name + ".new")
    files.remove(fresh)  # what a crash left behind
    try:
        file = files.open(fresh)
        try:
            file.write(data)
            file.sync()
        finally:
            file.close()
        files.replace(fresh, path)
    except OSError:
        with suppress(OSError):
            files.remove(fresh)
        raise
    files.sync_folder(path.parent)


def make_folder_durably(files: FileLayer, path: Path) -> None:
    """Make a folder whose name survives a crash, together with the folders above it that are missing."""
    missing = [path]
    while files.stamp(missing[-1].parent) is None and missing[-1].parent != missing[-1]:
        missing.append(missing[-1].parent)
    files.make_folder(path)
    for folder in reversed(missing):
        files.sync_folder(folder.parent)
