"""The style check: one text by its kind, or a course of them."""

from __future__ import annotations

from collections.abc import Sequence

from protocol_tui.grammar.style import course, slips, wording
from protocol_tui.grammar.style.reading import read
from protocol_tui.grammar.style.remarks import REPORTED, House, Passage, Remark

_PLAIN = House()


class StyleCheck:
    """Looks finished text over. It knows the rules of reported speech; nothing it says changes a text."""

    def check_text(self, text: str, kind: str, house: House = _PLAIN) -> tuple[Remark, ...]:
        """Remarks on one entry, in the order of the text; none on the clerk's own words (see `REPORTED`)."""
        if kind not in REPORTED:
            return ()
        found = read(text)
        remarks = [*slips.find(found, house), *wording.find(found, house)]
        return tuple(sorted(remarks, key=lambda remark: (remark.start, remark.end)))

    def check_course(self, passages: Sequence[Passage], house: House = _PLAIN) -> list[tuple[int, Remark]]:
        """Remarks that need more than one entry, each with the index of its passage, in order."""
        return sorted(course.find(passages, house), key=lambda each: (each[0], each[1].start))
