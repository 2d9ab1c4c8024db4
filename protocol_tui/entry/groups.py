"""How the groups voted: `nein=CDU,FDP:2 enth=SPD` behind the figures or the outcome of a vote."""

import difflib
import re

from protocol_tui.entry.ballots import Ballot, GroupBallot
from protocol_tui.entry.cleaning import quoted
from protocol_tui.entry.codes import folds
from protocol_tui.entry.known import Known
from protocol_tui.errors import EntryError

BALLOTS: dict[str, Ballot] = {"ja": "yes", "nein": "no", "enth": "abstention"}
"""The words for the three ballots, wherever a line has them."""

_SIDES = re.compile(r"(?: +|^)(ja|nein|gegen|enth) *= *", re.IGNORECASE)
_WORDS = re.compile(r"[^\W_]+")


def split_groups(written: str, known: Known) -> tuple[str, tuple[GroupBallot, ...]]:
    """Part what a vote came to from how the groups voted, () where that is not said."""
    outcome, *sides = _SIDES.split(written)
    groups: list[GroupBallot] = []
    for side, names in zip(sides[::2], sides[1::2], strict=True):
        ballot = BALLOTS["nein" if side.casefold() == "gegen" else side.casefold()]
        groups += [_group(part.strip(), ballot, known) for part in names.split(",")]
    _check(groups)
    return outcome.strip(), tuple(sorted(groups, key=lambda each: list(BALLOTS.values()).index(each.ballot)))


def write_groups(groups: tuple[GroupBallot, ...]) -> str:
    """Write the groups as `split_groups` reads them, with a blank in front; nothing for none."""
    sides = {
        word: ",".join(
            each.group.replace(" ", "") + ("" if each.votes is None else f":{each.votes}")
            for each in groups
            if each.ballot == ballot
        )
        for word, ballot in BALLOTS.items()
    }
    return "".join(f" {word}={names}" for word, names in sides.items() if names)


def _group(written: str, ballot: Ballot, known: Known) -> GroupBallot:
    name, colon, votes = written.partition(":")
    if not name or (colon and not votes.strip().isdecimal()):
        raise EntryError(
            f"{quoted(written) if written else 'Nichts'} ist keine Angabe zu einer Fraktion.",
            "Richtig ist „#m nein=CDU,FDP“ oder mit Zahl „#12 3 1 nein=CDU:2“.",
        )
    return GroupBallot(group=_resolve(name, known), ballot=ballot, votes=int(votes) if colon else None)


def _resolve(typed: str, known: Known) -> str:
    """Give the one group that was typed: its whole name, or how it or one of its words begins."""
    whole = [group for group in known.groups if folds(group)[0] == folds(typed)[0]]
    beginning = [
        group
        for group in known.groups
        if any(folds(part)[0].startswith(folds(typed)[0]) for part in (group, *_WORDS.findall(group)))
    ]
    found = whole or beginning
    if len(found) == 1:
        return found[0]
    if found:
        raise EntryError(f"{quoted(typed)} ist nicht eindeutig: {', '.join(found)}.", "Bitte mehr davon tippen.")
    near = difflib.get_close_matches(typed, known.groups, n=3, cutoff=0.3) or known.groups
    offered = f"Es gibt: {', '.join(near)}." if near else "In der Personenliste steht keine."
    raise EntryError(f"Die Fraktion {quoted(typed)} gibt es nicht.", offered)


def _check(groups: list[GroupBallot]) -> None:
    """A group stands once a side, and on several only with figures."""
    for each in groups:
        others = [other for other in groups if other.group == each.group]
        if len({other.ballot for other in others}) < len(others):
            raise EntryError(f"{quoted(each.group)} steht zweimal auf derselben Seite.", "Bitte jede nur einmal.")
        if len(others) > 1 and sum(other.votes is None for other in others) > 1:
            raise EntryError(
                f"{quoted(each.group)} steht auf zwei Seiten.", "Dann gehören Zahlen dazu: „ja=CDU:3 nein=CDU:1“."
            )
