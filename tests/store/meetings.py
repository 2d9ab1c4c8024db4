"""Changes as a clerk makes them, for the tests of the store."""

from __future__ import annotations

import datetime as dt

from protocol_tui.domain.changes import Change, Draft, Patch
from protocol_tui.domain.entries import Narration
from protocol_tui.domain.head import Committee, Head

BEGIN = dt.datetime(2026, 3, 5, 17, 0, tzinfo=dt.UTC)


def change(seq: int, text: str = "Der Vorsitzende eröffnet die Sitzung und begrüßt die Anwesenden.") -> Change:
    entry = Narration(id=f"e{seq}", order=f"{seq:06d}", time=dt.time(17, seq % 60), text=text)
    return Change(
        seq=seq,
        at=BEGIN + dt.timedelta(seconds=seq),
        author="Schriftführung",
        action="Feststellung erfasst",
        patches=(Patch(after=entry),),
    )


def head_change(seq: int = 1, committee: str = "Finanzausschuss", number: int = 7) -> Change:
    head = Head(committee=Committee(name=committee, body="Stadt Beispielheim"), date=BEGIN.date(), number=number)
    return Change(seq=seq, at=BEGIN, author="Schriftführung", action="Sitzung angelegt", patches=(Patch(after=head),))


def draft(text: str) -> Draft:
    return Draft(text=text, at=BEGIN, cursor=len(text))
