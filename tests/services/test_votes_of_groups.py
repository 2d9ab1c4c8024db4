"""Which motion a vote is on, how the groups voted, and a member's own vote."""

from __future__ import annotations

import pytest

from protocol_tui.domain.entries import OwnVote, Vote
from protocol_tui.errors import EntryError
from protocol_tui.minutes.layout import lay_out
from protocol_tui.minutes.plain import to_text
from protocol_tui.minutes.style import shipped_style
from protocol_tui.minutes.votes import vote_line
from protocol_tui.services.recording.recorder import Recorder


def vote(recorder: Recorder, line: str) -> Vote:
    recorder.record(line)
    made = recorder.meeting.entries[-1]
    assert isinstance(made, Vote)
    return made


def printed(recorder: Recorder) -> str:
    return to_text(lay_out(recorder.meeting, shipped_style()), width=0).replace("\u00a0", " ")


def test_an_amendment_is_voted_on_before_what_it_changes(running: Recorder) -> None:
    running.record("kru* Die Brücke wird gebaut.")
    running.record("/aea hur: Sie wird aus Holz gebaut.")
    motion, amendment = running.meeting.entries[-2:]
    assert vote(running, "#2 1 0").subject == amendment.id
    assert vote(running, "#3 0 0").subject == motion.id
    assert vote(running, "#3 0 0").subject == amendment.id


def test_an_amendment_to_a_resolution_read_out_later_still_comes_first(running: Recorder) -> None:
    running.record("/aea hur: Sie wird aus Holz gebaut.")
    running.record("b: Die Brücke wird gebaut.")
    amendment, resolution = running.meeting.entries[-2:]
    assert vote(running, "#2 1 0").subject == amendment.id
    assert vote(running, "#3 0 0").subject == resolution.id


def test_a_vote_that_does_not_stand_behind_its_motion_names_it(running: Recorder) -> None:
    running.record("kru* Die Brücke wird gebaut.")
    running.record("/aea hur: Sie wird aus Holz gebaut.")
    running.record("#2 1 0")
    running.record("#3 0 0")
    text = printed(running)
    assert "\nAbst.-Erg.: 2 Ja, 1 Nein – angenommen" in text
    assert "Zum Antrag von Abg. Dr. Krüger – Abst.-Erg.: 3 Ja, 0 Nein – angenommen" in text


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("#m nein=cdu", "Abst.-Erg.: mit Mehrheit gegen die Stimmen der CDU"),
        ("#m gegen=CDU enth=grü", "Abst.-Erg.: mit Mehrheit gegen die Stimmen der CDU bei Enthaltung der Grünen"),
        ("#2 1 0 nein=CDU", "Abst.-Erg.: 2 Ja, 1 Nein – angenommen gegen die Stimme der CDU"),
        ("#1 2 0 ja=spd:1 nein=CDU,SPD:1", None),
        ("#ma ja=CDU", "Abst.-Erg.: mit Mehrheit abgelehnt gegen die Stimmen der CDU"),
    ],
)
def test_the_line_says_how_the_groups_voted(running: Recorder, line: str, said: str | None) -> None:
    made = vote(running, line)
    split = "1 Ja, 2 Nein – abgelehnt mit den Stimmen der CDU und der SPD (1) gegen die Stimme der SPD (1)"
    phrase = said or f"Abst.-Erg.: {split}"
    assert vote_line(made, shipped_style().vote) == phrase
    assert running.read(running.as_line(made)) == running.read(line)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("#2 1 0 nein=SPD", "Die genannten Fraktionen haben 2 Stimmen mit Nein, gezählt sind 1"),
        ("#2 1 0 nein=CDU:2", "CDU hat 1 Stimmberechtigte im Raum, angegeben sind 2"),
        ("#m nein=AfD", "Die Fraktion „AfD“ gibt es nicht"),
        ("#m nein=", "ist keine Angabe zu einer Fraktion"),
        ("#m nein=CDU,CDU", "steht zweimal auf derselben Seite"),
        ("#m ja=CDU nein=CDU", "steht auf zwei Seiten"),
    ],
)
def test_groups_that_do_not_add_up_are_refused_and_nothing_is_recorded(
    running: Recorder, line: str, sentence: str
) -> None:
    before = running.meeting.last_seq
    with pytest.raises(EntryError, match=sentence):
        running.record(line)
    assert running.meeting.last_seq == before


def test_a_member_has_its_own_vote_recorded(running: Recorder) -> None:
    running.record("#2 1 0")
    running.record("/stimme kru nein")
    own = running.meeting.entries[-1]
    assert isinstance(own, OwnVote)
    assert own.subject == running.meeting.entries[-2].id
    assert "Abg. Dr. Krüger gab zu Protokoll, mit Nein gestimmt zu haben." in printed(running)
    with pytest.raises(EntryError, match="schon festgehalten"):
        running.record("/stimme kru nein")


def test_no_vote_of_a_secret_ballot_is_recorded_by_name(running: Recorder) -> None:
    with pytest.raises(EntryError, match="noch nicht abgestimmt"):
        running.record("/stimme kru nein")
    running.record("/geheim 2 1 0")
    with pytest.raises(EntryError, match="geheim"):
        running.record("/stimme kru nein")


def test_who_could_not_vote_has_no_vote_recorded(running: Recorder) -> None:
    running.record("#2 1 0")
    with pytest.raises(EntryError, match="nicht stimmberechtigt"):
        running.record("/stimme hel ja")
