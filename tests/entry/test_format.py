"""What a line means can be written as a line again, whatever stands in it."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from protocol_tui.entry.cleaning import clean
from protocol_tui.entry.format import format_line
from protocol_tui.entry.lines import Interjection, Line, Speech, Verbatim, VoteLine
from protocol_tui.entry.parse import parse
from protocol_tui.errors import EntryError
from tests.entry.examples import KNOWN
from tests.entry.test_rows import LITERAL, ROWS
from tests.entry.values import lines, values

relaxed = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def attempt(line: str, *, in_file: bool) -> Line | EntryError:
    """Read a line, or give the error."""
    try:
        return parse(line, KNOWN, in_file=in_file)
    except EntryError as error:
        return error


@settings(relaxed, max_examples=1500)
@given(values)
def test_every_value_is_read_back_from_its_line_in_a_file(value: Line) -> None:
    assert parse(format_line(value, KNOWN, in_file=True), KNOWN, in_file=True) == value


@settings(relaxed, max_examples=1000)
@given(values)
def test_every_value_is_read_back_from_its_line_on_the_screen(value: Line) -> None:
    value = msgspec.structs.replace(value, time=None)
    assert parse(format_line(value, KNOWN), KNOWN) == value


@settings(relaxed, max_examples=10_000)
@given(lines)
def test_no_line_raises_anything_but_an_error_that_explains_itself(line: str) -> None:
    for in_file in (False, True):
        read = attempt(line, in_file=in_file)
        assert not isinstance(read, EntryError) or (read.sentence and read.remedy)


@settings(relaxed, max_examples=1500)
@given(lines, st.booleans())
def test_whatever_was_read_can_be_written_and_read_again(line: str, in_file: bool) -> None:  # noqa: FBT001 - hypothesis draws it
    read = attempt(line, in_file=in_file)
    if not isinstance(read, EntryError):
        assert parse(format_line(read, KNOWN, in_file=in_file), KNOWN, in_file=in_file) == read


@settings(relaxed, max_examples=500)
@given(lines)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize("written", [*ROWS, *LITERAL])
def test_every_example_can_be_written_again(written: str) -> None:
    meant = (ROWS | LITERAL)[written]
    assert parse(format_line(meant, KNOWN), KNOWN) == meant


USUAL: dict[str, Line] = {
    "hur: Text": Speech(body="Text", speakers=("hur",)),
    "? Text ??": Speech(body="Text", kind="question", flagged=True),
    "& hob hervor, dass> Text": Speech(body="Text", verb="hob hervor, dass", joined=True),
    " hur: Text": Speech(body="hur: Text"),
    "/prüfen  hur: Text": Speech(body="hur: Text", flagged=True),
    '"Text': Verbatim(body="Text"),
    "(Beifall)": Interjection(body="Beifall"),
    "#e2": VoteLine(result="unanimous", abstentions=2),
}


@pytest.mark.parametrize("written", USUAL)
def test_the_shortest_usual_form_is_written(written: str) -> None:
    assert format_line(USUAL[written], KNOWN) == written


@pytest.mark.parametrize(
    "value",
    [
        Speech(body=""),
        Speech(body=" Text"),
        Speech(body="Eins\n\nZwei"),
        Speech(body="Text", speakers=("gibtesnicht",)),
        Speech(body="Text", verb="sang"),
        VoteLine(result="counted"),
        VoteLine(result="majority", abstentions=2),
    ],
)
def test_a_value_no_line_can_say_is_an_error_and_never_another_line(value: Line) -> None:
    with pytest.raises(EntryError, match="nicht als Zeile"):
        format_line(value, KNOWN)
