"""One canonical phrase for each result."""

from __future__ import annotations

import datetime as dt

import pytest

from protocol_tui.domain.entries import Candidate, Vote
from protocol_tui.minutes.style import shipped_style
from protocol_tui.minutes.votes import accepted, vote_line


def vote(**fields: object) -> Vote:
    return Vote(id="e1", order="1", time=dt.time(17), **fields)  # type: ignore[arg-type]  # checked by the cases


@pytest.mark.parametrize(
    ("made", "line"),
    [
        (vote(result="unanimous"), "Abst.-Erg.: einstimmig"),
        (vote(result="unanimous", abstentions=2), "Abst.-Erg.: einstimmig bei 2 Enthaltungen"),
        (vote(result="unanimous", abstentions=1), "Abst.-Erg.: einstimmig bei 1 Enthaltung"),
        (vote(result="counted", yes=12, no=3, abstentions=1), "Abst.-Erg.: 12 Ja, 3 Nein, 1 Enthaltung – angenommen"),
        (vote(result="counted", yes=3, no=3, abstentions=0), "Abst.-Erg.: 3 Ja, 3 Nein – abgelehnt"),
        (vote(result="majority"), "Abst.-Erg.: mit Mehrheit"),
        (vote(result="unanimously_rejected"), "Abst.-Erg.: einstimmig abgelehnt"),
        (vote(result="adjourned"), "Abst.-Erg.: vertagt"),
        (
            vote(result="counted", form="secret", yes=2, no=1, abstentions=0, invalid=2),
            "Abst.-Erg.: geheim: 2 Ja, 1 Nein, 2 ungültige Stimmen – angenommen",
        ),
        (
            vote(result="counted", form="election", office="Vorsitz", candidates=(Candidate(name="Müller", votes=4),)),
            "Wahl Vorsitz: Müller 4. Gewählt ist Müller.",
        ),
    ],
)
def test_a_vote_is_phrased_in_the_house_style(made: Vote, line: str) -> None:
    assert vote_line(made, shipped_style().vote) == line


@pytest.mark.parametrize(
    ("made", "carried"),
    [
        (vote(result="counted", yes=2, no=1), True),
        (vote(result="counted", yes=1, no=1), False),
        (vote(result="withdrawn"), None),
    ],
)
def test_a_tie_does_not_carry_and_a_withdrawal_decides_nothing(made: Vote, *, carried: bool | None) -> None:
    assert accepted(made) is carried
