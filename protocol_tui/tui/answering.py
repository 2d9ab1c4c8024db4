"""Screens that are opened to be answered."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen
from typing_extensions import override

T = TypeVar("T")


class AnswersOnce(Screen[T]):
    """Closes itself only: of two keys in a burst that both answer, the second must not close the screen below."""

    @override
    def dismiss(self, result: T | None = None) -> AwaitComplete:
        return super().dismiss(result) if self.is_active else AwaitComplete()
