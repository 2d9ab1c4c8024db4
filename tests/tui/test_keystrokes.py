"""What each entry costs beyond its text, in a real terminal: never more than the grammar promises.

Counted as in the grammar: every key that is no letter of the text, blanks and Enter too ("#12 3 1" and Enter are 8).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from typing import Any, NamedTuple

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals of this kind are POSIX", allow_module_level=True)

from protocol_tui.cli.main import run
from tests.terminal import Terminal

MEETING = "2026-11-17-rat"
TAB, ENTER = "\t", "\r"
VOTERS = [
    ("hur", "Hurnik"),
    ("kr", "Krüger"),
    *((f"v{letter}", f"Vogt-{letter.upper()}") for letter in "abcdefghijklmn"),
]
HEAD = """+++
[committee]
name = "Rat"
body = "Stadt Musterstadt"
members_total = 16

[meeting]
date = 2026-11-17
start = "17:00"
place = "Rathaus"
chair = "va"
clerk = "sf"

[[people]]
code = "sf"
function = "Schriftführerin"
name = "Ute Brand"
gender = "f"
group = "Verwaltung"

[[people]]
code = "oez"
name = "Leyla Öz"
gender = "f"
group = "SPD"
"""
PERSON = """
[[people]]
code = "{}"
name = "Kim {}"
gender = "f"
group = "SPD"
votes = true
"""
ITEM = """
[[agenda]]
number = "{}"
title = "Punkt {}"
"""


class Row(NamedTuple):
    """A row of the grammar's list: what it may cost, and what is typed before and behind the text."""

    name: str
    bar: int
    before: str
    text: str
    behind: str
    recorded: dict[str, object]


ROWS = (
    Row("new speaker", 5, f"hur{TAB}", "Der Plan ist gut.", ENTER, {"kind": "statement", "who": ["hur"]}),
    Row("same speaker goes on", 1, "", "Er ist fertig.", ENTER, {"kind": "statement", "who": ["hur"]}),
    Row("new speaker, two letters", 4, f"kr{TAB}", "Das ist teuer.", ENTER, {"kind": "statement", "who": ["kr"]}),
    Row("previous speaker", 2, TAB, "Nein, es ist billig.", ENTER, {"kind": "statement", "who": ["hur"]}),
    Row("question by the current speaker", 2, "?", "Wann wird gebaut?", ENTER, {"kind": "question", "who": ["hur"]}),
    Row("question by a new speaker", 6, "oez? ", "Was kostet es?", ENTER, {"kind": "question", "who": ["oez"]}),
    Row("answer", 2, "!", "Im Mai.", ENTER, {"kind": "answer"}),
    Row("motion", 2, "*", "Die Verwaltung prüft.", ENTER, {"kind": "motion"}),
    Row("vote 12:3:1", 8, "#12 3 1", "", ENTER, {"kind": "vote", "yes": 12, "no": 3, "abstentions": 1}),
    Row("unanimous vote", 3, "#e", "", ENTER, {"kind": "vote", "result": "unanimous"}),
    Row("next item", 2, ".", "", ENTER, {"kind": "item_called", "item": "t2"}),
    Row("departure", 5, "-hur", "", ENTER, {"kind": "presence", "arrives": False, "who": ["hur"]}),
    Row("arrival", 5, "+oez", "", ENTER, {"kind": "presence", "arrives": True, "who": ["oez"]}),
    Row("interjection", 2, "(", "Hört, hört", ENTER, {"kind": "interjection"}),
)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[dict[str, Any]]]:
    """What the store holds once every row was typed, one behind the other."""
    folder = tmp_path_factory.mktemp("keystrokes")
    people = "".join(PERSON.format(code, name) for code, name in VOTERS)
    items = "".join(ITEM.format(number, number) for number in (1, 2))
    present = " ".join(f"+{code}" for code, _ in VOTERS)
    source = folder / "mitschrift.txt"
    source.write_text(f"{HEAD}{people}{items}+++\n17:00 {present}\n.1\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PROTOCOL_TUI_DATA", str(folder / "data"))
        assert run(["replay", str(source)]) == 0
        before = len(shown())
        with Terminal(folder / "data", "live", MEETING) as terminal:
            terminal.wait_for("TOP 1")
            for row in ROWS:
                terminal.type(row.before + row.text + row.behind)
            terminal.wait_for("Hört, hört")
            terminal.wait_for("Zwischenruf erfasst\\.")
            terminal.press("\x11")
            terminal.wait_for("Sitzungen")
            terminal.press("\x11")
            assert terminal.wait_for_end() == 0
        yield shown()[before:]


def shown() -> list[dict[str, Any]]:
    """The entries as `show --json` prints them, persons by their codes."""
    out = StringIO()
    with redirect_stdout(out):
        assert run(["show", MEETING, "--json"]) == 0
    record = json.loads(out.getvalue())
    codes = {person["id"]: person["code"] for person in record["people"]}
    return [{**entry, "who": [codes[person] for person in persons_of(entry)]} for entry in record["entries"]]


def persons_of(entry: dict[str, Any]) -> list[str]:
    person = entry.get("person")
    return entry.get("speakers", []) if person is None else [person]


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_an_entry_costs_no_more_keys_than_promised_and_is_what_was_meant(
    row: Row, recorded: list[dict[str, Any]]
) -> None:
    assert len(row.before + row.behind) <= row.bar
    entry = recorded[ROWS.index(row)]
    assert {key: entry.get(key) for key in row.recorded} == row.recorded
    if row.text:
        assert entry["typed"] == row.text


def test_nothing_but_the_rows_was_recorded(recorded: list[dict[str, Any]]) -> None:
    assert len(recorded) == len(ROWS)
