"""Whom a question speaks to: that person answers, and "Sie" means that person."""

from __future__ import annotations

import pytest
from typing_extensions import override

from protocol_tui.domain.entries import Answer, Statement
from protocol_tui.grammar.speech import Conversion, Utterance
from protocol_tui.services.memory import MemoryLog
from protocol_tui.services.preparing import opening_patches
from protocol_tui.services.recording import floor
from protocol_tui.services.recording.recorder import Recorder
from tests.conftest import HEAD
from tests.fakes import FixedClock, WordForWord


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Herr Hellweg, wann ist das fertig?", "hel"),
        ("Wann ist das fertig, Herr Hellweg?", "hel"),
        ("Das verstehe ich nicht. Herr Dr. Krüger, wann war das?", "kru"),
        ("Frau Vorsitzende, wann ist Pause?", "son"),
        ("Hat Herr Hellweg das geprüft?", ""),
        ("Herr Hellweg und Herr Krüger haben das geprüft.", ""),
        ("Herr Niemand, wann war das?", ""),
        ("Herr Krüger, Herr Hellweg, wann war das?", ""),
    ],
)
def test_who_is_spoken_to_is_told_by_the_address(running: Recorder, text: str, code: str) -> None:
    person = floor.addressed(running.meeting, text, ())
    assert (person.code if person is not None else "") == code


def test_an_answer_without_a_name_comes_from_whoever_was_asked_by_name(running: Recorder) -> None:
    for line in ("hel: Bericht.", "kru? Wann?", "! Bald.", "hel? Frau Hurnik, wann war das?"):
        running.record(line)
    running.record("! Gestern.")
    answer = running.meeting.entries[-1]
    assert isinstance(answer, Answer)
    assert answer.speakers == ("p3",)


def test_nobody_speaks_to_themselves(running: Recorder) -> None:
    assert floor.addressed(running.meeting, "Herr Hellweg, wann?", ("p5",)) is None


class NamesAddressee(WordForWord):
    """Says in front whom the text speaks to, as far as it is told."""

    @override
    def convert(self, utterance: Utterance) -> Conversion:
        return Conversion(indirect=f"[{utterance.addressee}] {utterance.text}")


def test_the_engine_is_told_whom_the_line_speaks_to(clock: FixedClock) -> None:
    recorder = Recorder(MemoryLog(), NamesAddressee(), clock)
    recorder.prepare(opening_patches(HEAD))
    recorder.record("kru? Herr Hellweg, wann haben Sie das geprüft?")
    question = recorder.meeting.entries[-1]
    assert isinstance(question, Statement)
    assert question.printed.startswith("[Ltd. KVD Hellweg] ")
