"""The second copy: a folder, on a stick or a share, that a thread of its own keeps like the data folder.

Nothing here runs on the thread that stores a change, apart from noting that there is something to copy.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Literal

import msgspec

from protocol_tui.errors import ProtocolError
from protocol_tui.store.disk import platform_files
from protocol_tui.store.failures import cause_of
from protocol_tui.store.library import MEETINGS
from protocol_tui.store.mirroring import StoreCopy
from protocol_tui.store.registry import REGISTRY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from protocol_tui.store.files import FileLayer


class MirrorState(msgspec.Struct, frozen=True):
    """How the second copy stands, with a German sentence for the clerk."""

    status: Literal["ok", "behind", "failed"]
    sentence: str


class Mirror:
    """Keeps `target` like `data`. `target` must be there: no folder is made on the place where a stick should be.

    `on_change` is called on the mirror's own thread whenever the copy has caught up or failed.
    """

    def __init__(
        self,
        data: Path,
        target: Path,
        *,
        files: FileLayer | None = None,
        retry_after: float = 2.0,
        on_change: Callable[[MirrorState], None] | None = None,
    ) -> None:
        self._data = data
        self._target = target
        self._files = files or platform_files()
        self._retry_after = retry_after
        self._on_change = on_change
        self._copies: dict[Path, StoreCopy] = {}
        self._changed = threading.Condition()
        self._pending: set[Path] = set()
        self._failure = ""
        self._settled = False
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="mirror", daemon=True)
        self._thread.start()

    @property
    def state(self) -> MirrorState:
        """How it stands now; may be asked from any thread."""
        with self._changed:
            return self._state()

    def poke(self, folder: Path) -> None:
        """Say that a store below the data folder changed; returns at once."""
        with self._changed:
            self._pending.add(folder)
            self._settled = False
            self._changed.notify_all()

    def flush(self, timeout: float) -> bool:
        """Wait until everything is copied, at most `timeout` seconds. Returns whether it is."""
        with self._changed:
            self._changed.wait_for(lambda: self._settled or bool(self._failure), timeout)
            return self._settled

    def close(self, timeout: float = 5.0) -> bool:
        """Flush, and end the thread. Returns whether everything was copied."""
        end = time.monotonic() + timeout
        flushed = self.flush(timeout)
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(max(0.0, end - time.monotonic()))
        return flushed

    def _state(self) -> MirrorState:
        if self._failure:
            return MirrorState("failed", f"{self._failure} Das Original ist vollständig gespeichert.")
        if self._settled:
            return MirrorState("ok", f"Die zweite Kopie in „{self._target}“ ist auf dem Stand.")
        return MirrorState("behind", f"Die zweite Kopie in „{self._target}“ wird gerade nachgeführt.")

    def _run(self) -> None:
        everything = True
        while True:
            failure = self._copy_pending(everything=everything)
            everything = bool(failure)
            with self._changed:
                before = self._state()
                self._failure = failure
                self._settled = not failure and not self._pending
                state = self._state()
                self._changed.notify_all()
                if self._closing:
                    return
            if self._on_change and state != before:
                self._on_change(state)
            with self._changed:
                if failure:
                    self._changed.wait_for(lambda: self._closing, self._retry_after)
                else:
                    self._changed.wait_for(lambda: self._closing or bool(self._pending), self._retry_after)
                if self._closing and not self._pending:
                    return

    def _copy_pending(self, *, everything: bool) -> str:
        """Copy what is behind. Returns why that failed, as a German sentence, or nothing."""
        with self._changed:
            pending, self._pending = self._pending, set()
        if not self._is_there():
            return f"Den Ordner „{self._target}“ der zweiten Kopie gibt es nicht. Ist der Datenträger eingesteckt?"
        try:
            if everything:
                self._copies.clear()
                pending |= self._all_stores()
            for folder in sorted(pending):
                self._copy_of(folder).follow()
        except ProtocolError as error:
            return error.sentence
        except OSError as error:
            cause, remedy = cause_of(error)
            return f"Die zweite Kopie in „{self._target}“ kann nicht geschrieben werden: {cause}. {remedy}"
        return ""

    def _is_there(self) -> bool:
        try:
            return self._files.stamp(self._target) is not None
        except OSError:
            return False

    def _all_stores(self) -> set[Path]:
        meetings = self._data / MEETINGS
        return {self._data / REGISTRY, *(meetings / name for name in self._files.list(meetings))}

    def _copy_of(self, folder: Path) -> StoreCopy:
        target = self._target / folder.relative_to(self._data)
        return self._copies.setdefault(folder, StoreCopy(self._files, folder, target))
