"""Reading and writing Mitschrift files: head, entry lines, and errors that name line and key."""

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from protocol_tui.entry.format import format_line
from protocol_tui.entry.head import (
    AgendaHead,
    CommitteeHead,
    Gender,
    MeetingHead,
    MitschriftHead,
    NumberedLine,
    PersonHead,
    Wir,
)
from protocol_tui.entry.known import Known, KnownPerson
from protocol_tui.entry.lines import End, ItemJump, ItemStep, Line, Presence, ResolutionLine, Speech, VoteLine
from protocol_tui.entry.mitschrift import decode_mitschrift, format_mitschrift, read_mitschrift
from protocol_tui.entry.parse import parse
from protocol_tui.errors import FileFormatError
from tests.entry.examples import KNOWN, HouseClauses
from tests.entry.values import lines, values, words

EXAMPLE = (Path(__file__).parent / "example.txt").read_text(encoding="utf-8")
HEAD = """+++
[committee]
name = "Ausschuss"

[meeting]
date = 2026-11-17

[[people]]
code = "v"
name = "Paula Sonntag"

[[people]]
code = "kr"
name = "Jens von der Heide"

[[agenda]]
number = "1"
title = "Aufbau"
+++
"""

relaxed = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def test_the_example_of_the_contract_has_its_head() -> None:
    head = read_mitschrift(EXAMPLE, "a.txt").head
    assert head.committee == CommitteeHead(
        name="Ausschuss für Inklusion und Gesundheit", body="Kreis Musterland", state="NW", members_total=3
    )
    assert head.meeting == MeetingHead(
        number=7,
        term="2025–2030",
        date=dt.date(2026, 11, 17),
        start=dt.time(17),
        place="Kreishaus, Sitzungssaal 1",
        chair="v",
        clerk="sf",
    )
    assert [person.code for person in head.people] == ["v", "kr", "ah", "sf"]
    assert head.people[1] == PersonHead(
        code="kr",
        function="Abg.",
        title="Dr.",
        name="Jens von der Heide",
        surname="von der Heide",
        gender="m",
        group="CDU",
        votes=True,
    )
    assert head.agenda == (
        AgendaHead(number="1", title="Aufbau der Beratungsstelle", paper="112/26"),
        AgendaHead(number="2", title="Personalangelegenheiten", public=False),
    )


def test_the_lines_of_the_example_can_all_be_read() -> None:
    file = read_mitschrift(EXAMPLE, "a.txt")
    persons = tuple(
        KnownPerson(person.code, person.surname or person.name.rpartition(" ")[2]) for person in file.head.people
    )
    known = Known(persons, tuple(item.number for item in file.head.agenda), clauses=HouseClauses())
    read = [parse(line.text, known, in_file=True) for line in file.lines]
    kinds = [Presence, ItemJump, Speech, Speech, Speech, ResolutionLine, VoteLine, ItemJump, Speech, End]
    assert [type(line) for line in read] == kinds
    assert read[2] == Speech(
        time=dt.time(17, 2),
        speakers=("ah",),
        verb="berichtete",
        body="Der Aufbau der Beratungsstelle kommt gut voran. Ich habe mit den Trägern gesprochen.",
    )
    assert file.lines[0].number == EXAMPLE.split("\n").index("17:00 +v +kr +ah +sf") + 1


def test_continuations_are_paragraphs_and_comments_and_empty_lines_do_not_count() -> None:
    text = HEAD + "# Kommentar\n\n17:00 v: Eins\n  Zwei\n#\n\n   Drei  \n wörtlich\n#e\n"
    first = HEAD.count("\n") + 1
    assert read_mitschrift(text, "a.txt").lines == (
        NumberedLine(number=first + 2, text="17:00 v: Eins\nZwei\nDrei"),
        NumberedLine(number=first + 7, text=" wörtlich"),
        NumberedLine(number=first + 8, text="#e"),
    )


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_every_line_end_is_as_good(end: str) -> None:
    assert read_mitschrift(EXAMPLE.replace("\n", end), "a.txt") == read_mitschrift(EXAMPLE, "a.txt")


def test_a_comment_and_a_byte_order_mark_may_stand_before_the_head() -> None:
    text = "\ufeff# Mitschrift\n\n" + HEAD
    assert read_mitschrift(text, "a.txt").head == read_mitschrift(HEAD, "a.txt").head


ERRORS = [
    ("", "", 1, "Kopf beginnen"),
    ("+++\n", "", 1, "Kopf beginnen"),
    ('title = "Aufbau"\n+++\n', 'title = "Aufbau"\n', 19, "zweite Zeile „+++“"),
    ("[committee]", "[comittee]", 2, "comittee: Diese Angabe ist unbekannt"),
    ("[committee]", "farbe = 1\n[committee]", 2, "farbe: Diese Angabe ist unbekannt"),
    ('[committee]\nname = "Ausschuss"\n', "", 2, "Der Abschnitt [committee] fehlt"),
    ('[committee]\nname = "Ausschuss"\n', "committee = 5\n", 2, "keine Tabelle"),
    ('name = "Ausschuss"', 'name = "Ausschuss"\nfarbe = "rot"', 4, "committee.farbe: Diese Angabe ist unbekannt"),
    ('name = "Ausschuss"', 'body = "Kreis"', 2, "committee.name: Diese Angabe fehlt"),
    ('name = "Ausschuss"', 'name = " "', 3, "committee.name: Diese Angabe fehlt oder ist leer"),
    ('name = "Ausschuss"', "name = 7", 3, "committee.name: „7“ geht hier nicht; richtig ist ein Text"),
    ('name = "Ausschuss"', "name = [1]", 3, "committee.name: Dieser Wert geht hier nicht"),
    ('name = "Ausschuss"', "name = Ausschuss", 3, "kein gültiges TOML"),
    ('name = "Ausschuss"', 'name = "Ausschuss"\nname = "Rat"', 4, "jede nur einmal"),
    ('name = "Ausschuss"', 'name = "A"\nmembers_total = 0', 4, "committee.members_total: „0“ geht hier nicht"),
    ('name = "Ausschuss"', 'name = "A"\nmembers_total = true', 4, "committee.members_total: „true“ geht"),
    ('name = "Ausschuss"', 'name = "A"\nmembers_total = 0x' + "f" * 9999, 4, "Dieser Wert geht hier nicht"),
    (
        "date = 2026-11-17",
        'date = "17.11.2026"',
        6,
        "meeting.date: „17.11.2026“ geht hier nicht; richtig ist ein Datum",
    ),
    ("date = 2026-11-17", "date = 2026-11-17T17:00:00", 6, "meeting.date"),
    ("date = 2026-11-17", "date = 2026-13-17", 6, "kein gültiges TOML"),
    ("date = 2026-11-17", 'start = "17:00"', 5, "meeting.date: Diese Angabe fehlt"),
    ("date = 2026-11-17", 'date = 2026-11-17\nstart = "25:00"', 7, "meeting.start: „25:00“ geht hier nicht"),
    ("date = 2026-11-17", "date = 2026-11-17\nend = 17", 7, "meeting.end: „17“ geht hier nicht; richtig ist eine Uhrz"),
    ("date = 2026-11-17", 'date = 2026-11-17\nchair = "x"', 7, "meeting.chair: „x“ steht nicht unter [[people]]"),
    ("date = 2026-11-17", 'date = 2026-11-17\nclerk = "x"', 7, "meeting.clerk: „x“ steht nicht"),
    ("[[agenda]]", "[agenda]", 16, "agenda: Das ist keine Liste; richtig ist eine Überschrift wie [[agenda]]"),
    ('code = "kr"', 'code = "V"', 13, "people.code: „V“ gibt es schon"),
    ('code = "kr"', 'code = "er"', 13, "people.code: „er“ ist kein Kürzel"),
    ('code = "kr"', 'code = "nn"', 13, "people.code: „nn“ ist kein Kürzel"),
    ('code = "kr"', 'code = "k1"', 13, "people.code: „k1“ ist kein Kürzel"),
    ('code = "kr"', 'surname = "X"', 12, "people.code: Diese Angabe fehlt"),
    ('code = "kr"', 'code = "kr"\ngender = "w"', 14, 'people.gender: „w“ geht hier nicht; richtig ist "m" oder "f"'),
    ('code = "kr"', 'code = "kr"\nwir = "ich"', 14, "people.wir"),
    ('code = "kr"', 'code = "kr"\nvotes = "ja"', 14, "people.votes: „ja“ geht hier nicht; richtig ist true oder false"),
    ('code = "kr"', 'code = "kr"\nsubstitute_for = "x"', 14, "people.substitute_for: „x“ steht nicht"),
    ('code = "kr"', 'code = "kr"\nsubstitute_for = "kr"', 14, "people.substitute_for: Niemand vertritt sich selbst"),
    (
        'title = "Aufbau"',
        'title = "Aufbau"\n[[agenda]]\nnumber = "1"\ntitle = "B"',
        20,
        "agenda.number: „1“ gibt es schon",
    ),
    ('title = "Aufbau"', 'title = "Aufbau"\npublic = 1', 19, "agenda.public: „1“ geht hier nicht"),
    ("+++\n[", "+++\nx = " + "[" * 5000 + "\n[", 2, "kein gültiges TOML"),
]


@pytest.mark.parametrize(("old", "new", "line", "expected"), ERRORS, ids=range(len(ERRORS)))
def test_an_error_of_the_head_names_file_line_and_key(old: str, new: str, line: int, expected: str) -> None:
    text = HEAD.replace(old, new, 1) if old else new
    with pytest.raises(FileFormatError) as caught:
        read_mitschrift(text, "a.txt")
    assert expected in caught.value.sentence
    assert re.match(rf"a\.txt, Zeile {line}[:,] ", caught.value.sentence)


def test_a_continuation_before_any_entry_is_an_error() -> None:
    with pytest.raises(FileFormatError, match=r"a\.txt, Zeile 20: „Text“ setzt"):
        read_mitschrift(HEAD + "  Text", "a.txt")


def test_chair_and_clerk_are_given_as_the_list_writes_them() -> None:
    text = HEAD.replace("date =", 'chair = "V"\ndate =')
    assert read_mitschrift(text, "a.txt").head.meeting.chair == "v"


def test_bytes_that_are_no_utf_8_are_an_error_that_names_the_line() -> None:
    with pytest.raises(FileFormatError, match=r"a\.txt, Zeile 3: .*UTF-8 speichern"):
        decode_mitschrift("eins\r\nzwei\r\nfünf".encode("latin-1"), "a.txt")


def test_a_byte_order_mark_is_no_text() -> None:
    assert decode_mitschrift("+++ ü".encode("utf-8-sig"), "a.txt") == "+++ ü"


@settings(relaxed, max_examples=1000)
@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_are_read_or_refused_with_a_file_format_error(data: bytes, fenced: bool) -> None:  # noqa: FBT001 - hypothesis draws it
    try:
        text = decode_mitschrift(b"+++\n" + data + b"\n+++\n" if fenced else data, "a.txt")
        read_mitschrift(text, "a.txt")
    except FileFormatError as error:
        refused = error.sentence
    else:
        refused = "a.txt, Zeile"
    assert refused.startswith("a.txt, Zeile")


_TOML = [
    "[committee]",
    "[[people]]",
    "[meeting]",
    "name",
    "code",
    "date",
    "=",
    '"v"',
    "2026-11-17",
    "\n",
    "[",
    "]",
    "+++",
]


@settings(relaxed, max_examples=500)
@given(st.lists(st.sampled_from(_TOML) | lines, max_size=20).map(" ".join), st.lists(lines).map("\n".join))
def test_any_text_is_read_or_refused_with_a_file_format_error(head: str, rest: str) -> None:
    for text in (f"+++\n{head}\n+++\n{rest}", HEAD.replace("[meeting]", f"{head}\n[meeting]"), HEAD + rest):
        try:
            read_mitschrift(text, "a.txt")
        except FileFormatError as error:
            refused = error.sentence
        else:
            refused = "a.txt, Zeile"
        assert refused.startswith("a.txt, Zeile")


_texts = words | st.just("")
_clocks = st.none() | st.times().map(lambda time: time.replace(second=0, microsecond=0))
_genders: list[Gender] = ["m", "f", "n", "pl"]
_wir: list[Wir] = ["", "man", "sie", "verwaltung", "fraktion", "wir"]
_figures = st.none() | st.integers(1, 99999)


@st.composite
def heads(draw: st.DrawFn) -> MitschriftHead:
    """Any head that is consistent in itself."""
    codes = draw(st.lists(st.sampled_from(["v", "kr", "hur", "äb", "a-b"]), unique=True))
    people = tuple(
        draw(
            st.builds(
                PersonHead,
                code=st.just(code),
                name=words,
                surname=_texts,
                title=_texts,
                salutation=_texts,
                function=_texts,
                role=_texts,
                gender=st.sampled_from(_genders),
                group=_texts,
                votes=st.booleans(),
                absent=_texts,
                reason=_texts,
                substitute_for=st.sampled_from(["", *(other for other in codes if other != code)]),
                wir=st.sampled_from(_wir),
            )
        )
        for code in codes
    )
    agenda = st.builds(AgendaHead, number=words, title=words, paper=_texts, rapporteur=_texts, public=st.booleans())
    meeting = st.builds(
        MeetingHead,
        date=st.dates(),
        number=_figures,
        term=_texts,
        start=_clocks,
        end=_clocks,
        place=_texts,
        chair=st.sampled_from(["", *codes]),
        clerk=st.sampled_from(["", *codes]),
        invitation=_texts,
    )
    return MitschriftHead(
        committee=draw(st.builds(CommitteeHead, name=words, body=_texts, state=_texts, members_total=_figures)),
        meeting=draw(meeting),
        people=people,
        agenda=tuple(draw(st.lists(agenda, max_size=3, unique_by=lambda item: item.number.casefold()))),
    )


@settings(relaxed, max_examples=100)
@given(heads(), st.lists(values, max_size=5))
def test_what_is_written_as_a_file_is_read_as_the_same_meeting(head: MitschriftHead, meant: list[Line]) -> None:
    text = format_mitschrift(head, (format_line(line, KNOWN, in_file=True) for line in meant))
    file = read_mitschrift(text, "a.txt")
    assert file.head == head
    assert [parse(line.text, KNOWN, in_file=True) for line in file.lines] == meant


def test_a_line_that_looks_like_a_comment_or_a_fence_survives_a_file() -> None:
    meant: list[Line] = [Speech(body="# eins"), Speech(body="#"), Speech(body="+++"), ItemStep()]
    text = format_mitschrift(
        read_mitschrift(HEAD, "a.txt").head, (format_line(line, KNOWN, in_file=True) for line in meant)
    )
    read = read_mitschrift(text, "a.txt").lines
    assert [parse(line.text, KNOWN, in_file=True) for line in read] == meant
