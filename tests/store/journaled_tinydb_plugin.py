"""A pytest plugin that puts the journaled store in the place of TinyDB's own JSON storage, for TinyDB's own tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tinydb
import tinydb.database
import tinydb.storages

from protocol_tui.store.database import JournaledTinyDB
from protocol_tui.store.storage import JournaledStorage


class SuiteStorage(JournaledStorage):
    """Takes what JSONStorage takes; the path becomes a folder."""

    def __init__(self, path: str | Path, create_dirs: bool = False, access_mode: str = "r+", **json: Any) -> None:  # noqa: FBT001, FBT002 - JSONStorage's signature
        path = Path(path)
        if not (create_dirs or path.parent.is_dir()) or (access_mode == "r" and not path.exists()):
            raise FileNotFoundError(path)
        super().__init__(path, read_only=access_mode == "r")


class SuiteTinyDB(JournaledTinyDB):
    """The journaled TinyDB on such a storage."""

    default_storage_class = SuiteStorage  # type: ignore[assignment]  # TinyDB infers type[JSONStorage]


SuiteTinyDB.__name__ = "TinyDB"  # one test looks at the representation
tinydb.TinyDB = tinydb.database.TinyDB = SuiteTinyDB  # type: ignore[misc]
tinydb.JSONStorage = tinydb.storages.JSONStorage = SuiteStorage  # type: ignore[misc, assignment]
