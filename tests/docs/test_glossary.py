"""One German term, one identifier: what the glossary says is in the code, and the code says it too."""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from typing import NamedTuple

import pytest

GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary.md"

_ROW = re.compile(r"\| ([^|]+?) \| `([\w.]+)` \| `([\w.]+)` \|")


class Term(NamedTuple):
    """A row of the glossary."""

    german: str
    identifier: str
    module: str


TERMS = [Term(*row) for row in _ROW.findall(GLOSSARY.read_text(encoding="utf-8"))]


def test_the_glossary_is_read_whole() -> None:
    rows = [line for line in GLOSSARY.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    heads = sum(line.startswith("| German |") for line in rows)
    assert len(TERMS) == len(rows) - heads


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.german)
def test_the_identifier_is_in_its_module(term: Term) -> None:
    assert named(term) is not None


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.german)
def test_its_docstring_bears_the_german_term_in_brackets(term: Term) -> None:
    in_brackets = re.findall(r"\(([^()]*)\)", named(term).__doc__ or "")
    assert term.german in in_brackets


def test_no_term_and_no_identifier_stands_twice() -> None:
    assert len({term.german for term in TERMS}) == len(TERMS)
    assert len({(term.module, term.identifier) for term in TERMS}) == len(TERMS)


def named(term: Term) -> object:
    """A class or function of the module, or a module of the package."""
    found: object = getattr(importlib.import_module(term.module), term.identifier, None)
    return found or importlib.import_module(f"{term.module}.{term.identifier}")
