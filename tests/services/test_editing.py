"""What is changed of earlier entries beside their text, and what that changes in the entries behind them."""

from __future__ import annotations

import datetime as dt

import pytest

from protocol_tui.domain.entries import Entry, Interruption, Statement
from protocol_tui.errors import EntryError
from protocol_tui.services.recording import editing
from protocol_tui.services.recording.recorder import Recorder


def record(recorder: Recorder, *lines: str) -> list[Entry]:
    before = len(recorder.meeting.entries)
    for line in lines:
        recorder.record(line)
    return list(recorder.meeting.entries[before:])


def printed(recorder: Recorder) -> list[str]:
    return [entry.printed for entry in recorder.meeting.entries if isinstance(entry, Statement)]


def item_number(recorder: Recorder, entry_id: str) -> str:
    entry = recorder.meeting.entry(entry_id)
    assert entry is not None
    item = recorder.meeting.item(entry.item)
    return item.number if item is not None else ""


def test_who_no_longer_goes_on_is_introduced_anew_when_the_entry_before_changes_its_speaker(running: Recorder) -> None:
    first, _ = record(running, "kru: Eins.", "Zwei.")
    assert printed(running)[1] == "Zwei."
    running.correct(first.id, "hur: Eins.")
    assert printed(running)[1].startswith("Abg. Dr. Krüger ")
    running.undo()
    assert printed(running)[1] == "Zwei."


def test_who_goes_on_after_a_correction_loses_the_reporting_clause(running: Recorder) -> None:
    _, second = record(running, "kru: Eins.", "hur: Zwei.", "kru: Drei.")[:2]
    running.correct(second.id, "kru: Zwei.")
    assert printed(running)[1:] == ["Zwei.", "Drei."]


def test_a_deleted_entry_gives_its_reporting_clause_to_the_one_that_went_on_from_it(running: Recorder) -> None:
    first, _ = record(running, "kru: Eins.", "Zwei.")
    running.delete(first.id)
    assert printed(running)[0].startswith("Abg. Dr. Krüger ")


def test_a_wording_the_clerk_chose_is_kept_and_marked_when_its_introduction_may_be_wrong(running: Recorder) -> None:
    first, second = record(running, "kru: Eins.", "Zwei.")
    proposal = next(each for each in running.proposals("Zwei.", second.id) if each.printed.text != "Zwei.")
    running.correct(second.id, "kru: Zwei.", proposal.printed)
    running.correct(first.id, "hur: Eins.")
    entry = running.meeting.entry(second.id)
    assert isinstance(entry, Statement)
    assert entry.printed == proposal.printed.text
    assert not entry.sure


def test_several_of_the_last_contributions_are_given_to_another_speaker_at_once(running: Recorder) -> None:
    record(running, "kru: Eins.", "nn: Zwei.", "Drei.")
    running.record("/redner hur 2")
    assert [entry.speakers[0] for entry in running.meeting.entries if isinstance(entry, Statement)] == [
        "p2",
        "p3",
        "p3",
    ]
    assert printed(running)[1].startswith("Abg. Hurnik ")
    assert printed(running)[2] == "Drei."
    running.undo()
    assert printed(running)[1].startswith("N. N. ")


def test_an_entry_gets_another_time_and_stays_where_it_is(running: Recorder) -> None:
    first, _ = record(running, "kru: Eins.", "hur: Zwei.")
    running.edit(first.id, "", lambda entry: editing.retimed(entry, dt.time(17, 11)))
    assert [entry.time for entry in running.meeting.entries[-2:]] == [dt.time(17, 11), dt.time(17, 30)]


def test_an_entry_moves_one_place_and_belongs_to_the_item_it_comes_to(running: Recorder) -> None:
    first, _, last = record(running, "kru: Eins.", ".", "hur: Zwei.")
    running.edit(last.id, "", lambda entry: editing.moved(running.meeting, entry, -1))
    assert item_number(running, last.id) == "1"
    assert [entry.id for entry in running.meeting.entries[-3:]][:2] == [first.id, last.id]
    running.edit(last.id, "", lambda entry: editing.moved(running.meeting, entry, 1))
    assert item_number(running, last.id) == "2"
    with pytest.raises(EntryError, match="Weiter geht es nicht"):
        running.edit(last.id, "", lambda entry: editing.moved(running.meeting, entry, 1))


def test_an_entry_is_given_to_an_item_that_was_called(running: Recorder) -> None:
    _, _, last = record(running, "kru: Eins.", ".", "hur: Zwei.")
    first_item, third_item = running.meeting.items[0], running.meeting.items[2]
    running.edit(last.id, "", lambda entry: editing.given_to_item(running.meeting, entry, first_item.id))
    assert item_number(running, last.id) == "1"
    with pytest.raises(EntryError, match="noch nicht aufgerufen"):
        running.edit(last.id, "", lambda entry: editing.given_to_item(running.meeting, entry, third_item.id))


def test_an_entry_moved_out_of_the_closed_stretch_is_as_public_as_its_new_place(running: Recorder) -> None:
    entry = record(running, "kru: Eins.", "/nö", "hur: Zwei.")[-1]
    running.edit(entry.id, "", lambda each: editing.moved(running.meeting, each, -1))
    moved = running.meeting.entry(entry.id)
    assert moved is not None
    assert running.meeting.is_public(moved)
    running.edit(entry.id, "", editing.closed)
    again = running.meeting.entry(entry.id)
    assert again is not None
    assert not running.meeting.is_public(again)


def test_a_deleted_call_gives_its_entries_to_the_item_before(running: Recorder) -> None:
    _, call, last = record(running, "kru: Eins.", ".", "hur: Zwei.")
    running.delete(call.id)
    assert item_number(running, last.id) == "1"
    running.undo()
    assert item_number(running, last.id) == "2"


def test_a_call_corrected_to_another_item_takes_its_entries_along(running: Recorder) -> None:
    call, last = record(running, ".", "hur: Zwei.")
    running.correct(call.id, ".10")
    assert item_number(running, last.id) == "10"
    with pytest.raises(EntryError, match="nicht durch einen anderen ersetzen"):
        running.correct(call.id, "hur: Text.")


def test_a_deleted_switch_opens_what_was_recorded_behind_it(running: Recorder) -> None:
    switch, entry = record(running, "/nö", "hur: Zwei.")
    running.delete(switch.id)
    after = running.meeting.entry(entry.id)
    assert after is not None
    assert running.meeting.is_public(after)


def test_a_corrected_interruption_keeps_its_end(running: Recorder) -> None:
    pause = record(running, "/pause Beratung")[0]
    running.record("/weiter", dt.time(17, 45))
    running.correct(pause.id, "/pause Beratung der Fraktionen")
    after = running.meeting.entry(pause.id)
    assert isinstance(after, Interruption)
    assert (after.reason, after.until) == ("Beratung der Fraktionen", dt.time(17, 45))


def test_a_call_and_a_switch_stay_in_their_places(running: Recorder) -> None:
    call = record(running, ".")[0]
    with pytest.raises(EntryError, match="nicht verschieben"):
        running.edit(call.id, "", lambda entry: editing.moved(running.meeting, entry, -1))


def test_a_fetched_line_shows_what_is_stored_and_not_what_would_be_said_today(running: Recorder) -> None:
    _, second = record(running, "kru: Eins.", "hur: Zwei.")
    running.edit(second.id, "", lambda entry: editing.moved(running.meeting, entry, -1))
    entry = running.meeting.entry(second.id)
    assert isinstance(entry, Statement)
    assert running.rehearse(running.as_line(entry), entry.id).text == entry.printed
