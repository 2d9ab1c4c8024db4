"""What the tests of the engine say, and the golden files they read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from protocol_tui.grammar.engine import Engine
from protocol_tui.grammar.speech import Conversion, Utterance

GOLDEN = Path(__file__).parent / "golden"
ENGINE = Engine()


def convert(text: str, **known: Any) -> Conversion:
    """Convert a text; by default a man's words, reported with "sagte"."""
    given = {"speaker": "Herr Brandt", "gender": "m", "verb": "sagte", "clause": "v2"} | known
    return ENGINE.convert(msgspec.convert({"text": text, **given}, Utterance))


def said(text: str, **known: Any) -> str:
    """Give the printed sentence."""
    return convert(text, **known).indirect


def free(text: str, **known: Any) -> Conversion:
    """Convert a text that goes on without a reporting clause."""
    return convert(text, speaker="", verb="", continuation=True, **known)


def golden(name: str) -> list[tuple[Utterance, str | list[str]]]:
    """Read a golden file: what is said, and how it is to be printed."""
    found = []
    for line in (GOLDEN / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        fields = json.loads(line)
        wanted = fields.pop("indirect")
        fields.pop("id", None)
        found.append((msgspec.convert(fields, Utterance), wanted))
    return found
