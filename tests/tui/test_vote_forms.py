"""F5: the forms of a vote, key by key; each makes a line that could have been typed."""

from __future__ import annotations

from collections.abc import Callable

from textual.widgets import Static

from protocol_tui.domain.entries import Vote
from protocol_tui.tui.app import ProtocolApp
from protocol_tui.tui.dialogs.by_group import GroupVoteDialog
from protocol_tui.tui.dialogs.count import CountDialog
from protocol_tui.tui.dialogs.election import ElectionDialog
from protocol_tui.tui.dialogs.roll_call import RollCallDialog
from protocol_tui.tui.screens.live import LiveScreen
from protocol_tui.tui.shown import Shown
from protocol_tui.tui.surroundings import Surroundings
from tests.tui.conftest import HEAD
from tests.tui.test_live_screen import SIZE, hint, last, meeting_of, screen_of, type_line, until


def vote_of(app: ProtocolApp) -> Vote:
    entry = last(app)
    assert isinstance(entry, Vote)
    return entry


def told(app: ProtocolApp) -> str:
    return str(app.screen.query_one("#sum", Static).render())


async def test_a_vote_is_counted_in_fields_and_taken_once_it_adds_up(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("f5", "enter")
        assert isinstance(live_app.screen, CountDialog)
        await pilot.press("1", "enter")
        assert "1 von 2 Stimmberechtigten, 1 fehlt" in told(live_app)
        await pilot.press("0", "enter", "1", "enter")
        assert isinstance(live_app.screen, LiveScreen)
        vote = vote_of(live_app)
        assert (vote.yes, vote.no, vote.abstentions, vote.form) == (1, 0, 1, "open")


async def test_more_votes_than_voters_are_told_and_not_taken(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        before = len(meeting_of(live_app).entries)
        await pilot.press("f5", "enter", "9")
        assert "stimmberechtigt anwesend sind 2" in told(live_app)
        await pilot.press("escape")
        assert len(meeting_of(live_app).entries) == before


async def test_an_outcome_alone_is_chosen_by_typing_its_name(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("f5", *"einst", "enter")
        assert vote_of(live_app).result == "unanimous"


async def test_a_secret_vote_has_the_same_fields(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("f5", *"geheim", "enter", "2", "enter", "enter", "enter")
        assert (vote_of(live_app).form, vote_of(live_app).yes) == ("secret", 2)


async def test_a_vote_by_name_takes_one_key_a_voter(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("f5", *"nament", "enter")
        assert isinstance(live_app.screen, RollCallDialog)
        await pilot.press("j", "j", "backspace", "n")
        assert told(live_app) == "1 Ja, 1 Nein, 0 Enthaltung; offen: 0"
        await pilot.press("enter")
        vote = vote_of(live_app)
        assert (vote.form, vote.yes, vote.no) == ("roll_call", 1, 1)


async def test_who_is_recused_has_no_vote_and_is_named(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "/befangen kru")
        await pilot.press("f5", *"nament", "enter")
        title = str(live_app.screen.query(Static).first().render())
        assert "Stimmberechtigt anwesend: 1 · befangen: Abg. Dr. Krüger" in title


async def test_what_was_being_typed_is_still_there_after_a_vote(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "kru: Ich wollte noch", end="f5")
        await pilot.press(*"einst", "enter")
        assert vote_of(live_app).result == "unanimous"
        assert screen_of(live_app).line.text == "kru: Ich wollte noch"


async def test_a_typed_vote_is_told_as_it_will_be_printed(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await type_line(pilot, "#1 0 0", end="end")
        await until(pilot, lambda: "1 von 2 Stimmberechtigten, 1 fehlt" in hint(live_app))


async def test_figures_that_would_be_refused_stay_in_their_fields(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("f5", "enter", "9", "enter", "0", "enter", "0", "enter")
        assert isinstance(live_app.screen, CountDialog)
        assert live_app.screen.line == "#9 0 0"


async def test_without_attendance_every_figure_is_asked_for(around: Surroundings, replay: Callable[[str], str]) -> None:
    app = ProtocolApp(around, replay(HEAD + ".1\n"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f5", "enter")
        assert "nicht erfasst" in str(app.screen.query(Static).first().render())
        await pilot.press("7", "enter", "2", "enter", "1", "enter")
        assert (vote_of(app).yes, vote_of(app).no, vote_of(app).abstentions) == (7, 2, 1)


async def test_a_vote_by_groups_takes_one_key_a_group_and_names_who_lost(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("f5", *"frakt", "enter")
        assert isinstance(live_app.screen, GroupVoteDialog)
        await pilot.press("j", "n")
        assert "1 Ja, 1 Nein – abgelehnt gegen die Stimme der SPD" in told(live_app)
        await pilot.press("backspace", "e", "enter")
        vote = vote_of(live_app)
        assert (vote.yes, vote.no, vote.abstentions) == (1, 0, 1)
        assert [(each.group, each.ballot) for each in vote.groups] == [("CDU", "abstention")]


async def test_a_group_that_does_not_vote_as_one_is_split_by_figures(
    around: Surroundings, replay: Callable[[str], str]
) -> None:
    more = HEAD.replace(
        "[[agenda]]",
        '[[people]]\ncode = "ott"\nname = "Ina Ott"\ngroup = "SPD"\nvotes = true\n\n[[agenda]]',
        1,
    )
    app = ProtocolApp(around, replay(more + "17:00 +son +kru +ott\n.1\n"))
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LiveScreen))
        await pilot.press("f5", *"frakt", "enter", "1", "j", "1", "n", "n", "enter")
        vote = vote_of(app)
        assert (vote.yes, vote.no) == (1, 2)
        assert [(each.group, each.ballot, each.votes) for each in vote.groups] == [("SPD", "yes", 1)]


async def test_more_of_a_group_than_it_has_are_not_taken(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("f5", *"frakt", "enter", "9", "j", "enter")
        assert isinstance(live_app.screen, GroupVoteDialog)


async def test_an_election_is_taken_from_its_form(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press(
            "f5", *"wahl", "enter", *"Vorsitz", "enter", *"Anna Ott", "enter", "1", "tab", *"Ute Rau", "tab", "1"
        )
        assert "Wahl Vorsitz: Anna Ott 1, Ute Rau 1" in told(live_app)
        await pilot.press("enter")
        vote = vote_of(live_app)
        assert (vote.form, vote.office) == ("election", "Vorsitz")
        assert [(each.name, each.votes) for each in vote.candidates] == [("Anna Ott", 1), ("Ute Rau", 1)]


async def test_an_election_without_a_name_is_not_taken_and_nothing_is_lost(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        before = len(meeting_of(live_app).entries)
        await pilot.press("f5", *"wahl", "enter", *"Vorsitz", *["enter"] * 20)
        assert len(meeting_of(live_app).entries) == before
        await pilot.press("escape")
        assert isinstance(live_app.screen, LiveScreen)


async def test_a_form_that_does_not_add_up_is_taken_only_once_that_has_been_said(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("f5", *"nament", "enter", "j", "enter")
        assert "offen: 1. Das geht nicht auf. Nochmals Enter" in told(live_app)
        assert isinstance(live_app.screen, RollCallDialog)
        await pilot.press("enter")
        assert vote_of(live_app).yes == 1
        await pilot.press("f5", *"frakt", "enter", "j", "enter")
        assert isinstance(live_app.screen, GroupVoteDialog)
        assert "Nochmals Enter" in told(live_app)
        await pilot.press("enter")
        assert vote_of(live_app).yes == 1


async def test_the_rest_of_a_group_joins_those_of_it_who_voted_the_same_before(live_app: ProtocolApp) -> None:
    form = GroupVoteDialog("", [("SPD", 3)], lambda line: Shown(line, "geht auf"))
    async with live_app.run_test(size=SIZE) as pilot:
        live_app.push_screen(form)
        await pilot.press("1", "j", "j")
        assert form.line == "#3 0 0"


async def test_an_election_whose_votes_are_not_all_there_goes_on_and_asks_at_the_end(live_app: ProtocolApp) -> None:
    async with live_app.run_test(size=SIZE) as pilot:
        await pilot.press("f5", *"wahl", "enter", *"Vorsitz", "enter", *"Anna Ott", "enter", "1", *["enter"] * 10)
        assert isinstance(live_app.screen, ElectionDialog)
        assert "Nochmals Enter" in told(live_app)
        await pilot.press("enter")
        assert [(each.name, each.votes) for each in vote_of(live_app).candidates] == [("Anna Ott", 1)]
