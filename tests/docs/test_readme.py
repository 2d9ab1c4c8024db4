"""The README says what the code says."""

from __future__ import annotations

import pytest

from scripts import key_table


def test_the_table_of_keys_is_the_one_the_code_gives_now() -> None:
    assert key_table.table_in(key_table.README.read_text(encoding="utf-8")) == key_table.key_table()


def test_renewing_the_table_changes_nothing_else() -> None:
    text = key_table.README.read_text(encoding="utf-8")
    assert key_table.with_table(text) == text


def test_a_text_without_a_place_for_the_table_is_refused() -> None:
    with pytest.raises(ValueError, match="no place"):
        key_table.with_table("# protocol-tui\n")
