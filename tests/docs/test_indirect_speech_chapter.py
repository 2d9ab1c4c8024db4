"""Every example of the chapter on indirect speech, and the README's, is what the program prints."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from protocol_tui.domain.entries import Narration, Statement
from protocol_tui.entry.head import AgendaHead, CommitteeHead, MeetingHead, MitschriftHead, PersonHead, Wir
from protocol_tui.grammar.engine import Engine
from protocol_tui.grammar.style.check import StyleCheck
from protocol_tui.grammar.style.remarks import Passage, Remark
from protocol_tui.minutes.style import shipped_style
from protocol_tui.services.checking import check
from protocol_tui.services.memory import MemoryLog
from protocol_tui.services.preparing import opening_patches
from protocol_tui.services.recording.recorder import Recorder
from tests.fakes import FixedClock

ROOT = Path(__file__).parents[2]
CHAPTER = (ROOT / "docs" / "handbuch" / "04-indirekte-rede.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")

PRINTED = "Getippt | Gedruckt"
IN_TURN = "Nacheinander getippt | Gedruckt"
WIR = "`wir` | Getippt | Gedruckt"
UNSURE = "Getippt | Vorschlag | Grund"
CODES = "Sie tippen | Redeeinleitung"
"""Held to the house list in `test_handbook.py`."""
REMARKS = "Gedruckt | Befund"
COURSE = "Nacheinander gedruckt | Befund"
SILENT = "Ohne Befund | Weil"
WEIGHTS = {"warning": "Warnung", "hint": "Hinweis"}

_TABLE = re.compile(r"^ *\| (.+) \|\n *\|[-|]+\|\n((?: *\|.+\|\n)+)", re.MULTILINE)
_README_EXAMPLE = re.compile(r"^\| typed \| `(.+)` \|\n\| printed \| (.+) \|$", re.MULTILINE)


def rows(head: str) -> list[list[str]]:
    """All rows of the tables with this head, cell by cell and without the code marks."""
    tables = [body for found, body in _TABLE.findall(CHAPTER) if found == head]
    lines = [line.strip().strip("|") for body in tables for line in body.splitlines()]
    return [[cell.strip().strip("`") for cell in line.split(" | ")] for line in lines]


def meeting(wir: Wir = "") -> Recorder:
    """The meeting of the chapter: Hurnik has the floor."""
    head = MitschriftHead(
        committee=CommitteeHead(name="Ausschuss für Schule und Sport", members_total=2),
        meeting=MeetingHead(date=dt.date(2026, 11, 24)),
        people=(
            PersonHead(code="hur", function="Abg.", name="Anna Hurnik", gender="f", votes=True),
            PersonHead(code="kr", function="Abg.", title="Dr.", name="Jens Krüger", gender="m", votes=True),
            PersonHead(code="tan", function="Schulrätin", name="Birgit Tann", gender="f", group="Verwaltung", wir=wir),
        ),
        agenda=(AgendaHead(number="1", title="Neubau der Turnhalle"),),
    )
    recorder = Recorder(MemoryLog(), Engine(), FixedClock())
    recorder.prepare(opening_patches(head))
    for line in ("+hur +kr +tan", ".1", "hur:"):
        recorder.record(line)
    return recorder


def typed(recorder: Recorder, line: str) -> tuple[str, tuple[str, ...]]:
    """What is printed of a line, and the doubts about it."""
    recorder.record(line)
    match recorder.meeting.entries[-1]:
        case Statement() as said:
            assert said.sure == (not said.doubts)
            return said.printed, said.doubts
        case Narration() as told:
            return told.text, ()
        case other:
            raise TypeError(other)


def told(remarks: list[Remark]) -> list[str]:
    return [f"{WEIGHTS[remark.weight]}: {remark.message}" for remark in remarks]


def test_every_table_of_the_chapter_is_held_to_the_program() -> None:
    heads = [head for head, _ in _TABLE.findall(CHAPTER)]
    assert set(heads) == {PRINTED, IN_TURN, WIR, UNSURE, CODES, REMARKS, COURSE, SILENT}
    assert len(heads) == len(re.findall(r"^ *\|[-|]+\|$", CHAPTER, re.MULTILINE))


@pytest.mark.parametrize(("line", "printed"), rows(PRINTED))
def test_what_is_typed_is_printed_so_without_a_doubt(line: str, printed: str) -> None:
    assert typed(meeting(), line) == (printed, ())


def test_what_is_typed_in_turn_is_printed_so() -> None:
    recorder = meeting()
    for line, printed in rows(IN_TURN):
        assert typed(recorder, line) == (printed, ())


@pytest.mark.parametrize(("wir", "line", "printed"), rows(WIR))
def test_we_becomes_what_is_set_for_the_person(wir: Wir, line: str, printed: str) -> None:
    assert typed(meeting(wir), line) == (printed, ())


@pytest.mark.parametrize(("line", "proposal", "reason"), rows(UNSURE))
def test_a_doubtful_proposal_is_made_for_the_reason_given(line: str, proposal: str, reason: str) -> None:
    assert typed(meeting(), line) == (proposal, (reason,))


@pytest.mark.parametrize(("text", "finding"), rows(REMARKS))
def test_the_style_check_says_this_of_a_text_and_nothing_else(text: str, finding: str) -> None:
    assert told([*StyleCheck().check_text(text, "statement")]) == [finding]


@pytest.mark.parametrize(("texts", "finding"), rows(COURSE))
def test_the_style_check_says_this_of_a_course(texts: str, finding: str) -> None:
    passages = [Passage(text=text, kind="statement") for text in texts.split(" · ")]
    assert told([remark for _, remark in StyleCheck().check_passages(passages)]) == [finding]


def test_the_pre_flight_lists_doubts_and_remarks_under_the_mark_the_chapter_names() -> None:
    recorder = meeting()
    for line in ("Die Beiträge sollten sinken.", "tan: Man habe heute keine Zahlen."):
        recorder.record(line)
    found = check(recorder.meeting, shipped_style(), StyleCheck())
    assert {finding.entry for finding in found if finding.rule == "D3"} == {
        entry.id for entry in recorder.meeting.entries if isinstance(entry, Statement)
    }
    assert "die Kennung D3" in CHAPTER


@pytest.mark.parametrize("text", [text for text, _ in rows(SILENT)])
def test_the_style_check_is_silent(text: str) -> None:
    assert StyleCheck().check_passages([Passage(text=text, kind="statement")]) == []


def test_the_readmes_example_is_what_is_printed() -> None:
    examples = _README_EXAMPLE.findall(README)
    assert len(examples) == 1
    for line, printed in examples:
        assert typed(meeting(), line) == (printed, ())
