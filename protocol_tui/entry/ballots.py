"""What a vote line means: votes, secret ballots, roll calls, elections."""

from typing import Literal

import msgspec

from protocol_tui.entry.spoken import EntryLine

VoteResult = Literal[
    "counted",
    "unanimous",
    "majority",
    "unanimously_rejected",
    "rejected_by_majority",
    "adjourned",
    "withdrawn",
]


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of a count; the last two are None where they were not given, `not_voting` only after `invalid`."""

    yes: int
    no: int
    abstentions: int
    invalid: int | None = None
    not_voting: int | None = None


Ballot = Literal["yes", "no", "abstention"]


class GroupBallot(msgspec.Struct, frozen=True, kw_only=True):
    """How a group of `Known.groups` voted: all of it, or as many of its members as `votes` says."""

    group: str
    ballot: Ballot
    votes: int | None = None


class VoteLine(EntryLine, frozen=True, kw_only=True):
    """`#…`: a vote. `counts` is there exactly when the result is "counted"; `abstentions` only with "unanimous".

    `groups` (`#m nein=CDU,FDP enth=SPD:2`) come in the order yes, no, abstention.
    """

    result: VoteResult
    counts: Counts | None = None
    abstentions: int | None = None
    groups: tuple[GroupBallot, ...] = ()


class OwnVote(EntryLine, frozen=True, kw_only=True):
    """`/stimme hur nein`: a member has its own vote in the last vote recorded."""

    code: str
    ballot: Ballot


class SecretVote(EntryLine, frozen=True, kw_only=True):
    """`/geheim 12 3 1`: a secret ballot."""

    counts: Counts


class RollCall(EntryLine, frozen=True, kw_only=True):
    """`/namentlich ja=… nein=… enth=…`: a vote by name; each person once."""

    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    abstentions: tuple[str, ...] = ()


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """Who stands in an election, and the votes for this name. The name has no comma and no equals sign."""

    name: str
    votes: int


class Election(EntryLine, frozen=True, kw_only=True):
    """`/wahl Amt: Müller 12, Schulz 9, nein=2, enth=1, ung=0`: an election; the office has no colon."""

    office: str
    candidates: tuple[Candidate, ...]
    no: int | None = None
    abstentions: int | None = None
    invalid: int | None = None
