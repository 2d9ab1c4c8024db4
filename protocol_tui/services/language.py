"""The language of the finished minutes: what the style check finds, as findings of the pre-flight (row D3)."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_tui.domain.entries import Statement
from protocol_tui.domain.meeting import Meeting
from protocol_tui.grammar.style.remarks import House, Passage, Remark
from protocol_tui.minutes.style import Style
from protocol_tui.services.findings import Finding
from protocol_tui.services.ports import StyleReader
from protocol_tui.services.recording.speeches import kind_of

_EXCERPT = 40
"""Characters of the text that a finding quotes, so that its place is found."""


def language_findings(meeting: Meeting, style: Style, reader: StyleReader) -> Iterator[Finding]:
    """Remarks on every contribution, in order; the kind of entry tells what is reported speech."""
    entries = [entry for entry in meeting.entries if isinstance(entry, Statement) and entry.printed]
    passages = [Passage(text=entry.printed, kind=kind_of(entry), part=entry.item) for entry in entries]
    house = house_of(meeting, style)
    for at, remark in reader.check_passages(passages, house):
        yield Finding(
            rule="D3",
            severity=remark.weight,
            message=f"{remark.message} ({_excerpt(passages[at].text, remark)})",
            remedy="Mit ↑ aufrufen und berichtigen.",
            entry=entries[at].id,
        )


def house_of(meeting: Meeting, style: Style) -> House:
    """What the house allows, and the abbreviations that need no explanation in this meeting."""
    said = {word for person in meeting.people for word in f"{person.function} {person.title} {person.group}".split()}
    said |= set(meeting.head.committee.name.split()) | set(meeting.head.committee.body.split())
    return House(
        relative_indicative=style.language.relative_clauses == "indikativ",
        first_person=any(person.wir == "wir" for person in meeting.people),
        tense=style.language.reporting_tense,
        known=frozenset(said),
    )


def _excerpt(text: str, remark: Remark) -> str:
    """The words around a remark: "… der Bus kommt zu spät …"."""
    start = max(0, remark.start - _EXCERPT // 2)
    end = min(len(text), remark.end + _EXCERPT // 2)
    words = text[start:end]
    if start:
        words = "… " + words.partition(" ")[2]
    if end < len(text):
        words = words.rpartition(" ")[0] + " …"
    return words.strip()
