"""The form of a new meeting."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static, TextArea
from typing_extensions import override

from protocol_tui.errors import ProtocolError
from protocol_tui.services.forms import MeetingForm, head_of
from protocol_tui.tui import texts
from protocol_tui.tui.answering import AnswersOnce
from protocol_tui.tui.commands import Place, bindings_at
from protocol_tui.tui.surroundings import Surroundings
from protocol_tui.tui.widgets.key_bar import KeyBar
from protocol_tui.tui.widgets.panels import HintLine

FIELDS = (
    ("committee", "Gremium", "Ausschuss für Inklusion und Gesundheit"),
    ("body", "Körperschaft", "Kreis Musterland"),
    ("number", "Nummer", "7"),
    ("term", "Wahlperiode", "2025–2030"),
    ("date", "Datum", "17.11.2026"),
    ("start", "Beginn", "17:00"),
    ("end", "Ende", "19:30"),
    ("place", "Ort", "Kreishaus, Sitzungssaal 1"),
    ("members", "Mitgliederzahl", "17"),
    ("chair", "Vorsitz (Kürzel)", "son"),
    ("clerk", "Schriftführung (Kürzel)", "bra"),
)
_AREAS = (
    (
        "people",
        "Personen, eine je Zeile: Kürzel; Funktion; Name; Fraktion; m/f; stimmt",
        "son; Vorsitzende; Paula Sonntag; SPD; f; ja\nhel; Ltd. KVD; Arnd Hellweg; Verwaltung; m",
    ),
    (
        "agenda",
        "Tagesordnung, ein Punkt je Zeile: Nummer; Titel; Vorlage; nö",
        "1; Aufbau der Beratungsstelle; 112/26\n2; Personalangelegenheiten; ; nö",
    ),
)


FORM_BINDINGS: list[BindingType] = [
    *bindings_at("form"),
    # Taken first, so that what is typed right behind Tab goes to the next field, however quick it comes.
    Binding("tab", "app.focus_next", show=False, priority=True),
    Binding("shift+tab", "app.focus_previous", show=False, priority=True),
]


class HeadFields(Grid):
    """The fields of a meeting's head, each with its label and an example."""

    def __init__(self, form: MeetingForm) -> None:
        super().__init__(id="fields")
        self._form = form

    @override
    def compose(self) -> ComposeResult:
        for name, label, example in FIELDS:
            yield Static(Content(label), classes="label")
            value: str = getattr(self._form, name)
            yield Input(value, placeholder=f"z. B. {example}", id=name, compact=True, select_on_focus=False)

    def values(self) -> dict[str, str]:
        """What stands in the fields, by name."""
        return {name: self.query_one(f"#{name}", Input).value for name, _, _ in FIELDS}


class NewMeetingScreen(AnswersOnce[str | None]):
    """Asks for head, people and agenda; answers the id of the meeting made, or None."""

    BINDINGS: ClassVar[list[BindingType]] = FORM_BINDINGS
    AUTO_FOCUS = "#committee"
    place: ClassVar[Place] = "form"

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings

    @override
    def compose(self) -> ComposeResult:
        yield Static(Content(texts.FORM_TITLE), id="list-title")
        with VerticalScroll(id="form", can_focus=False):
            yield HeadFields(MeetingForm(committee=""))
            for name, label, example in _AREAS:
                yield Static(Content(label), classes="label")
                yield TextArea(id=name, placeholder=example, tab_behavior="focus", compact=True)
        yield HintLine(id="hint")
        yield KeyBar()

    def on_mount(self) -> None:
        """Say how to get about."""
        self.query_one(HintLine).hint(texts.FORM_HELP)

    def action_create(self) -> None:
        """Make the meeting, or say what is missing; nothing typed is lost."""
        typed = self.query_one(HeadFields).values()
        typed |= {name: self.query_one(f"#{name}", TextArea).text for name, _, _ in _AREAS}
        try:
            recorder = self._surroundings.meetings.start(head_of(MeetingForm(**typed)))
        except ProtocolError as error:
            self.app.bell()
            self.query_one(HintLine).warn(error.sentence)
            return
        recorder.close()
        self.dismiss(recorder.log.meeting_id)

    def action_leave(self) -> None:
        """Back to the list."""
        self.dismiss(None)
