"""The handbook names everything that can be typed and pressed, and its examples work."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from protocol_tui.entry.commands import COMMANDS as LINE_COMMANDS
from protocol_tui.entry.head import AgendaHead, CommitteeHead, MeetingHead, PersonHead
from protocol_tui.entry.mitschrift import read_mitschrift
from protocol_tui.entry.votes import OUTCOMES
from protocol_tui.grammar.engine import Engine
from protocol_tui.services.memory import MemoryLog
from protocol_tui.services.preparing import opening_patches
from protocol_tui.services.recording.recorder import Recorder
from protocol_tui.tui.commands import COMMANDS as KEYS
from tests.fakes import FixedClock, WordForWord

FOLDER = Path(__file__).parents[2] / "docs" / "handbuch"
CHAPTERS = sorted(FOLDER.glob("[0-9]*.md"))
TEXT = "\n".join(chapter.read_text(encoding="utf-8") for chapter in CHAPTERS)
HEADS = {"committee": CommitteeHead, "meeting": MeetingHead, "people": PersonHead, "agenda": AgendaHead}

_CODE_ROW = re.compile(r"^\| `(\w+)> …` \| ([^|]+) \|$", re.MULTILINE)
_MITSCHRIFT = re.compile(r"```mitschrift\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("word", [command.word for command in LINE_COMMANDS])
def test_every_command_of_the_line_is_explained(word: str) -> None:
    assert f"`/{word}" in TEXT


@pytest.mark.parametrize("code", OUTCOMES)
def test_every_outcome_of_a_vote_is_explained(code: str) -> None:
    assert f"`#{code}`" in TEXT


@pytest.mark.parametrize("key", sorted({command.key_text for command in KEYS}))
def test_every_key_is_explained(key: str) -> None:
    assert f"**{key}**" in TEXT


@pytest.mark.parametrize(("table", "kind"), HEADS.items())
def test_every_field_of_the_head_is_in_the_list(table: str, kind: type[msgspec.Struct]) -> None:
    section = TEXT.partition(f"`[{table}]`")[2] or TEXT.partition(f"`[[{table}]]`")[2]
    listed = section.partition("###")[0]
    assert [field for field in kind.__struct_fields__ if f"`{field}`" not in listed] == []


def test_the_mitschrift_of_the_handbook_is_taken_line_by_line() -> None:
    example = _MITSCHRIFT.search(TEXT)
    assert example is not None
    mitschrift = read_mitschrift(example[1], "handbook")
    recorder = Recorder(MemoryLog(), WordForWord(), FixedClock())
    recorder.prepare(opening_patches(mitschrift.head))
    for line in mitschrift.lines:
        recorder.record(line.text, in_file=True)
    assert recorder.meeting.head.end is not None


def test_every_code_of_a_reporting_clause_is_the_one_of_the_house_list() -> None:
    rows = _CODE_ROW.findall(TEXT)
    assert len(rows) > 1
    assert [code for code, clause in rows if Engine().expand(code) != clause] == []


def test_every_chapter_is_in_the_table_of_contents() -> None:
    contents = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [chapter.name for chapter in CHAPTERS if chapter.name not in contents] == []
