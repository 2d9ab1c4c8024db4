"""The ways in which a contribution may be printed: the program's proposal first, then what the clerk may take instead.

Source: spec/indirect-speech.md, "Certainty"; issue "live screen", proposal as you type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

import msgspec

from protocol_tui.domain import course
from protocol_tui.domain.meeting import Meeting
from protocol_tui.entry.lines import Speech
from protocol_tui.grammar.speech import Clause, Utterance, Wir
from protocol_tui.services.ports import IndirectSpeech
from protocol_tui.services.recording import speeches
from protocol_tui.services.recording.place import Place
from protocol_tui.services.recording.speeches import Frame, Printed, Said

_WIR = re.compile(r"\b(?:wir|uns|unser\w*)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"\b(?:Sie|Ihnen|Ihre?[nmrs]?)\b")
_WIR_NAMES: dict[Wir, str] = {
    "man": "„wir“ als „man“",
    "sie": "„wir“ als „sie“",
    "verwaltung": "„wir“ als „die Verwaltung“",
    "fraktion": "„wir“ als „die Fraktion“",
    "wir": "„wir“ bleibt",
}
PROPOSED = "Vorschlag"
OWN = "eigene Fassung"
AS_TYPED = "wie getippt"


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """One way to print a contribution; `label` says in German what sets it apart."""

    label: str
    printed: Printed


def proposals_of(
    meeting: Meeting, line: Speech, place: Place, has_floor: tuple[str, ...], engine: IndirectSpeech
) -> tuple[Proposal, ...]:
    """All ways to print what a line says, each wording once; the first is what is printed if nobody chooses.

    Raises EntryError where nobody is known to speak.
    """
    said = speeches.said_by(meeting, line, place, has_floor)
    first = speeches.printed_of(meeting, line.kind, said, place, engine)
    found = {first.text: Proposal(label=PROPOSED, printed=first)}
    offers = _Offers(said, speeches.frame_of(meeting, line.kind, said, place, engine), engine)
    kind = speeches.verb_kind(meeting, line.kind, said.speakers, place)
    others: list[Iterator[tuple[str, Printed]]] = []
    if line.kind == "statement" and said.text.rstrip().endswith("?"):
        others.append(offers.verbs("question"))
    if not speeches.prints_own_words(line.kind, said):
        others += [offers.readings(), offers.addressees(meeting), offers.clauses(), offers.persons()]
    others += [offers.verbs(kind), offers.plain()]
    for label, printed in chain.from_iterable(others):
        taken = msgspec.structs.replace(printed, sure=True, doubts=(), chosen=True)
        found.setdefault(printed.text, Proposal(label=label, printed=taken))
    return tuple(found.values())


class _Offers:
    """What else may be printed, each with what sets it apart."""

    def __init__(self, said: Said, frame: Frame, engine: IndirectSpeech) -> None:
        self._said = said
        self._frame = frame
        self._engine = engine

    def readings(self) -> Iterator[tuple[str, Printed]]:
        """The other readings the engine has of something that can be taken in two ways."""
        if "\n" not in self._said.text:
            for text in self._engine.convert(self._frame.utterance).alternatives:
                yield "andere Lesart", Printed(text=text, auto_verb=self._frame.auto_verb, pronoun=self._frame.pronoun)

    def addressees(self, meeting: Meeting) -> Iterator[tuple[str, Printed]]:
        """Whom "Sie" may mean: the administration, or who spoke last before."""
        if _ADDRESS.search(self._said.text):
            for addressee in _addressees(meeting, self._said):
                yield self._put(f"an {addressee}", msgspec.structs.replace(self._frame.utterance, addressee=addressee))

    def clauses(self) -> Iterator[tuple[str, Printed]]:
        """The same reporting verb with and without dass."""
        other: dict[Clause, tuple[Clause, str]] = {"v2": ("dass", "mit „dass“"), "dass": ("v2", "ohne „dass“")}
        utterance = self._frame.utterance
        if utterance.verb and utterance.clause in other:
            clause, label = other[utterance.clause]
            yield self._put(label, msgspec.structs.replace(utterance, clause=clause))

    def persons(self) -> Iterator[tuple[str, Printed]]:
        """Who "wir" may be."""
        if _WIR.search(self._said.text):
            for wir, label in _WIR_NAMES.items():
                yield self._put(label, msgspec.structs.replace(self._frame.utterance, wir=wir))

    def verbs(self, kind: str) -> Iterator[tuple[str, Printed]]:
        """Other reporting verbs that fit the kind of entry."""
        speaker = speeches.speaker_text(self._said.speakers, pronoun=self._frame.pronoun)
        for verb, clause in self._engine.verbs_for(kind):
            if verb != self._frame.utterance.verb:
                utterance = msgspec.structs.replace(
                    self._frame.utterance,
                    speaker=speaker,
                    kind="question" if kind == "question" else "statement",
                    verb=verb,
                    clause=clause,
                    continuation=False,
                )
                yield self._put(f"„{verb}“", utterance, auto_verb=verb)

    def plain(self) -> Iterator[tuple[str, Printed]]:
        """Without a reporting clause, and as it was typed."""
        if self._frame.utterance.verb:
            free = msgspec.structs.replace(self._frame.utterance, speaker="", verb="", clause="", continuation=True)
            yield self._put("ohne Redeeinleitung", free)
        yield AS_TYPED, Printed(text=self._said.text)

    def _put(self, label: str, utterance: Utterance, *, auto_verb: str | None = None) -> tuple[str, Printed]:
        verb = self._frame.auto_verb if auto_verb is None else auto_verb
        frame = Frame(utterance=utterance, auto_verb=verb if utterance.verb else "", pronoun=self._frame.pronoun)
        return label, speeches.converted(self._said.text, frame, self._engine)


def _addressees(meeting: Meeting, said: Said) -> Iterator[str]:
    """Whom "Sie" may mean: the administration, or who spoke last before."""
    yield "die Verwaltung"
    own = tuple(person.id for person in said.speakers)
    for speakers in course.recent_speakers(meeting):
        person = meeting.person(speakers[0]) if len(speakers) == 1 and speakers != own else None
        if person is not None:
            yield person.label
            return
