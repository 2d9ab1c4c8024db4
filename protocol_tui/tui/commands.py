"""Every command of the app, said once: key, label, help, place.

Footer, palette, F1 and the table in the README are all made from here.
"""

from __future__ import annotations

from typing import Literal

import msgspec
from textual.binding import Binding

Place = Literal["everywhere", "list", "live", "form"]


class Command(msgspec.Struct, frozen=True):
    """A command: `action` is what Textual calls, `help` a whole sentence, `words` what else the palette finds it by."""

    action: str
    key: str
    label: str
    help: str
    place: Place
    words: str = ""
    in_footer: bool = True
    shown_key: str = ""

    @property
    def key_text(self) -> str:
        """The key as it is printed ("F1", "Strg+Z")."""
        if self.shown_key:
            return self.shown_key
        return "+".join(_KEY_NAMES.get(part, part.upper()) for part in self.key.split(",")[0].split("+"))

    def binding(self) -> Binding:
        """The key binding. Keys go before what the focused widget would do with them."""
        return Binding(
            self.key, self.action, self.label, key_display=self.key_text, show=self.in_footer, priority=self.priority
        )

    @property
    def priority(self) -> bool:
        """Whether the key is taken even where the focused widget uses it; the arrows, Tab and Enter are not."""
        return self.key.split(",")[0].split("+")[0] in _TAKEN_FIRST


_TAKEN_FIRST = ("ctrl", "pageup", "pagedown", *(f"f{number}" for number in range(1, 13)))
_KEY_NAMES = {
    "ctrl": "Strg",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "up": "↑",
    "down": "↓",
    "pageup": "Bild↑",
    "pagedown": "Bild↓",
    "delete": "Entf",
}

COMMANDS: tuple[Command, ...] = (
    Command("help", "f1", "Hilfe", "Zeigt, was hier möglich ist.", "everywhere", "tasten erklärung"),
    Command("menu", "f10,ctrl+p", "Befehle", "Sucht einen Befehl beim Namen.", "everywhere", "menü palette suchen"),
    Command(
        "leave", "ctrl+q", "Verlassen", "Verlässt die Ansicht; alles ist gesichert.", "everywhere", "schließen beenden"
    ),
    Command("open", "enter", "Öffnen", "Öffnet die markierte Sitzung zum Mitschreiben.", "list", "mitschreiben"),
    Command("new", "n,N", "Neu", "Legt eine neue Sitzung mit einem Formular an.", "list", "anlegen sitzung"),
    Command(
        "from_file", "m,M", "Mitschrift", "Legt eine Sitzung aus einer Mitschrift-Datei an.", "list", "einlesen replay"
    ),
    Command("export", "f12", "Ausgeben", "Schreibt die Niederschrift als Word-Dokument.", "list", "export word docx"),
    Command("create", "ctrl+s", "Übernehmen", "Übernimmt das Formular.", "form", "speichern anlegen"),
    Command(
        "record",
        "enter",
        "Erfassen",
        "Übernimmt die Zeile; sie ist dann gesichert.",
        "live",
        "eingabe",
        in_footer=False,
    ),
    Command(
        "previous_speaker",
        "tab",
        "Voriger Redner",
        "Macht hinter einem Kürzel den Redner daraus; auf leerer Zeile kommt der vorige Redner wieder, nochmals der "
        "davor.",
        "live",
        "redner chip",
        in_footer=False,
    ),
    Command(
        "edit_previous",
        "up",
        "Letzter Eintrag",
        "Holt auf leerer Zeile den letzten Eintrag zum Berichtigen, nochmals den davor; ↓ geht zurück, Esc verlässt.",
        "live",
        "bearbeiten korrigieren",
        in_footer=False,
    ),
    Command(
        "find",
        "ctrl+f",
        "Eintrag suchen",
        "Sucht unter allen Einträgen und holt einen zum Berichtigen in die leere Zeile.",
        "live",
        "finden holen berichtigen",
        in_footer=False,
    ),
    Command("speakers", "f2", "Redner", "Zeigt alle Anwesenden und gibt einem das Wort.", "live", "personen wort"),
    Command(
        "proposal",
        "f4",
        "Vorschlag",
        "Zeigt die nächste Fassung dessen, was gedruckt wird; ↓ ändert sie im Wortlaut, Enter nimmt sie.",
        "live",
        "fassung wortlaut redeeinleitung alternative",
    ),
    Command(
        "vote",
        "f5",
        "Abstimmung",
        "Nimmt eine Abstimmung auf: ausgezählt, nach Fraktionen, geheim, namentlich, eine Wahl oder nur das Ergebnis.",
        "live",
        "stimmen zählen einstimmig mehrheit geheim namentlich",
    ),
    Command(
        "blocks",
        "ctrl+l",
        "Textbausteine",
        "Setzt einen Textbaustein in die Zeile; sein Kürzel und ein Leerzeichen tun dasselbe.",
        "live",
        "formeln abkürzungen kürzel",
        in_footer=False,
    ),
    Command(
        "entry",
        "f6",
        "Eintrag",
        "Ändert am geholten oder letzten Eintrag Uhrzeit, TOP, Platz oder Vormerkung, oder löscht ihn.",
        "live",
        "verschieben uhrzeit zuordnen vormerken löschen",
        in_footer=False,
    ),
    Command(
        "next_speaker",
        "ctrl+e",
        "Nächster Redner",
        "Erteilt dem Nächsten auf der Redeliste das Wort; nochmals überspringt ihn.",
        "live",
        "redeliste wort erteilen wortmeldung",
        in_footer=False,
    ),
    Command("items", "f8", "TOP", "Zeigt die Tagesordnung und ruft einen Punkt auf.", "live", "tagesordnung springen"),
    Command("attendance", "f9", "Anwesenheit", "Zeigt, wer da ist; Enter lässt kommen und gehen.", "live", "personen"),
    Command(
        "delete",
        "ctrl+d",
        "Löschen",
        "Löscht den Eintrag, der gerade berichtigt wird.",
        "live",
        "entfernen",
        in_footer=False,
    ),
    Command(
        "paragraph",
        "ctrl+j",
        "Absatz",
        "Beginnt in derselben Zeile einen neuen Absatz.",
        "live",
        "zeilenumbruch",
        in_footer=False,
    ),
    Command(
        "undo",
        "ctrl+z",
        "Zurück",
        "Nimmt Getipptes, auf leerer Zeile den letzten Schritt zurück.",
        "live",
        "rückgängig",
        in_footer=False,
    ),
    Command(
        "redo",
        "ctrl+y",
        "Wieder",
        "Stellt wieder her, was zurückgenommen wurde.",
        "live",
        "wiederherstellen",
        in_footer=False,
    ),
    Command(
        "saved", "ctrl+s", "Gesichert?", "Sagt, was gesichert ist und wo.", "live", "speichern sichern", in_footer=False
    ),
    Command(
        "scroll_back", "pageup", "Zurückblättern", "Blättert im Verlauf zurück.", "live", "verlauf", in_footer=False
    ),
    Command("scroll_on", "pagedown", "Vorblättern", "Blättert im Verlauf vor.", "live", "verlauf", in_footer=False),
    Command(
        "head",
        "ctrl+g",
        "Sitzungsdaten",
        "Ändert Gremium, Nummer, Tag, Zeiten, Ort, Vorsitz, Schriftführung.",
        "live",
        "kopf beginn ende ort vorsitz",
        in_footer=False,
    ),
    Command(
        "preview", "f7", "Vorschau", "Zeigt den Teil der Niederschrift, in dem die Sitzung gerade ist.", "live", "text"
    ),
    Command(
        "extract",
        "ctrl+k",
        "Beschlussauszug",
        "Schreibt Anträge, Beschluss und Abstimmung eines TOP als Word-Dokument zum Aushändigen.",
        "live",
        "auszug beschluss word docx",
        in_footer=False,
    ),
    Command("export", "f12", "Ausgeben", "Schreibt die Niederschrift als Word-Dokument.", "live", "export word docx"),
)
"""In the order footer and help show them."""

KEYS_TAKEN_FIRST = frozenset(key for command in COMMANDS if command.priority for key in command.key.split(","))
"""The keys that go before what the focused widget would do with them."""


def commands_at(place: Place) -> tuple[Command, ...]:
    """The commands of a place, those that work everywhere included."""
    return tuple(command for command in COMMANDS if command.place in (place, "everywhere"))


def bindings_at(place: Place) -> list[Binding]:
    """The bindings of a screen: only its own commands; the app has those that work everywhere."""
    return [command.binding() for command in COMMANDS if command.place == place]
