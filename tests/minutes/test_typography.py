"""No-break spaces (row X2): where a line must not end, it cannot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol_tui.minutes.typography import plain_blanks, set_blanks


@pytest.mark.parametrize(
    "text",
    [
        "Dr.·X",
        "Abg.·Hurnik",
        "Agb.·Dr.·Fleck",
        "§·41",
        "§§·41 ff.",
        "Abs.·5",
        "Nr.·3",
        "10·Uhr",
        "9:50·Uhr",
        "5·%",
        "3·Mio.·€",
        "240.000·Euro",
        "z.·B.",
        "d.·h.",
        "16.·Juni",
        "TOP·3",
        "Herr·Neuber",
    ],
)
def test_what_belongs_together_is_not_torn_apart(text: str) -> None:
    written = f"Am Anfang {text} am Ende."
    assert set_blanks(written.replace("·", " ")) == written.replace("·", "\u00a0")


def test_a_range_of_hours_has_an_en_dash() -> None:
    assert plain_blanks(set_blanks("von 18-20 Uhr")) == "von 18–20 Uhr"


@given(st.text())
def test_only_blanks_and_dashes_of_ranges_are_ever_changed_and_a_second_pass_changes_nothing(text: str) -> None:
    once = set_blanks(text)
    assert set_blanks(once) == once
    assert _letters(once) == _letters(text)


def _letters(text: str) -> str:
    return plain_blanks(text).replace("–", "-").replace(" ", "")
