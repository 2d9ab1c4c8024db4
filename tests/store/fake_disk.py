"""A disk in memory that loses whatever was not synced, and can be cut from power at any of its operations.

It is stricter than real ones: a name is only durable after its folder was synced, a content only after its file was.
"""

from __future__ import annotations

import errno
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from typing_extensions import override

from protocol_tui.store.files import FileLayer, HeldLock, OpenFile, Stamp

if TYPE_CHECKING:
    from collections.abc import Callable

Survival = Literal["synced only", "all", "torn", "zeros", "names only", "second half"]
SURVIVALS: tuple[Survival, ...] = ("synced only", "all", "torn", "zeros", "names only", "second half")


class PowerCut(BaseException):
    """The machine is off: nothing in the program may catch this."""


@dataclass
class _Content:
    number: int
    now: bytes = b""
    synced: bytes = b""
    changes: int = 0

    def after_power_cut(self, survival: Survival) -> bytes:
        if survival == "all":
            return self.now
        if survival in ("synced only", "names only") or not self.now.startswith(self.synced):
            return self.synced
        fresh = self.now[len(self.synced) :]
        half = len(fresh) // 2
        if survival == "torn":
            return self.synced + fresh[:half]
        if survival == "zeros":
            return self.synced + fresh[:half] + bytes(len(fresh) - half)
        return self.synced + bytes(half) + fresh[half:]


Names = dict[Path, "_Content | None"]  # None is a folder


@dataclass
class FakeDisk(FileLayer):
    """`operations` counts what changes the disk; at `cut_at` the power fails before the operation is done."""

    names: Names = field(default_factory=lambda: {Path("/"): None})
    synced_names: Names = field(default_factory=lambda: {Path("/"): None})
    operations: list[str] = field(default_factory=list)
    cut_at: int | None = None
    failures: dict[str, OSError] = field(default_factory=dict)
    room: int | None = None
    watcher: Callable[[], None] | None = None
    locks: set[Path] = field(default_factory=set)
    _made: int = 0

    def count(self, operation: str, path: Path) -> None:
        if self.cut_at is not None and len(self.operations) >= self.cut_at:
            raise PowerCut
        self.operations.append(f"{operation} {path.name}")
        if self.watcher:
            self.watcher()
        if operation in self.failures:
            raise self.failures[operation]

    def content(self, path: Path) -> _Content:
        found = self.names.get(path)
        if found is None:
            raise FileNotFoundError(errno.ENOENT, "no such file", str(path))
        return found

    @override
    def open(self, path: Path) -> OpenFile:
        if path not in self.names:
            self._require_folder(path.parent)
            self.count("create", path)
            self._made += 1
            self.names[path] = _Content(self._made)
        return _FakeFile(self, path, self.content(path))

    @override
    def read(self, path: Path, start: int = 0, length: int = -1) -> bytes:
        if "read" in self.failures:
            raise self.failures["read"]
        data = self.content(path).now[start:]
        return data if length < 0 else data[:length]

    @override
    def stamp(self, path: Path) -> Stamp | None:
        if path not in self.names:
            return None
        content = self.names[path]
        return Stamp(content.number, len(content.now), content.changes) if content else Stamp(0, 0, 0)

    @override
    def replace(self, source: Path, target: Path) -> None:
        self.count("replace", target)
        self.names[target] = self.content(source)
        del self.names[source]

    @override
    def remove(self, path: Path) -> None:
        if path in self.names:
            self.count("remove", path)
            del self.names[path]

    @override
    def make_folder(self, path: Path) -> None:
        for folder in (*reversed(path.parents), path):
            if folder not in self.names:
                self.count("make_folder", folder)
                self.names[folder] = None

    @override
    def sync_folder(self, path: Path) -> None:
        self._require_folder(path)
        self.count("sync_folder", path)
        inside = {name for name in (*self.names, *self.synced_names) if name.parent == path and name != path}
        for name in inside:
            if name in self.names:
                self.synced_names[name] = self.names[name]
            else:
                del self.synced_names[name]

    @override
    def list(self, path: Path) -> list[str]:
        return sorted(name.name for name in self.names if name.parent == path and name != path)

    @override
    def lock(self, path: Path, wait: float = 0) -> HeldLock | None:
        if "lock" in self.failures:
            raise self.failures["lock"]
        if path in self.locks:
            return None
        self.locks.add(path)
        return _FakeLock(self, path)

    def after_power_cut(self, survival: Survival) -> FakeDisk:
        """The disk as the machine finds it when it is switched on again."""
        names = self.names if survival in ("all", "names only") else self.synced_names
        survived: Names = {}
        for number, (path, content) in enumerate(sorted(names.items())):
            data = content.after_power_cut(survival) if content else b""
            survived[path] = _Content(number, data, data) if content else None
        reachable = {path: content for path, content in survived.items() if all(p in survived for p in path.parents)}
        return FakeDisk(names=dict(reachable), synced_names=dict(reachable), _made=len(reachable))

    def change(self, path: Path, edit: Callable[[bytes], bytes]) -> None:
        """Damage a file behind the store's back."""
        content = self.content(path)
        content.now = content.synced = edit(content.now)
        content.changes += 1

    def _require_folder(self, path: Path) -> None:
        if path not in self.names:
            raise FileNotFoundError(errno.ENOENT, "no such folder", str(path))


class _FakeFile(OpenFile):
    def __init__(self, disk: FakeDisk, path: Path, content: _Content) -> None:
        self._disk = disk
        self._path = path
        self._content = content

    @override
    def write(self, data: bytes) -> None:
        used = sum(len(content.now) for content in self._disk.names.values() if content)
        fits = data if self._disk.room is None else data[: max(0, self._disk.room - used)]
        self._change(self._content.now + fits, "write")
        if len(fits) < len(data):
            raise OSError(errno.ENOSPC, "no space left")

    @override
    def sync(self) -> None:
        self._disk.count("sync", self._path)
        self._content.synced = self._content.now

    @override
    def truncate(self, size: int) -> None:
        self._change(self._content.now[:size], "truncate")

    @override
    def close(self) -> None:
        pass

    def _change(self, now: bytes, operation: str) -> None:
        self._disk.count(operation, self._path)
        self._content.now = now
        self._content.changes += 1


class _FakeLock(HeldLock):
    def __init__(self, disk: FakeDisk, path: Path) -> None:
        self._disk = disk
        self._path = path

    @override
    def release(self) -> None:
        self._disk.locks.discard(self._path)
