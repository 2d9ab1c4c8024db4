"""Ending in good order when the system says so: the terminal was closed, or the machine goes down."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable

PATIENCE = 10.0
"""Seconds the program may take to end by itself; a terminal that no longer answers can hold it up for ever."""
_SIGNALLED = 128
"""The exit status of a program that a signal ended is this and the signal's number."""


def when_told_to_end(end: Callable[[int], object]) -> None:
    """Call `end` with the exit status, in the running loop, when SIGHUP or SIGTERM comes; a second changes nothing."""
    if sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    told = threading.Event()

    def handle(number: int, _: object) -> None:
        if told.is_set():
            return
        told.set()
        status = _SIGNALLED + number
        last_resort = threading.Timer(PATIENCE, os._exit, (status,))
        last_resort.daemon = True
        last_resort.start()
        loop.call_soon_threadsafe(end, status)

    # Not the loop's own signal handlers: they wait for the loop, and with it for the terminal.
    for number in (signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, handle)
