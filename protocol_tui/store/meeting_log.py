"""The stored changes of one meeting: a TinyDB table `changes`, one document a change, beside the unfinished line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from typing_extensions import override

from protocol_tui.domain.changes import Change
from protocol_tui.errors import DamageError, LockedError
from protocol_tui.services.ports import MeetingLog
from protocol_tui.store.draft import fetch_draft, store_draft
from protocol_tui.store.operations import Operation, encode_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from protocol_tui.domain.changes import Draft
    from protocol_tui.store.database import JournaledTinyDB
    from protocol_tui.store.files import FileLayer
    from protocol_tui.store.operations import Documents

CHANGES = "changes"

_change = msgspec.json.Decoder(Change)


def encode_change(change: Change) -> msgspec.Raw:
    """The document of a change."""
    try:
        return msgspec.Raw(msgspec.json.encode(change))
    except UnicodeEncodeError:  # half a surrogate pair, from a broken paste
        return encode_document(msgspec.to_builtins(change))


def inserting(seq: int, document: msgspec.Raw) -> Operation:
    """What a TinyDB's insert of the document comes to, at a fraction of its cost."""
    return Operation(table=CHANGES, put={str(seq): document})


class StoredMeetingLog(MeetingLog):
    """The log of a meeting on a journaled TinyDB; made by `StoredMeetingLibrary`."""

    def __init__(
        self, meeting_id: str, database: JournaledTinyDB, files: FileLayer, notes: tuple[str, ...] = ()
    ) -> None:
        self._meeting_id = meeting_id
        self._database = database
        self._store = database.journaled
        self._files = files
        self._notes = [*notes]
        self._last_seq = 0
        self._read: list[Change] | None = self._take_changes()
        try:
            fetch_draft(files, self._store.folder)
        except DamageError as error:
            self._notes.append(error.sentence)

    @property
    @override
    def meeting_id(self) -> str:
        return self._meeting_id

    @property
    @override
    def read_only(self) -> bool:
        return self._store.read_only

    @property
    @override
    def warnings(self) -> tuple[str, ...]:
        return (*self._notes, *self._store.warnings)

    @property
    @override
    def chain_head(self) -> str:
        return self._store.head

    @property
    def database(self) -> JournaledTinyDB:
        """The TinyDB that holds the changes, for queries."""
        return self._database

    @override
    def changes(self) -> Sequence[Change]:
        documents = self._store.documents(CHANGES) or {}
        read, self._read = self._read, None  # whoever asks makes a meeting of them: they are not kept a second time
        if read is None:
            read = [change for seq in self._following(documents, 1) if (change := _decoded(documents[str(seq)]))]
        return tuple(read)

    @override
    def change(self, seq: int) -> Change:
        return _change.decode((self._store.documents(CHANGES) or {})[str(seq)])

    @override
    def append(self, change: Change) -> None:
        self._store.writable()
        if change.seq != self._last_seq + 1:
            raise ValueError(f"change {change.seq} cannot follow change {self._last_seq}")
        document = encode_change(change)
        _change.decode(document)  # what could not be read again must not be stored
        self._store.commit(inserting(change.seq, document))
        self._database.table(CHANGES).clear_cache()
        self._read = None
        self._last_seq = change.seq

    @override
    def refresh(self) -> Sequence[Change]:
        if not self._database.refresh():
            return ()
        self._read = None
        return tuple(self._take_changes())

    @override
    def save_draft(self, draft: Draft | None) -> None:
        if self.read_only:
            raise LockedError("Diese Sitzung ist nur zum Lesen geöffnet; die Eingabe wird nicht gesichert.")
        store_draft(self._files, self._store.folder, draft)

    @override
    def load_draft(self) -> Draft | None:
        try:
            return fetch_draft(self._files, self._store.folder)
        except DamageError:  # said in `warnings`
            return None

    @override
    def close(self) -> None:
        self._database.close()

    def _take_changes(self) -> list[Change]:
        """What the table holds behind the last known change."""
        documents = self._store.documents(CHANGES) or {}
        taken = []
        for seq in self._following(documents, self._last_seq + 1):
            self._last_seq = seq
            change = _decoded(documents[str(seq)])
            if change is not None:
                taken.append(change)
            else:
                self._notes.append(f"Die Änderung {seq} der Sitzung {self._meeting_id} ist nicht zu verstehen.")
        return taken

    def _following(self, documents: Documents, seq: int) -> Iterator[int]:
        """The numbers of the changes from `seq` on."""
        while str(seq) in documents:
            yield seq
            seq += 1
        if len(documents) >= seq:  # there are more behind a gap: damage has swallowed some
            yield from sorted(other for key in documents if key.isdecimal() and (other := int(key)) > seq)


def _decoded(document: msgspec.Raw) -> Change | None:
    try:
        return _change.decode(document)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
