"""Every entry made while the meeting runs can be fetched back as a line, and taken again without a change."""

from __future__ import annotations

import datetime as dt

import pytest

from protocol_tui.domain.entries import Answer, PresenceChange, Statement, Verbatim
from protocol_tui.services.recording.recorder import Recorder

ODD_SECONDS = dt.time(17, 31, 27)


@pytest.mark.parametrize(
    "line",
    ["+oez", "-kru", "! Das prüfen wir.", "kru: Gut.", '"Wörtlich.', "kru? Wann?", "#e", "(Beifall", "/gast Eva Stein"],
)
def test_an_entry_of_any_second_is_fetched_back_and_taken_again_unchanged(running: Recorder, line: str) -> None:
    running.record("hur: Ich frage die Verwaltung.", ODD_SECONDS)
    running.record(line, ODD_SECONDS)
    entry = running.meeting.entries[-1]
    fetched = running.as_line(entry)
    running.rehearse(fetched, entry.id)
    assert running.correct(entry.id, fetched) is None


def test_an_arrival_keeps_its_second_until_its_minute_is_changed(running: Recorder) -> None:
    running.record("+oez", ODD_SECONDS)
    entry = running.meeting.entries[-1]
    assert running.as_line(entry) == "+oez 1731"
    running.correct(entry.id, "+oez 1729")
    assert running.meeting.entries[-1].time == dt.time(17, 29)


def test_an_answer_of_the_administration_stays_its_own_when_it_is_corrected(running: Recorder) -> None:
    running.record("hur? Wann?")
    running.record("! Bald.")
    first = running.meeting.entries[-1]
    assert isinstance(first, Answer)
    running.record("hur? Wer?")
    running.record("hel! Ich.")
    running.correct(first.id, running.as_line(first).replace("Bald", "Sehr bald"))
    corrected = running.meeting.entry(first.id)
    assert isinstance(corrected, Answer)
    assert corrected.typed == "Sehr bald."
    assert corrected.speakers == first.speakers == ("verwaltung",)


def test_what_the_administration_goes_on_to_say_is_fetched_back_without_a_code(running: Recorder) -> None:
    running.record("! Bald.")
    running.record("Es ist bestellt.")
    running.record('"So steht es im Vertrag.')
    statement, verbatim = running.meeting.entries[-2:]
    assert isinstance(statement, Statement)
    assert isinstance(verbatim, Verbatim)
    for entry in (statement, verbatim):
        assert running.correct(entry.id, running.as_line(entry)) is None
    running.correct(verbatim.id, '"So steht es im Vertrag, Seite 3.')
    corrected = running.meeting.entry(verbatim.id)
    assert isinstance(corrected, Verbatim)
    assert corrected.speakers == ("verwaltung",)


def test_presence_of_everybody_is_fetched_back(running: Recorder) -> None:
    running.record("-kru -hur +oez", ODD_SECONDS)
    changes = running.meeting.of_kind(PresenceChange)
    assert [running.as_line(change) for change in changes[-3:]] == ["-kru 1731", "-hur 1731", "+oez 1731"]
