"""The first screen and the form of a new meeting."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.events import Key
from textual.widgets import Input, OptionList, TextArea

from protocol_tui.tui.app import ProtocolApp
from protocol_tui.tui.dialogs.ask import AskDialog
from protocol_tui.tui.screens.live import LiveScreen
from protocol_tui.tui.screens.meeting_list import MeetingListScreen
from protocol_tui.tui.screens.new_meeting import NewMeetingScreen
from protocol_tui.tui.surroundings import Surroundings
from protocol_tui.tui.widgets.panels import HintLine
from tests.tui.conftest import OPENED
from tests.tui.test_live_screen import SIZE, meeting_of

PEOPLE = """son; Vorsitzende; Paula Sonntag; SPD; f; ja
; Abg.; Dr. Jens von der Heide; CDU; m; ja
hel; Ltd. KVD; Arnd Hellweg; Verwaltung; m"""


async def test_enter_opens_the_marked_meeting(around: Surroundings, replay: Callable[[str], str]) -> None:
    replay(OPENED)
    app = ProtocolApp(around)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, LiveScreen)


async def test_m_reads_a_mitschrift_and_opens_the_meeting(around: Surroundings, tmp_path: Path) -> None:
    path = tmp_path / "neu.txt"
    path.write_text(OPENED, encoding="utf-8")
    app = ProtocolApp(around)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("m")
        assert isinstance(app.screen, AskDialog)
        app.screen.query_one(Input).value = str(path)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, LiveScreen)


async def test_a_mitschrift_that_is_not_there_is_a_sentence_on_the_list(around: Surroundings) -> None:
    app = ProtocolApp(around)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("m", *"fehlt.txt", "enter")
        await pilot.pause()
        assert isinstance(app.screen, MeetingListScreen)
        assert "fehlt.txt" in str(app.screen.query_one(HintLine).render())


async def test_the_form_makes_a_meeting_with_people_and_agenda(around: Surroundings) -> None:
    app = ProtocolApp(around)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n")
        form = app.screen
        assert isinstance(form, NewMeetingScreen)
        for name, value in {
            "committee": "Sozialausschuss",
            "body": "Kreis Musterland",
            "number": "7",
            "date": "17.11.2026",
            "start": "17:00",
            "chair": "son",
            "members": "3",
        }.items():
            form.query_one(f"#{name}", Input).value = value
        form.query_one("#people", TextArea).text = PEOPLE
        form.query_one("#agenda", TextArea).text = "1; Beratungsstelle; 112/26\n2; Personal; ; nö"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, LiveScreen)
        meeting = meeting_of(app)
        assert [person.code for person in meeting.people] == ["son", "hei", "hel"]
        heide = meeting.person_by_code("hei")
        assert heide is not None
        assert (heide.title, heide.label) == ("Dr.", "Abg. Dr. von der Heide")
        assert [(item.number, item.public) for item in meeting.items] == [("1", True), ("2", False)]


async def test_a_wrong_field_of_the_form_is_named_and_nothing_typed_is_lost(around: Surroundings) -> None:
    app = ProtocolApp(around)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n")
        form = app.screen
        form.query_one("#committee", Input).value = "Rat"
        form.query_one("#date", Input).value = "31.02.2026"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert app.screen is form
        assert "Datum" in str(form.query_one(HintLine).render())
        assert form.query_one("#committee", Input).value == "Rat"
        form.query_one("#date", Input).value = "28.02.2026"
        form.query_one("#people", TextArea).text = "nur ein Name"
        await pilot.press("ctrl+s")
        assert "Personen, Zeile 1" in str(form.query_one(HintLine).render())


async def test_ctrl_q_leaves_the_form_and_then_the_program(around: Surroundings) -> None:
    app = ProtocolApp(around)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n", "ctrl+q")
        await pilot.pause()
        assert isinstance(app.screen, MeetingListScreen)
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert app.return_value == 0


async def test_f12_on_the_list_writes_the_marked_meeting(
    around: Surroundings, replay: Callable[[str], str], tmp_path: Path
) -> None:
    replay(OPENED)
    app = ProtocolApp(around)
    async with app.run_test(size=SIZE) as pilot:
        assert app.screen.query_one(OptionList).option_count == 1
        await pilot.press("f12")
        await app.workers.wait_for_complete()
        await pilot.pause()
    assert [path.suffix for path in (tmp_path / "exports").iterdir()] == [".docx"]


async def test_what_is_typed_right_behind_tab_goes_to_the_next_field(around: Surroundings) -> None:
    app = ProtocolApp(around)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n")
        await pilot.pause()
        for key in [*"Rat", "tab", *"Stadt", "tab", *"7"]:
            app.post_message(Key(key, key if len(key) == 1 else None))  # all of them before the first is handled
        for _ in range(100):
            values = [app.screen.query_one(f"#{name}", Input).value for name in ("committee", "body", "number")]
            if values[-1]:
                break
            await pilot.pause(0.05)
        assert values == ["Rat", "Stadt", "7"]
