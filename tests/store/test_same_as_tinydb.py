"""Whatever is done to it, the journaled store answers as a stock TinyDB does."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tinydb import TinyDB, where
from tinydb.operations import delete, increment
from tinydb.table import Document, Table
from typing_extensions import override

from protocol_tui.store.database import JournaledTinyDB
from protocol_tui.store.verify import verify_store
from tests.store.fake_disk import FakeDisk

STORE = Path("/vergleich")

numbers = st.integers(0, 4)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
documents = st.fixed_dictionaries({"n": numbers}, optional={"wert": values, "text": st.text()})
tables = st.sampled_from(["_default", "changes", 'Straße "9"\n', ""])
doc_ids = st.lists(st.integers(1, 9), max_size=3)


class SameAsTinyDB(RuleBasedStateMachine):
    """Does the same to both, reopening and compacting one of them in between."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.mkdtemp()
        self.stock = TinyDB(Path(self.folder) / "stock.json")
        self.disk = FakeDisk()
        self.store = JournaledTinyDB(STORE, files=self.disk)
        self.reader = JournaledTinyDB(STORE, files=self.disk, read_only=True)

    @override
    def teardown(self) -> None:
        self.stock.close()
        shutil.rmtree(self.folder)

    def both(self, table: str, call: Any) -> None:
        outcomes = [self.outcome(database.table(table), call) for database in (self.stock, self.store)]
        assert outcomes[0] == outcomes[1]

    def outcome(self, table: Table, call: Any) -> Any:
        try:
            return call(table)
        except (ValueError, KeyError, TypeError) as error:
            return type(error)

    @rule(table=tables, document=documents)
    def insert(self, table: str, document: dict[str, Any]) -> None:
        self.both(table, lambda t: t.insert(document))

    @rule(table=tables, document=documents, doc_id=st.integers(1, 9))
    def insert_with_id(self, table: str, document: dict[str, Any], doc_id: int) -> None:
        self.both(table, lambda t: t.insert(Document(document, doc_id)))

    @rule(table=tables, batch=st.lists(documents, max_size=3))
    def insert_multiple(self, table: str, batch: list[dict[str, Any]]) -> None:
        self.both(table, lambda t: t.insert_multiple(batch))

    @rule(table=tables, fields=documents, number=numbers)
    def update(self, table: str, fields: dict[str, Any], number: int) -> None:
        self.both(table, lambda t: t.update(fields, where("n") == number))

    @rule(table=tables, number=numbers)
    def update_by_function(self, table: str, number: int) -> None:
        self.both(table, lambda t: t.update(increment("n"), where("n") == number))
        self.both(table, lambda t: t.update(delete("text"), where("text").exists()))

    @rule(table=tables, ids=doc_ids, fields=documents)
    def update_ids(self, table: str, ids: list[int], fields: dict[str, Any]) -> None:
        self.both(table, lambda t: t.update(fields, doc_ids=ids))

    @rule(table=tables, document=documents, number=numbers)
    def upsert(self, table: str, document: dict[str, Any], number: int) -> None:
        self.both(table, lambda t: t.upsert(document, where("n") == number))

    @rule(table=tables, number=numbers)
    def remove(self, table: str, number: int) -> None:
        self.both(table, lambda t: t.remove(where("n") == number))

    @rule(table=tables, ids=doc_ids)
    def remove_ids(self, table: str, ids: list[int]) -> None:
        self.both(table, lambda t: t.remove(doc_ids=ids))

    @rule(table=tables)
    def truncate(self, table: str) -> None:
        self.both(table, lambda t: t.truncate())

    @rule(table=tables)
    def drop_table(self, table: str) -> None:
        self.stock.drop_table(table)
        self.store.drop_table(table)

    @rule()
    def drop_tables(self) -> None:
        self.stock.drop_tables()
        self.store.drop_tables()

    @rule()
    def write_everything(self) -> None:
        everything = self.stock.storage.read() or {}
        self.store.storage.write(everything)

    @rule()
    def compact(self) -> None:
        self.store.journaled.compact()

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = JournaledTinyDB(STORE, files=self.disk)
        self.stock.close()
        self.stock = TinyDB(Path(self.folder) / "stock.json")

    @rule(table=tables, number=numbers, doc_id=st.integers(1, 9))
    def ask(self, table: str, number: int, doc_id: int) -> None:
        self.both(table, lambda t: t.search(where("n") == number))
        self.both(table, lambda t: t.get(where("n") > number))
        self.both(table, lambda t: t.get(doc_id=doc_id))
        self.both(table, lambda t: t.contains(doc_id=doc_id))
        self.both(table, lambda t: t.count(where("wert").exists()))

    @invariant()
    def all_is_the_same(self) -> None:
        self.reader.refresh()
        assert self.stock.tables() == self.store.tables() == self.reader.tables()
        for name in self.stock.tables():
            expected = [(document.doc_id, document) for document in self.stock.table(name)]
            for database in (self.store, self.reader):
                table = database.table(name)
                assert repr([(document.doc_id, document) for document in table]) == repr(expected)
        assert verify_store(STORE, self.disk).sound


TestSameAsTinyDB = SameAsTinyDB.TestCase
TestSameAsTinyDB.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
