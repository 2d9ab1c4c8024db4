"""The style check: one text by its kind, or a course of them."""

from __future__ import annotations

from collections.abc import Sequence

from protocol_tui.grammar.style import course, slips, wording
from protocol_tui.grammar.style.reading import ReadText, read
from protocol_tui.grammar.style.remarks import REPORTED, House, Passage, Remark

_PLAIN = House()


class StyleCheck:
    """Looks finished text over. It knows the rules of reported speech; nothing it says changes a text."""

    def check_text(self, text: str, kind: str, house: House = _PLAIN) -> tuple[Remark, ...]:
        """Remarks on one entry, in the order of the text; none on the clerk's own words (see `REPORTED`)."""
        return _on_text(read(text), house) if kind in REPORTED else ()

    def check_passages(self, passages: Sequence[Passage], house: House = _PLAIN) -> list[tuple[int, Remark]]:
        """Remarks on entries, each with the index of its passage, in order: on each one, and on their course."""
        texts = {at: read(passage.text) for at, passage in enumerate(passages) if passage.kind in REPORTED}
        found = [(at, remark) for at, text in texts.items() for remark in _on_text(text, house)]
        found += course.find(passages, texts, house)
        return sorted(found, key=lambda each: (each[0], each[1].start))


def _on_text(text: ReadText, house: House) -> tuple[Remark, ...]:
    remarks = [*slips.find(text, house), *wording.find(text, house)]
    return tuple(sorted(remarks, key=lambda remark: (remark.start, remark.end)))
