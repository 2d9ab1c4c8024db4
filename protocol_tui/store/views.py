"""What TinyDB's queries and updaters see of a table: documents decoded on access."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from protocol_tui.store.operations import Documents, Operation, decode_document, encode_document

if TYPE_CHECKING:
    import msgspec

Document = dict[str, Any]


class _Items(ItemsView[str, Document]):
    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    @override
    def __len__(self) -> int:
        return len(self._documents)

    @override
    def __iter__(self) -> Iterator[tuple[str, Document]]:
        # a copy of the references: who iterates may store documents meanwhile, as with a stock storage
        for key, raw in tuple(self._documents.items()):
            yield key, decode_document(raw)


class TableReading(Mapping[str, Document]):
    """A table for readers; every access gives a fresh document."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    @override
    def __getitem__(self, key: str) -> Document:
        return decode_document(self._documents[key])

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(tuple(self._documents))

    @override
    def __len__(self) -> int:
        return len(self._documents)

    @override
    def __contains__(self, key: object) -> bool:
        return key in self._documents

    @override
    def items(self) -> ItemsView[str, Document]:
        return _Items(self._documents)


class TableWriting(MutableMapping[Any, Document]):
    """A table in the hands of an updater, which finds out what the updater changed.

    Nothing of the table itself changes; `operation` says what would have to.
    """

    def __init__(self, documents: Documents, id_of: Callable[[str], Any]) -> None:
        self._stored = documents
        self._id_of = id_of
        self._cleared = False
        self._gone: dict[str, None] = {}
        self._seen: dict[str, Document] = {}
        self._new: dict[str, None] = {}

    def _is_stored(self, key: str) -> bool:
        return not self._cleared and key not in self._gone and key in self._stored

    @override
    def __getitem__(self, doc_id: object) -> Document:
        key = str(doc_id)
        if key not in self._seen:
            if not self._is_stored(key):
                raise KeyError(doc_id)
            self._seen[key] = decode_document(self._stored[key])
        return self._seen[key]

    @override
    def __setitem__(self, doc_id: object, document: Document) -> None:
        key = str(doc_id)
        if not self._is_stored(key):
            self._new[key] = None
        self._seen[key] = document

    @override
    def __delitem__(self, doc_id: object) -> None:
        key = str(doc_id)
        if self._is_stored(key):
            self._gone[key] = None
        elif key not in self._new:
            raise KeyError(doc_id)
        self._new.pop(key, None)
        self._seen.pop(key, None)

    @override
    def __contains__(self, doc_id: object) -> bool:
        key = str(doc_id)
        return key in self._new or self._is_stored(key)

    def _keys(self) -> list[str]:
        if self._cleared:
            return list(self._new)
        return [key for key in self._stored if key not in self._gone] + list(self._new)

    @override
    def __iter__(self) -> Iterator[Any]:
        return iter([self._id_of(key) for key in self._keys()])

    @override
    def __len__(self) -> int:
        return (0 if self._cleared else len(self._stored) - len(self._gone)) + len(self._new)

    @override
    def clear(self) -> None:
        self._cleared = True
        self._gone.clear()
        self._seen.clear()
        self._new.clear()

    def operation(self, name: str) -> Operation | None:
        """What the updater did, None where it did nothing. Raises TypeError or ValueError for what is no JSON."""
        changed: dict[str, msgspec.Raw] = {}
        for key, document in self._seen.items():
            if key not in self._new and (raw := encode_document(document)) != self._stored[key]:
                changed[key] = raw
        changed.update({key: encode_document(self._seen[key]) for key in self._new})
        if not (self._cleared or self._gone or changed):
            return None
        return Operation(table=name, clear=self._cleared, remove=tuple(self._gone), put=changed)
