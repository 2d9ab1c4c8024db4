"""Every row of the grammar's table, with what it means."""

import datetime as dt

import pytest

from protocol_tui.entry.lines import (
    AddItem,
    AssignSpeaker,
    CallToOrder,
    Candidate,
    Chair,
    Counts,
    Election,
    End,
    FlagLast,
    Guest,
    Interjection,
    ItemJump,
    ItemStep,
    Line,
    Movement,
    Narration,
    NonPublic,
    Note,
    Pause,
    Presence,
    Public,
    Recuse,
    ResolutionLine,
    Resume,
    RollCall,
    SecretVote,
    SpeakerChange,
    Speech,
    Substitute,
    Verbatim,
    VoteLine,
    WithdrawItem,
)
from protocol_tui.entry.parse import parse
from tests.entry.examples import KNOWN

SPOKEN: dict[str, Line] = {
    "Text": Speech(body="Text"),
    "hur: Text": Speech(body="Text", speakers=("hur",)),
    "hur:": SpeakerChange(speakers=("hur",)),
    "hur,deu:": SpeakerChange(speakers=("hur", "deu")),
    "hur,deu,fle? Text": Speech(body="Text", kind="question", speakers=("hur", "deu", "fle")),
    "er: Text": Speech(body="Text", pronoun="er"),
    "sie: Text": Speech(body="Text", pronoun="sie"),
    "? Text": Speech(body="Text", kind="question"),
    "hur? Text": Speech(body="Text", kind="question", speakers=("hur",)),
    "! Text": Speech(body="Text", kind="answer"),
    "v! Text": Speech(body="Text", kind="answer", speakers=("v",)),
    "* Text": Speech(body="Text", kind="motion"),
    "hur* Text": Speech(body="Text", kind="motion", speakers=("hur",)),
    "/go Text": Speech(body="Text", kind="procedural"),
    "/go hur: Text": Speech(body="Text", kind="procedural", speakers=("hur",)),
    "/go er: Text": Speech(body="Text", kind="procedural", pronoun="er"),
    "/aea Text": Speech(body="Text", kind="amendment"),
    "/äa hur: stellte klar> Text": Speech(body="Text", kind="amendment", speakers=("hur",), verb="stellte klar"),
    "allr: hob besonders hervor, dass> Dem Landrat und mir ist es lieb.": Speech(
        body="Dem Landrat und mir ist es lieb.", speakers=("allr",), verb="hob besonders hervor, dass"
    ),
    "allr: kündigte an, zu> Ich werde gehen.": Speech(
        body="Ich werde gehen.", speakers=("allr",), verb="kündigte an, zu"
    ),
    "berichtete> Text": Speech(body="Text", verb="berichtete"),
    "berichtete > Text": Speech(body="Text", verb="berichtete"),
    "hh> Text": Speech(body="Text", verb="hob hervor, dass"),
    "hur? fragte> Warum?": Speech(body="Warum?", kind="question", speakers=("hur",), verb="fragte"),
    "er: be> Text": Speech(body="Text", pronoun="er", verb="berichtete"),
    "& Text": Speech(body="Text", joined=True),
    "& hur? Text": Speech(body="Text", kind="question", speakers=("hur",), joined=True),
    "& /go Text": Speech(body="Text", kind="procedural", joined=True),
    "& hh> Text": Speech(body="Text", verb="hob hervor, dass", joined=True),
    "nn: Text": Speech(body="Text", speakers=("nn",)),
    "nn,hur: Text": Speech(body="Text", speakers=("nn", "hur")),
    "= Text": Narration(body="Text"),
    "& = Text": Narration(body="Text", joined=True),
    '"Text': Verbatim(body="Text"),
    '"Text"': Verbatim(body="Text"),
    'hur: "Text': Verbatim(body="Text", speakers=("hur",)),
    'hur: "Text" ??': Verbatim(body="Text", speakers=("hur",), flagged=True),
    "(Text": Interjection(body="Text"),
    "(Text)": Interjection(body="Text"),
    "(Beifall (links))": Interjection(body="Beifall (links)"),
    "(hur: Text)": Interjection(body="Text", speakers=("hur",)),
    "(hur,deu: Text": Interjection(body="Text", speakers=("hur", "deu")),
    "(nn: Text) ??": Interjection(body="Text", speakers=("nn",), flagged=True),
    "& (Beifall)": Interjection(body="Beifall", joined=True),
    ";Text": Note(body="Text"),
    "; Text ??": Note(body="Text", flagged=True),
    "b: Text": ResolutionLine(body="Text"),
    "b: 1. Eins\n2. Zwei": ResolutionLine(body="1. Eins\n2. Zwei"),
}

COUNTED = VoteLine(result="counted", counts=Counts(yes=12, no=3, abstentions=1))
VOTES: dict[str, Line] = {
    "#12 3 1": COUNTED,
    "#12/3/1": COUNTED,
    "#12:3:1": COUNTED,
    "#12 / 3 / 1": COUNTED,
    "#12 3 1 2": VoteLine(result="counted", counts=Counts(yes=12, no=3, abstentions=1, invalid=2)),
    "#12:3:1:0:4": VoteLine(result="counted", counts=Counts(yes=12, no=3, abstentions=1, invalid=0, not_voting=4)),
    "#12 3 1 ??": VoteLine(result="counted", counts=Counts(yes=12, no=3, abstentions=1), flagged=True),
    "#e": VoteLine(result="unanimous"),
    "#E": VoteLine(result="unanimous"),
    "#e2": VoteLine(result="unanimous", abstentions=2),
    "#m": VoteLine(result="majority"),
    "#ea": VoteLine(result="unanimously_rejected"),
    "#ma": VoteLine(result="rejected_by_majority"),
    "#v": VoteLine(result="adjourned"),
    "#z": VoteLine(result="withdrawn"),
    "/geheim 12 3 1": SecretVote(counts=Counts(yes=12, no=3, abstentions=1)),
    "/geheim 12/3/1/2": SecretVote(counts=Counts(yes=12, no=3, abstentions=1, invalid=2)),
    "/namentlich ja=hur,deu nein=kr enth=ah": RollCall(yes=("hur", "deu"), no=("kr",), abstentions=("ah",)),
    "/namentlich nein=kr": RollCall(no=("kr",)),
    "/wahl Amt: Müller 12, Schulz 9, nein=2, enth=1, ung=0": Election(
        office="Amt",
        candidates=(Candidate(name="Müller", votes=12), Candidate(name="Schulz", votes=9)),
        no=2,
        abstentions=1,
        invalid=0,
    ),
    "/wahl Stellvertretung im Vorsitz: Dr. Anna von Berg 7 ??": Election(
        office="Stellvertretung im Vorsitz", candidates=(Candidate(name="Dr. Anna von Berg", votes=7),), flagged=True
    ),
}

COURSE: dict[str, Line] = {
    "+hur": Presence(movements=(Movement(arrives=True, code="hur"),)),
    "+hur 1842": Presence(movements=(Movement(arrives=True, code="hur", at=dt.time(18, 42)),)),
    "-oez 18:42 ??": Presence(movements=(Movement(arrives=False, code="oez", at=dt.time(18, 42)),), flagged=True),
    "+v +kr -ah 905": Presence(
        movements=(
            Movement(arrives=True, code="v"),
            Movement(arrives=True, code="kr"),
            Movement(arrives=False, code="ah", at=dt.time(9, 5)),
        )
    ),
    ".": ItemStep(),
    ".5.2": ItemJump(number="5.2"),
    ".A3": ItemJump(number="A3"),
    ".a3": ItemJump(number="A3"),
    "/pause": Pause(),
    "/pause Beratung der Fraktionen": Pause(reason="Beratung der Fraktionen"),
    "/pause ??": Pause(flagged=True),
    "/weiter": Resume(),
    "/nö": NonPublic(),
    "/noe": NonPublic(),
    "/NÖ": NonPublic(),
    "/ö": Public(),
    "/oe": Public(),
    "/befangen hur": Recuse(code="hur"),
    "/ruf hur": CallToOrder(code="hur"),
    "/ruf hur Zwischenrufe trotz Mahnung": CallToOrder(code="hur", reason="Zwischenrufe trotz Mahnung"),
    "/gast Dr. Anna Weber": Guest(name="Dr. Anna Weber"),
    "/vertritt kr hur": Substitute(code="kr", principal="hur"),
    "/vorsitz kr": Chair(code="kr"),
    "/prüfen": FlagLast(),
    "/pruefen": FlagLast(),
    "/prüfen Text": Speech(body="Text", flagged=True),
    "/prüfen  hur: Text": Speech(body="hur: Text", flagged=True),
    "/prüfen & (Beifall)": Interjection(body="Beifall", joined=True, flagged=True),
    "/redner hur": AssignSpeaker(speakers=("hur",)),
    "/redner hur,deu": AssignSpeaker(speakers=("hur", "deu")),
    "/redner nn": AssignSpeaker(speakers=("nn",)),
    "/ende": End(),
    "/ende 2010": End(at=dt.time(20, 10)),
    "/top 7.1 Verschiedenes im Kreis": AddItem(number="7.1", title="Verschiedenes im Kreis"),
    "/absetzen 5.2": WithdrawItem(number="5.2"),
}

ROWS = SPOKEN | VOTES | COURSE


@pytest.mark.parametrize("written", ROWS)
def test_every_row_of_the_grammar_means_what_the_table_says(written: str) -> None:
    assert parse(written, KNOWN) == ROWS[written]


@pytest.mark.parametrize("written", ROWS)
def test_a_time_may_stand_before_every_row_in_a_file(written: str) -> None:
    read = parse(f"17:02 {written}", KNOWN, in_file=True)
    assert read.time == dt.time(17, 2)
    assert read != ROWS[written]


def test_a_time_is_text_where_the_line_is_typed_live() -> None:
    assert parse("17:02 Uhr war es", KNOWN) == Speech(body="17:02 Uhr war es")
    assert parse("17:02 hur: Text", KNOWN) == Speech(body="17:02 hur: Text")


def test_two_question_marks_at_the_end_flag_the_entry() -> None:
    assert parse("hur: Text ??", KNOWN) == Speech(body="Text", speakers=("hur",), flagged=True)
    assert parse("Text??", KNOWN) == Speech(body="Text??")
    assert parse("Text ?? ??", KNOWN) == Speech(body="Text ??", flagged=True)


LITERAL: dict[str, Line] = {
    " hur: Text": Speech(body="hur: Text"),
    " Text ??": Speech(body="Text ??"),
    " #12 3 1": Speech(body="#12 3 1"),
    " berichtete> Text": Speech(body="berichtete> Text"),
    "hur:  berichtete> Text ??": Speech(body="berichtete> Text ??", speakers=("hur",)),
    'hur:  "Text': Speech(body='"Text', speakers=("hur",)),
    "hur: berichtete>  Text ??": Speech(body="Text ??", speakers=("hur",), verb="berichtete"),
    "?  Text ??": Speech(body="Text ??", kind="question"),
    "&  & Text": Speech(body="& Text", joined=True),
    "=  Text ??": Narration(body="Text ??"),
    ";  Text ??": Note(body="Text ??"),
    "b:  Text ??": ResolutionLine(body="Text ??"),
    '"  Er rief "nein" dazu ??': Verbatim(body='Er rief "nein" dazu ??'),
    "(  hur: Text)": Interjection(body="hur: Text)"),
    "(hur:  Text) ??": Interjection(body="Text) ??", speakers=("hur",)),
    "/go  hur: Text ??": Speech(body="hur: Text ??", kind="procedural"),
    "/gast  Anna ??": Guest(name="Anna ??"),
}


@pytest.mark.parametrize("written", LITERAL)
def test_a_blank_before_the_body_makes_it_literal(written: str) -> None:
    assert parse(written, KNOWN) == LITERAL[written]


def test_a_blank_after_the_time_makes_a_line_of_a_file_literal() -> None:
    read = parse("17:02  hur: Text", KNOWN, in_file=True)
    assert read == Speech(body="hur: Text", time=dt.time(17, 2))
