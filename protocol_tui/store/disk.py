"""The file layer on real disks, for POSIX systems and for Windows: the only module that knows the difference."""

from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

from protocol_tui.store.files import FileLayer, HeldLock, OpenFile, Stamp

if TYPE_CHECKING:
    from filelock import BaseFileLock

if sys.platform != "win32":
    import fcntl

FILE_MODE = 0o600
FOLDER_MODE = 0o700
_APPEND = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_REPLACE_ATTEMPTS = 25
_REPLACE_PAUSE = 0.02
_LOCK_PAUSE = 0.05


def sync_descriptor(descriptor: int) -> None:
    """Bring a file's bytes onto the medium; macOS leaves them in the drive's cache unless asked by name."""
    if sys.platform == "darwin":
        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError as error:
            if error.errno not in (errno.ENOTSUP, errno.EINVAL):  # network shares do not know it
                raise
        else:
            return
    os.fsync(descriptor)


class DescriptorFile(OpenFile):
    """A file open for appending, without any buffer between the store and the system."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, _APPEND, FILE_MODE)

    @override
    def write(self, data: bytes) -> None:
        written = os.write(self._descriptor, data)
        while written < len(data):
            written += os.write(self._descriptor, data[written:])

    @override
    def sync(self) -> None:
        sync_descriptor(self._descriptor)

    @override
    def truncate(self, size: int) -> None:
        os.ftruncate(self._descriptor, size)

    @override
    def close(self) -> None:
        os.close(self._descriptor)


class _LockedDescriptor(HeldLock):
    """A lock file of POSIX, which stays locked as long as it is open."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @override
    def release(self) -> None:
        os.close(self._descriptor)


class _LockedFile(HeldLock):
    """A lock file of Windows."""

    def __init__(self, lock: BaseFileLock) -> None:
        self._lock = lock

    @override
    def release(self) -> None:
        self._lock.release()


class _Files(FileLayer):
    """What is the same on all systems."""

    @override
    def open(self, path: Path) -> OpenFile:
        return DescriptorFile(path)

    @override
    def read(self, path: Path, start: int = 0, length: int = -1) -> bytes:
        with path.open("rb") as file:
            file.seek(start)
            return file.read(length)

    @override
    def stamp(self, path: Path) -> Stamp | None:
        try:
            found = path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        return Stamp(found.st_ino, found.st_size, found.st_mtime_ns)

    @override
    def replace(self, source: Path, target: Path) -> None:
        source.replace(target)

    @override
    def remove(self, path: Path) -> None:
        path.unlink(missing_ok=True)

    @override
    def make_folder(self, path: Path) -> None:
        if not path.is_dir():
            self.make_folder(path.parent)
            path.mkdir(mode=FOLDER_MODE, exist_ok=True)

    @override
    def list(self, path: Path) -> list[str]:
        try:
            return sorted(entry.name for entry in path.iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return []


class PosixFiles(_Files):
    """Linux and macOS. The locks are those of `filelock`, whose import would take a twentieth of the start."""

    @override
    def lock(self, path: Path, wait: float = 0) -> HeldLock | None:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, FILE_MODE)
        end = time.monotonic() + wait
        while not _is_locked(descriptor):
            if time.monotonic() >= end:
                os.close(descriptor)
                return None
            time.sleep(_LOCK_PAUSE)
        return _LockedDescriptor(descriptor)

    @override
    def sync_folder(self, path: Path) -> None:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            sync_descriptor(descriptor)
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network shares cannot sync folders
                raise
        finally:
            os.close(descriptor)


class WindowsFiles(_Files):
    """Windows: folders cannot be synced (NTFS logs names by itself); a file somebody reads cannot be replaced."""

    @override
    def sync_folder(self, path: Path) -> None:
        pass

    @override
    def lock(self, path: Path, wait: float = 0) -> HeldLock | None:
        from filelock import FileLock, Timeout  # noqa: PLC0415 - not at the start of the other systems

        lock = FileLock(path, timeout=wait, mode=FILE_MODE, thread_local=False)
        try:
            lock.acquire()
        except Timeout:
            return None
        return _LockedFile(lock)

    @override
    def replace(self, source: Path, target: Path) -> None:
        for _ in range(_REPLACE_ATTEMPTS):
            try:
                source.replace(target)
            except PermissionError:  # a reader or a virus scanner has it open, for a moment
                time.sleep(_REPLACE_PAUSE)
            else:
                return
        source.replace(target)


def _is_locked(descriptor: int) -> bool:
    """Lock the open file, unless somebody else has."""
    if sys.platform != "win32":
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def platform_files() -> FileLayer:
    """The file layer of the system this runs on."""
    return WindowsFiles() if sys.platform == "win32" else PosixFiles()
