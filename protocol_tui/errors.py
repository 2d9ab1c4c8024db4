"""The errors this program raises on purpose.

Each carries one German sentence for the clerk (what is wrong, where, what to do) and knows the exit status
of the command line (`spec/cli.md`).

    ProtocolError
    ├── InputError          exit 2: the input or the call is wrong
    │   ├── EntryError          an entry line that is no entry line
    │   ├── FileFormatError     a file that cannot be read, with line
    │   └── NotFoundError       no such meeting, person, item
    ├── DamageError         exit 1: stored data is damaged
    └── WorldError          exit 3: the world is wrong
        ├── LockedError         another program instance writes this meeting
        └── StorageError        disk full, read-only, failed fsync
"""


class ProtocolError(Exception):
    """Base of all errors that carry a German sentence for the clerk."""

    exit_status = 2

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class InputError(ProtocolError):
    """The input or the call is wrong."""


class EntryError(InputError):
    """A line that cannot be taken as an entry; `remedy` says what would be right, where it is known."""

    def __init__(self, sentence: str, remedy: str = "") -> None:
        super().__init__(f"{sentence} {remedy}".strip())
        self.remedy = remedy


class FileFormatError(InputError):
    """A file that cannot be taken; the sentence names file and line."""


class NotFoundError(InputError):
    """What was named does not exist."""


class DamageError(ProtocolError):
    """Stored data is damaged; nothing of it was overwritten."""

    exit_status = 1


class WorldError(ProtocolError):
    """The machine does not let the program do its work."""

    exit_status = 3


class LockedError(WorldError):
    """Another program instance is writing this meeting."""


class StorageError(WorldError):
    """The storage refused: full, read-only, or failing."""
