"""Order keys: there is always room for one more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol_tui.domain import order


@given(places=st.lists(st.integers(0, 10_000), max_size=300))
def test_a_key_lies_between_its_neighbours_wherever_entries_are_put_in(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        index = place % (len(keys) + 1)
        low = keys[index - 1] if index else ""
        high = keys[index] if index < len(keys) else ""
        key = order.between(low, high)
        assert low < key
        assert not high or key < high
        keys.insert(index, key)


def test_keys_at_the_end_count_up_and_stay_short() -> None:
    key = order.first()
    for _ in range(50_000):
        following = order.after(key)
        assert key < following
        key = following
    assert len(key) == 8


def test_nothing_lies_between_a_key_and_itself() -> None:
    with pytest.raises(ValueError, match="no key"):
        order.between("00000002", "00000002")
