"""Where in the head of a file a table or a key stands: the TOML reader tells only what it holds."""

import re
from collections import Counter

_TABLE = re.compile(r"\s*\[\[?\s*([A-Za-z0-9_-]+)\s*\]")
_KEY = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*[.=]""")


class Places:
    """The lines of a file's head, by table, its place among those of the same name, and key."""

    def __init__(self, head: str, first_line: int) -> None:
        self._first = first_line
        self._lines: dict[tuple[str, int, str], int] = {}
        seen: Counter[str] = Counter()
        table = ""
        for number, line in enumerate(head.split("\n"), first_line):
            opened, key = _TABLE.match(line), _KEY.match(line)
            if opened:
                table = opened[1]
                seen[table] += 1
                self._lines[table, seen[table] - 1, ""] = number
            elif key:
                self._lines.setdefault((table, max(seen[table] - 1, 0), key[1] or key[2] or key[3] or ""), number)

    def line_of(self, table: str, index: int = 0, key: str = "") -> int:
        """Give the line of a key, else of its table, else the head's first."""
        for place in ((table, index, key), (table, index, ""), ("", 0, table)):
            if place in self._lines:
                return self._lines[place]
        return self._first
