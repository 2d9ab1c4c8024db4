"""How dates, times, counts and names are written: one place for each."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from protocol_tui.domain.meeting import Meeting
    from protocol_tui.domain.people import Person


def long_date(date: dt.date) -> str:
    """As in "Dienstag, 17. November 2026"."""
    from babel.dates import format_date  # noqa: PLC0415 - 30 ms that only documents need

    return format_date(date, format="full", locale="de_DE")


def short_date(date: dt.date | None) -> str:
    """As in "17.11.2026"; "" where no day is known."""
    return "" if date is None else f"{date.day:02}.{date.month:02}.{date.year}"


def clock(time: dt.time | None) -> str:
    """As in "17:00 Uhr"; "" where no time is known."""
    return "" if time is None else f"{time.hour}:{time.minute:02} Uhr"


def clock_bare(time: dt.time) -> str:
    """As in "9:50", for ranges whose last time bears the "Uhr"."""
    return f"{time.hour}:{time.minute:02}"


def join_names(names: Sequence[str]) -> str:
    """As in "Abg. A, Abg. B und Abg. C"."""
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} und {names[-1]}"


def speakers_label(meeting: Meeting, speakers: Sequence[str]) -> str:
    """The canonical label of one or several speakers."""
    return join_names([label_of(meeting.person(speaker)) for speaker in speakers])


def label_of(person: Person | None) -> str:
    """The canonical label of a person; "N. N." where nobody knows."""
    return person.label if person is not None else "N. N."


def counted(forms: tuple[str, str], number: int) -> str:
    """The singular or plural form with its number."""
    return forms[number != 1].format(n=number)
