"""The ways to print a contribution from which the clerk may choose, and what becomes of the choice."""

from __future__ import annotations

import pytest

from protocol_tui.domain.entries import Statement
from protocol_tui.errors import EntryError
from protocol_tui.grammar.engine import Engine
from protocol_tui.minutes.style import shipped_style
from protocol_tui.services.memory import MemoryLog
from protocol_tui.services.preparing import opening_patches
from protocol_tui.services.record import handout_of
from protocol_tui.services.recording.proposals import Proposal
from protocol_tui.services.recording.recorder import Recorder
from tests.conftest import HEAD
from tests.fakes import FixedClock


@pytest.fixture
def recorder() -> Recorder:
    """A meeting with the real engine, opened, item 1 called."""
    clock = FixedClock()
    made = Recorder(MemoryLog("m"), Engine(), clock)
    made.prepare(opening_patches(HEAD))
    for line in ("+son +kru +hel", ".1"):
        made.record(line)
    return made


def by_label(proposals: tuple[Proposal, ...]) -> dict[str, str]:
    return {each.label: each.printed.text for each in proposals}


def last(recorder: Recorder) -> Statement:
    entry = recorder.meeting.entries[-1]
    assert isinstance(entry, Statement)
    return entry


def test_the_first_proposal_is_what_is_printed_if_nobody_chooses(recorder: Recorder) -> None:
    first = recorder.proposals("kru: Wir haben das geprüft.")[0]
    recorder.record("kru: Wir haben das geprüft.")
    assert first.printed.text == last(recorder).printed
    assert not last(recorder).chosen


def test_clause_verb_person_and_the_words_as_typed_can_be_chosen(recorder: Recorder) -> None:
    found = by_label(recorder.proposals("kru: Wir haben das geprüft."))
    assert found["Vorschlag"] == "Abg. Dr. Krüger erklärte, man habe das geprüft."
    assert found["mit „dass“"] == "Abg. Dr. Krüger erklärte, dass man das geprüft habe."
    assert found["„wir“ als „sie“"] == "Abg. Dr. Krüger erklärte, sie hätten das geprüft."
    assert found["„betonte“"] == "Abg. Dr. Krüger betonte, man habe das geprüft."
    assert found["ohne Redeeinleitung"] == "Man habe das geprüft."
    assert found["wie getippt"] == "Wir haben das geprüft."


def test_whom_sie_means_can_be_chosen(recorder: Recorder) -> None:
    recorder.record("hel: Die Stelle ist frei.")
    found = by_label(recorder.proposals("kru? Haben Sie das geprüft?"))
    assert found["an die Verwaltung"] == "Abg. Dr. Krüger fragte, ob die Verwaltung das geprüft habe."
    assert found["an Ltd. KVD Hellweg"] == "Abg. Dr. Krüger fragte, ob Ltd. KVD Hellweg das geprüft habe."


def test_a_question_that_was_not_typed_as_one_can_be_asked(recorder: Recorder) -> None:
    found = by_label(recorder.proposals("kru: Wann wird gebaut?"))
    assert found["„fragte“"] == "Abg. Dr. Krüger fragte, wann gebaut werde."


def test_the_other_reading_of_an_undecided_form_can_be_chosen(recorder: Recorder) -> None:
    proposals = recorder.proposals("kru: Die Beiträge sollten sinken.")
    assert not proposals[0].printed.sure
    assert by_label(proposals)["andere Lesart"] == "Abg. Dr. Krüger erklärte, die Beiträge hätten sinken sollen."


def test_each_wording_is_offered_once(recorder: Recorder) -> None:
    for line in ("kru: Wir sind da.", "kru? Kommen Sie?", "kru* Vertagen wir das!", "kru: Erstens.\nZweitens."):
        texts = [each.printed.text for each in recorder.proposals(line)]
        assert len(texts) == len(set(texts))


def test_a_line_that_is_no_contribution_has_no_proposals(recorder: Recorder) -> None:
    for line in ("#e", "= Der Plan hängt aus.", ".", "kru:", "+bra"):
        assert recorder.proposals(line) == ()
    with pytest.raises(EntryError):
        recorder.proposals("Ohne Redner.")


def test_what_was_chosen_is_printed_and_what_was_typed_stays(recorder: Recorder) -> None:
    line = "kru: Die Beiträge sollten sinken."
    recorder.record(line, wording=recorder.proposals(line)[1].printed)
    entry = last(recorder)
    assert entry.typed == "Die Beiträge sollten sinken."
    assert entry.printed == "Abg. Dr. Krüger erklärte, die Beiträge hätten sinken sollen."
    assert (entry.chosen, entry.sure, entry.doubts) == (True, True, ())


def test_the_verb_that_was_chosen_counts_for_the_variety_of_the_next(recorder: Recorder) -> None:
    line = "kru: Das ist gut."
    chosen = next(each for each in recorder.proposals(line) if each.label == "„betonte“")
    recorder.record(line, wording=chosen.printed)
    assert last(recorder).auto_verb == "betonte"


def test_a_chosen_wording_survives_a_correction_that_leaves_the_line_as_it_was(recorder: Recorder) -> None:
    line = "kru: Das ist gut."
    recorder.record(line, wording=recorder.proposals(line)[1].printed)
    before = last(recorder)
    assert recorder.correct(before.id, recorder.as_line(before)) is None
    assert recorder.rehearse(recorder.as_line(before), before.id).chosen
    assert recorder.proposals(recorder.as_line(before), before.id)[0].printed.text == before.printed


def test_another_text_is_proposed_anew(recorder: Recorder) -> None:
    line = "kru: Das ist gut."
    recorder.record(line, wording=recorder.proposals(line)[1].printed)
    recorder.correct(last(recorder).id, "kru: Das ist schlecht.")
    assert last(recorder).printed == "Abg. Dr. Krüger erklärte, das sei schlecht."
    assert not last(recorder).chosen


def test_a_chosen_wording_is_kept_but_marked_when_somebody_else_turns_out_to_have_spoken(recorder: Recorder) -> None:
    line = "nn: Das ist gut."
    recorder.record(line, wording=recorder.proposals(line)[1].printed)
    chosen = last(recorder).printed
    recorder.record("/redner kru")
    assert last(recorder).printed == chosen
    assert not last(recorder).sure


def test_that_a_wording_was_chosen_stays_inside(recorder: Recorder) -> None:
    line = "kru: Das ist gut."
    recorder.record(line, wording=recorder.proposals(line)[1].printed)
    record = handout_of(recorder.meeting, shipped_style(), "m", "public")
    assert "chosen" not in str(record)
