"""Where a relative clause opens and where one only seems to: "der", "die", "das" are articles and pronouns as well."""

from __future__ import annotations

from dataclasses import dataclass

from protocol_tui.grammar import finite, joints, openers
from protocol_tui.grammar.clauses import Clause
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.openers import ARTICLES
from protocol_tui.grammar.tokens import Token

_JOINING = frozenset({"und", "oder", "aber", "sondern", "sowie"})
_OBJECTS = frozenset({"uns", "mich", "mir", "ihn", "ihm", "sich", "man", "wir", "ich", "er", "ihnen"})


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a sentence has been read: its clauses, the main one, the open subordinate ones.

    `interrupted`: the last open one was broken off by an insertion.
    """

    clauses: list[Clause]
    main: Clause | None
    stack: list[Clause]
    interrupted: bool


def joint(standing: Standing, words: list[Token]) -> int:
    """Where another subordinate clause opens behind a coordinator; 0 where none does."""
    for at in range(1, len(words) - 1):
        if words[at].low not in _JOINING or words[at + 1].low in _JOINING:
            continue
        opener = openers.find(words[at:], after_comma=True)
        if opener is None or opener.kind == "infinitive":
            continue
        if opener.kind == "conjunction" and opener.certain:
            return at
        if opener.kind == "relative" and standing.main is not None and joints.completes(standing.main, words):
            continue  # "Wir müssen die Halle, die leckt, sperren und den Verein informieren"
        earlier = openers.find(words[:at], after_comma=True)
        pronoun = words[at + opener.at].low
        shared = pronoun in ARTICLES and joints.shares(words[at - 1], words[at + 1 :])
        ends = finite.last(words[:at]) is words[at - 1] and not shared
        if (earlier is not None or standing.stack) and ends and _may_join(standing, opener, earlier, pronoun):
            return at
    return 0


def _may_join(standing: Standing, opener: openers.Opener, earlier: openers.Opener | None, pronoun: str) -> bool:
    """A relative clause behind "und" joins another relative clause, "welche" an indirect question."""
    if opener.kind != "relative":
        return True
    if earlier is not None and earlier.kind == "question" and pronoun in closed().questions:
        return True
    if earlier is not None:
        return earlier.kind == "relative"
    return bool(standing.stack) and standing.stack[-1].is_relative


def is_none(standing: Standing, words: list[Token], opener: openers.Opener) -> bool:
    """„…, und die Preise stiegen“ goes on with a main clause; a relative clause wants another one before "und"."""
    if opener.kind != "relative" or not standing.clauses:
        return False
    last = standing.clauses[-1]
    pronoun = words[opener.at].low.lower()
    if standing.interrupted and standing.stack and standing.stack[-1].finite is None and pronoun in ARTICLES:
        return True  # "die wir im Juli, jeweils abends, in der Halle gemessen haben"
    if last.kind == "sub" and last.finite is not None and any(open_.finite is None for open_ in standing.stack):
        return True  # "dass die Firma, mit der wir arbeiten, den Betrieb einstellt"
    following = words[opener.at + 1].low if opener.at + 1 < len(words) else ""
    if following in _OBJECTS:
        return False  # "ein Beschluss, der uns überrascht"
    counts = last is not standing.main or (len(words) > 2 and words[2].low in {"und", "oder", "sowie"})  # noqa: PLR2004
    waits = standing.main is not None and counts and joints.completes(standing.main, words)
    if pronoun in ARTICLES and (waits or (last is standing.main and joints.repeats(last, words))):
        return True  # "Wir werden, sobald Zahlen vorliegen, den Ausschuss informieren"
    if standing.main is not None and joints.waits_for_infinitive(standing.main) and finite.is_nonfinite(words[-1]):
        return True  # "soll die Wache, …, nicht geschlossen, sondern an die Straße verlegt werden"
    if opener.at and words[0].low in {"und", "oder", "aber", "doch", "denn", "sondern"}:
        return not (last.is_relative or last.opener is not None)
    short = [token.is_noun for token in words] == [False, True, False]  # "die Preise stiegen"
    short = short and not joints.closes_on_noun(last)
    before = last.words[-1]
    open_end = before.is_noun or before.low in closed().determiners or before.low in closed().nominative_pronouns
    return short and last.kind == "main" and last.finite is not None and not open_end
