"""House rule 6, contractions: "gibt's" is written "gibt es", "ich hab" "ich habe".

Reason: they belong to speaking. Source: spec/indirect-speech.md, rule 6; amtliche Regeln § 97.
"""

from __future__ import annotations

from protocol_tui.grammar import capitals
from protocol_tui.grammar.analysis import readings
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.tokens import Token

NAME = "Zusammenziehungen werden ausgeschrieben"


def expand(tokens: list[Token]) -> list[Token]:
    """Write a word and its "'s" as two words."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        word, mark, rest = token.text.replace("’", "'").partition("'")
        if token.kind == "word" and bool(mark) and rest == "s" and _takes_es(word[:1].lower() + word[1:]):
            token.text = word
            _lengthen(tokens, at)
            found += [token, Token(" ", "es", "word")]
        else:
            _lengthen(tokens, at)
            found.append(token)
    return found


def _takes_es(low: str) -> bool:
    """Tell whether "'s" behind a word is "es" and no genitive: behind verbs, conjunctions and pronouns."""
    known = closed()
    if low in known.subordinators or low in known.questions or low in known.nominative_pronouns:
        return True
    return any(reading.finite for reading in readings(low) or readings(low + "e"))


def _lengthen(tokens: list[Token], at: int) -> None:
    """„ich hab“ is written "ich habe", "heisst" as "heißt"."""
    token = tokens[at]
    if token.kind != "word" or token.is_noun or readings(token.low) or capitals.is_small(token.low):
        return
    beside = [tokens[place].low.lower() for place in (at - 1, at + 1) if 0 <= place < len(tokens)]
    if "ich" in beside and any(reading.first for reading in readings(token.low + "e")):
        token.text += "e"
    elif "ss" in token.text and readings(token.low.replace("ss", "ß")):
        token.text = token.text.replace("ss", "ß")
