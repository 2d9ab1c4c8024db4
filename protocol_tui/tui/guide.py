"""What F1 shows: the commands of the place, and the grammar of the entry line."""

from __future__ import annotations

import textwrap

from protocol_tui.entry.commands import COMMANDS as LINE_COMMANDS
from protocol_tui.tui.commands import Place, commands_at

_WIDEST_KEY = 24
_NARROWEST = 20

_GRAMMAR = (
    ("Text", "wer am Wort ist, spricht weiter (direkte Rede, wie gesprochen)"),
    ("hur Tab · hur: Text", "Hurnik spricht von jetzt an"),
    ("hur,deu: Text", "mehrere zugleich"),
    ("er: Text · sie: Text", "derselbe Redner, mit Fürwort eingeleitet"),
    ("Tab auf leerer Zeile", "der vorige Redner; nochmals: der davor"),
    ("? Text · hur? Text", "Frage"),
    ("! Text · v! Text", "Antwort"),
    ("* Text · hur* Text", "Antrag"),
    ("berichtete> Text", "Redeeinleitung selbst gewählt (auch „hob hervor, dass>“)"),
    ("& Text", "im selben Absatz weiter"),
    ("= Text", "eigene Feststellung, bleibt wie getippt"),
    ('"Text', "wörtlich zu Protokoll"),
    ("(Text", "Zwischenruf; (hur: Text) von Hurnik"),
    (";Text", "interne Notiz, steht in keinem Dokument"),
    ("#12 3 1", "Abstimmung: Ja, Nein, Enthaltungen (auch ungültig, nicht beteiligt)"),
    ("#e #m · #ea #ma", "einstimmig, mit Mehrheit · einstimmig, mit Mehrheit abgelehnt"),
    ("#v · #z", "vertagt · zurückgezogen"),
    ("#m nein=CDU enth=SPD:2", "dazu, wie die Fraktionen gestimmt haben (auch ja=), hinter jedem Ergebnis"),
    ("b: Text", "Beschluss zu diesem Punkt"),
    ("+hur -oez 1842", "kommt, geht (jetzt oder um 18:42)"),
    (". · .5.2", "nächster Tagesordnungspunkt, Sprung"),
    ("Text ??", "zum Prüfen vormerken"),
    ("Leerzeichen vorweg", "nichts dahinter ist ein Zeichen, alles ist Text"),
)


def guide(place: Place, width: int) -> str:
    """The help page of a place, `width` columns wide."""
    commands = [(command.key_text, f"{command.label}: {command.help}") for command in commands_at(place)]
    parts = [_table("Tasten", commands, width)]
    if place == "live":
        parts.append(_table("Die Zeile", list(_GRAMMAR), width))
        words = [(f"/{each.word} {each.arguments}".strip(), f"{each.help} ({each.example})") for each in LINE_COMMANDS]
        parts.append(_table("Befehle in der Zeile", words, width))
    return "\n\n".join(parts)


def _table(title: str, rows: list[tuple[str, str]], width: int) -> str:
    column = min(max(len(left) for left, _ in rows), _WIDEST_KEY) + 2
    return "\n".join([title.upper(), *(_row(left, right, column, width) for left, right in rows)])


def _row(left: str, right: str, column: int, width: int) -> str:
    """One entry; an explanation that is longer than the line goes on below itself."""
    indent = " " * (column + 2)
    lines = textwrap.wrap(right, max(width - len(indent), _NARROWEST))
    first = f"  {left:<{column}}" if len(left) < column else f"  {left}\n{indent}"
    return first + f"\n{indent}".join(lines)
