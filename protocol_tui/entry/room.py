"""The lines about the room and the agenda: who comes and goes, which item is called."""

import datetime as dt
import difflib
import re

from protocol_tui.entry.cleaning import Tail, quoted, tail_of
from protocol_tui.entry.codes import resolve
from protocol_tui.entry.known import Known
from protocol_tui.entry.lines import (
    AddItem,
    AdjournItem,
    ItemJump,
    ItemStep,
    JoinItems,
    MoveItem,
    Movement,
    Presence,
    WithdrawItem,
)
from protocol_tui.errors import EntryError

_CLOCK = re.compile(r"([0-9]{1,2}):?([0-9]{2})")
_HOURS, _MINUTES = 24, 60
_OFFERED_AT_MOST = 8
_BESIDE = {"vor": True, "nach": False, "hinter": False}


def clock(hours: str, minutes: str) -> dt.time:
    """Make a time of two written figures."""
    if int(hours) >= _HOURS or int(minutes) >= _MINUTES:
        raise EntryError(f"{quoted(f'{hours}:{minutes}')} ist keine Uhrzeit.", "Richtig ist zum Beispiel 18:42.")
    return dt.time(int(hours), int(minutes))


def read_clock(written: str) -> dt.time:
    """Read a time as it stands behind a code: `1842`, also `18:42`."""
    match = _CLOCK.fullmatch(written)
    if match is None:
        raise EntryError(f"{quoted(written)} ist keine Uhrzeit.", "Richtig ist zum Beispiel 1842.")
    return clock(match[1], match[2])


def write_clock(time: dt.time | None) -> str:
    """Write a time as `read_clock` reads it, with a blank in front; nothing for None."""
    return "" if time is None else f" {time:%H%M}"


def read_presence(text: str, known: Known) -> Presence:
    """Read `+hur 1842 -oez`: a sign, a code and perhaps a time, several times over."""
    tail = tail_of(text)
    movements: list[Movement] = []
    for part in tail.text.split():
        if part[0] in "+-" and len(part) > 1:
            codes = part[1:].rstrip(",").split(",")
            movements += [Movement(arrives=part[0] == "+", code=resolve(code, known)) for code in codes]
        elif movements and movements[-1].at is None and part[0] in "0123456789":
            last = movements.pop()
            movements.append(Movement(arrives=last.arrives, code=last.code, at=read_clock(part)))
        else:
            raise EntryError(
                f"{quoted(part)} ist weder Kommen noch Gehen.",
                "Richtig ist „+hur,deu“ oder „-oez 1842“; für Text ein Leerzeichen voranstellen.",
            )
    return Presence(movements=tuple(movements), flagged=tail.flagged)


def read_jump(text: str, known: Known) -> ItemStep | ItemJump | None:
    """Read a line that begins with a full stop; None where it is text (rule 5)."""
    number = text[1:]
    if not number:
        return ItemStep()
    item = _item(number, known)
    if item is not None:
        return ItemJump(number=item)
    if number[0].isdigit():
        raise _no_item(number, known)
    return None


def read_added_item(tail: Tail, known: Known) -> AddItem:
    """Read what follows `/top`: a new number and a title."""
    number, _, title = tail.text.replace("\n", " ").partition(" ")
    if not number or not title.strip():
        raise EntryError("Nummer oder Titel fehlt.", "Richtig ist „/top 7.1 Titel“.")
    if _item(number, known) is not None:
        raise EntryError(f"TOP {number} gibt es schon.", f"Richtig ist eine neue Nummer; Aufruf mit „.{number}“.")
    return AddItem(number=number, title=title.strip())


def read_withdrawn_item(tail: Tail, known: Known) -> WithdrawItem:
    """Read what follows `/absetzen`: the number of an item."""
    return WithdrawItem(number=_required_item(tail.text, known))


def read_moved_item(tail: Tail, known: Known) -> MoveItem:
    """Read what follows `/verschieben`: an item, "vor" or "nach", another item."""
    match tail.text.split():
        case [number, word, beside] if word.casefold() in _BESIDE:
            moved, other = _required_item(number, known), _required_item(beside, known)
        case _:
            raise EntryError("Es fehlt, wohin verschoben wird.", "Richtig ist „/verschieben 5 vor 2“ oder „… nach 7“.")
    if moved == other:
        raise EntryError(f"TOP {moved} lässt sich nicht neben sich selbst verschieben.", "Bitte zwei Nummern nennen.")
    return MoveItem(number=moved, beside=other, before=_BESIDE[word.casefold()])


def read_joined_items(tail: Tail, known: Known) -> JoinItems:
    """Read what follows `/verbinden`: an item, and those debated together with it."""
    numbers = [_required_item(part, known) for part in re.split(r"[ ,]+", tail.text) if part]
    if len(numbers) < 2 or len(set(numbers)) < len(numbers):  # noqa: PLR2004  # one alone is joined to nothing
        raise EntryError(
            "Zum Verbinden gehören zwei verschiedene Nummern.", "Richtig ist „/verbinden 1 2“: 2 wird bei 1 beraten."
        )
    return JoinItems(number=numbers[0], joined=tuple(numbers[1:]))


def read_adjourned_item(tail: Tail, known: Known) -> AdjournItem:
    """Read what follows `/vertagen`: the number of an item, or nothing for the one that is being debated."""
    return AdjournItem(number=_required_item(tail.text, known) if tail.text else "")


def _required_item(number: str, known: Known) -> str:
    item = _item(number, known)
    if item is None:
        raise _no_item(number, known)
    return item


def _item(number: str, known: Known) -> str | None:
    """Give the number as the agenda writes it, None when there is none."""
    if number in known.items:
        return number
    return next((item for item in known.items if item.casefold() == number.casefold()), None)


def _no_item(number: str, known: Known) -> EntryError:
    near = difflib.get_close_matches(number, known.items, n=_OFFERED_AT_MOST, cutoff=0.3)
    offered = ", ".join(near or known.items[:_OFFERED_AT_MOST])
    sentence = f"TOP {quoted(number)} gibt es nicht." if number else "Die Nummer des TOP fehlt."
    return EntryError(sentence, f"Es gibt: {offered}." if offered else "Die Tagesordnung ist leer: „/top 1 Titel“.")
