"""`docs/language-rules.md` names every module of the engine, and what it shows is what the engine does."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from protocol_tui.grammar.rules import contractions
from tests.grammar.spoken import GOLDEN, convert

ROOT = Path(__file__).parents[2]
GRAMMAR = ROOT / "protocol_tui" / "grammar"
TEXT = (ROOT / "docs" / "language-rules.md").read_text(encoding="utf-8")

MODULES = sorted(
    path.relative_to(GRAMMAR).as_posix()
    for folder in (GRAMMAR, GRAMMAR / "rules")
    for path in folder.glob("*.py")
    if path.stem != "__init__"
)
FACTS = sorted(
    path.relative_to(GRAMMAR).as_posix()
    for path in (GRAMMAR / "lexicon").rglob("*")
    if path.suffix in {".toml", ".tsv", ".txt"}
)

_STEPS = re.compile(r"\| \*as said\* \| (.+) \|\n((?:\| .+ \|\n)+)")
_JSON = re.compile(r"```json\n(.+)\n```")
_PYTHON = re.compile(r"```python\n(.+?)```", re.DOTALL)


@pytest.mark.parametrize("name", [*MODULES, *FACTS])
def test_every_module_and_every_table_has_its_place(name: str) -> None:
    assert f"`{name}`" in TEXT


def test_the_steps_shown_are_those_of_the_engine() -> None:
    shown = _STEPS.search(TEXT)
    assert shown is not None
    result = convert(shown[1], verb="hob hervor", clause="dass", addressee="die Verwaltung")
    assert [f"| {step.rule} | {step.after} |" for step in result.steps] == shown[2].splitlines()
    assert result.sure


def test_the_golden_line_shown_is_one() -> None:
    shown = _JSON.search(TEXT)
    assert shown is not None
    lines = (GOLDEN / "own.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(shown[1]) in [json.loads(line) for line in lines]


def test_the_rule_shown_is_the_one_of_the_code() -> None:
    shown = _PYTHON.search(TEXT)
    assert shown is not None
    code = Path(contractions.__file__).read_text(encoding="utf-8")
    assert [line for line in shown[1].splitlines() if line not in code.splitlines()] == []
