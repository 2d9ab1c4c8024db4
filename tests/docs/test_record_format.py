"""`docs/record-format.md` names every field that `show --json` and the stored changes can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from protocol_tui.domain import changes, entries
from protocol_tui.domain.agenda import AgendaItem
from protocol_tui.domain.head import Committee, Head
from protocol_tui.domain.people import Person
from protocol_tui.domain.speakers_list import SpeakersList
from protocol_tui.entry.mitschrift import read_mitschrift
from protocol_tui.minutes.style import shipped_style
from protocol_tui.services.memory import MemoryLog
from protocol_tui.services.preparing import opening_patches
from protocol_tui.services.record import RECORD_VERSION, handout_of, record_of
from protocol_tui.services.recording.recorder import Recorder
from tests.fakes import FixedClock, WordForWord

TEXT = (Path(__file__).parents[2] / "docs" / "record-format.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`(\w+)`", TEXT))

STRUCTS: tuple[type[msgspec.Struct], ...] = (
    changes.Change,
    changes.Patch,
    changes.Draft,
    Head,
    Committee,
    Person,
    AgendaItem,
    SpeakersList,
    entries.Candidate,
    entries.GroupBallot,
    *get_args(entries.Entry),
)

BY_PERSON = "ballots"
"""Its keys are ids of persons, not fields."""


@pytest.fixture(scope="module")
def demo() -> Recorder:
    text = resources.files("protocol_tui.services").joinpath("demo", "mitschrift.txt").read_text(encoding="utf-8")
    mitschrift = read_mitschrift(text, "demo")
    recorder = Recorder(MemoryLog(), WordForWord(), FixedClock())
    recorder.prepare(opening_patches(mitschrift.head))
    for line in mitschrift.lines:
        recorder.record(line.text, in_file=True)
    return recorder


def keys_of(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            if key != BY_PERSON:
                yield from keys_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys_of(inner)


def test_every_key_of_the_demo_meetings_record_is_described(demo: Recorder) -> None:
    assert set(keys_of(record_of(demo.meeting, shipped_style(), "demo"))) - NAMED == set()


def test_every_key_of_the_demo_meetings_handout_is_described(demo: Recorder) -> None:
    assert set(keys_of(handout_of(demo.meeting, shipped_style(), "demo", "public"))) - NAMED == set()


@pytest.mark.parametrize("struct", STRUCTS, ids=lambda struct: struct.__name__)
def test_every_stored_field_is_described(struct: type[msgspec.Struct]) -> None:
    assert set(struct.__struct_encode_fields__) - NAMED == set()


@pytest.mark.parametrize("struct", STRUCTS, ids=lambda struct: struct.__name__)
def test_every_tag_of_a_stored_record_is_described(struct: type[msgspec.Struct]) -> None:
    tag = struct.__struct_config__.tag
    assert tag is None or tag in NAMED


def test_the_version_described_is_the_one_written() -> None:
    assert f"record version {RECORD_VERSION}" in TEXT
