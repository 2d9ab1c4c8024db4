"""Keeping the unfinished line: at most a second old on the disk, and never on the way of a key."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from typing import ClassVar

from protocol_tui.domain.changes import Draft
from protocol_tui.errors import ProtocolError
from protocol_tui.services.recording.recorder import Recorder


class DraftKeeper:
    """Stores drafts one after another in a thread of its own; of several waiting ones only the last counts."""

    INTERVAL: ClassVar[float] = 0.5
    """Seconds between two looks at the line; a draft is on the disk well within twice that."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="draft")
        self._lock = threading.Lock()
        self._waiting: Draft | None = None
        self._touched = False
        self.problem = ""

    def touch(self) -> None:
        """The line has changed since it was last kept."""
        self._touched = True

    def keep(self, draft: Draft | None, *, wait: bool = False) -> None:
        """Store the line if it has changed; with `wait`, return only when that is done."""
        if self._touched or wait:
            self._touched = False
            done = self._store_later(draft)
            if wait:
                done.result()

    def drop(self) -> None:
        """The line was entered: forget it."""
        self._touched = False
        self._store_later(None)

    def close(self) -> None:
        """Finish what is waiting."""
        self._thread.shutdown(wait=True)

    def _store_later(self, draft: Draft | None) -> Future[None]:
        with self._lock:
            self._waiting = draft
        return self._thread.submit(self._store)

    def _store(self) -> None:
        with self._lock:
            draft = self._waiting
        try:
            self._recorder.save_draft(draft)
            self.problem = ""
        except ProtocolError as error:
            self.problem = error.sentence
            self._touched = True
