"""What each kind of line does to a meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from typing_extensions import override

from protocol_tui.domain import attendance, course
from protocol_tui.domain.changes import Change
from protocol_tui.domain.entries import (
    Answer,
    CallToOrder,
    ChairChange,
    Entry,
    Interjection,
    Interruption,
    ItemCalled,
    Motion,
    Narration,
    Note,
    PresenceChange,
    PublicityChange,
    Question,
    Recusal,
    Resolution,
    Statement,
    Verbatim,
    Vote,
)
from protocol_tui.errors import EntryError, LockedError, StorageError
from protocol_tui.services.memory import MemoryLog
from protocol_tui.services.preparing import opening_patches
from protocol_tui.services.recording.recorder import Recorder
from tests.conftest import HEAD
from tests.fakes import FixedClock, WordForWord


def last(recorder: Recorder) -> Entry:
    return recorder.meeting.entries[-1]


def code_of(recorder: Recorder, person_id: str) -> str:
    person = recorder.meeting.person(person_id)
    assert person is not None
    return person.code


def statement(recorder: Recorder, line: str) -> Statement:
    recorder.record(line)
    entry = last(recorder)
    assert isinstance(entry, Statement)
    return entry


def test_a_statement_keeps_what_was_typed_and_what_is_printed(running: Recorder) -> None:
    entry = statement(running, "kru: Das ist gut.")
    assert (entry.typed, entry.printed) == ("Das ist gut.", "Abg. Dr. Krüger meinte: Das ist gut.")
    assert entry.time == dt.time(17, 30)
    assert running.meeting.item(entry.item) == running.meeting.items[0]


def test_the_same_speaker_goes_on_without_a_reporting_clause_until_somebody_else_speaks(running: Recorder) -> None:
    statement(running, "kru: Eins.")
    assert statement(running, "Zwei.").printed == "Zwei."
    running.record("(Beifall")
    assert statement(running, "Drei.").printed == "Drei."
    assert statement(running, "hur: Vier.").printed == "Abg. Hurnik erklärte: Vier."


def test_a_question_after_a_statement_of_the_same_speaker_names_it_by_pronoun(running: Recorder) -> None:
    statement(running, "kru: Eins.")
    entry = statement(running, "? Wann?")
    assert isinstance(entry, Question)
    assert entry.printed == "Er fragte: Wann?"
    assert entry.pronoun


def test_several_speakers_at_once_are_joined_and_named_in_the_plural(running: Recorder) -> None:
    entry = statement(running, "hur,kru: Wir sind dafür.")
    assert entry.printed.startswith("Abg. Hurnik und Abg. Dr. Krüger meinte")
    assert [code_of(running, speaker) for speaker in entry.speakers] == ["hur", "kru"]


def test_a_chosen_reporting_clause_is_kept_and_short_codes_expand(running: Recorder) -> None:
    assert statement(running, "kru: berichtete> Das ist gut.").verb == "berichtete"
    assert statement(running, "hur: hh> Es geht voran.").verb == "hob hervor, dass"


def test_reporting_verbs_vary(running: Recorder) -> None:
    first = statement(running, "kru: Eins.")
    second = statement(running, "hur: Zwei.")
    assert first.auto_verb != second.auto_verb


def test_a_joined_line_is_marked_to_go_on_in_the_paragraph(running: Recorder) -> None:
    statement(running, "kru: Eins.")
    assert statement(running, "& Zwei.").joined


def test_a_flagged_line_is_marked_for_checking(running: Recorder) -> None:
    assert statement(running, "kru: Eins. ??").flagged


def test_several_paragraphs_have_one_reporting_clause(running: Recorder) -> None:
    assert statement(running, "kru: Eins.\nZwei.").printed == "Abg. Dr. Krüger meinte: Eins.\nZwei."


def test_an_answer_without_a_name_comes_from_whoever_answered_last(running: Recorder) -> None:
    for line in ("hel: Bericht.", "kru? Wann?", "! Bald.", "hur? Wo?"):
        running.record(line)
    entry = statement(running, "! Dort.")
    assert isinstance(entry, Answer)
    assert code_of(running, entry.speakers[0]) == "hel"


def test_an_answer_without_anybody_asked_comes_from_the_administration(running: Recorder) -> None:
    running.record("kru? Wann?")
    entry = statement(running, "! Bald.")
    person = running.meeting.person(entry.speakers[0])
    assert person is not None
    assert person.label == "Die Verwaltung"


def test_an_unknown_speaker_can_be_assigned_later(running: Recorder) -> None:
    statement(running, "nn: Das stimmt nicht.")
    running.record("/redner hur")
    entry = last(running)
    assert isinstance(entry, Statement)
    assert entry.printed == "Abg. Hurnik meinte: Das stimmt nicht."


def test_an_agenda_step_clears_the_speaker(running: Recorder) -> None:
    statement(running, "kru: Eins.")
    running.record(".")
    with pytest.raises(EntryError, match="niemand am Wort"):
        running.record("Zwei.")


def test_a_code_alone_gives_the_floor_without_an_entry(running: Recorder) -> None:
    before = running.meeting.last_seq
    assert running.record("kru:") is None
    assert running.meeting.last_seq == before
    assert statement(running, "Eins.").printed.startswith("Abg. Dr. Krüger")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("= Der Ausschuss dankte.", Narration),
        ('kru: "Ich lehne ab.', Verbatim),
        ("(Beifall)", Interjection),
        (";nachfragen", Note),
        ("b: Der Haushalt wird beschlossen.", Resolution),
        ("#e", Vote),
        ("+oez", PresenceChange),
        (".2", ItemCalled),
        ("/pause Beratung", Interruption),
        ("/ruf kru Zwischenrufe", CallToOrder),
        ("/befangen kru", Recusal),
        ("/nö", PublicityChange),
        ("/vorsitz kru", ChairChange),
        ("kru* Wir beantragen das.", Motion),
    ],
)
def test_each_line_makes_its_kind_of_entry(running: Recorder, line: str, kind: type) -> None:
    running.record(line)
    assert type(last(running)) is kind


@pytest.mark.parametrize(
    ("line", "motion_kind"), [("kru* Text.", "motion"), ("/go kru: Text.", "procedural"), ("/aea kru: T.", "amendment")]
)
def test_a_motion_keeps_its_wording_and_its_kind(running: Recorder, line: str, motion_kind: str) -> None:
    running.record(line)
    entry = last(running)
    assert isinstance(entry, Motion)
    assert entry.motion_kind == motion_kind
    assert entry.printed == entry.typed


def test_a_vote_belongs_to_the_motion_or_resolution_before_it_in_the_same_item(running: Recorder) -> None:
    running.record("kru* Antrag eins.")
    motion = last(running)
    running.record("#2 1 0")
    vote = last(running)
    assert isinstance(vote, Vote)
    assert vote.subject == motion.id
    running.record(".")
    running.record("#e")
    other = last(running)
    assert isinstance(other, Vote)
    assert other.subject == ""


def test_more_votes_than_could_be_cast_are_refused_and_nothing_is_recorded(running: Recorder) -> None:
    before = running.meeting.last_seq
    with pytest.raises(EntryError, match="Gezählt sind 4 Stimmen, stimmberechtigt anwesend sind 3"):
        running.record("#2 1 1")
    assert running.meeting.last_seq == before


def test_a_recused_member_cannot_be_counted_on_that_item_but_on_the_next(running: Recorder) -> None:
    running.record("/befangen kru")
    with pytest.raises(EntryError, match="sind 2"):
        running.record("#3 0 0")
    running.record(".")
    running.record("#3 0 0")


def test_who_votes_by_name_must_be_eligible(running: Recorder) -> None:
    with pytest.raises(EntryError, match="Öztürk"):
        running.record("/namentlich ja=son,oez nein=kru")
    running.record("/namentlich ja=son,hur nein=kru")
    vote = last(running)
    assert isinstance(vote, Vote)
    assert (vote.yes, vote.no, vote.abstentions) == (2, 1, 0)


def test_secret_votes_and_elections_keep_their_figures(running: Recorder) -> None:
    running.record("/geheim 2 1 0")
    secret = last(running)
    assert isinstance(secret, Vote)
    assert secret.form == "secret"
    running.record("/wahl Stellvertretung: Müller 2, Schulz 1")
    election = last(running)
    assert isinstance(election, Vote)
    assert [(each.name, each.votes) for each in election.candidates] == [("Müller", 2), ("Schulz", 1)]


def test_several_people_come_and_go_in_one_line_as_one_step(running: Recorder) -> None:
    running.record("-kru +oez 1745")
    here = {code_of(running, person) for person in attendance.present_at(running.meeting)}
    assert here == {"son", "hur", "hel", "bra", "oez"}
    running.undo()
    assert len(attendance.present_at(running.meeting)) == 5


def test_several_people_come_with_one_sign(running: Recorder) -> None:
    running.record("-kru,hur +oez 1745")
    here = {code_of(running, person) for person in attendance.present_at(running.meeting)}
    assert here == {"son", "oez", "hel", "bra"}


def test_nobody_comes_twice_or_goes_without_having_come(running: Recorder) -> None:
    with pytest.raises(EntryError, match="bereits anwesend"):
        running.record("+kru")
    with pytest.raises(EntryError, match="nicht als anwesend"):
        running.record("-oez")


def test_a_departure_entered_late_counts_from_its_own_time_for_votes_after_it(running: Recorder) -> None:
    running.record("#3 0 0", dt.time(17, 40))
    running.record("#2 0 0", dt.time(17, 50))
    running.record("-kru 1745", dt.time(17, 55))
    first, second, _ = running.meeting.entries[-3:]
    assert len(attendance.eligible_at(running.meeting, first)) == 3
    assert len(attendance.eligible_at(running.meeting, second)) == 2


def test_a_substitute_votes_only_while_the_principal_is_away(running: Recorder) -> None:
    running.record("/vertritt hel kru")
    assert len(attendance.voters_at(running.meeting)) == 3
    running.record("-kru")
    assert len(attendance.voters_at(running.meeting)) == 3


def test_nobody_stands_for_somebody_without_a_vote_or_for_itself(running: Recorder) -> None:
    with pytest.raises(EntryError, match="kein Stimmrecht"):
        running.record("/vertritt kru hel")
    with pytest.raises(EntryError, match="selbst"):
        running.record("/vertritt kru kru")


def test_the_session_is_closed_and_opened_only_where_that_changes_something(running: Recorder) -> None:
    with pytest.raises(EntryError, match="bereits öffentlich"):
        running.record("/ö")
    running.record(".10")
    with pytest.raises(EntryError, match="bereits nichtöffentlich"):
        running.record("/nö")
    with pytest.raises(EntryError, match="auf der Tagesordnung"):
        running.record("/ö")


def test_a_guest_gets_a_code_a_title_and_is_there(running: Recorder) -> None:
    running.record("/gast Frau Dr. Eva Steinmann")
    guest = running.meeting.person_by_code("ste")
    assert guest is not None
    assert (guest.title, guest.name, guest.gender, guest.label) == ("Dr.", "Eva Steinmann", "f", "Frau Dr. Steinmann")
    assert guest.id in attendance.present_at(running.meeting)
    assert statement(running, "ste: Guten Abend.").printed.startswith("Frau Dr. Steinmann")


def test_a_guest_may_come_for_somebody(running: Recorder) -> None:
    running.record("/gast Frau Dr. Ilse Kern, Schulpflegschaft")
    guest = running.meeting.person_by_code("ker")
    assert guest is not None
    assert (guest.label, guest.group, guest.function) == ("Frau Dr. Kern", "Schulpflegschaft", "")
    with pytest.raises(EntryError, match="Name des Gastes fehlt"):
        running.record("/gast , Schulpflegschaft")
    assert running.rehearse("/gast Tom Ott").text == "Gast aufgenommen: Ott (Kürzel ott)"


def test_a_motion_in_the_first_person_is_a_sentence_of_the_debate(running: Recorder) -> None:
    running.record("kru* Ich beantrage, dass die Brücke gebaut wird.")
    motion = last(running)
    assert isinstance(motion, Motion)
    assert motion.auto_verb
    running.record("hur* Die Brücke wird gebaut.")
    other = last(running)
    assert isinstance(other, Motion)
    assert not other.auto_verb


def test_the_next_item_is_called_in_order_and_the_end_of_the_agenda_is_said(running: Recorder) -> None:
    running.record(".")
    running.record(".")
    assert not course.session_is_public(running.meeting)
    with pytest.raises(EntryError, match="kein weiterer Punkt"):
        running.record(".")


def test_an_added_item_stands_in_its_place_by_number(running: Recorder) -> None:
    running.record("/top 2.1 Geländer")
    assert [item.number for item in running.meeting.items] == ["1", "2", "2.1", "10"]
    with pytest.raises(EntryError, match="gibt es schon"):
        running.record("/top 2.1 Nochmals")


def test_a_withdrawn_item_is_passed_over(running: Recorder) -> None:
    running.record("/absetzen 2")
    running.record(".")
    item = course.current_item(running.meeting)
    assert item is not None
    assert item.number == "10"


def test_an_entry_is_public_only_when_item_and_session_both_are(running: Recorder) -> None:
    assert running.meeting.is_public(statement(running, "kru: Eins."))
    running.record("/nö")
    assert not running.meeting.is_public(statement(running, "kru: Zwei."))
    running.record("/ö")
    assert running.meeting.is_public(statement(running, "kru: Drei."))
    running.record(".10")
    assert not running.meeting.is_public(statement(running, "kru: Vier."))
    running.record(".2")
    assert running.meeting.is_public(statement(running, "kru: Fünf."))


def test_a_pause_ends_with_the_meeting_going_on(running: Recorder) -> None:
    running.record("/pause", dt.time(18))
    running.record("/weiter", dt.time(18, 10))
    pause = last(running)
    assert isinstance(pause, Interruption)
    assert (pause.time, pause.until) == (dt.time(18), dt.time(18, 10))
    with pytest.raises(EntryError, match="nicht unterbrochen"):
        running.record("/weiter")


def test_the_end_is_noted_in_the_head(running: Recorder) -> None:
    running.record("/ende 2010")
    assert running.meeting.head.end == dt.time(20, 10)
    assert running.meeting.head.status == "draft"


def test_the_first_entry_makes_a_prepared_meeting_a_running_one_and_undo_takes_that_back(recorder: Recorder) -> None:
    prepared = recorder.meeting.head
    recorder.record("+son")
    assert recorder.meeting.head.status == "running"
    recorder.undo()
    assert recorder.meeting.head == prepared


def test_undo_goes_back_to_the_prepared_meeting_and_redo_to_the_end(running: Recorder) -> None:
    for line in ("kru: Eins.", "hur* Antrag.", "#2 1 0", "/gast Eva Stein", ".2", "/nö"):
        running.record(line)
    end = [*running.meeting.entries], running.meeting.people, [*running.meeting.items], running.meeting.head
    while running.meeting.undo.next_undo > 1:
        running.undo()
    assert not running.meeting.entries
    with pytest.raises(EntryError, match="nichts rückgängig"):
        running.undo()
    while running.meeting.undo.next_redo:
        running.redo()
    assert ([*running.meeting.entries], running.meeting.people, [*running.meeting.items], running.meeting.head) == end


def test_undo_and_redo_survive_a_restart(running: Recorder, clock: FixedClock) -> None:
    running.record("kru: Eins.")
    running.record("Zwei.")
    running.undo()
    again = Recorder(running.log, WordForWord(), clock)
    again.redo()
    again.undo()
    again.undo()
    assert not any(isinstance(entry, Statement) for entry in again.meeting.entries)


def test_every_change_says_who_when_what_before_and_after(running: Recorder, clock: FixedClock) -> None:
    statement(running, "kru: Eins.")
    before = last(running)
    change = running.correct(before.id, "kru: Zwei.")
    assert change is not None
    assert (change.author, change.at, change.action) == ("bra", clock.now(), "Eintrag berichtigt")
    assert change.patches[-1].before == before
    assert change.patches[-1].after == last(running)


def test_a_correction_keeps_id_time_item_and_place(running: Recorder) -> None:
    first = statement(running, "kru: Eins.")
    statement(running, "hur: Zwei.")
    running.record(".2")
    running.correct(first.id, "hur? Drei?")
    corrected = running.meeting.entry(first.id)
    assert isinstance(corrected, Question)
    assert (corrected.time, corrected.item, corrected.order) == (first.time, first.item, first.order)
    assert running.meeting.position(corrected) == len(running.meeting.entries) - 3


def test_a_line_that_is_no_entry_cannot_replace_one(running: Recorder) -> None:
    entry = statement(running, "kru: Eins.")
    with pytest.raises(EntryError, match="kein Eintrag"):
        running.correct(entry.id, ".2")


@pytest.mark.parametrize(
    "line",
    [
        "kru: Das ist gut.",
        "kru: berichtete> Das ist gut.",
        "hur,kru? Wann kommt es?",
        "kru: & Weiter.",
        "= Die Sitzung war ruhig.",
        'kru: "Wörtlich.',
        "(Beifall)",
        "(kru: Unerhört!)",
        ";Notiz",
        "b: Beschluss.",
        "#2 1 0",
        "#e2",
        "/geheim 2 1 0",
        "/namentlich ja=son,hur nein=kru",
        "/wahl Amt: Müller 2, Schulz 1",
        "/befangen kru",
        "/ruf kru Lärm",
        "kru: Erster Absatz.\nZweiter.",
        "kru: Zu prüfen. ??",
    ],
)
def test_the_line_fetched_from_an_entry_makes_the_same_entry_again(running: Recorder, line: str) -> None:
    running.record(line.replace("kru: & ", "& kru: "))
    entry = last(running)
    assert running.correct(entry.id, running.as_line(entry)) is None


def test_a_rehearsal_says_what_would_be_printed_and_does_nothing(running: Recorder) -> None:
    before = running.meeting.last_seq
    assert running.rehearse("kru: Das ist gut.").text == "Abg. Dr. Krüger meinte: Das ist gut."
    assert running.rehearse("#e").text == "Abstimmung erfasst"
    assert running.meeting.last_seq == before


class FullDisk(MemoryLog):
    """Refuses every change once it is full."""

    full = False

    @override
    def append(self, change: Change) -> None:
        if self.full:
            raise StorageError("Der Datenträger ist voll.")
        super().append(change)


def test_a_full_disk_leaves_the_meeting_as_it_was(clock: FixedClock) -> None:
    log = FullDisk()
    recorder = Recorder(log, WordForWord(), clock)
    recorder.prepare(opening_patches(HEAD))
    log.full = True
    with pytest.raises(StorageError):
        recorder.record("+son")
    assert recorder.meeting.last_seq == 1
    log.full = False
    recorder.record("+son")
    assert recorder.meeting.last_seq == 2


class Readers(MemoryLog):
    """The log of somebody else's meeting."""

    @property
    @override
    def read_only(self) -> bool:
        return True


def test_a_reader_cannot_record_correct_or_undo(running: Recorder, clock: FixedClock) -> None:
    reader = Recorder(Readers(changes=running.log.changes()), WordForWord(), clock)
    entry = running.meeting.entries[0]
    actions: list[Callable[[], object]] = [
        lambda: reader.record("kru: Eins."),
        lambda: reader.correct(entry.id, "kru: Eins."),
        lambda: reader.delete(entry.id),
        reader.undo,
    ]
    for action in actions:
        with pytest.raises(LockedError):
            action()
