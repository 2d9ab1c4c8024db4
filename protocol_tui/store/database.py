"""TinyDB on the journaled storage: its whole interface, with writes that touch only what they change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tinydb import TinyDB
from tinydb.table import Table
from typing_extensions import override

from protocol_tui.store.operations import Operation
from protocol_tui.store.storage import JournaledStorage
from protocol_tui.store.views import TableReading, TableWriting

if TYPE_CHECKING:
    from collections.abc import Callable


class JournaledTable(Table):
    """A table that stores what an updater changed instead of everything there is.

    On a storage of another kind it behaves as any table of TinyDB.
    """

    @override
    def _read_table(self) -> Any:
        if not isinstance(self._storage, JournaledStorage):
            return super()._read_table()
        return TableReading(self._storage.documents(self.name) or {})

    @override
    def _update_table(self, updater: Callable[[Any], None]) -> None:
        storage = self._storage
        if not isinstance(storage, JournaledStorage):
            super()._update_table(updater)
            return
        documents = storage.documents(self.name)
        table = TableWriting(documents or {}, self.document_id_class)
        updater(table)
        operation = table.operation(self.name)
        if operation is None and documents is None:
            operation = Operation(table=self.name)  # as TinyDB has it, an update makes the table
        if operation is not None:
            storage.commit(operation)
        self.clear_cache()


class JournaledTinyDB(TinyDB):
    """A TinyDB in a folder of its own, durable after every call."""

    table_class = JournaledTable
    default_storage_class = JournaledStorage  # type: ignore[assignment]  # TinyDB infers type[JSONStorage] here

    @property
    def journaled(self) -> JournaledStorage:
        """The storage, as what it is."""
        if not isinstance(self.storage, JournaledStorage):
            raise TypeError(f"{self.storage} is no JournaledStorage")
        return self.storage

    def refresh(self) -> bool:
        """For a reader: take in what a writer stored meanwhile. Returns whether anything changed."""
        changed = self.journaled.refresh()
        if changed:
            for table in self._tables.values():
                table.clear_cache()
        return changed

    @override
    def drop_table(self, name: str) -> None:
        if not isinstance(self.storage, JournaledStorage):
            super().drop_table(name)
            return
        self._tables.pop(name, None)
        if self.storage.documents(name) is not None:
            self.storage.commit(Operation(drop=name))

    @override
    def drop_tables(self) -> None:
        if not isinstance(self.storage, JournaledStorage):
            super().drop_tables()
            return
        self.storage.commit(Operation(replace={}))
        self._tables.clear()
