"""The model minutes, from the words spoken to the documents handed out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Ended

Call = Callable[..., Ended]
SPOKEN = Path(__file__).with_name("seed.txt")
PRINTED = Path(__file__).with_name("seed-printed.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture
def replayed(call: Call) -> Call:
    assert call("replay", SPOKEN).status == 0
    return call


def folded(text: str) -> str:
    """The text as one line, every blank and line end a plain blank."""
    return " ".join(text.split())


def of_the_item(paragraphs: list[str]) -> list[str]:
    """What stands between the heading of the item and the end of the meeting."""
    begin = next(n for n, text in enumerate(paragraphs) if text.startswith("TOP 1: "))
    end = next(n for n, text in enumerate(paragraphs) if text.startswith("Ende der Sitzung: "))
    return paragraphs[begin + 1 : end]


def test_the_text_has_the_five_paragraphs_letter_by_letter(replayed: Call) -> None:
    path = Path(replayed("export", "2013", "--format", "txt").out.strip())
    paragraphs = [folded(paragraph) for paragraph in path.read_text(encoding="utf-8").split("\n\n")]
    assert of_the_item(paragraphs) == PRINTED


def test_the_word_document_has_the_five_paragraphs_letter_by_letter(replayed: Call) -> None:
    path = replayed("export", "2013", "--format", "docx").out.strip()
    paragraphs = [paragraph.text.replace("\u00a0", " ") for paragraph in docx.Document(path).paragraphs]
    assert of_the_item(paragraphs) == PRINTED


def test_the_engine_is_sure_of_every_contribution_and_keeps_what_was_said(replayed: Call) -> None:
    entries = json.loads(replayed("show", "2013", "--json").out)["entries"]
    statements = [entry for entry in entries if entry["kind"] == "statement"]
    assert len(statements) == 7
    assert all(entry.get("sure", True) for entry in statements)
    spoken = SPOKEN.read_text(encoding="utf-8")
    assert all(entry["typed"] in spoken for entry in statements)
