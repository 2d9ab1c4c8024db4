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
        found = [noun for at, token in enumerate(tokens) if (noun := _noun_behind(tokens, at, token)) is not None]
        if len(found) > 1 or words[0].text[:1].islower():  # one alone may be an adverb behind "das"
            for noun in found:
                _capitalise(noun)
    return tokens


def _is_noun(words: list[Token], at: int) -> bool:
    """Tell whether a word was typed as a noun, also the first one."""
    token = words[at]
    if token.first:
        return capitals.is_noun(token, words[at + 1] if at + 1 < len(words) else None)
    return token.is_noun


def _noun_behind(tokens: list[Token], start: int, article: Token) -> Token | None:
    """Find the noun that closes the phrase an article opens; the words before it are adjectives."""
    if article.kind != "word" or article.low.lower() not in closed().articles:
        return None
    for at in range(start + 1, len(tokens)):
        token = tokens[at]
        if token.kind != "word" or token.text != token.text.lower() or _is_boundary(token):
            return None
        closes = at + 1 == len(tokens) or tokens[at + 1].kind != "word" or _is_boundary(tokens[at + 1])
        if not token.text.endswith(_ADJECTIVE_ENDINGS) or (closes and at == start + 1):
            return token
    return None


def _is_boundary(token: Token) -> bool:
    """Tell whether no noun phrase goes on with this word."""
    low = token.low
    if capitals.is_small(low) or low.endswith("sten") or low in _PRONOUNS:
        return True
    return bool(finite.of(token))


_PRONOUNS = frozenset({"sich", "uns", "ihm", "ihn", "ihnen", "mich", "mir"})


def _capitalise(token: Token) -> None:
    token.text = token.text[:1].upper() + token.text[1:]
