"""What a benchmark says: ratios against a reference measured in the same run, never seconds against a limit."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Figure(NamedTuple):
    """A measured figure. `limit` is the most it may be, None where it is only told."""

    name: str
    value: float
    unit: str = "×"
    limit: float | None = None

    @property
    def over(self) -> bool:
        return self.limit is not None and self.value > self.limit


def seconds(call: Callable[[], object]) -> float:
    """How long a call takes."""
    begin = time.perf_counter()
    call()
    return time.perf_counter() - begin


def interleaved(calls: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """The median seconds of each call, taken in turns so that noise hits all of them alike."""
    taken: list[list[float]] = [[] for _ in calls]
    for _ in range(rounds):
        for call, times in zip(calls, taken, strict=True):
            times.append(seconds(call))
    return [statistics.median(times) for times in taken]
