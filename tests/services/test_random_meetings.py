"""Whatever is typed, undone and corrected: the state is what the changes say, and nothing but the program's errors."""

from __future__ import annotations

import datetime as dt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from protocol_tui.domain.entries import Entry, Statement, Verbatim
from protocol_tui.domain.meeting import Meeting
from protocol_tui.errors import EntryError
from protocol_tui.grammar.style.check import StyleCheck
from protocol_tui.minutes.blocks import Part
from protocol_tui.minutes.layout import lay_out
from protocol_tui.minutes.plain import to_markdown, to_text
from protocol_tui.minutes.style import shipped_style
from protocol_tui.services.checking import check
from protocol_tui.services.memory import MemoryLog
from protocol_tui.services.preparing import opening_patches
from protocol_tui.services.record import handout_of, record_of
from protocol_tui.services.recording import editing
from protocol_tui.services.recording.recorder import Recorder
from tests.conftest import HEAD
from tests.fakes import FixedClock, WordForWord

SECRET = "Wolkenkuckucksheim"

LINES = st.sampled_from(
    [
        "kru: Das ist gut.",
        "hur? Wann?",
        "! Bald.",
        "hel: Erstens.\nZweitens.",
        "& Und weiter.",
        "= Man ging auseinander.",
        'hur: "Wörtlich.',
        "(Beifall",
        "(kru: Hört!)",
        ";intern",
        "kru* Ein Antrag.",
        "/aea Geändert.",
        "b: Ein Beschluss.",
        "#2 1 0",
        "#e",
        "#ma",
        "/geheim 1 1 0",
        "/namentlich ja=son nein=kru",
        "/wahl Amt: Müller 1, Schulz 1",
        "+oez",
        "-oez",
        "-kru 1715",
        "+kru",
        ".",
        ".2",
        ".10",
        "/top 3 Neu",
        "/absetzen 2",
        "/nö",
        "/ö",
        "/pause",
        "/weiter",
        "/befangen kru",
        "/ruf hur",
        "/gast Dr. Eva Stein",
        "/vertritt hel kru",
        "/vorsitz kru",
        "/prüfen",
        "/redner hur",
        "/redner kru,hur 3",
        "/wort kru,hur",
        "/wort -hur",
        "/wort",
        "/verschieben 2 vor 1",
        "/verschieben 1 nach 2",
        "/verbinden 1 2",
        "/vertagen",
        "#m nein=CDU",
        "#1 1 0 ja=SPD:1",
        "/stimme kru nein",
        "Es geht weiter.",
        "/ende 2010",
        "nn: Wer auch immer.",
    ]
)
STEPS = st.one_of(
    LINES.map(lambda line: ("record", line)),
    st.just(("undo", "")),
    st.just(("redo", "")),
    st.tuples(st.just("delete"), st.integers(0, 30).map(str)),
    st.tuples(st.just("correct"), LINES),
    st.tuples(st.sampled_from(["up", "down", "to_item", "close"]), st.integers(0, 30).map(str)),
)


def played(steps: list[tuple[str, str]]) -> Recorder:
    recorder = Recorder(MemoryLog(), WordForWord(), FixedClock(dt.datetime(2026, 11, 17, 17, 30, tzinfo=dt.UTC)))
    recorder.prepare(opening_patches(HEAD))
    recorder.record("+son +kru +hur +hel +bra", dt.time(17))
    recorder.record(".")
    for action, argument in steps:
        entries = recorder.meeting.entries
        try:
            match action:
                case "record":
                    recorder.record(argument)
                case "undo":
                    recorder.undo()
                case "redo":
                    recorder.redo()
                case "delete" if entries:
                    recorder.delete(entries[int(argument) % len(entries)].id)
                case "correct" if entries:
                    recorder.correct(entries[-1].id, argument)
                case _:
                    if entries:
                        edit(recorder, action, entries[int(argument) % len(entries)])
        except EntryError:
            pass
    return recorder


def edit(recorder: Recorder, action: str, entry: Entry) -> None:
    meeting = recorder.meeting
    make = {
        "up": lambda each: editing.moved(meeting, each, -1),
        "down": lambda each: editing.moved(meeting, each, 1),
        "to_item": lambda each: editing.given_to_item(meeting, each, meeting.items[0].id),
        "close": editing.closed,
    }
    if action in make:  # not a deletion in an empty meeting
        recorder.edit(entry.id, action, make[action])


def state_of(meeting: Meeting) -> object:
    waiting = meeting.speakers_list
    return meeting.head, meeting.people, [*meeting.items], [*meeting.entries], meeting.speakers(), waiting


def spoken_of(meeting: Meeting) -> list[tuple[str, ...]]:
    said = [entry.speakers for entry in reversed(meeting.entries) if isinstance(entry, Statement | Verbatim)]
    return list(dict.fromkeys(speakers for speakers in said if speakers))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(STEPS, max_size=40))
def test_the_state_is_always_what_the_stored_changes_add_up_to(steps: list[tuple[str, str]]) -> None:
    recorder = played(steps)
    assert state_of(Meeting(recorder.log.changes())) == state_of(recorder.meeting)
    orders = [entry.order for entry in recorder.meeting.entries]
    assert orders == sorted(set(orders))
    assert recorder.meeting.speakers() == spoken_of(recorder.meeting)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(STEPS, max_size=40))
def test_every_meeting_can_be_checked_printed_and_recorded_in_both_parts(steps: list[tuple[str, str]]) -> None:
    recorder = played(steps)
    style = shipped_style()
    check(recorder.meeting, style, StyleCheck())
    record_of(recorder.meeting, style, "x")
    parts: tuple[Part, ...] = ("public", "nonpublic")
    for part in parts:
        document = lay_out(recorder.meeting, style, part=part)
        assert to_text(document)
        assert to_markdown(document)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=st.lists(STEPS, max_size=25), rest=st.lists(STEPS, max_size=10))
def test_what_is_said_in_a_non_public_item_is_in_no_public_document(
    steps: list[tuple[str, str]], rest: list[tuple[str, str]]
) -> None:
    lines = (".10", f"kru: {SECRET} eins.", f'hur: "{SECRET} zwei.', f"b: {SECRET} drei.", f"/gast {SECRET}")
    secrets = [("record", line) for line in (*lines, f"/pause {SECRET}")]
    notes = [("record", f";{SECRET}")]
    recorder = played([*notes, *steps, *secrets, *(step for step in rest if step[0] == "record")])
    style = shipped_style()
    document = lay_out(recorder.meeting, style)
    assert SECRET not in to_text(document, width=0)
    assert SECRET not in str(handout_of(recorder.meeting, style, "x", "public"))
