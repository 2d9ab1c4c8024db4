"""Who is present at an instant, who may vote then, and whether the committee can decide.

All of it is derived from the arrivals and departures, so that correcting one of them corrects everything after it.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal

from protocol_tui.domain.entries import Entry, PresenceChange, Recusal, Substitution

if TYPE_CHECKING:
    from protocol_tui.domain.meeting import Meeting

_DAY = 24 * 60
_BEFORE_START = 6 * 60

QuorumRule = Literal["more_than_half", "half"]
"""More than half of the statutory members (GO NRW § 49), or at least half of them (GemO BW § 37)."""

Instant = tuple[int, str]
"""Minutes since the start, then the order key: later sorts higher, also past midnight."""


def instant_of(meeting: Meeting, time: dt.time, order: str) -> Instant:
    """When something happened. Up to six hours before the start count as before it, all else as after it."""
    start = meeting.head.start or dt.time(0)
    minutes = (_minutes(time) - _minutes(start)) % _DAY
    return (minutes - _DAY if minutes >= _DAY - _BEFORE_START else minutes, order)


def instant_of_entry(meeting: Meeting, entry: Entry) -> Instant:
    """When an entry takes effect.

    An arrival or departure does so at the time it bears, so that one entered late counts from then on. Along all other
    entries time never runs backwards, whatever the clock said: what stands later in the minutes happened later.
    """
    own = instant_of(meeting, entry.time, entry.order)
    if isinstance(entry, PresenceChange):
        return own
    earlier = meeting.entries[: meeting.position(entry)]
    times = {other.time for other in earlier if not isinstance(other, PresenceChange)}
    return max([own[0], *(instant_of(meeting, time, "")[0] for time in times)]), entry.order


def present_at(meeting: Meeting, entry: Entry | None = None) -> frozenset[str]:
    """The ids of all who are present when `entry` is recorded, or now."""
    return present_until(meeting, None if entry is None else instant_of_entry(meeting, entry))


def present_until(meeting: Meeting, limit: Instant | None) -> frozenset[str]:
    """The ids of all who are present at the instant `limit`, itself included; None is after everything."""
    here: set[str] = set()
    for instant, change in _ordered(meeting):
        if limit is not None and instant > limit:
            break
        if change.arrives:
            here.add(change.person)
        else:
            here.discard(change.person)
    return frozenset(here)


def attendance_is_kept(meeting: Meeting) -> bool:
    """Whether any voter's arrival was recorded; without one, nobody can say who was eligible."""
    voters = {person.id for person in meeting.people if person.votes} | principals_at(meeting).keys()
    return any(change.arrives and change.person in voters for change in meeting.of_kind(PresenceChange))


def principals_at(meeting: Meeting, entry: Entry | None = None) -> dict[str, str]:
    """Who sits in for whom at `entry`, or now: from substitute to principal.

    A substitute of the invitation does so from the beginning, one named during the sitting from then on.
    """
    limit = None if entry is None else instant_of_entry(meeting, entry)
    principals = {person.id: person.substitute_for for person in meeting.people if person.substitute_for}
    for substitution in meeting.of_kind(Substitution):
        if limit is None or instant_of_entry(meeting, substitution) <= limit:
            principals[substitution.person] = substitution.principal
    return principals


def voters_at(meeting: Meeting, entry: Entry | None = None) -> frozenset[str]:
    """Who of those present has a vote; a substitute only while the principal is away."""
    here = present_at(meeting, entry)
    principals = principals_at(meeting, entry)
    return frozenset(
        person.id
        for person in meeting.people
        if person.id in here and (principals[person.id] not in here if person.id in principals else person.votes)
    )


def eligible_at(meeting: Meeting, entry: Entry | None = None, *, item: str = "") -> frozenset[str]:
    """Who may vote at `entry` (or now, on `item`): the voters present, less those recused from the item."""
    item_id = entry.item if entry is not None else item
    recused = {recusal.person for recusal in meeting.of_kind(Recusal) if recusal.item == item_id}
    return voters_at(meeting, entry) - recused


def members_total(meeting: Meeting) -> int:
    """The statutory number of members; where it is not given, the number of those listed with a vote."""
    return meeting.head.committee.members_total or sum(person.votes for person in meeting.people)


def has_quorum(meeting: Meeting, rule: QuorumRule, entry: Entry | None = None) -> bool:
    """Whether the committee can decide at `entry`, or now (Beschlussfähigkeit)."""
    twice = 2 * len(voters_at(meeting, entry))
    total = members_total(meeting)
    return twice > total if rule == "more_than_half" else twice >= total


def _ordered(meeting: Meeting) -> list[tuple[Instant, PresenceChange]]:
    return sorted(
        ((instant_of(meeting, change.time, change.order), change) for change in meeting.of_kind(PresenceChange)),
        key=lambda pair: pair[0],
    )


def _minutes(time: dt.time) -> int:
    return time.hour * 60 + time.minute
