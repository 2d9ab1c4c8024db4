"""The form of a new meeting: what is understood, and what is named when it is not."""

from __future__ import annotations

import datetime as dt

import pytest

from protocol_tui.errors import InputError
from protocol_tui.services.codes import propose_code
from protocol_tui.services.forms import MeetingForm, head_of
from protocol_tui.services.preparing import meeting_id_of

GOOD = MeetingForm(committee="Hauptausschuss", date="17.11.2026", start="17:00", number="3")


def changed(**fields: str) -> MeetingForm:
    return MeetingForm(**{**{name: getattr(GOOD, name) for name in GOOD.__struct_fields__}, **fields})


def test_a_form_with_the_least_is_enough() -> None:
    head = head_of(GOOD)
    assert (head.committee.name, head.meeting.date, head.meeting.start) == (
        "Hauptausschuss",
        dt.date(2026, 11, 17),
        dt.time(17),
    )


@pytest.mark.parametrize(
    ("line", "name", "title", "surname", "votes"),
    [
        ("x; Abg.; Dr. Jens von der Heide; CDU; m; ja", "Jens von der Heide", "Dr.", "von der Heide", True),
        ("x; Abg.; Prof. Dr. Eva Stein; SPD; w; j", "Eva Stein", "Prof. Dr.", "", True),
        ("x; ; Anna Deussen-Dopstadt; Grüne; f; nein", "Anna Deussen-Dopstadt", "", "", False),
        ("x;;Cem Öztürk", "Cem Öztürk", "", "", False),
    ],
)
def test_names_are_taken_apart(line: str, name: str, title: str, surname: str, *, votes: bool) -> None:
    (person,) = head_of(changed(people=line)).people
    assert (person.name, person.title, person.surname, person.votes) == (name, title, surname, votes)


def test_codes_are_proposed_short_and_unique() -> None:
    people = head_of(changed(people=";;Anna Müller\n;;Bernd Müller\n;;Ole Er\nmue;;Eva Stein")).people
    codes = [person.code for person in people]
    assert len(set(codes)) == 4
    assert "er" not in codes
    assert codes[3] == "mue"


def test_codes_never_run_out() -> None:
    taken: list[str] = []
    for _ in range(100):
        taken.append(propose_code("Anna Li", taken))
    assert len(set(taken)) == 100


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"committee": " "}, "Gremium"),
        ({"date": "gestern"}, "Datum"),
        ({"date": "31.02.2026"}, "Datum"),
        ({"start": "25:00"}, "Beginn"),
        ({"number": "drei"}, "Nummer"),
        ({"members": "-1"}, "Mitgliederzahl"),
        ({"people": "x; Abg."}, "Personen, Zeile 1"),
        ({"people": "x;;Anna\n\nb;;Bernd"}, "Personen, Zeile 3"),
        ({"people": "x;;Anna;;divers"}, "divers"),
        ({"people": "x;;Anna\nx;;Bernd"}, "zweimal"),
        ({"agenda": "1"}, "Tagesordnung, Zeile 1"),
        ({"agenda": "1; Titel; ; geheim"}, "geheim"),
        ({"chair": "zz"}, "Vorsitz"),
    ],
)
def test_what_is_wrong_is_named_with_field_and_line(fields: dict[str, str], said: str) -> None:
    with pytest.raises(InputError, match=said):
        head_of(changed(**fields))


@pytest.mark.parametrize("name", ["../../x", "Ausschuss für Öffentlichkeit & Straße", "委員会", "CON"])
def test_the_id_of_a_meeting_is_a_safe_folder_name_and_unique(name: str) -> None:
    head = head_of(changed(committee=name))
    taken: list[str] = []
    for _ in range(3):
        taken.append(meeting_id_of(head, taken))
    assert len(set(taken)) == 3
    for meeting_id in taken:
        assert set(meeting_id) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
        assert meeting_id.startswith("2026-11-17-")
