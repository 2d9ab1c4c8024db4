"""What the app says to the clerk."""

from __future__ import annotations

from pathlib import Path

APP_TITLE = "Niederschrift"
SAVED = "● gesichert"
READ_ONLY = "nur lesen"
DRAFT_NOT_SAVED = "✗ Zeile nicht gesichert"
COPY_NOT_SAVED = "✗ Kopie (Strg+S)"

LINE_IS_EMPTY = "Die Zeile ist leer. F1 zeigt, was sich eingeben lässt."
NOBODY_SPOKE = "Es hat noch niemand gesprochen. Kürzel tippen, dann Tab."
NOTHING_PROPOSED = "Dazu gibt es nichts auszuwählen. Erst tippen, dann zeigt F4 andere Fassungen."
REWORDING = "Wortlaut ändern: Enter nimmt ihn, Esc geht zurück zur getippten Zeile."
ESCAPE_KEEPS = "Esc verwirft nichts; Strg+Z nimmt Getipptes zurück."
CORRECTING = "Eintrag berichtigen: Enter übernimmt, Esc lässt ihn, wie er war, Strg+D löscht ihn."
DELETED = "Eintrag gelöscht; Strg+Z holt ihn zurück."
UNDO_MEETING = "Die Zeile ist leer; Strg+Y holt den Text. Nochmals Strg+Z nimmt den letzten Schritt der Sitzung zurück."
DRAFT_RESTORED = "Die Zeile, die zuletzt nicht mehr erfasst wurde, ist wieder da. Enter erfasst sie."
PREVIEW_TITLES = {"public": "Vorschau: öffentlicher Teil", "nonpublic": "Vorschau: NICHTÖFFENTLICHER Teil"}
WHO_SPEAKS = "Wer hat das Wort?"
WHICH_ITEM = "Welcher Tagesordnungspunkt wird aufgerufen?"
WHO_COMES = "Wer kommt oder geht jetzt?"
COUNT_HELP = "Tab zum nächsten Feld · Enter nimmt auf, was aufgeht · Esc schließt"
ROLL_CALL_HELP = "j Ja · n Nein · e Enthaltung · Rücktaste zurück · Enter nimmt auf · Esc schließt"
GROUP_VOTE_HELP = "j Ja · n Nein · e Enthaltung, davor eine Zahl für einen Teil · Enter nimmt auf · Esc schließt"
WITHOUT_GROUP = "ohne Fraktion"
ONCE_MORE = "Das geht nicht auf. Nochmals Enter nimmt es so auf."
VOTE_KINDS = (
    ("# ", "Ausgezählt: Ja, Nein, Enthaltungen", "offen"),
    ("#e", "Einstimmig", ""),
    ("#m", "Mit Mehrheit, nicht ausgezählt", ""),
    ("#ea", "Einstimmig abgelehnt", ""),
    ("#ma", "Mit Mehrheit abgelehnt", ""),
    ("fraktionen", "Nach Fraktionen: gegen die Stimmen von …", "gruppen"),
    ("namentlich", "Namentlich: jede Stimme einzeln", "roll call"),
    ("/geheim ", "Geheim, ausgezählt", ""),
    ("wahl", "Wahl: Namen und Stimmen", "personen kandidat"),
    ("#v", "Vertagt", ""),
    ("#z", "Zurückgezogen", ""),
)
"""What a vote can be: the line or its beginning (a blank behind it asks for figures), how it is shown, more words."""
CHANGE_ENTRY = "Eintrag ändern:"
EARLIER = "Einen Platz nach oben"
LATER = "Einen Platz nach unten"
OTHER_TIME = "Uhrzeit ändern"
OTHER_ITEM = "Zu einem anderen TOP"
FLAG = "Zum Prüfen vormerken"
UNFLAG = "Vormerkung aufheben"
CLOSE = "Als nichtöffentlich behandeln"
OPEN = "Als öffentlich behandeln"
DELETE = "Löschen"
MOVED = "Eintrag verschoben."
TIME_CHANGED = "Uhrzeit geändert."
ITEM_CHANGED = "Eintrag einem anderen TOP zugeordnet."
FLAG_CHANGED = "Vormerkung geändert."
PUBLICITY_CHANGED = "Öffentlichkeit des Eintrags geändert."
WHICH_TIME = "Uhrzeit des Eintrags"
WHICH_OTHER_ITEM = "Zu welchem Tagesordnungspunkt gehört der Eintrag?"
WHICH_EXTRACT = "Von welchem Tagesordnungspunkt ein Beschlussauszug?"
NOTHING_DECIDED = "Noch ist nichts beantragt, beschlossen oder abgestimmt, von dem es einen Auszug gäbe."
WHICH_ENTRY = "Welcher Eintrag?"
FIND_NEEDS_EMPTY_LINE = "Erst die Zeile erfassen; dann holt Strg+F einen früheren Eintrag hinein."
NOTHING_RECORDED = "Es ist noch nichts erfasst."
WHICH_BLOCK = "Welcher Textbaustein?"
NOTHING_TO_CHOOSE = "Dafür ist noch nichts eingetragen."
SEARCH_COMMAND = "Befehl suchen …"
NO_MEETINGS = "Noch keine Sitzung. „n“ legt eine an, „m“ liest eine Mitschrift ein."
LIST_TITLE = "Sitzungen"
FILE_QUESTION = "Pfad der Mitschrift-Datei"
CLOSE_WITH_ESCAPE = "Esc schließt"
CHOOSE_HELP = "Tippen filtert · Enter wählt · Esc schließt"
FORM_TITLE = "Neue Sitzung"
FORM_HELP = "Tab zum nächsten Feld · Strg+S legt an · Esc verwirft nicht, Strg+Q verlässt"
HEAD_TITLE = "Sitzungsdaten"
HEAD_CHANGED = "Sitzungsdaten geändert; Strg+Z nimmt es zurück."
HEAD_HELP = "Tab zum nächsten Feld · Strg+S übernimmt · Strg+Q verlässt"
HELP_TITLE = "Hilfe"


def saved(changes: int, folder: Path, meeting_id: str) -> str:
    """The answer to Ctrl+S."""
    return f"Alles gesichert: {changes} Änderungen in {folder / 'meetings' / meeting_id}."


def undone(step: str) -> str:
    """What was taken back."""
    return f"Zurückgenommen: {step} · Strg+Y stellt wieder her."


def redone(step: str) -> str:
    """What was done again."""
    return f"Wiederhergestellt: {step}"


def exported(paths: list[str]) -> str:
    """Where the documents lie."""
    return f"Geschrieben: {' und '.join(paths)}"
