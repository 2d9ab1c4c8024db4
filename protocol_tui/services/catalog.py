"""The list of meetings, and finding one by what a clerk says of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from protocol_tui.domain.summary import MeetingSummary
from protocol_tui.errors import NotFoundError
from protocol_tui.minutes.wording import short_date
from protocol_tui.services.ports import MeetingRegistry


class Catalog:
    """All meetings of a data folder, as far as the registry knows them."""

    def __init__(self, registry: MeetingRegistry) -> None:
        self._registry = registry

    def all(self) -> Sequence[MeetingSummary]:
        """Every stored meeting, the latest first."""
        return sorted(
            self._registry.meetings(), key=lambda summary: (summary.date or dt.date.min, summary.id), reverse=True
        )

    def find(self, wanted: str) -> str:
        """The id of the meeting meant by an id, or by an unambiguous part of date, committee or number."""
        summaries = self.all()
        if any(summary.id == wanted for summary in summaries):
            return wanted
        folded = wanted.casefold().strip()
        hits = [summary for summary in summaries if folded and any(folded in text for text in _names(summary))]
        exact = [summary for summary in hits if str(summary.number) == folded]
        if len(exact) == 1:
            return exact[0].id
        if len(hits) == 1:
            return hits[0].id
        if hits:
            choice = ", ".join(summary.id for summary in hits[:5])
            raise NotFoundError(f"„{wanted}“ passt auf mehrere Sitzungen: {choice}. Bitte genauer angeben.")
        raise NotFoundError(f"Eine Sitzung „{wanted}“ gibt es nicht. „protocol-tui list“ zeigt alle Sitzungen.")


def _names(summary: MeetingSummary) -> list[str]:
    number = "" if summary.number is None else str(summary.number)
    return [
        summary.id,
        "" if summary.date is None else summary.date.isoformat(),
        short_date(summary.date),
        summary.committee.casefold(),
        number,
    ]
