"""What stands at the head of the minutes: committee, number, date, place, chair."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

MeetingStatus = Literal["preparing", "running", "draft", "in_review", "signed", "distributed"]


class Committee(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A committee (Ausschuss) of a body (Gebietskörperschaft). `members_total` is the statutory number of members."""

    name: str
    body: str = ""
    state: str = ""
    members_total: int | None = None


class Head(msgspec.Struct, frozen=True, kw_only=True, tag="head", tag_field="record", omit_defaults=True):
    """The head of a meeting (Sitzungskopf). `chair` and `clerk` are person ids; `term` is the Wahlperiode."""

    committee: Committee
    date: dt.date
    number: int | None = None
    term: str = ""
    start: dt.time | None = None
    end: dt.time | None = None
    place: str = ""
    chair: str = ""
    clerk: str = ""
    invitation: str = ""
    status: MeetingStatus = "preparing"
    id: str = "head"
