"""House rule 6, commas: a subordinate clause typed without its comma gets one.

Reason: fast typing leaves it out, and the minutes are printed. Source: issue "language engine", amtliche Regeln § 74.
"""

from __future__ import annotations

from protocol_tui.grammar import finite
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.tokens import Token

NAME = "Komma vor dem Nebensatz"
_OPENERS = frozenset({"dass", "weil", "obwohl", "sodass", "ob", "nachdem", "sobald", "sofern"})


def insert(tokens: list[Token]) -> list[Token]:
    """Put a comma before a conjunction that stands behind a word of the clause before."""
    found: list[Token] = []
    for at, token in enumerate(tokens):
        if at and token.low in _OPENERS and _wants_comma(tokens, at):
            found.append(Token("", ",", "mark"))
        found.append(token)
    return found


def _wants_comma(tokens: list[Token], at: int) -> bool:
    before = tokens[at - 1]
    if (
        before.kind == "mark"
        or before.low.lower() in closed().before_conjunctions
        or before.low.lower().endswith("en dann")
    ):
        return False
    verb_before = any(finite.is_finite(token) for token in tokens[:at])
    return verb_before and any(finite.is_finite(token) for token in tokens[at + 1 :])
