"""House rule 6, capitals: nouns typed small get their capital where it can be told.

Reason: fast typing leaves it out, and the minutes are printed. A noun ends with a noun's suffix, or closes the phrase
that an article opens. Source: issue "language engine"; amtliche Regeln § 55.
"""

from __future__ import annotations

import re

from protocol_tui.grammar import capitals, finite
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.tokens import Token

NAME = "Substantive werden großgeschrieben"
_SUFFIX = re.compile(r"[a-zäöüß]{3,}(?:ung|heit|keit|schaft|tion|tät|ismus)(?:en|s)?")
_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")


def restore(tokens: list[Token]) -> list[Token]:
    """Give nouns their capital: by their suffix always, behind an article only where no noun was typed with one."""
    words = [token for token in tokens if token.kind == "word"]
    typed_small = len(words) > 3 and not any(_is_noun(words, at) for at in range(len(words)))  # noqa: PLR2004
    for token in words:
        if not token.first and token.text.islower() and _SUFFIX.fullmatch(token.text) and not finite.of(token):
            _capitalise(token)
    if typed_small:
        for at, token in enumerate(tokens):
            if token.kind == "word" and token.low.lower() in closed().articles:
                _behind_article(tokens, at + 1)
    return tokens


def _is_noun(words: list[Token], at: int) -> bool:
    """Tell whether a word was typed as a noun, also the first one."""
    token = words[at]
    if token.first:
        return capitals.is_noun(token, words[at + 1] if at + 1 < len(words) else None)
    return token.is_noun


def _behind_article(tokens: list[Token], start: int) -> None:
    """Find the noun that closes the phrase opened before `start`; the words before it are adjectives."""
    for at in range(start, len(tokens)):
        token = tokens[at]
        if token.kind != "word" or token.text != token.text.lower() or _is_boundary(token):
            return
        closes = at + 1 == len(tokens) or tokens[at + 1].kind != "word" or _is_boundary(tokens[at + 1])
        if not token.text.endswith(_ADJECTIVE_ENDINGS) or (closes and at == start):
            _capitalise(token)
            return


def _is_boundary(token: Token) -> bool:
    """Tell whether no noun phrase goes on with this word."""
    low = token.low
    if capitals.is_small(low) or low.endswith("sten") or low in _PRONOUNS:
        return True
    return bool(finite.of(token))


_PRONOUNS = frozenset({"sich", "uns", "ihm", "ihn", "ihnen", "mich", "mir"})


def _capitalise(token: Token) -> None:
    token.text = token.text[:1].upper() + token.text[1:]
