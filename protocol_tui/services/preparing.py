"""Before the meeting: from the head of a Mitschrift, or of a form, to a meeting's first change."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from protocol_tui.domain import order
from protocol_tui.domain.agenda import AgendaItem
from protocol_tui.domain.changes import Patch, Record
from protocol_tui.domain.head import Committee, Head
from protocol_tui.domain.people import Person
from protocol_tui.entry.head import MitschriftHead, PersonHead

_FOLDS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_SMALL_WORDS = frozenset({"ausschuss", "fuer", "und", "der", "die", "das", "des"})
_LONGEST_SLUG = 40


def opening_patches(head: MitschriftHead) -> list[Patch]:
    """Head, people and agenda as records; ids are given in the order listed."""
    ids = {person.code: f"p{number}" for number, person in enumerate(head.people, start=1)}
    meeting = head.meeting
    records: list[Record] = [
        Head(
            committee=Committee(
                name=head.committee.name,
                body=head.committee.body,
                state=head.committee.state,
                members_total=head.committee.members_total,
            ),
            date=meeting.date,
            number=meeting.number,
            term=meeting.term,
            start=meeting.start,
            end=meeting.end,
            place=meeting.place,
            chair=ids.get(meeting.chair, ""),
            clerk=ids.get(meeting.clerk, ""),
            invitation=meeting.invitation,
        ),
        *(_person(person, ids) for person in head.people),
        *_items(head),
    ]
    return [Patch(after=record) for record in records]


def meeting_id_of(head: MitschriftHead, taken: Collection[str]) -> str:
    """A readable id that is a safe folder name on every system ("2026-11-17-inklusion-gesundheit-7")."""
    number = "" if head.meeting.number is None else f"-{head.meeting.number}"
    base = f"{head.meeting.date.isoformat()}-{_slug(head.committee.name)}{number}"
    if base not in taken:
        return base
    return next(candidate for count in range(2, len(taken) + 3) if (candidate := f"{base}-{count}") not in taken)


def _slug(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_FOLDS))
    words = re.findall(r"[a-z0-9]+", folded)
    telling = [word for word in words if word not in _SMALL_WORDS] or words or ["sitzung"]
    return "-".join(telling)[:_LONGEST_SLUG].strip("-")


def _person(person: PersonHead, ids: dict[str, str]) -> Person:
    return Person(
        id=ids[person.code],
        code=person.code,
        name=person.name,
        surname=person.surname,
        title=person.title,
        salutation=person.salutation,
        function=person.function,
        group=person.group,
        role=person.role,
        gender=person.gender,
        votes=person.votes,
        absent=person.absent,
        reason=person.reason,
        substitute_for=ids.get(person.substitute_for, ""),
        wir=person.wir or None,
    )


def _items(head: MitschriftHead) -> list[AgendaItem]:
    items = []
    key = ""
    for number, item in enumerate(head.agenda, start=1):
        key = order.after(key)
        items.append(
            AgendaItem(
                id=f"t{number}",
                order=key,
                number=item.number,
                title=item.title,
                paper=item.paper,
                rapporteur=item.rapporteur,
                public=item.public,
            )
        )
    return items
