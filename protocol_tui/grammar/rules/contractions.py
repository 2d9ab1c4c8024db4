"""House rule 6, contractions: "gibt's" is written "gibt es".

Reason: they belong to speaking. Source: spec/indirect-speech.md, rule 6; amtliche Regeln § 97.
"""

from __future__ import annotations

from protocol_tui.grammar.analysis import readings
from protocol_tui.grammar.tokens import Token

NAME = "Zusammenziehungen werden ausgeschrieben"


def expand(tokens: list[Token]) -> list[Token]:
    """Write a verb and its "'s" as two words."""
    found: list[Token] = []
    for token in tokens:
        word, mark, rest = token.text.replace("’", "'").partition("'")
        verb = token.kind == "word" and bool(mark) and rest == "s"
        if verb and any(reading.finite for reading in readings(word[:1].lower() + word[1:])):
            token.text = word
            found += [token, Token(" ", "es", "word")]
        else:
            found.append(token)
    return found
