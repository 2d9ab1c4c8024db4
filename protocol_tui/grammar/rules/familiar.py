"""House rule 4, familiar address: du and ihr are read as Sie.

Reason: whom somebody is on first-name terms with is not recorded, and the third person is the same.
Source: spec/indirect-speech.md, rule 4.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from protocol_tui.grammar.analysis import readings
from protocol_tui.grammar.forms import konjunktiv2, present, preterite
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.tokens import Token

NAME = "Du und ihr werden wie Sie gelesen"
_EUER = {
    "euer": "Ihr",
    "eure": "Ihre",
    "euren": "Ihren",
    "eurem": "Ihrem",
    "eurer": "Ihrer",
    "eures": "Ihres",
    "euern": "Ihren",
    "euerm": "Ihrem",
}
_DEIN = {"dein" + ending: "Ihr" + ending for ending in ("", "e", "en", "em", "er", "es")}
_IRREGULAR = {"seid": "sind", "bist": "sind", "wart": "waren", "wärt": "wären", "hast": "haben", "wirst": "werden"}


def formal(tokens: list[Token]) -> list[Token]:
    """Put the verbs and pronouns of familiar address into the formal one."""
    said = {token.low.lower() for token in tokens if token.kind == "word"}
    opening = [token.low.lower() for token in tokens[:2]]
    asks = opening[1:] == ["bitte"] or opening == ["lasst", "uns"]
    if not asks and not said & {"ihr", "du", "euch", "dich", "dir", *_EUER, *_DEIN}:
        return tokens
    plural = asks or bool(said & {"euch", *_EUER})
    changed = _subjects(tokens, sure=plural)
    found = _imperative(tokens) if plural and tokens[-1].text != "?" else tokens
    acting = changed or found is not tokens
    for before, token in pairwise([Token("", "", "mark"), *found]):
        if acting and token.text in {"euch", "dich", "dir"} and before.low not in closed().prepositions:
            token.text = "sich"
        else:
            _possessive(token)
    return found


def _subjects(tokens: list[Token], *, sure: bool) -> bool:
    """Change every "ihr" and "du" that is a subject, and its verb."""
    changed = False
    for at, token in enumerate(tokens):
        low = token.low.lower()
        if token.kind != "word" or low not in {"ihr", "du"} or (low == "ihr" and token.is_noun):
            continue
        verb = _verb_of(tokens, at, familiar=sure or changed or low == "du" or at == 0)
        if verb is not None:
            new = formal_form(verb.low, plural=low == "ihr")
            verb.text = new if verb.text[:1].islower() or not verb.first else new[:1].upper() + new[1:]
            token.text = "Sie"
            changed = True
    return changed


def _verb_of(tokens: list[Token], at: int, *, familiar: bool) -> Token | None:
    """The verb of the second person beside a pronoun: before it, behind it, or at the end of its clause."""
    plural = tokens[at].low.lower() == "ihr"
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if plural and following is not None and _is_possessed(tokens, at):
        return None
    question = tokens[-1].text == "?" and (following is None or following.low not in {"das", "die", "der", "es", "er"})
    familiar = familiar or question
    beside = [tokens[at - 1]] if at else []
    beside += [following] if following is not None else []
    for token in beside:
        if formal_form(token.low, plural=plural) and (familiar or not readings(token.low)):
            return token
    for before, token in pairwise([*tokens[at + 1 :], Token("", ".", "mark")]):
        if token.kind == "mark" and formal_form(before.low, plural=plural) and (familiar or not readings(before.low)):
            return before
        if before.kind == "mark":
            return None
    return None


def _is_possessed(tokens: list[Token], at: int) -> bool:
    """Tell whether "ihr" stands before its noun: "ihr Antrag", "ihr neuer Antrag"."""
    for token in tokens[at + 1 :]:
        if token.is_noun:
            return True
        adjective = token.kind == "word" and token.low.endswith(("e", "er", "en", "es", "em"))
        if not adjective or token.low in closed().determiners or token.low in closed().nominative_pronouns:
            return False
    return False


@lru_cache(maxsize=2_000)
def formal_form(form: str, *, plural: bool) -> str:
    """The form of the third person plural that stands for a second person ("habt", "hast": "haben"), "" for none."""
    if form in _IRREGULAR:
        return _IRREGULAR[form]
    for candidate in _candidates(form) if plural else _singular_candidates(form):
        for reading in readings(candidate):
            if reading.finite and not reading.first and (reading.number == "pl" or not plural):
                return _third_plural(candidate, plural=plural)
    return ""


def _candidates(form: str) -> Iterator[str]:
    """Plural forms of the third person: "habt": "haben", "hattet": "hatten", "handelt": "handeln"."""
    if form.endswith("t"):
        if form.endswith("et"):
            yield form[:-2] + "en"
        yield form[:-1] + "en"
        yield form[:-1] + "n"


def _singular_candidates(form: str) -> Iterator[str]:
    """Singular forms of the third person: "gibst": "gibt", "kannst": "kann", "hattest": "hatte"."""
    if form.endswith("st"):
        yield form[:-2]
        yield form[:-2] + "t"
        yield form[:-1] + "t"
        yield form[:-1]


def _third_plural(candidate: str, *, plural: bool) -> str:
    if plural:
        return candidate
    for reading in readings(candidate):
        if not reading.finite or reading.number != "sg":
            continue
        make = {"present": present, "preterite": preterite, "konj2": konjunktiv2}.get(reading.mood)
        if make is not None:
            return reading.particle + make(reading.verb, "pl")
    return ""


def _imperative(tokens: list[Token]) -> list[Token]:
    """„Meldet euch bitte“ is read as „Melden Sie euch bitte“."""
    first = next((token for token in tokens if token.kind == "word" and token.low != "bitte"), None)
    new = formal_form(first.low, plural=True) if first is not None else ""
    if first is None or not new or tokens[tokens.index(first) + 1 : tokens.index(first) + 2][0].text == "Sie":
        return tokens
    first.text = new[:1].upper() + new[1:] if first.text[:1].isupper() else new
    at = tokens.index(first) + 1
    return [*tokens[:at], Token(" ", "Sie", "word"), *tokens[at:]]


def _possessive(token: Token) -> None:
    if token.kind == "word" and not token.is_noun:
        token.text = _EUER.get(token.low, _DEIN.get(token.low, token.text))
