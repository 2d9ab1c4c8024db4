"""The peer of `benchmarks.live_screen`: a Textual app that is nothing but a field to type in."""

from textual.app import App, ComposeResult
from textual.widgets import TextArea
from typing_extensions import override


class TextAreaApp(App[None]):
    """A text area over the whole screen."""

    CSS = "TextArea { width: 1fr; height: 1fr; border: none; }"

    @override
    def compose(self) -> ComposeResult:
        yield TextArea("bereit")


if __name__ == "__main__":
    TextAreaApp().run()
