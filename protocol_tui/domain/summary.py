"""A meeting as the list of meetings shows it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

from protocol_tui.domain.head import Head, MeetingStatus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from protocol_tui.domain.changes import Change


class MeetingSummary(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is known of a meeting without opening it; `source_digest` is that of the Mitschrift it was replayed from."""

    id: str
    committee: str = ""
    body: str = ""
    date: dt.date | None = None
    number: int | None = None
    status: MeetingStatus = "preparing"
    source_digest: str = ""


def summary_of(meeting_id: str, changes: Iterable[Change]) -> MeetingSummary:
    """The summary that follows from a meeting's changes: the head as it was set last."""
    head: Head | None = None
    for change in changes:
        for patch in change.patches:
            if isinstance(patch.after, Head):
                head = patch.after
    if head is None:
        return MeetingSummary(id=meeting_id)
    return MeetingSummary(
        id=meeting_id,
        committee=head.committee.name,
        body=head.committee.body,
        date=head.date,
        number=head.number,
        status=head.status,
    )
