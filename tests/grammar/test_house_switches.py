"""What a house may have otherwise: indicative in relative clauses, the date in the place of "heute"."""

from __future__ import annotations

import datetime as dt

import pytest

from protocol_tui.grammar.engine import Engine
from protocol_tui.grammar.speech import Conversion, Switches, Utterance

DAY = dt.date(2026, 11, 30)


def converted(text: str, *, date: dt.date | None = DAY, **switches: bool) -> Conversion:
    said = Utterance(text=text, speaker="Herr Brandt", gender="m", verb="sagte", clause="v2", date=date)
    return Engine(Switches(**switches)).convert(said)


def test_relative_clauses_keep_their_mood_and_only_change_person() -> None:
    text = "Der Plan, den wir hatten und den ich kenne, war gut."
    assert converted(text, relative_indicative=True).indirect == (
        "Herr Brandt sagte, der Plan, den man hatte und den er kennt, sei gut gewesen."
    )
    assert "den man gehabt habe" in converted(text).indirect


def test_other_subordinate_clauses_are_converted_all_the_same() -> None:
    said = converted("Wir wissen, was fehlt, weil die Liste stimmt.", relative_indicative=True)
    assert said.indirect == "Herr Brandt sagte, man wisse, was fehle, weil die Liste stimme."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Heute fehlt das Geld.", "am 30. November 2026 fehle das Geld."),
        ("Das gilt ab morgen.", "das gelte ab dem 1. Dezember 2026."),
        ("Das war bis gestern offen.", "das sei bis zum 29. November 2026 offen gewesen."),
        ("Das kam gestern Abend.", "das sei am Abend des 29. November 2026 gekommen."),
        ("Morgen tagt der Rat.", "am 1. Dezember 2026 tage der Rat."),
        ("Der Morgen war kalt.", "der Morgen sei kalt gewesen."),
    ],
)
def test_days_become_dates(text: str, wanted: str) -> None:
    assert converted(text, date_for_today=True).indirect == f"Herr Brandt sagte, {wanted}"


def test_without_the_switch_or_the_date_today_stays() -> None:
    assert "heute" in converted("Heute fehlt das Geld.").indirect
    assert "heute" in converted("Heute fehlt das Geld.", date=None, date_for_today=True).indirect
