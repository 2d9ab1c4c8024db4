"""Which way of printing the line is taken: the program's proposal, another one, or the clerk's own wording."""

from __future__ import annotations

import msgspec

from protocol_tui.errors import EntryError
from protocol_tui.services.recording.proposals import OWN, Proposal
from protocol_tui.services.recording.recorder import Recorder
from protocol_tui.services.recording.speeches import Printed
from protocol_tui.tui.shown import Shown


class Proposing:
    """Keeps what was chosen while the line is typed on: a choice holds by what sets it apart, not by its wording.

    An own wording holds only for the text it was written for.
    """

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._label = ""
        self._own: tuple[str, str] | None = None
        self._last: tuple[tuple[object, ...], tuple[Proposal, ...]] | None = None

    @property
    def chosen(self) -> bool:
        """Whether something else than the program's proposal is taken."""
        return bool(self._label)

    def forget(self) -> None:
        """Back to the program's proposal."""
        self._label, self._own = "", None

    def step(self, text: str, replacing: str) -> Shown | None:
        """Take the next way to print the line; None where there is only one. Raises EntryError as `record` does."""
        proposals = self._proposals(text, replacing)
        if len(proposals) < 2:  # noqa: PLR2004  # something to choose from
            return None
        at = self._position(proposals)
        self._label = proposals[(at + 1) % len(proposals)].label
        return self._shown(proposals)

    def shown(self, text: str, replacing: str) -> Shown | None:
        """The way of printing that was chosen; None where nothing was. Raises EntryError as `record` does."""
        if not self._label:
            return None
        proposals = self._proposals(text, replacing)
        return self._shown(proposals) if proposals else None

    def current(self, text: str, replacing: str) -> str:
        """The wording to be edited: as it is shown. Raises EntryError where the line is no contribution."""
        proposals = self._proposals(text, replacing)
        if not proposals:
            raise EntryError("Diese Zeile hat keinen Wortlaut, der sich ändern ließe.")
        return proposals[self._position(proposals)].printed.text

    def write(self, text: str, replacing: str, wording: str) -> None:
        """Take the clerk's own wording for the line."""
        if wording != self.current(text, replacing):
            self._own = (text, wording)
            self._label = OWN

    def wording(self, text: str, replacing: str) -> Printed | None:
        """How the line is to be printed; None for the program's proposal. Raises EntryError as `record` does."""
        if not self._label:
            return None
        proposals = self._proposals(text, replacing)
        at = self._position(proposals) if proposals else 0
        return proposals[at].printed if at or (proposals and proposals[at].printed.chosen) else None

    def _proposals(self, text: str, replacing: str) -> tuple[Proposal, ...]:
        recorder = self._recorder
        asked = (text, replacing, recorder.meeting.last_seq, recorder.has_floor)
        if self._last is None or self._last[0] != asked:
            self._last = (asked, recorder.proposals(text, replacing))
        found = self._last[1]
        if found and self._own is not None and self._own[0] == text:
            first = found[0].printed
            own = msgspec.structs.replace(first, text=self._own[1], sure=True, doubts=(), chosen=True)
            found = (*(each for each in found if each.label != OWN), Proposal(label=OWN, printed=own))
        return found

    def _position(self, proposals: tuple[Proposal, ...]) -> int:
        """Where the chosen one stands; the first where it is not there for this line."""
        return next((at for at, each in enumerate(proposals) if each.label == self._label), 0)

    def _shown(self, proposals: tuple[Proposal, ...]) -> Shown:
        at = self._position(proposals)
        chosen = proposals[at]
        doubts = " ".join(chosen.printed.doubts)
        remark = f"{at + 1}/{len(proposals)} {chosen.label}"
        return Shown(chosen.printed.text, f"{remark} · ⚑ {doubts}" if doubts else remark, doubtful=bool(doubts))
