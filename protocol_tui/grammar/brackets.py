"""The verb complex of a clause: reading of the finite verb, particle, participles and infinitives."""

from __future__ import annotations

import re
from collections.abc import Iterable

from protocol_tui.grammar import finite
from protocol_tui.grammar.analysis import Reading
from protocol_tui.grammar.clauses import Clause, Subject
from protocol_tui.grammar.lexicon.verbs import particles, with_prefix
from protocol_tui.grammar.openers import HELPERS
from protocol_tui.grammar.tokens import Token

_ORDER = {"present": 0, "preterite": 1, "konj1": 2, "konj2": 3}


def complete(clause: Clause) -> None:
    """Fill in what the finite verb says and what stands in the right bracket."""
    clause.subject = _subject(clause)
    if clause.finite is None:
        return
    if clause.kind == "main":
        _right_bracket(clause)
    else:
        clause.cluster = _cluster_before(clause)
    clause.reading = _choose(clause)
    if clause.reading is not None and not clause.reading.verb.known:
        clause.doubts.append(f"Das Verb „{clause.reading.lemma}“ steht nicht im Wörterverzeichnis.")


def _subject(clause: Clause) -> Subject:
    """Find the pronoun that is the subject."""
    for token in clause.words:
        if token.low in {"ich", "Ich"}:
            return "ich"
        if token.low in {"wir", "Wir"} and not _is_contrast(clause, token):
            return "wir"
    return ""


def _is_contrast(clause: Clause, token: Token) -> bool:
    """Tell whether a pronoun at the end has no verb of its own: "…, nicht wir"."""
    at = clause.words.index(token)
    before = clause.words[at - 1] if at else None
    return (
        at + 1 == len(clause.words)
        and before is not None
        and before is not clause.finite
        and before.low in {"nicht", "als", "wie", "sondern"}
    )


def _right_bracket(clause: Clause) -> None:
    verb = clause.finite
    if verb is None:
        return
    behind = clause.words[clause.words.index(verb) + 1 :]
    if not behind:
        clause.cluster = _fronted(clause, {reading.verb.infinitive for reading in finite.of(verb)})
        return
    bases = {
        reading.verb.infinitive for reading in finite.of(verb, guess=True) if reading.finite and not reading.particle
    }
    for token in (behind[-1], *_before_comparison(behind)):
        if any(particles().joins(token.low, base) for base in bases):
            clause.particle = token
            return
    clause.cluster = _cluster(behind, bases) or _fronted(clause, bases)


def _fronted(clause: Clause, bases: set[str]) -> list[Token]:
    """A participle in the first place: "Kritisiert wurde nur die Länge"."""
    front = clause.words[: clause.words.index(clause.finite)] if clause.finite in clause.words else []
    helped = bool(bases & {"haben", "sein", "werden"})
    return front if front and helped and all(finite.is_participle(token) for token in front) else []


def _before_comparison(words: list[Token]) -> Iterable[Token]:
    """What stands before "als …" or "wie …" behind the right bracket."""
    for at in range(len(words) - 1, 0, -1):
        if words[at].low in {"als", "wie"}:
            if words[at - 1].low != "nach":  # "nach wie vor"
                yield words[at - 1]
            return


def _cluster(words: list[Token], bases: set[str]) -> list[Token]:
    """Participles and infinitives at the end, or before what is put behind them."""
    end = _before_ellipsis(words) or len(words)
    if len(words) > 2 and words[-2].low in {"als", "wie"} and finite.is_participle(words[-1]):  # noqa: PLR2004
        end = len(words) - 2  # "höher ausgefallen als erwartet"
    if (
        end == len(words)
        and not finite.is_nonfinite(words[-1])
        and not looks_like_participle(words[-1])
        and bases & HELPERS
    ):
        for at in range(len(words) - 1, -1, -1):
            if _closes(words, at):
                end = at + 1
                break
        else:
            return []
    found: list[Token] = []
    at = end - 1
    while at >= 0 and (finite.is_nonfinite(words[at]) or looks_like_participle(words[at])):
        found.insert(0, words[at])
        at -= 1
        if at >= 0 and words[at].low == "zu":
            found.insert(0, words[at])
            at -= 1
    return found if bases & HELPERS or any(_is_zu(token) for token in found) else []


def _before_ellipsis(words: list[Token]) -> int:
    """Where the verb complex ends before one that leaves its last part out: "saniert werden oder doch abgerissen"."""
    for at in range(2, len(words) - 1):
        if words[at].low not in {"oder", "und"} or not finite.is_participle(words[-1]):
            continue
        passive = words[at - 1].low in {"werden", "sein"} and finite.is_participle(words[at - 2])
        if passive and not any(token.low in {"werden", "sein"} for token in words[at + 1 :]):
            return at
    return 0


def _is_zu(token: Token) -> bool:
    return token.low == "zu" or any(reading.mood == "zu" for reading in finite.of(token))


def _closes(words: list[Token], at: int) -> bool:
    token = words[at]
    if not finite.is_nonfinite(token) or finite.is_attribute(words, at):
        return False
    if (
        at + 1 < len(words)
        and words[at + 1].low in {"oder", "und"}
        and not words[-1].is_noun
        and words[-1].kind == "word"
    ):
        return words[at + 2 : at + 3] != [] and words[at + 2].low == "zwar"
    return at + 1 >= len(words) or not words[at + 1].is_noun


def _cluster_before(clause: Clause) -> list[Token]:
    """The participles and infinitives around the finite verb of a clause with the verb last."""
    verb = clause.finite
    if verb is None or verb not in clause.words:
        return []
    at = clause.words.index(verb)
    found = [token for token in clause.words[at + 1 :] if finite.is_nonfinite(token)]
    at -= 1
    while at > 0 and _is_in_cluster(clause.words, at):
        found.insert(0, clause.words[at])
        at -= 1
        if at > 0 and clause.words[at].low == "zu":
            found.insert(0, clause.words[at])
            at -= 1
    return found


def _is_in_cluster(words: list[Token], at: int) -> bool:
    nonfinite = finite.is_nonfinite(words[at]) or looks_like_participle(words[at])
    return nonfinite and not finite.is_attribute(words, at)


def looks_like_participle(token: Token) -> bool:
    """Tell whether an unknown word has the shape of a participle: "geschottert", "eingehegt"."""
    low = token.low
    return (
        token.kind == "word" and not token.is_noun and _PARTICIPLE.fullmatch(low) is not None and not finite.of(token)
    )


_PARTICIPLE = re.compile(r"[a-zäöüß]{0,10}ge[a-zäöüß]{3,}[^chg]t|[a-zäöüß]{3,}iert")


def fused(reading: Reading) -> Reading:
    """„überstellte“ in the second place: a particle that separated would stand at the end, so this one does not."""
    if reading.particle not in _DUAL:
        return reading
    verb = with_prefix(reading.particle, reading.verb)
    return Reading(verb, reading.mood, reading.number, first=reading.first)


_DUAL = frozenset({"durch", "hinter", "über", "um", "unter", "voll", "wider"})


def _choose(clause: Clause) -> Reading | None:
    """Choose among the readings of the finite verb."""
    verb = clause.finite
    if verb is None:
        return None
    found = [reading for reading in finite.of(verb, guess=True) if reading.finite]
    if clause.kind == "main" and (clause.particle is not None or verb is not clause.words[-1]):
        found = [reading for reading in found if not reading.particle] or [fused(reading) for reading in found]
    if clause.particle is not None:
        name = clause.particle.low
        found = [reading for reading in found if particles().joins(name, reading.verb.infinitive)] or found
    if clause.subject == "ich":
        found = [reading for reading in found if reading.first or reading.mood == "konj2"] or found
    else:
        found = [
            r
            for r in found
            if not (r.first and r.mood == "present" and not r.verb.is_modal and r.verb.infinitive != "wissen")
        ] or found
    return min(found, key=lambda each: _ORDER[each.mood], default=None)
