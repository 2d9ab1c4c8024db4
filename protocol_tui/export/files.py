"""Putting finished bytes where the clerk wants them: whole, or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path


def put_file(path: Path, data: bytes, *, overwrite: bool) -> None:
    """Write `data` to `path`. Raises FileExistsError unless `overwrite`, OSError where the disk refuses.

    The bytes are complete on the disk before the name is theirs, so nobody ever finds half a document; without
    `overwrite` the name is taken first, so that two exports at once cannot replace each other.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:  # a file stands where the folder should be: not what `overwrite` is about
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path.parent)) from error
    if not overwrite:
        path.open("xb").close()
    try:
        _replace(path, data)
    except OSError:
        if not overwrite:
            with suppress(OSError):
                path.unlink()
        raise


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise
