"""The lines that count: `#…`, `/geheim`, `/namentlich`, `/wahl`."""

import re

from protocol_tui.entry.cleaning import Tail, one_line, quoted, tail_of
from protocol_tui.entry.codes import resolve
from protocol_tui.entry.groups import BALLOTS, split_groups
from protocol_tui.entry.known import Known
from protocol_tui.entry.lines import (
    Candidate,
    Counts,
    Election,
    OwnVote,
    RollCall,
    SecretVote,
    VoteLine,
    VoteResult,
)
from protocol_tui.errors import EntryError

OUTCOMES: dict[str, tuple[VoteResult, str]] = {
    "e": ("unanimous", "einstimmig"),
    "m": ("majority", "mehrheitlich"),
    "ea": ("unanimously_rejected", "einstimmig abgelehnt"),
    "ma": ("rejected_by_majority", "mehrheitlich abgelehnt"),
    "v": ("adjourned", "vertagt"),
    "z": ("withdrawn", "zurückgezogen"),
}
"""The codes of outcomes nobody counts, each with its meaning for the clerk; `#e2` adds abstentions."""

_MOST_DIGITS = 4
_COUNTS = re.compile(rf"[0-9]{{1,{_MOST_DIGITS}}}(?:(?: *[/:] *| +)[0-9]{{1,{_MOST_DIGITS}}}){{2,4}}")
_UNANIMOUS = re.compile(rf"e([0-9]{{1,{_MOST_DIGITS}}})")
_CANDIDATE = re.compile(rf"(.*[^ ]) +([0-9]{{1,{_MOST_DIGITS}}})")
_REST = re.compile(rf"(nein|enth|ung) *= *([0-9]{{1,{_MOST_DIGITS}}})")


def read_vote(raw: str, known: Known) -> VoteLine:
    """Read what follows `#`: figures or an outcome, and perhaps how the groups voted."""
    tail = tail_of(raw)
    outcome, groups = split_groups(tail.text, known)
    written = outcome.casefold()
    if written in OUTCOMES:
        return VoteLine(result=OUTCOMES[written][0], groups=groups, flagged=tail.flagged)
    unanimous = _UNANIMOUS.fullmatch(written)
    if unanimous:
        return VoteLine(result="unanimous", abstentions=int(unanimous[1]), groups=groups, flagged=tail.flagged)
    if written[:1].isalpha():
        codes = ", ".join(f"#{code} {meaning}" for code, (_, meaning) in OUTCOMES.items())
        raise EntryError(
            f"„#“ mit {quoted(outcome)} ist kein Abstimmungsergebnis.", f"Richtig sind {codes}, oder Zahlen: #12 3 1."
        )
    return VoteLine(result="counted", counts=read_counts(written, "#"), groups=groups, flagged=tail.flagged)


def read_own_vote(tail: Tail, known: Known) -> OwnVote:
    """Read what follows `/stimme`: who, and how."""
    match tail.text.casefold().split():
        case [_, ballot] if ballot in BALLOTS:
            return OwnVote(code=resolve(tail.text.split()[0], known), ballot=BALLOTS[ballot])
        case _:
            raise EntryError(
                "Zu „/stimme“ gehören ein Kürzel und eine Stimme.", "Richtig ist „/stimme hur nein“ (ja, nein, enth)."
            )


def read_counts(written: str, sign: str) -> Counts:
    """Read three to five figures, parted by blanks, slashes or colons."""
    if not _COUNTS.fullmatch(written):
        raise EntryError(
            f"{quoted(written) if written else 'Nichts'} ist keine Stimmenzahl für Ja, Nein und Enthaltungen.",
            f"Richtig ist „{sign}12 3 1“; eine vierte Zahl: ungültig, eine fünfte: nicht teilgenommen.",
        )
    figures = [int(figure) for figure in re.findall(r"[0-9]+", written)]
    yes, no, abstentions, *others = figures
    return Counts(
        yes=yes,
        no=no,
        abstentions=abstentions,
        invalid=others[0] if others else None,
        not_voting=others[1] if len(others) > 1 else None,
    )


def read_secret(tail: Tail, known: Known) -> SecretVote:  # noqa: ARG001 - one signature for all commands
    """Read what follows `/geheim`."""
    return SecretVote(counts=read_counts(tail.text, "/geheim "))


def read_roll_call(tail: Tail, known: Known) -> RollCall:
    """Read what follows `/namentlich`: each side once, each person once."""
    sides: dict[str, tuple[str, ...]] = {}
    for part in tail.text.split():
        side, equals, codes = part.partition("=")
        if not equals or side.casefold() not in BALLOTS or side.casefold() in sides:
            raise _wrong_roll_call(part)
        sides[side.casefold()] = tuple(resolve(code, known) for code in codes.split(",") if code)
    voters = [code for side in sides.values() for code in side]
    twice = next((code for code in voters if voters.count(code) > 1), None)
    if twice is not None:
        raise EntryError(f"{quoted(twice)} steht zweimal in der namentlichen Abstimmung.", "Jede Person nur einmal.")
    if not voters:
        raise _wrong_roll_call(tail.text)
    return RollCall(yes=sides.get("ja", ()), no=sides.get("nein", ()), abstentions=sides.get("enth", ()))


def _wrong_roll_call(part: str) -> EntryError:
    return EntryError(
        f"{quoted(part) if part else 'Nichts'} ist keine Angabe zu einer namentlichen Abstimmung.",
        "Richtig ist „/namentlich ja=hur,deu nein=kr enth=ah“, ohne Leerzeichen hinter dem Komma.",
    )


def read_election(tail: Tail, known: Known) -> Election:  # noqa: ARG001 - one signature for all commands
    """Read what follows `/wahl`: the office, then names with votes, then what else was counted."""
    office, colon, results = one_line(tail.text).partition(":")
    candidates: list[Candidate] = []
    others: dict[str, int] = {}
    for part in results.split(","):
        other, candidate = _REST.fullmatch(part.strip().casefold()), _CANDIDATE.fullmatch(part.strip())
        if other and other[1] not in others:
            others[other[1]] = int(other[2])
        elif candidate and "=" not in part:
            candidates.append(Candidate(name=candidate[1].strip(), votes=int(candidate[2])))
        else:
            raise _wrong_election(part)
    if not office.strip() or not colon or not candidates:
        raise _wrong_election(tail.text)
    return Election(
        office=office.strip(),
        candidates=tuple(candidates),
        no=others.get("nein"),
        abstentions=others.get("enth"),
        invalid=others.get("ung"),
    )


def _wrong_election(part: str) -> EntryError:
    return EntryError(
        f"{quoted(part) if part.strip() else 'Nichts'} ist keine Angabe zu einer Wahl.",
        "Richtig ist „/wahl Amt: Müller 12, Schulz 9, nein=2, enth=1, ung=0“.",
    )
