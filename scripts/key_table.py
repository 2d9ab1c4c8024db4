"""Writes the table of keys into the README, between its marker comments.

Run as `python -m scripts.key_table`. The table is made from the app's own table of commands, so that it cannot drift.
"""

from __future__ import annotations

from pathlib import Path

from protocol_tui.tui.commands import COMMANDS, Place

README = Path(__file__).parent.parent / "README.md"
BEGIN, END = "<!-- keys -->", "<!-- /keys -->"

_PLACES: dict[Place, str] = {
    "everywhere": "everywhere",
    "list": "meeting list",
    "form": "new meeting",
    "live": "live",
}


def key_table() -> str:
    """The table as Markdown, in the order of the command table."""
    rows = [f"| `{each.key_text}` | {_PLACES[each.place]} | **{each.label}**: {each.help} |" for each in COMMANDS]
    return "\n".join(["| Key | Where | What it does |", "|---|---|---|", *rows])


def table_in(text: str) -> str:
    """The table that stands between the markers of a text."""
    return text.partition(BEGIN)[2].partition(END)[0].strip()


def with_table(text: str) -> str:
    """The text with the table of now between its markers."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the text has no place between {BEGIN} and {END}")
    return f"{before}{BEGIN}\n{key_table()}\n{END}{after}"


def main() -> None:
    """Renew the README."""
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"{README.name}: {len(COMMANDS)} rows")


if __name__ == "__main__":
    main()
