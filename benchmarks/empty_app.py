"""The peer of `benchmarks.first_paint`: a Textual app with nothing but a line of text."""

from textual.app import App, ComposeResult
from textual.widgets import Static
from typing_extensions import override


class EmptyApp(App[None]):
    """Shows that it is there."""

    @override
    def compose(self) -> ComposeResult:
        yield Static("bereit")


if __name__ == "__main__":
    EmptyApp().run()
