"""What happens in the room: who comes and goes, which item is called, what the chair does."""

import datetime as dt

import msgspec

from protocol_tui.entry.spoken import BaseLine, EntryLine


class Movement(msgspec.Struct, frozen=True, kw_only=True):
    """One person arrives or leaves, `at` a given time or (None) now."""

    arrives: bool
    code: str
    at: dt.time | None = None


class Presence(EntryLine, frozen=True, kw_only=True):
    """`+hur -oez 1842`: who arrives and leaves, in the order written."""

    movements: tuple[Movement, ...]


class ItemStep(BaseLine, frozen=True, kw_only=True):
    """`.`: the next agenda item."""


class ItemJump(BaseLine, frozen=True, kw_only=True):
    """`.5.2`: the agenda item of this number, as `Known.items` writes it."""

    number: str


class Pause(EntryLine, frozen=True, kw_only=True):
    """`/pause [Grund]`: the sitting is interrupted."""

    reason: str = ""


class Resume(BaseLine, frozen=True, kw_only=True):
    """`/weiter`: the sitting goes on."""


class NonPublic(BaseLine, frozen=True, kw_only=True):
    """`/nö`: from now on non-public."""


class Public(BaseLine, frozen=True, kw_only=True):
    """`/ö`: from now on public again."""


class Recuse(EntryLine, frozen=True, kw_only=True):
    """`/befangen hur`: barred from the current item by conflict of interest."""

    code: str


class CallToOrder(EntryLine, frozen=True, kw_only=True):
    """`/ruf hur [Grund]`: a call to order (Ordnungsruf)."""

    code: str
    reason: str = ""


class Guest(BaseLine, frozen=True, kw_only=True):
    """`/gast Name`: a guest is added to the people."""

    name: str


class Excuse(BaseLine, frozen=True, kw_only=True):
    """`/entschuldigt pet [Grund]`: does not come, and has said so."""

    code: str
    reason: str = ""


class Substitute(BaseLine, frozen=True, kw_only=True):
    """`/vertritt kr hur`: `code` sits in for `principal`."""

    code: str
    principal: str


class Chair(BaseLine, frozen=True, kw_only=True):
    """`/vorsitz kr`: takes the chair."""

    code: str


class AssignSpeaker(BaseLine, frozen=True, kw_only=True):
    """`/redner hur 3`: the last contributions, as many as `last` says, were made by these."""

    speakers: tuple[str, ...]
    last: int = 1


class FloorRequest(BaseLine, frozen=True, kw_only=True):
    """`/wort hur,deu`: they ask for the floor; `/wort -hur`: no longer."""

    codes: tuple[str, ...]
    withdrawn: bool = False


class NextSpeaker(BaseLine, frozen=True, kw_only=True):
    """`/wort`: the next on the list of speakers has the floor."""


class FlagLast(BaseLine, frozen=True, kw_only=True):
    """`/prüfen`: the last entry is to be checked later; `/prüfen Zeile` is that line itself, flagged."""


class AddItem(BaseLine, frozen=True, kw_only=True):
    """`/top 7.1 Titel`: an item is added to the agenda."""

    number: str
    title: str


class WithdrawItem(BaseLine, frozen=True, kw_only=True):
    """`/absetzen 5`: an item is taken off the agenda."""

    number: str


class MoveItem(BaseLine, frozen=True, kw_only=True):
    """`/verschieben 5 vor 3`, `/verschieben 5 nach 7`: an item gets another place on the agenda."""

    number: str
    beside: str
    before: bool


class JoinItems(BaseLine, frozen=True, kw_only=True):
    """`/verbinden 5 6,7`: the items `joined` are debated together with the item `number`."""

    number: str
    joined: tuple[str, ...]


class AdjournItem(BaseLine, frozen=True, kw_only=True):
    """`/vertagen [5]`: an item is adjourned; without a number the one that is being debated."""

    number: str = ""


class End(BaseLine, frozen=True, kw_only=True):
    """`/ende [2010]`: the sitting ends, `at` a given time or (None) now."""

    at: dt.time | None = None
