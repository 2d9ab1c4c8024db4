"""The live screen, driven key by key."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.widgets import Input

from protocol_tui.domain import attendance
from protocol_tui.domain.entries import Answer, Entry, Interjection, Note, Question, Statement, Vote
from protocol_tui.domain.meeting import Meeting
from protocol_tui.minutes.typography import plain_blanks
from protocol_tui.tui.app import ProtocolApp
from protocol_tui.tui.dialogs.choose import ChooseDialog
from protocol_tui.tui.dialogs.read import ReadDialog
from protocol_tui.tui.screens.live import LiveScreen
from protocol_tui.tui.screens.meeting_list import MeetingListScreen
from protocol_tui.tui.surroundings import Surroundings
from protocol_tui.tui.widgets.panels import Chip, HintLine, StatusBar
from protocol_tui.tui.widgets.transcript import Transcript
from tests.fakes import FixedClock
from tests.tui.conftest import OPENED

SIZE = (120, 40)


def screen_of(app: ProtocolApp) -> LiveScreen:
    return next(screen for screen in app.screen_stack if isinstance(screen, LiveScreen))


def meeting_of(app: ProtocolApp) -> Meeting:
    return screen_of(app).session.recorder.meeting


def last(app: ProtocolApp) -> Entry:
    return meeting_of(app).entries[-1]


async def type_line(pilot: Pilot[int], text: str, end: str = "enter") -> None:
    """Type as a person would, then press the key that ends the line."""
    screen_of(pilot.app).line.insert(text)  # type: ignore[arg-type]  # the pilot's app is ours
    await pilot.press(end)
    await pilot.pause()


async def until(pilot: Pilot[int], true: Callable[[], bool]) -> None:
    """Wait until something is so: what follows a timer takes as long as the machine needs."""
    for _ in range(200):
        if true():
            return
        await pilot.pause(0.05)
    raise AssertionError("It did not come about within ten seconds.")


def hint(app: ProtocolApp) -> str:
    return str(screen_of(app).query_one(HintLine).render())


async def test_a_speaker_code_with_tab_becomes_the_chip_and_text_is_recorded_for_it(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("k", "r", "u", "tab")
        assert str(screen_of(live_app).query_one(Chip).render()) == "Abg. Dr. Krüger"
        await pilot.press(*"Gut.", "enter")
        entry = last(live_app)
        assert isinstance(entry, Statement)
        assert entry.typed == "Gut."
        assert entry.printed == "Abg. Dr. Krüger meinte: Gut."
        assert screen_of(live_app).line.text == ""


async def test_the_same_speaker_goes_on_without_a_reporting_clause(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "kru: Erstens.")
        await type_line(pilot, "Zweitens.")
        entry = last(live_app)
        assert isinstance(entry, Statement)
        assert entry.printed == "Zweitens."


async def test_question_answer_interjection_note_and_vote_are_recorded_by_their_signs(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        for line in ("hel: Der Bericht.", "kru? Wann?", "! Bald.", "(Beifall", ";nachsehen", "#e"):
            await type_line(pilot, line)
        kinds = [type(entry) for entry in meeting_of(live_app).entries[-6:]]
        assert kinds == [Statement, Question, Answer, Interjection, Note, Vote]
        answer = meeting_of(live_app).entries[-4]
        assert isinstance(answer, Answer)
        assert meeting_of(live_app).person(answer.speakers[0]) == meeting_of(live_app).person_by_code("hel")


async def test_a_letter_in_the_same_burst_as_a_backspace_comes_after_it(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press(*"Kenntniss.")
        for key, character in (("backspace", "\x7f"), ("backspace", "\x7f"), ("full_stop", "."), ("x", "x")):
            live_app.post_message(Key(key, character))
        await pilot.pause()
        assert screen_of(live_app).line.text == "Kenntnis.x"


async def test_tab_on_an_empty_line_goes_back_to_the_previous_speaker_and_further_at_each_press(
    live_app: ProtocolApp,
) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        for line in ("son: Eins.", "hel: Zwei.", "kru: Drei."):
            await type_line(pilot, line)
        chip = screen_of(live_app).query_one(Chip)
        await pilot.press("tab")
        assert str(chip.render()) == "Ltd. KVD Hellweg"
        await pilot.press("tab")
        assert str(chip.render()) == "Vorsitzende Sonntag"


async def test_a_wrong_line_rings_says_why_and_stays(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        before = len(meeting_of(live_app).entries)
        await type_line(pilot, "#9 9 9")
        assert screen_of(live_app).line.text == "#9 9 9"
        assert len(meeting_of(live_app).entries) == before
        assert "stimmberechtigt anwesend sind 2" in hint(live_app)


async def test_text_without_a_speaker_is_refused_with_the_way_out(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "Das ist gut.")
        assert "nn: Text" in hint(live_app)
        await pilot.press("home")
        screen_of(live_app).line.insert("nn: ", (0, 0))
        await pilot.press("enter")
        assert meeting_of(live_app).person("nn") is not None


async def test_an_empty_line_is_not_recorded(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        before = len(meeting_of(live_app).entries)
        await pilot.press("enter")
        assert len(meeting_of(live_app).entries) == before


async def test_up_on_an_empty_line_fetches_the_last_entry_and_enter_corrects_it_in_place(
    live_app: ProtocolApp,
) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "kru: Das ist gutt.")
        await type_line(pilot, "hel: Danke.")
        await pilot.press("up", "up")
        line = screen_of(live_app).line
        assert line.text == "kru: Das ist gutt."
        line.put("kru: Das ist gut.")
        await pilot.press("enter")
        entries = meeting_of(live_app).entries
        corrected = entries[-2]
        assert isinstance(corrected, Statement)
        assert corrected.typed == "Das ist gut."
        assert line.text == ""


async def test_escape_leaves_a_fetched_entry_but_never_discards_a_changed_one(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "kru: Gut.")
        await pilot.press("up", "escape")
        assert screen_of(live_app).line.text == ""
        await pilot.press("up", "end", "x", "escape")
        assert screen_of(live_app).line.text == "kru: Gut.x"
        assert "Strg+Z" in hint(live_app)
        await pilot.press("ctrl+z", "escape")
        assert screen_of(live_app).line.text == ""


async def test_down_comes_back_from_a_fetched_entry_to_the_empty_line(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "kru: Eins.")
        await type_line(pilot, "Zwei.")
        await pilot.press("up", "up", "down")
        assert screen_of(live_app).line.text == "kru: Zwei."
        await pilot.press("down")
        assert screen_of(live_app).line.text == ""
        assert screen_of(live_app).session.correction is None


async def test_an_entry_that_is_being_corrected_can_be_deleted_and_brought_back(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "kru: Gut.")
        count = len(meeting_of(live_app).entries)
        await pilot.press("up", "ctrl+d")
        assert len(meeting_of(live_app).entries) == count - 1
        await pilot.press("ctrl+z")
        assert len(meeting_of(live_app).entries) == count


async def test_undo_takes_typed_text_back_first_and_then_the_last_step(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "kru: Gut.")
        count = len(meeting_of(live_app).entries)
        await pilot.press("a", "b", "ctrl+z")
        assert screen_of(live_app).line.text == ""
        assert len(meeting_of(live_app).entries) == count
        await pilot.press("ctrl+z")
        assert "Nochmals Strg+Z" in hint(live_app)
        assert len(meeting_of(live_app).entries) == count
        await pilot.press("ctrl+z")
        assert len(meeting_of(live_app).entries) == count - 1
        assert "Zurückgenommen: Beitrag erfasst – 17:05 Abg. Dr. Krüger meinte: Gut." in hint(live_app)
        await pilot.press("ctrl+y")
        assert len(meeting_of(live_app).entries) == count


async def test_a_non_public_item_shows_in_words_and_marks_its_entries(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, ".")
        await type_line(pilot, "hel: Vertraulich.")
        status = str(screen_of(live_app).query_one(StatusBar).render())
        assert "NICHTÖFFENTLICH" in status
        assert not screen_of(live_app).query_one(Transcript).rows[-1].public


async def test_the_status_bar_counts_who_is_present_and_says_when_there_is_no_quorum(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        status = screen_of(live_app).query_one(StatusBar)
        assert "2/3" in str(status.render())
        await type_line(pilot, "-kru")
        assert "1/3 nicht beschlussfähig" in str(status.render())


async def test_pasted_line_breaks_become_paragraphs_and_never_submit(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press(*"kru", "tab")
        line = screen_of(live_app).line
        live_app.post_message(Paste("Erster Absatz.\nZweiter Absatz."))
        await pilot.pause()
        assert "\n" in line.text
        await pilot.press("enter")
        entry = last(live_app)
        assert isinstance(entry, Statement)
        assert entry.typed == "Erster Absatz.\nZweiter Absatz."


async def test_ctrl_j_begins_a_paragraph_in_the_line(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press(*"kru", "tab", "a", "ctrl+j", "b", "enter")
        entry = last(live_app)
        assert isinstance(entry, Statement)
        assert entry.typed == "a\nb"


async def test_umlauts_typed_decomposed_are_stored_composed(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "kru: U\u0308ber alles.")
        entry = last(live_app)
        assert isinstance(entry, Statement)
        assert entry.typed == "Über alles."


async def test_the_time_of_an_entry_is_that_of_its_first_key(live_app: ProtocolApp, clock: FixedClock) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("k")
        clock.time += dt.timedelta(minutes=3)
        await pilot.press(*"ru: Gut.", "enter")
        assert last(live_app).time == dt.time(17, 5)


async def test_the_hint_says_what_enter_would_do(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        screen_of(live_app).line.insert("kru: Gut.")
        await until(pilot, lambda: hint(live_app) == "→ Abg. Dr. Krüger meinte: Gut.")


async def test_the_unfinished_line_comes_back_after_a_crash_with_its_speaker(
    around: Surroundings, live_app: ProtocolApp
) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press(*"kru", "tab", *"Noch nicht fertig")
        recorder = screen_of(live_app).session.recorder
        await until(pilot, lambda: "fertig" in getattr(recorder.log.load_draft(), "text", ""))
        meeting_id = recorder.log.meeting_id
        recorder.log.close()
        again = ProtocolApp(around, meeting_id)
    async with again.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert screen_of(again).line.text == "Noch nicht fertig"
        assert str(screen_of(again).query_one(Chip).render()) == "Abg. Dr. Krüger"
        assert "wieder da" in hint(again)


async def test_a_second_window_reads_along_and_says_so(around: Surroundings, live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "kru: Eins.")
        reader = ProtocolApp(around, screen_of(live_app).session.recorder.log.meeting_id)
        async with reader.run_test(size=SIZE) as reading:
            assert screen_of(reader).line.disabled
            assert "nur gelesen" in hint(reader)
            await type_line(pilot, "kru: Zwei.")
            await until(reading, lambda: screen_of(reader).query_one(Transcript).rows[-1].text.endswith("Zwei."))


async def test_f1_shows_the_keys_and_the_grammar_and_any_usual_key_closes_it(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("f1")
        assert isinstance(live_app.screen, ReadDialog)
        await pilot.press("escape")
        assert isinstance(live_app.screen, LiveScreen)


async def test_the_menu_finds_a_command_by_part_of_its_name_and_runs_it(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("f10", *"vorschau", "enter")
        await pilot.pause()
        assert isinstance(live_app.screen, ReadDialog)


async def test_f8_calls_the_chosen_item(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("f8")
        assert isinstance(live_app.screen, ChooseDialog)
        await pilot.press("down", "enter")
        await pilot.pause()
        item = meeting_of(live_app).item(last(live_app).item)
        assert item is not None
        assert item.number == "2"


async def test_f2_gives_the_floor_to_the_chosen_person(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("f2", *"krueg", "enter")
        await pilot.pause()
        assert str(screen_of(live_app).query_one(Chip).render()) == "Abg. Dr. Krüger"


async def test_f9_lets_a_person_leave_and_come_back(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("f9", *"kru", "enter")
        await pilot.pause()
        assert "1/3" in str(screen_of(live_app).query_one(StatusBar).render())


async def test_ctrl_s_says_what_is_saved_and_where(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+s")
        assert "Alles gesichert" in hint(live_app)


async def test_f12_writes_the_word_documents_of_both_parts(live_app: ProtocolApp, tmp_path: Path) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "hel: Öffentlich.")
        await type_line(pilot, ".")
        await type_line(pilot, "hel: Vertraulich.")
        await pilot.press("f12")
        await live_app.workers.wait_for_complete()
        await pilot.pause()
        written = sorted(path.name for path in (tmp_path / "exports").iterdir())
        assert written == [
            "niederschrift-2026-11-17-inklusion-7-nichtoeffentlich.docx",
            "niederschrift-2026-11-17-inklusion-7.docx",
        ]
        assert "Geschrieben" in plain_blanks(hint(live_app))


async def test_f12_again_writes_beside_a_document_that_may_have_been_worked_on(
    live_app: ProtocolApp, tmp_path: Path
) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        for _ in range(2):
            await pilot.press("f12")
            await live_app.workers.wait_for_complete()
        written = sorted(path.name for path in (tmp_path / "exports").iterdir())
        assert written == ["niederschrift-2026-11-17-inklusion-7-2.docx", "niederschrift-2026-11-17-inklusion-7.docx"]


async def test_page_up_scrolls_the_transcript_back(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=(100, 20)) as pilot:
        for number in range(20):
            await type_line(pilot, f"kru: Satz {number}.")
        transcript = screen_of(live_app).query_one(Transcript)
        end = transcript.scroll_offset.y
        await pilot.press("pageup")
        await pilot.pause()
        assert transcript.scroll_offset.y < end
        await pilot.press("pagedown")
        await pilot.pause()
        assert transcript.scroll_offset.y == end


async def test_leaving_keeps_the_line_and_goes_back_to_the_list(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press(*"kru: halb", "ctrl+q")
        await pilot.pause()
        assert isinstance(live_app.screen, MeetingListScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert screen_of(live_app).line.text == "kru: halb"


async def test_markup_and_control_characters_in_the_text_are_shown_as_they_are(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "kru: [bold]x[/] [/] \x1b[31m rot")
        entry = last(live_app)
        assert isinstance(entry, Statement)
        assert entry.typed == "[bold]x[/] [/] [31m rot"
        await pilot.pause()
        assert "[bold]x[/]" in screen_of(live_app).query_one(Transcript).rows[-1].text


async def test_ten_thousand_characters_in_one_line_are_recorded_whole(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        text = "Wort " * 2000
        await type_line(pilot, f"kru: {text}")
        entry = last(live_app)
        assert isinstance(entry, Statement)
        assert entry.typed == text.strip()


async def test_tab_completes_a_command_and_the_hint_lists_those_that_begin_so(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press(*"/p")
        await until(pilot, lambda: "/pause" in hint(live_app))
        assert "/prüfen" in hint(live_app)
        await pilot.press("a", "tab")
        assert screen_of(live_app).line.text == "/pause "


async def test_a_hint_goes_with_the_line_it_was_about(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press(*"#9 9 9", "enter")
        assert "stimmberechtigt" in hint(live_app)
        screen_of(live_app).line.load_text("")
        await pilot.pause(0.2)
        assert hint(live_app) == ""


async def test_the_transcript_opens_at_its_end(around: Surroundings, replay: Callable[[str], str]) -> None:
    lines = "".join(f"kru: Satz {number}.\n" for number in range(60))
    app = ProtocolApp(around, replay(OPENED + lines))
    async with app.run_test(size=(80, 24)) as pilot:
        transcript = screen_of(app).query_one(Transcript)
        await until(pilot, lambda: transcript.scroll_offset.y == transcript.max_scroll_y > 30)
        assert not transcript.show_horizontal_scrollbar


async def test_ctrl_g_changes_the_data_of_the_meeting_and_undo_takes_it_back(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+g")
        await pilot.pause()
        place = live_app.screen.query_one("#place", Input)
        assert place.value == "Kreishaus"
        place.value = "Rathaus"
        live_app.screen.query_one("#end", Input).value = "25:00"
        await pilot.press("ctrl+s")
        assert "Ende" in str(live_app.screen.query_one(HintLine).render())
        live_app.screen.query_one("#end", Input).value = "18:30"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert meeting_of(live_app).head.place == "Rathaus"
        assert "Sitzung beendet 18:30" in str(screen_of(live_app).query_one(StatusBar).render())
        await pilot.press("ctrl+z")
        assert meeting_of(live_app).head.place == "Kreishaus"


async def test_a_choice_from_a_list_leaves_a_correction_alone(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "kru: Eins.")
        await pilot.press("up", "f9", *"kru", "enter")
        await pilot.pause()
        assert screen_of(live_app).line.text == "kru: Eins."
        assert "1/3" in str(screen_of(live_app).query_one(StatusBar).render())


async def test_keys_that_follow_enter_or_tab_in_a_burst_are_not_swallowed(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        line = screen_of(live_app).line
        for key in [*"hel", "tab", *"Eins.", "enter", *"Zwei.", "enter", *"kru", "tab", *"Drei"]:
            character = key if len(key) == 1 else None
            line.post_message(Key(key, character))  # all of them before the first is handled
        await until(pilot, lambda: line.text == "Drei")
        typed = [entry.typed for entry in meeting_of(live_app).entries if isinstance(entry, Statement)]
        assert typed == ["Eins.", "Zwei."]
        assert line.text == "Drei"
        assert str(screen_of(live_app).query_one(Chip).render()) == "Abg. Dr. Krüger"


async def test_ctrl_k_writes_the_extract_of_the_item_and_says_when_there_is_nothing(
    live_app: ProtocolApp, tmp_path: Path
) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+k")
        assert "Noch ist nichts beantragt" in hint(live_app)
        await type_line(pilot, "b: Der Bericht wird zur Kenntnis genommen.")
        await type_line(pilot, "#e")
        await pilot.press(*"Weiter", "ctrl+k", "enter")
        await pilot.pause()
        await live_app.workers.wait_for_complete()
        await pilot.pause()
        written = [path.name for path in (tmp_path / "exports").iterdir()]
        assert written == ["auszug-top-1-2026-11-17-inklusion-7.docx"]
        assert screen_of(live_app).line.text == "Weiter"


async def test_while_a_code_is_typed_the_hint_says_whom_tab_gives_the_floor(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("k")
        await until(pilot, lambda: "Tab gibt das Wort: kru (Abg. Dr. Krüger)" in hint(live_app))
        await pilot.press("r", ",", "h")
        await until(pilot, lambda: "Tab gibt das Wort: hel (Ltd. KVD Hellweg)" in hint(live_app))
        await pilot.press("tab")
        assert str(screen_of(live_app).query_one(Chip).render()) == "Abg. Dr. Krüger und Ltd. KVD Hellweg"


async def test_a_dialog_answered_twice_leaves_the_screen_below(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("f8")
        await pilot.pause()
        dialog = live_app.screen
        dialog.dismiss(None)
        dialog.dismiss(None)
        await pilot.pause()
        assert live_app.screen is screen_of(live_app)


async def test_leaving_twice_in_a_burst_leads_to_the_list_once(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        live = screen_of(live_app)
        live.action_leave()
        live.action_leave()
        await pilot.pause()
        assert isinstance(live_app.screen, MeetingListScreen)
        assert live_app.is_running


async def test_f9_stays_open_until_everybody_is_there(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("f9", *"kru", "enter", *"hel", "enter")
        await pilot.pause()
        here = attendance.present_at(meeting_of(live_app))
        assert not here & {"p2", "p3"}
        await pilot.press("escape", *"Weiter")
        assert screen_of(live_app).line.text == "Weiter"


async def test_ctrl_f_fetches_any_entry_by_words_of_it(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        for line in ("kru: Der Haushalt ist gut.", "hel: Danke.", "kru: Gern."):
            await type_line(pilot, line)
        await pilot.press("ctrl+f", *"haush", "enter")
        await pilot.pause()
        assert screen_of(live_app).line.text == "kru: Der Haushalt ist gut."
        await pilot.press("ctrl+f")
        assert "Erst die Zeile erfassen" in hint(live_app)


async def test_tab_behind_a_code_gives_the_floor_and_leaves_what_follows(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press(*"Das ist gut.", "ctrl+home", *"kru", "tab")
        assert screen_of(live_app).line.text == "Das ist gut."
        assert str(screen_of(live_app).query_one(Chip).render()) == "Abg. Dr. Krüger"
        await pilot.press("ctrl+end", "tab")
        assert "Kürzel am Anfang der Zeile" in hint(live_app)
        assert screen_of(live_app).line.text == "Das ist gut."


async def test_ctrl_u_deletes_to_the_beginning_however_the_line_is_wrapped(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=(80, 24)) as pilot:
        screen_of(live_app).line.insert("Ein langer Satz, der nicht in eine Zeile passt. " * 4)
        await pilot.press("ctrl+u")
        assert screen_of(live_app).line.text == ""


async def test_what_was_typed_in_one_go_is_taken_back_word_by_word_and_comes_again(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press(*"Das ist gut", "ctrl+z")
        assert screen_of(live_app).line.text.rstrip() == "Das ist"
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert screen_of(live_app).line.text == ""
        await pilot.press(*["ctrl+y"] * 5)
        assert screen_of(live_app).line.text == "Das ist gut"


async def test_who_is_still_there_as_a_guest_is_said_when_the_public_is_excluded(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "/gast Frau Dr. Ilse Kern, Schulpflegschaft")
        await type_line(pilot, ".")
        assert hint(live_app) == "Nichtöffentlich. Noch als anwesend erfasst: Frau Dr. Kern (-ker)."


async def test_a_vote_that_does_not_add_up_is_stored_and_said_so(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "#1 0 0")
        assert "es geht nicht auf: 1 von 2 Stimmberechtigten, 1 fehlt" in hint(live_app)
