"""Items that are moved, joined or adjourned while the meeting runs."""

from __future__ import annotations

import pytest

from protocol_tui.domain import course
from protocol_tui.errors import EntryError
from protocol_tui.minutes.blocks import Heading
from protocol_tui.minutes.layout import lay_out
from protocol_tui.minutes.plain import to_text
from protocol_tui.minutes.style import shipped_style
from protocol_tui.services.recording.recorder import Recorder


def numbers(recorder: Recorder) -> list[str]:
    return [item.number for item in recorder.meeting.items]


def current(recorder: Recorder) -> str:
    item = course.current_item(recorder.meeting)
    return item.number if item is not None else ""


def headings(recorder: Recorder) -> list[str]:
    blocks = lay_out(recorder.meeting, shipped_style()).blocks
    return [block.text.replace("\u00a0", " ") for block in blocks if isinstance(block, Heading) and "TOP" in block.text]


def test_a_moved_item_is_called_in_its_new_place_under_its_old_number(running: Recorder) -> None:
    running.record("/top 3 Radwege")
    running.record("/verschieben 3 vor 2")
    assert numbers(running) == ["1", "3", "2", "10"]
    running.record(".")
    assert current(running) == "3"
    running.record("/verschieben 2 nach 10")
    assert numbers(running) == ["1", "3", "10", "2"]


@pytest.mark.parametrize("line", ["/verschieben 1 vor 2", "/verschieben 2 nach 1", "/verschieben 10 hinter 2"])
def test_an_item_that_stands_there_already_is_not_moved(running: Recorder, line: str) -> None:
    with pytest.raises(EntryError, match="steht schon"):
        running.record(line)


def test_joined_items_are_called_and_printed_with_the_first(running: Recorder) -> None:
    running.record("/top 3 Radwege")
    running.record("/verbinden 2 3")
    running.record(".")
    running.record("kru: Dazu gehört beides.")
    assert current(running) == "2"
    assert [heading for heading in headings(running) if "Radwege" in heading] == [
        "TOP 3: Radwege (neu aufgenommen) (beraten mit TOP 2)"
    ]
    running.record(".")
    assert current(running) == "10"


def test_items_of_the_two_parts_of_the_sitting_are_not_joined(running: Recorder) -> None:
    with pytest.raises(EntryError, match="nichtöffentlich"):
        running.record("/verbinden 2 10")


def test_no_item_is_joined_twice(running: Recorder) -> None:
    running.record("/top 3 Radwege")
    running.record("/verbinden 2 3")
    with pytest.raises(EntryError, match="schon mit einem anderen"):
        running.record("/verbinden 1 3")
    with pytest.raises(EntryError, match="selbst schon"):
        running.record("/verbinden 3 1")


def test_an_adjourned_item_is_passed_over_and_says_so_in_the_document(running: Recorder) -> None:
    running.record("/vertagen 2")
    running.record("/vertagen")
    assert [item.status for item in running.meeting.items] == ["adjourned", "adjourned", "open"]
    with pytest.raises(EntryError, match="schon vertagt"):
        running.record("/vertagen 2")
    running.record(".")
    assert current(running) == "10"
    assert "TOP 1: Haushalt (vertagt)" in headings(running)


def test_every_change_of_the_agenda_stands_in_the_course_of_the_sitting(running: Recorder) -> None:
    for line in ("/top 3 Radwege", "/verschieben 3 vor 2", "/verbinden 2 3", "/vertagen 2", "/absetzen 3"):
        running.record(line)
    text = to_text(lay_out(running.meeting, shipped_style()), width=0).replace("\u00a0", " ")
    for sentence in (
        "Die Tagesordnung wurde um TOP 3 ergänzt: Radwege.",
        "TOP 3 wurde vor TOP 2 gesetzt.",
        "TOP 3 wurde gemeinsam mit TOP 2 beraten.",
        "TOP 2 wurde vertagt.",
        "TOP 3 wurde von der Tagesordnung abgesetzt.",
    ):
        assert sentence in text


def test_deleting_the_entry_of_an_adjournment_takes_the_item_up_again(running: Recorder) -> None:
    running.record("/vertagen 2")
    running.delete(running.meeting.entries[-1].id)
    assert [item.status for item in running.meeting.items] == ["open", "open", "open"]


def test_the_title_of_an_item_added_without_the_public_stays_out_of_the_public_document(running: Recorder) -> None:
    running.record(".10")
    running.record("/top 11 Wolkenkuckuck")
    assert "Wolkenkuckuck" not in to_text(lay_out(running.meeting, shipped_style()), width=0)


def test_who_is_excused_is_listed_with_the_reason(running: Recorder) -> None:
    running.record("/entschuldigt oez Krankheit")
    text = to_text(lay_out(running.meeting, shipped_style()), width=0).replace("\u00a0", " ")
    assert "Entschuldigt fehlen: Abg. Öztürk (Krankheit)" in text
    with pytest.raises(EntryError, match="als anwesend erfasst"):
        running.record("/entschuldigt kru")
