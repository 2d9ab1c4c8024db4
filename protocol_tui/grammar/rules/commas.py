"""House rule 6, commas: a subordinate clause typed without its comma gets one.

Reason: fast typing leaves it out, and the minutes are printed. Source: issue "language engine", amtliche Regeln § 74.
"""

from __future__ import annotations

from protocol_tui.grammar import finite, openers
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.tokens import Token

NAME = "Komma vor dem Nebensatz"
_OPENERS = frozenset(
    {"dass", "weil", "obwohl", "sodass", "ob", "nachdem", "sobald", "sofern", "wenn", "falls", "bevor"}
)
_QUESTIONS = frozenset({"wie", "was", "wer", "wann", "warum", "weshalb", "wieso", "wo", "wohin", "wofür", "wozu"})
_RELATIVES = frozenset({"der", "die", "das", "den", "dem", "denen", "deren", "dessen"})


def insert(tokens: list[Token]) -> list[Token]:
    """Put a comma before a conjunction that stands behind a word of the clause before, and around a relative clause."""
    found: list[Token] = []
    closes = -1
    for at, token in enumerate(tokens):
        if at and (_wants_comma(tokens, at) or at == closes):
            found.append(Token("", ",", "mark"))
        elif at and token.low in _RELATIVES and closes < at:
            end = _end_of_relative(tokens, at)
            if end:
                found.append(Token("", ",", "mark"))
                closes = end
        found.append(token)
    return found


def _wants_comma(tokens: list[Token], at: int) -> bool:
    low = tokens[at].low
    if low not in _OPENERS and low not in _QUESTIONS:
        return False
    before = tokens[at - 1]
    if before.kind == "mark" or before.low.lower() in closed().before_conjunctions | closed().prepositions:
        return False
    if low in _QUESTIONS and any(
        r.verb.infinitive in {"haben", "sein", "werden"} for r in finite.of(before) if r.finite
    ):
        return False  # "Wer hat wann entschieden"
    if not any(finite.is_finite(token) for token in tokens[:at]):
        return False
    behind = _segment(tokens, at)
    if low in _OPENERS:
        return any(finite.is_finite(token) for token in behind)
    opener = openers.find(behind, after_comma=True)
    return opener is not None and opener.at == 0 and opener.kind != "aside" and len(behind) > 1


def _segment(tokens: list[Token], at: int) -> list[Token]:
    """The words from a place to the next sign, or to the next conjunction."""
    end = at + 1
    while end < len(tokens) and tokens[end].kind != "mark" and tokens[end].low not in _OPENERS:
        end += 1
    return tokens[at:end]


def _end_of_relative(tokens: list[Token], at: int) -> int:
    """Where a relative clause typed without commas ends: its verb stands right before that of the main clause."""
    if not tokens[at - 1].is_noun or at + 2 >= len(tokens) or tokens[at + 1].is_noun:
        return 0
    for end in range(at + 2, len(tokens) - 1):
        token, following = tokens[end], tokens[end + 1]
        if token.kind == "mark" or following.kind == "mark" or finite.is_attribute(tokens, end):
            return 0
        if finite.is_finite(token) and finite.is_finite(following) and not finite.is_attribute(tokens, end + 1):
            relative = openers.find(tokens[at : end + 1], after_comma=True)
            pair = relative is not None and not _is_complex(token, following)
            return end + 1 if pair else 0
    return 0


def _is_complex(token: Token, following: Token) -> bool:
    """Tell whether two verbs are one verb complex: "gebaut wird", "fahren können"."""
    helpers = {r.verb.infinitive for r in finite.of(following) if r.finite}
    return finite.is_nonfinite(token) and not finite.is_strict(token) and bool(helpers & openers.HELPERS)
