"""The front of the document: title, facts, agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from protocol_tui.domain.agenda import AgendaItem
from protocol_tui.domain.entries import ChairChange, Interruption, ItemCalled, PresenceChange
from protocol_tui.minutes.blocks import Block, Facts, Heading, Kind, Paragraph, Part, RowGroup, Table
from protocol_tui.minutes.wording import clock, clock_bare, join_names, label_of, long_date

if TYPE_CHECKING:
    from protocol_tui.domain.meeting import Meeting
    from protocol_tui.minutes.style import AgendaWords, FactWords, Style, TitleWords


def title_of(meeting: Meeting, style: Style, kind: Kind) -> str:
    """The name of the document ("Niederschrift über die 7. Sitzung des Ausschusses …")."""
    return f"{heading_of(style, kind)} {sentence_of(meeting, style)}"


def heading_of(style: Style, kind: Kind) -> str:
    """What stands above the document ("Niederschrift")."""
    return {"verlauf": style.title.document, "ergebnis": style.title.results, "auszug": style.title.extract}[kind]


def sentence_of(meeting: Meeting, style: Style) -> str:
    """What the document is about, as the second line of its title."""
    head = meeting.head
    pattern = style.title.sentence if head.number is not None else style.title.sentence_without_number
    return pattern.format(number=head.number, committee=_genitive(head.committee.name, style.title))


def _genitive(committee: str, words: TitleWords) -> str:
    """As in "des Ausschusses für …" where the profile knows how, else the name as it is, set off."""
    first, blank, rest = committee.partition(" ")
    for ending, article, added in words.genitives:
        if first.casefold().endswith(ending):
            return f"{article} {first}{added}{blank}{rest}"
    return words.committee_else.format(committee=committee)


def front_blocks(meeting: Meeting, style: Style, part: Part) -> list[Block]:
    """Second title line, part, and the facts of the sitting."""
    part_title = style.title.public if part == "public" else style.title.nonpublic
    return [
        Paragraph(sentence_of(meeting, style), "subtitle"),
        Paragraph(part_title, "subtitle"),
        Facts(tuple(_facts(meeting, style.facts, part))),
    ]


def agenda_blocks(meeting: Meeting, words: AgendaWords, part: Part) -> list[Block]:
    """The agenda as far as this part may show it."""
    shown = [item for item in meeting.items if item.public == (part == "public")]
    called = {call.item for call in meeting.of_kind(ItemCalled)}
    hidden = [item.number for item in meeting.items if not item.public and item.id in called]
    blocks: list[Block] = []
    if shown:
        rows = tuple((item.number, _title(meeting, item, words), item.paper) for item in shown)
        blocks += [Heading(words.heading), Table(words.header, (RowGroup("", rows),), words.description)]
    if part == "public" and hidden:
        pattern = words.nonpublic_items_one if len(hidden) == 1 else words.nonpublic_items
        blocks.append(Paragraph(pattern.format(numbers=join_names(hidden)), "formula"))
    return blocks


def item_heading(meeting: Meeting, item: AgendaItem, words: AgendaWords, part: Part) -> list[Block]:
    """Heading and reference line of an item; no title of a non-public item in the public document.

    Items that were debated together stand above the debate one below the other.
    """
    level = 2 + min(item.number.count("."), 1)
    if part == "public" and not item.public:
        return [Heading(words.item_without_title.format(number=item.number), level)]
    blocks: list[Block] = [Heading(words.item.format(number=item.number, title=_title(meeting, item, words)), level)]
    references = []
    if item.paper:
        references.append(words.paper.format(paper=item.paper))
    if item.rapporteur:
        references.append(words.rapporteur.format(rapporteur=item.rapporteur))
    if references:
        blocks.append(Paragraph(" · ".join(references), "reference"))
    for other in meeting.items:
        if other.joined_to == item.id:
            blocks += item_heading(meeting, other, words, part)
    return blocks


def _title(meeting: Meeting, item: AgendaItem, words: AgendaWords) -> str:
    notes = {"added": words.added, "withdrawn": words.withdrawn, "adjourned": words.adjourned}
    lead = meeting.item(item.joined_to)
    joined = words.joined.format(number=lead.number) if lead is not None else ""
    return " ".join(part for part in (item.title, notes.get(item.status, ""), joined) if part)


def _facts(meeting: Meeting, words: FactWords, part: Part) -> list[tuple[str, str]]:
    head = meeting.head
    chairs = join_names([_label(meeting, chair) for chair in chairs_of(meeting, part)])
    rows = [
        (words.body, head.committee.body),
        (words.term, head.term),
        (words.date, long_date(head.date)),
        (words.place, head.place),
        (words.time, _time(meeting, words)),
    ]
    rows += [
        (words.interruption, f"{clock_bare(entry.time)}–{clock(entry.until)}")
        for entry in meeting.entries
        if isinstance(entry, Interruption) and entry.until is not None and (part != "public" or not entry.closed)
    ]
    rows += [
        (words.chair, chairs),
        (words.clerk, _label(meeting, head.clerk)),
    ]
    return [(label, value) for label, value in rows if value]


def _time(meeting: Meeting, words: FactWords) -> str:
    start, end = meeting.head.start, meeting.head.end
    if start is None:
        return ""
    pattern = words.time_value if end is not None else words.time_value_open
    return pattern.format(start=clock(start), end=clock(end))


def chairs_of(meeting: Meeting, part: Part) -> list[str]:
    """The ids of those who presided over anything in this part, in order; who was to, where nothing is recorded."""
    chair = meeting.head.chair
    presided: dict[str, None] = {}
    for entry in meeting.entries:
        chair = entry.person if isinstance(entry, ChairChange) else chair
        if meeting.is_public(entry) == (part == "public") and not isinstance(entry, PresenceChange):
            presided.setdefault(chair)
    return [each for each in presided if each] or [each for each in [meeting.head.chair] if each]


def _label(meeting: Meeting, person_id: str) -> str:
    return label_of(meeting.person(person_id)) if person_id else ""
