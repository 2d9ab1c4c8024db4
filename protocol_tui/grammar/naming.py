"""Somebody named between commas: spoken to ("Das ist falsch, Herr Ott.") or spoken of ("der Leiter, Herr Ott, …")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from protocol_tui.grammar import finite, openers
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.tokens import Token

Verdict = Literal["address", "name", "open"]

_CALLED = frozenset({"herr", "frau", "herrn", "kollege", "kollegin", "kollegen"})
_PARTICLES = frozenset({"von", "van", "zu", "zur", "zum", "de", "der", "den", "vom"})
_JOINING = frozenset({"und", "oder", "sowie"})
_OFFICE = re.compile(
    r".*(?:vorsitzende[r]?|rat|rätin|meister|präsident|direktor|dezernent|kämmerer|minister|beigeordneter?|sprecher|"
    r"abgeordneter?|leiter|referent|kollege|sekretär|dekan|pfarrer|professor)(?:in)?|kämmerin|kollegin",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r".*(?:er|[^e]in|ent|ant|ist|rat|eur|or|är|kollege|nachbar|chef|mann|frau|anwalt|arzt|wirt|vorsitzenden?|ordneten?|"
    r"auftragten?|pate|zeuge|vater|mutter|sohn|tochter|mitglied|person|pfarrer)",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r".*(?:ung|schaft|ion|amt|haus|rat|heit|keit|tät|partei|büro|gruppe|kraft|person|hilfe|aufsicht|spitze|firma)",
    re.IGNORECASE,
)
_ADDRESSING = frozenset({"Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Ihres"})


def is_name(said: Sequence[Token]) -> bool:
    """Tell whether these words are "Herr", "Frau" or "Kollege" with a name or an office, and nothing else."""
    return (
        len(said) > 1
        and said[0].text[:1].isupper()
        and said[0].low.lower() in _CALLED
        and said[-1].text[:1].isupper()
        and all(token.text[:1].isupper() or token.text in _PARTICLES for token in said[1:])
    )


def judge(said: Sequence[Token], before: Sequence[Token], behind: Sequence[Token]) -> Verdict:
    """Tell whether a name between commas is an address; "open" where the sentence does not tell."""
    listed = _is_listed(before, behind)
    if any(token.low in _JOINING for token in said) or listed == "name" or _is_subject(behind):
        return "name"
    if len(said) == 2 and _OFFICE.fullmatch(said[1].text):  # noqa: PLR2004  # "Herr Landrat": nobody's apposition
        return "address"
    if listed:
        return "open"
    called = any(token.text in _ADDRESSING for token in [*before[1:], *behind])
    last = before[-1]
    if not last.text[:1].isupper() or last.kind != "word" or last.text in _ADDRESSING or len(before) == 1:
        return _behind_clause(said, before, called=called)
    return _behind_noun(said, before, called=called)


def _pieces(words: Sequence[Token]) -> list[list[Token]]:
    """Part words at commas, up to the first other sign."""
    found: list[list[Token]] = [[]]
    for token in words:
        if token.kind == "word":
            found[-1].append(token)
        elif token.text == ",":
            found.append([])
        else:
            break
    return found


def _is_listed(before: Sequence[Token], behind: Sequence[Token]) -> Verdict | None:
    """Tell whether names are counted: three of them, or the last behind "und"; two alone may be anything."""
    following = _pieces(behind[1:]) if behind and behind[0].text == "," else []
    count = 1
    for piece in following:
        if not piece or piece[0].low.lower() not in _CALLED:
            break
        if any(token.low in _JOINING for token in piece):
            return "name"
        if not is_name(piece):
            break
        count += 1
    beside = False
    for piece in reversed(_pieces(before)):
        start = next((at for at in range(len(piece) - 1, -1, -1) if piece[at].low.lower() in _CALLED), len(piece))
        if not is_name(piece[start:]):
            break
        count, beside = count + 1, True
        if start:
            break
    return ("name" if count > 2 else "open") if beside else None  # noqa: PLR2004


def counts(said: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Tell whether a name at the start is the first of several: "Frau Meier, Herr Ott und ich haben …"."""
    return bool(rest) and is_name(said) and _is_listed([], [Token("", ",", "mark"), *rest]) == "name"


def _is_subject(behind: Sequence[Token]) -> bool:
    """Tell whether an apposition and then the verb follow: "…, Herr Ott, der Leiter, hat das gesagt"."""
    if not behind or behind[0].text != ",":
        return False
    pieces = _pieces(behind[1:])
    if len(pieces) < 2 or len(pieces[0]) < 2 or not pieces[1]:  # noqa: PLR2004
        return False
    first = pieces[0]
    apposition = first[0].low.lower() in closed().determiners and not any(finite.is_strict(token) for token in first)
    return apposition and finite.is_finite(pieces[1][0])


def _behind_clause(said: Sequence[Token], before: Sequence[Token], *, called: bool) -> Verdict:
    """Behind a relative clause a name may say who is meant: "einen, der das kann, Herr Ott"."""
    last = _pieces(before)[-1]
    inside = any(token.text == "," for token in before)
    opener = openers.find(last, after_comma=True) if inside and last else None
    if called or opener is None or opener.kind != "relative":
        return "address"
    pronoun = last[opener.at].low
    return "open" if pronoun in ({"die"} if _is_woman(said) else {"der", "den", "dem"}) else "address"


def _behind_noun(said: Sequence[Token], before: Sequence[Token], *, called: bool) -> Verdict:
    """Behind a noun a name may be its apposition, where that can be a person of this gender."""
    at = _article(before)
    if at > 1 and before[at - 1].text[:1].isupper() and before[at].low in {"des", "der", "eines", "einer"}:
        return _behind_noun(said, before[:at], called=called)  # "der Leiter des Amtes"
    noun, article = before[-1].text, before[at].low.lower() if at >= 0 else ""
    woman = _is_woman(said)
    person = _PERSON.fullmatch(noun) is not None
    feminine = re.fullmatch(r".*[^e]in|.*(?:frau|mutter|tochter)", noun, re.IGNORECASE) is not None
    neuter = article in {"das", "dieses", "jedes"} and noun != "Mitglied"
    other = article.startswith(("die", "eine", "unsere", "ihre", "seine", "meine")) and not article.endswith(("r", "m"))
    other = other and not article.endswith("en")
    if person and feminine == woman and not neuter and not (other and not woman):
        if article.startswith("ihr") or not called:
            return "name" if article else "open"
        return "open"
    if person and noun.lower().endswith(("vorsitzenden", "ordneten", "auftragten")) and not called:
        return "name"
    if called or neuter or feminine:
        return "address"
    if _GROUP.fullmatch(noun) or noun.isupper():  # somebody may stand for it: "die Verwaltung", "die SPD"
        return "open"
    if not article or (other and not woman) or (woman and article in {"ein", "den", "dem", "einen", "einem", "im"}):
        return "address"
    return "address" if woman and article == "der" and at == 0 else "open"  # "Der Plan, Frau Meier, ist gut"


def _is_woman(said: Sequence[Token]) -> bool:
    return said[0].low.lower() in {"frau", "kollegin"}


def _article(before: Sequence[Token]) -> int:
    """Where the article of the noun at the end stands, -1 where it has none."""
    for at in range(len(before) - 2, -1, -1):
        low = before[at].low.lower()
        if low in closed().determiners:
            return at
        attribute = before[at].kind == "word" and low.endswith(("e", "en", "er", "es", "em"))
        if not attribute or before[at].text[:1].isupper():
            return -1
    return -1
