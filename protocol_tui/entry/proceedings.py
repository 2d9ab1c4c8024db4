"""What happens in the room: who comes and goes, which item is called, what the chair does."""

import datetime as dt
from dataclasses import dataclass

from protocol_tui.entry.spoken import BaseLine, EntryLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """One person arrives or leaves, `at` a given time or (None) now."""

    arrives: bool
    code: str
    at: dt.time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence(EntryLine):
    """`+hur -oez 1842`: who arrives and leaves, in the order written."""

    movements: tuple[Movement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemStep(BaseLine):
    """`.`: the next agenda item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemJump(BaseLine):
    """`.5.2`: the agenda item of this number, as `Known.items` writes it."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause(EntryLine):
    """`/pause [Grund]`: the sitting is interrupted."""

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume(BaseLine):
    """`/weiter`: the sitting goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NonPublic(BaseLine):
    """`/nö`: from now on non-public."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Public(BaseLine):
    """`/ö`: from now on public again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recuse(EntryLine):
    """`/befangen hur`: barred from the current item by conflict of interest."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallToOrder(EntryLine):
    """`/ruf hur [Grund]`: a call to order (Ordnungsruf)."""

    code: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest(BaseLine):
    """`/gast Name`: a guest is added to the people."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitute(BaseLine):
    """`/vertritt kr hur`: `code` sits in for `principal`."""

    code: str
    principal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chair(BaseLine):
    """`/vorsitz kr`: takes the chair."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignSpeaker(BaseLine):
    """`/redner hur 3`: the last contributions, as many as `last` says, were made by these."""

    speakers: tuple[str, ...]
    last: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorRequest(BaseLine):
    """`/wort hur,deu`: they ask for the floor; `/wort -hur`: no longer."""

    codes: tuple[str, ...]
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NextSpeaker(BaseLine):
    """`/wort`: the next on the list of speakers has the floor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagLast(BaseLine):
    """`/prüfen`: the last entry is to be checked later; `/prüfen Zeile` is that line itself, flagged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddItem(BaseLine):
    """`/top 7.1 Titel`: an item is added to the agenda."""

    number: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawItem(BaseLine):
    """`/absetzen 5`: an item is taken off the agenda."""

    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveItem(BaseLine):
    """`/verschieben 5 vor 3`, `/verschieben 5 nach 7`: an item gets another place on the agenda."""

    number: str
    beside: str
    before: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinItems(BaseLine):
    """`/verbinden 5 6,7`: the items `joined` are debated together with the item `number`."""

    number: str
    joined: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjournItem(BaseLine):
    """`/vertagen [5]`: an item is adjourned; without a number the one that is being debated."""

    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class End(BaseLine):
    """`/ende [2010]`: the sitting ends, `at` a given time or (None) now."""

    at: dt.time | None = None
