"""The recorder: the one way in which a meeting changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import msgspec

from protocol_tui.domain import course
from protocol_tui.domain.changes import Change, Draft, Patch
from protocol_tui.domain.entries import Entry, Statement, Verbatim, Vote
from protocol_tui.domain.head import Head
from protocol_tui.domain.meeting import Meeting, PatchMismatchError
from protocol_tui.domain.people import Person
from protocol_tui.entry import lines
from protocol_tui.entry.format import format_line
from protocol_tui.entry.known import Known
from protocol_tui.entry.parse import parse
from protocol_tui.errors import EntryError, LockedError
from protocol_tui.grammar.speech import Utterance
from protocol_tui.services.ports import Clock, IndirectSpeech, MeetingLog
from protocol_tui.services.recording import editing, floor, speakers_list
from protocol_tui.services.recording.correcting import corrected, kept_wording
from protocol_tui.services.recording.following import introduced_anew
from protocol_tui.services.recording.interpret import Outcome, interpret
from protocol_tui.services.recording.known import known_of
from protocol_tui.services.recording.place import next_place, place_of
from protocol_tui.services.recording.proposals import OWN, Proposal, proposals_of
from protocol_tui.services.recording.speeches import Printed, with_wording
from protocol_tui.services.recording.written import line_of

_GAPS = (
    "Ein Teil dieser Sitzung ist beschädigt; gezeigt wird, was heil ist. Sie ist deshalb nur zum Lesen geöffnet. "
    "„protocol-tui verify“ nennt die Stellen; eine zweite Kopie lässt sich in den Datenordner zurücklegen."
)


class Rehearsal(msgspec.Struct, frozen=True):
    """What a line would print or do, and why that may be wrong.

    `chosen`: the clerk decided on it before. `vote`: the vote it would record.
    """

    text: str
    doubts: tuple[str, ...] = ()
    chosen: bool = False
    vote: Vote | None = None


class Recorder:
    """Records one meeting: takes lines, stores the change, and only then moves the meeting on.

    Nothing is half done: an error leaves meeting, log and floor as they were. `give_floor` holds who speaks next where
    that is not yet said by an entry.
    """

    def __init__(self, log: MeetingLog, engine: IndirectSpeech, clock: Clock, *, author: str = "") -> None:
        self.log = log
        self.meeting, self._has_gaps = _read(log)
        self._engine = engine
        self._clock = clock
        self._author = author
        self._given: tuple[str, ...] = ()
        self._known: tuple[int, Known] | None = None

    @property
    def read_only(self) -> bool:
        """Whether another instance writes this meeting, or its store is damaged."""
        return self.log.read_only or self._has_gaps

    @property
    def warnings(self) -> tuple[str, ...]:
        """German sentences about what was found on opening."""
        return (*self.log.warnings, _GAPS) if self._has_gaps else self.log.warnings

    @property
    def known(self) -> Known:
        """What a line is read against; made anew only when the meeting has changed."""
        if self._known is None or self._known[0] != self.meeting.last_seq:
            self._known = (self.meeting.last_seq, known_of(self.meeting, self._engine))
        return self._known[1]

    @property
    def has_floor(self) -> tuple[str, ...]:
        """The ids of those who speak if a line names nobody."""
        return self._given or course.current_speakers(self.meeting)

    def give_floor(self, speakers: tuple[str, ...]) -> None:
        """Say who speaks from now on; () leaves it to the entries."""
        self._given = speakers

    def read(self, text: str, *, in_file: bool = False) -> lines.Line:
        """What a line means, without doing it. Raises EntryError."""
        return parse(text, self.known, in_file=in_file)

    def record(
        self, text: str, time: dt.time | None = None, *, in_file: bool = False, wording: Printed | None = None
    ) -> Change | None:
        """Take a line; it is stored when this returns. None where it only gives somebody the floor.

        `time` is that of the line's first key; without one it is now. `wording` is how the clerk wants a contribution
        printed. Raises EntryError for what can't be taken, StorageError where the disk refuses.
        """
        self._check_writable()
        line = self.read(text, in_file=in_file)
        if isinstance(line, lines.SpeakerChange):
            self._given = tuple(self._person_id(code) for code in line.speakers)
            return None
        if isinstance(line, lines.NextSpeaker):
            self._given = (speakers_list.next_waiting(self.meeting, self.has_floor),)
            return None
        place = next_place(self.meeting, line.time or time or self._clock.now().time().replace(microsecond=0))
        action, patches = interpret(self.meeting, line, place, self.has_floor, self._engine)
        if wording is not None:
            patches = [_worded(patch, wording) for patch in patches]
        if isinstance(line, lines.AssignSpeaker):
            patches += introduced_anew(self.meeting, patches, self._engine)
        change = self._commit((action, patches))
        if isinstance(line, lines.ItemStep | lines.ItemJump | lines.Speech | lines.Verbatim | lines.AssignSpeaker):
            self._given = ()
        return change

    def rehearse(self, text: str, replacing: str = "") -> Rehearsal:
        """What taking the line would print or do, in German; nothing is done. Raises EntryError like `record`.

        `replacing` is the id of the entry that the line would correct.
        """
        line = self.read(text)
        entry = self._entry(replacing) if replacing else None
        place = place_of(entry) if entry is not None else next_place(self.meeting, self._clock.now().time())
        if isinstance(line, lines.NextSpeaker):
            following = floor.known_person(self.meeting, speakers_list.next_waiting(self.meeting, self.has_floor))
            return Rehearsal(f"gibt {following.label} das Wort")
        if isinstance(line, lines.SpeakerChange):
            return Rehearsal("gibt das Wort")
        if isinstance(entry, Statement) and line == line_of(self.meeting, entry):
            return Rehearsal(entry.printed, entry.doubts, chosen=entry.chosen)
        speakers = entry.speakers if isinstance(entry, Statement | Verbatim) else self.has_floor
        action, patches = interpret(self.meeting, line, place, speakers, self._engine)
        made = next((patch.after for patch in patches if isinstance(patch.after, Statement | Vote)), None)
        if made is None:
            guest = next((patch.after for patch in patches if isinstance(patch.after, Person)), None)
            return Rehearsal(f"{action}: {guest.label} (Kürzel {guest.code})" if guest is not None else action)
        if isinstance(made, Vote):
            return Rehearsal(action, vote=made)
        return Rehearsal(made.printed, made.doubts)

    def proposals(self, text: str, replacing: str = "") -> tuple[Proposal, ...]:
        """The ways to print what the line says, () for a line that is no contribution. Raises EntryError.

        `replacing` is the id of the entry that the line would correct; what the clerk chose for it before is the first.
        """
        line = self.read(text)
        if not isinstance(line, lines.Speech):
            return ()
        entry = self._entry(replacing) if replacing else None
        place = place_of(entry) if entry is not None else next_place(self.meeting, self._clock.now().time())
        speakers = entry.speakers if isinstance(entry, Statement) else self.has_floor
        found = proposals_of(self.meeting, line, place, speakers, self._engine)
        kept = kept_wording(self.meeting, entry, line)
        if kept is None:
            return found
        return (Proposal(label=OWN, printed=kept), *(each for each in found if each.printed.text != kept.text))

    def warm_up(self) -> None:
        """Make the engine ready, so that the first line need not wait for it, in what the meeting can spare."""
        self.meeting.share_values()
        self._engine.convert(Utterance(text="Das ist gut."))

    def as_line(self, entry: Entry, *, in_file: bool = False) -> str:
        """The line that would make this entry, as the clerk would type it."""
        return format_line(line_of(self.meeting, entry), self.known, in_file=in_file)

    def correct(self, entry_id: str, text: str, wording: Printed | None = None) -> Change | None:
        """Replace an entry by what the line says; its place stays. None where nothing changes.

        What the clerk chose to print stays as long as the line says the same.
        """
        self._check_writable()
        entry, line = self._entry(entry_id), self.read(text)
        if line == line_of(self.meeting, entry) and wording is None:
            return None
        patches = corrected(self.meeting, entry, line, wording, self._engine)
        return self._commit_edit("Eintrag berichtigt", patches) if patches else None

    def delete(self, entry_id: str) -> Change:
        """Take an entry out; undo brings it back."""
        return self.edit(entry_id, "Eintrag gelöscht", lambda entry: editing.deleted(self.meeting, entry))

    def edit(self, entry_id: str, action: str, make: Callable[[Entry], list[Patch]]) -> Change:
        """Change an entry otherwise than by its line (see `editing`). Raises EntryError like what makes the patches."""
        return self._commit_edit(action, make(self._entry(entry_id)))

    def set_head(self, head: Head) -> Change:
        """Change the head of the meeting."""
        return self._commit(("Sitzungsdaten geändert", [Patch(before=self.meeting.head, after=head)]))

    def prepare(self, patches: list[Patch]) -> Change:
        """Store head, people and agenda of a new meeting as its first change."""
        return self._commit(("Sitzung angelegt", patches))

    def undo(self) -> Change:
        """Take the last step back. Raises EntryError where there is none."""
        seq = self.meeting.undo.next_undo
        if seq <= 1:
            raise EntryError("Es gibt nichts rückgängig zu machen.")
        last = self.log.change(seq)
        inverse = [patch.inverse() for patch in reversed(last.patches)]
        return self._commit((f"Rückgängig: {last.action}", inverse), undoes=seq)

    def redo(self) -> Change:
        """Do again what was taken back last. Raises EntryError where there is nothing."""
        seq = self.meeting.undo.next_redo
        if not seq:
            raise EntryError("Es gibt nichts wiederherzustellen.")
        last = self.log.change(seq)
        return self._commit((f"Wiederhergestellt: {last.action}", list(last.patches)), redoes=seq)

    def save_draft(self, draft: Draft | None) -> None:
        """Keep the unfinished line; a reader has none."""
        if not self.read_only:
            self.log.save_draft(draft)

    def follow(self) -> bool:
        """For a reader: take over what the writer has stored since. True where something was new."""
        news = self.log.refresh()
        for change in news:
            if self._has_gaps:
                self.meeting.salvage(change)
            else:
                self.meeting.apply(change)
        return bool(news)

    def close(self) -> None:
        """Let the meeting go."""
        self.log.close()

    def _commit_edit(self, action: str, patches: list[Patch]) -> Change:
        """Store a change of what was recorded before, and what it changes in the contributions behind it."""
        return self._commit((action, [*patches, *introduced_anew(self.meeting, patches, self._engine)]))

    def _commit(self, outcome: Outcome, *, undoes: int = 0, redoes: int = 0) -> Change:
        self._check_writable()
        action, patches = outcome
        if not undoes and not redoes:
            patches = [*patches, *self._started(patches)]
        change = Change(
            seq=self.meeting.last_seq + 1,
            at=self._clock.now(),
            author=self._author,
            action=action,
            patches=tuple(patches),
            undoes=undoes,
            redoes=redoes,
        )
        self.meeting.check(change)  # what does not fit must never be stored
        self.log.append(change)
        self.meeting.apply(change)
        return change

    def _started(self, patches: list[Patch]) -> list[Patch]:
        """The first entry makes a prepared meeting a running one."""
        head = self.meeting.head
        is_entry = any(isinstance(patch.after, Entry) for patch in patches)
        if head.status != "preparing" or not is_entry:
            return []
        return [Patch(before=head, after=msgspec.structs.replace(head, status="running"))]

    def _entry(self, entry_id: str) -> Entry:
        entry = self.meeting.entry(entry_id)
        if entry is None:
            raise EntryError("Diesen Eintrag gibt es nicht mehr.")
        return entry

    def _person_id(self, code: str) -> str:
        return floor.person_of(self.meeting, code).id

    def _check_writable(self) -> None:
        if self.read_only:
            raise LockedError(
                "Diese Sitzung ist nur zum Lesen geöffnet; hier kann nichts erfasst werden. "
                "Bitte in dem Fenster weiterschreiben, das sie bearbeitet."
            )


def _worded(patch: Patch, wording: Printed) -> Patch:
    """The same patch with a contribution printed as the clerk wants it."""
    if not isinstance(patch.after, Statement):
        return patch
    return Patch(before=patch.before, after=with_wording(patch.after, wording))


def _read(log: MeetingLog) -> tuple[Meeting, bool]:
    """The meeting that the log holds, and whether changes of it are missing."""
    try:
        return Meeting(log.changes()), False
    except PatchMismatchError:
        salvaged = Meeting()
        for change in log.changes():
            salvaged.salvage(change)
        return salvaged, True
