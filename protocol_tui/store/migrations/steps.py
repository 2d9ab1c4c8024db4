"""The list of all migrations.

Version 1 is the first, so there is none yet. A step from 1 to 2 is a module `from_1_to_2` with a function

    def migrate(tables: Tables) -> Tables

and an entry `1: from_1_to_2.migrate` below. It gets the tables as version 1 left them and returns them as version 2
wants them. The store keeps the old files aside and writes a new snapshot in one step (see `loading.migrated`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from protocol_tui.store.operations import Tables

Migration = Callable[[Tables], Tables]

MIGRATIONS: Mapping[int, Migration] = {}
"""By the version that a step starts from."""
