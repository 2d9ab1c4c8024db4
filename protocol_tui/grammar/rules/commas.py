"""House rule 6, commas: a subordinate clause typed without its commas gets them.

Reason: fast typing leaves them out, and the minutes are printed. Source: issue "language engine", amtliche Regeln § 74.
"""

from __future__ import annotations

from protocol_tui.grammar import finite, openers
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.tokens import Token

NAME = "Komma vor dem Nebensatz"
_OPENERS = frozenset(
    {"dass", "weil", "obwohl", "sodass", "ob", "nachdem", "sobald", "sofern", "wenn", "falls", "bevor"}
)
_FRONTED = _OPENERS | {"solange", "seit", "während", "als", "um", "statt", "anstatt", "ohne", "obgleich", "damit"}
_QUESTIONS = frozenset({"wie", "was", "wer", "wann", "warum", "weshalb", "wieso", "wo", "wohin", "wofür", "wozu"})
_RELATIVES = frozenset({"der", "die", "das", "den", "dem", "denen", "deren", "dessen"})
_MAY_OPEN = _OPENERS | _QUESTIONS | _RELATIVES | {"als", "wie"}
_ANTECEDENTS = frozenset(
    {"alles", "das", "etwas", "nichts", "vieles", "jemand", "jemanden", "niemand", "niemanden", "alle"}
)
_SUBJECTS = frozenset({"ich", "wir", "er", "es", "man"})
_NARROWING = frozenset({"nur", "erst", "auch", "schon", "dann", "immer"})


def insert(tokens: list[Token]) -> list[Token]:
    """Put a comma before a clause that follows, behind one that stands first, and around one in the middle."""
    found: list[Token] = []
    closes = _end_of_front(tokens)
    for at, token in enumerate(tokens):
        if at and (at == closes or _wants_comma(tokens, at)):
            found.append(Token("", ",", "mark"))
        elif at and closes < at:
            end = _end_of_relative(tokens, at)
            if end and tokens[at - 1].text != ",":
                found.append(Token("", ",", "mark"))
            closes = end or closes
        found.append(token)
    return found


def _wants_comma(tokens: list[Token], at: int) -> bool:
    low, before = tokens[at].low, tokens[at - 1]
    if before.kind == "mark" or low not in _MAY_OPEN:
        return False
    if not any(finite.is_finite(token) for token in tokens[:at]):
        return False
    if low in {"als", "wie"} and at + 1 < len(tokens) and tokens[at + 1].low in _SUBJECTS:
        joined = before.low.lower() in closed().coordinators | {"als"}
        return finite.last(_segment(tokens, at)) is not None and not joined
    if low in _RELATIVES and _opens_relative(tokens, at):
        return True
    if low not in _OPENERS and low not in _QUESTIONS:
        return False
    narrowed = (
        low in {"wenn", "weil", "falls"} and before.low in _NARROWING and at > 1 and tokens[at - 2].kind != "mark"
    )
    known = closed()
    if not narrowed and before.low.lower() in known.before_conjunctions | known.prepositions | {"ab"}:
        return False
    helpers = {r.verb.infinitive for r in finite.of(before) if r.finite} & {"haben", "sein", "werden"}
    if low in _QUESTIONS and helpers:
        return False  # "Wer hat wann entschieden"
    behind = _segment(tokens, at)
    if low in _OPENERS:
        return any(finite.is_finite(token) for token in behind)
    opener = openers.find(behind, after_comma=True)
    return opener is not None and opener.at == 0 and opener.kind != "aside" and len(behind) > 1


def _opens_relative(tokens: list[Token], at: int) -> bool:
    """Tell whether a relative clause closes the sentence: "Es gibt Leute die das anders sehen."."""
    start = next((place for place in range(at - 1, -1, -1) if tokens[place].kind == "mark"), -1) + 1
    behind = _segment(tokens, at)
    if len(behind) < 3 or not _is_relative(tokens, at, at):  # noqa: PLR2004
        return False
    sure = finite.is_strict(behind[-1]) or (tokens[at - 1].low in _ANTECEDENTS and finite.is_finite(behind[-1]))
    if not sure:
        return False
    if not any(finite.is_finite(token) for token in tokens[start:at]) or tokens[start].low.lower() in _FRONTED:
        return False
    opener = openers.find(behind, after_comma=True)
    return opener is not None and opener.kind == "relative"


def _segment(tokens: list[Token], at: int) -> list[Token]:
    """The words from a place to the next sign, or to the next conjunction."""
    end = at + 1
    while end < len(tokens) and tokens[end].kind != "mark" and tokens[end].low not in _OPENERS:
        end += 1
    return tokens[at:end]


def _end_of_front(tokens: list[Token]) -> int:
    """Where a clause at the start ends that has no comma behind it, at two verbs that meet; -1 for none."""
    asks = tokens[-1].text != "?" and tokens[0].low.lower() in _QUESTIONS
    if tokens[0].low.lower() not in _FRONTED and not asks:
        return -1
    for at in range(2, len(tokens)):
        if tokens[at].kind == "mark":
            return -1
        if _meet(tokens, at):
            return at
    return -1


def _meet(tokens: list[Token], at: int) -> bool:
    """Tell whether the verb of one clause ends right before that of another."""
    token, following = tokens[at - 1], tokens[at]
    if not finite.is_finite(following) or finite.is_attribute(tokens, at) or finite.is_attribute(tokens, at - 1):
        return False
    governing = {r.verb.infinitive for r in finite.of(following) if r.finite}
    infinitive = finite.is_nonfinite(token) and at > 1 and tokens[at - 2].low == "zu"
    if infinitive or any(reading.mood == "zu" for reading in finite.of(token)):
        return not governing & {"haben", "sein"}  # "noch zu retten ist"
    cluster = any(r.finite and r.verb.infinitive in {"haben", "werden"} for r in finite.of(token))
    behind = [each.low for each in tokens[at : at + 2]]
    if cluster and finite.is_nonfinite(following) and finite.SUBSTITUTES & set(behind):
        return False  # "hätte anlegen müssen"
    return finite.is_finite(token) and not _is_complex(token, following)


def _end_of_relative(tokens: list[Token], at: int) -> int:
    """Where a relative clause ends that is followed by the verb of the main clause without a comma; 0 for none."""
    start = at + 1 if tokens[at].low in closed().prepositions else at
    if start >= len(tokens) - 2 or not _is_relative(tokens, at, start):
        return 0
    for end in range(start + 2, len(tokens) - 1):
        if tokens[end].kind == "mark":
            return 0
        if _meet(tokens, end + 1):
            relative = openers.find(tokens[at : end + 1], after_comma=True)
            return end + 1 if relative is not None else 0
    return 0


def _is_relative(tokens: list[Token], at: int, start: int) -> bool:
    """Tell whether a pronoun behind a noun can open a relative clause rather than a noun phrase."""
    before = tokens[at - 2] if tokens[at - 1].text == "," and at > 1 else tokens[at - 1]
    pronoun, following = tokens[start].low, tokens[start + 1]
    if pronoun == "was":
        return before.low.lower() in _ANTECEDENTS
    if pronoun not in _RELATIVES or not (before.is_noun or before.first or before.low in _ANTECEDENTS):
        return False
    return pronoun in {"deren", "dessen", "denen"} or not following.is_noun


def _is_complex(token: Token, following: Token) -> bool:
    """Tell whether two verbs are one verb complex: "gebaut wird", "fahren können"."""
    helpers = {r.verb.infinitive for r in finite.of(following) if r.finite}
    moods = {reading.mood for reading in finite.of(token) if not reading.finite}
    if "participle" in moods:
        return True  # "40 Kilometer entfernt arbeitet" too
    return "infinitive" in moods and bool(helpers & ((openers.HELPERS | {"bleiben", "gehen"}) - {"haben", "sein"}))
