"""What a vote is on, and how the groups voted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocol_tui.domain.attendance import eligible_at
from protocol_tui.domain.entries import Ballot, Motion, Resolution, Vote

if TYPE_CHECKING:
    from protocol_tui.domain.meeting import Meeting


def subject_at(meeting: Meeting, item: str, order: str) -> Motion | Resolution | None:
    """The motion or resolution that a vote on `item` at `order` decides.

    Of those not yet voted on an amendment comes first, since it changes what is decided after it; otherwise the last.
    Where all have been voted on, it is the last one again: a further part of it, or a repetition.
    """
    moved: list[Motion | Resolution] = [*meeting.of_kind(Motion), *meeting.of_kind(Resolution)]
    proposals = sorted(
        (entry for entry in moved if entry.item == item and entry.order < order), key=lambda entry: entry.order
    )
    decided = {vote.subject for vote in meeting.of_kind(Vote) if vote.item == item and vote.order < order}
    pending = [entry for entry in proposals if entry.id not in decided]
    amendments = [entry for entry in pending if isinstance(entry, Motion) and entry.motion_kind == "amendment"]
    return next((entries[-1] for entries in (amendments, pending, proposals) if entries), None)


def group_sizes(meeting: Meeting, vote: Vote) -> dict[str, int]:
    """How many who could vote then belonged to each group."""
    sizes: dict[str, int] = {}
    for voter in eligible_at(meeting, vote):
        person = meeting.person(voter)
        if person is not None and person.group:
            sizes[person.group] = sizes.get(person.group, 0) + 1
    return sizes


def cast_by_groups(meeting: Meeting, vote: Vote) -> dict[Ballot, int]:
    """How many votes of each kind the groups named come to; whole groups count with all who could vote."""
    sizes = group_sizes(meeting, vote)
    sums: dict[Ballot, int] = {}
    for each in vote.groups:
        counted = sum(other.votes or 0 for other in vote.groups if other.group == each.group)
        votes = each.votes if each.votes is not None else max(0, sizes.get(each.group, 0) - counted)
        sums[each.ballot] = sums.get(each.ballot, 0) + votes
    return sums
