"""Who has asked for the floor, and whose turn it is."""

from __future__ import annotations

import pytest

from protocol_tui.errors import EntryError
from protocol_tui.services.recording.recorder import Recorder
from protocol_tui.services.recording.speakers_list import waiting


def waiting_codes(recorder: Recorder) -> list[str]:
    people = [recorder.meeting.person(each) for each in waiting(recorder.meeting)]
    return [person.code for person in people if person is not None]


def floor_code(recorder: Recorder) -> str:
    person = recorder.meeting.person(recorder.has_floor[0])
    assert person is not None
    return person.code


def test_who_asks_for_the_floor_waits_in_the_order_of_asking(running: Recorder) -> None:
    running.record("/wort kru")
    running.record("/w hur,son")
    assert waiting_codes(running) == ["kru", "hur", "son"]


def test_nobody_waits_twice_and_who_does_not_wait_cannot_withdraw(running: Recorder) -> None:
    running.record("/wort kru")
    with pytest.raises(EntryError, match="schon auf der Redeliste"):
        running.record("/wort hur,kru")
    with pytest.raises(EntryError, match="nicht auf der Redeliste"):
        running.record("/wort -hur")
    assert waiting_codes(running) == ["kru"]


def test_the_next_on_the_list_gets_the_floor_and_leaves_the_list_only_by_speaking(running: Recorder) -> None:
    running.record("/wort kru,hur")
    running.record("/wort")
    assert (floor_code(running), waiting_codes(running)) == ("kru", ["kru", "hur"])
    running.record("Ich bin dafür.")
    assert waiting_codes(running) == ["hur"]
    running.record("/wort")
    assert floor_code(running) == "hur"


def test_asking_again_passes_over_who_has_the_floor_and_says_nothing(running: Recorder) -> None:
    running.record("/wort kru,hur")
    running.record("/wort")
    running.record("/wort")
    assert floor_code(running) == "hur"
    running.record("Ich bin dafür.")
    assert waiting_codes(running) == ["kru"]


def test_who_speaks_out_of_turn_waits_no_longer(running: Recorder) -> None:
    running.record("/wort kru,hur")
    running.record("hur? Wann?")
    assert waiting_codes(running) == ["kru"]


def test_a_new_item_begins_with_an_empty_list(running: Recorder) -> None:
    running.record("/wort kru")
    running.record(".")
    assert waiting_codes(running) == []
    with pytest.raises(EntryError, match="Redeliste ist leer"):
        running.record("/wort")


def test_withdrawing_undoing_and_redoing_change_the_list(running: Recorder) -> None:
    running.record("/wort kru,hur")
    running.record("/wort -kru")
    assert waiting_codes(running) == ["hur"]
    running.undo()
    assert waiting_codes(running) == ["kru", "hur"]
    running.undo()
    assert waiting_codes(running) == []
    running.redo()
    assert waiting_codes(running) == ["kru", "hur"]
