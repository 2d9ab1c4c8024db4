"""What the grammar must be told: who is there, which items there are, what a reporting clause is."""

from typing import Protocol

import msgspec
from typing_extensions import override


class KnownPerson(msgspec.Struct, frozen=True):
    """A person the line may name. The function stands in error sentences and hints only."""

    code: str
    surname: str
    function: str = ""

    @property
    def label(self) -> str:
        """How a sentence for the clerk names this person: "hur (Abg. Hurnik)"."""
        return f"{self.code} ({' '.join(part for part in (self.function, self.surname) if part)})"


class Clauses(Protocol):
    """The reporting clauses of the house: the lexicon lies elsewhere."""

    def expand(self, text: str) -> str | None:
        """Give the clause a house code stands for ("hh" → "hob hervor"), None when it is no code."""
        ...

    def is_reporting(self, text: str) -> bool:
        """Tell whether the text begins with a reporting verb; true of every clause that `expand` gives."""
        ...


class NoClauses(Clauses):
    """A house without reporting clauses."""

    @override
    def expand(self, text: str) -> str | None:
        return None

    @override
    def is_reporting(self, text: str) -> bool:
        return False


class Known(msgspec.Struct, frozen=True):
    """Everything a line is read against.

    `items` are the numbers of the agenda as announced ("5.2", "A3"), `groups` the names of
    the groups that members belong to.
    """

    persons: tuple[KnownPerson, ...] = ()
    items: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    clauses: Clauses = msgspec.field(default_factory=NoClauses)
