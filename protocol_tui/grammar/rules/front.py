"""House rule 5, the first place: what stood before the verb, where a conjunction takes that place.

Reason: behind dass there is no place before the verb, so what stood there gives way. Source: spec/indirect-speech.md,
rules 2 and 5; Duden-Grammatik, Satzfelder.
"""

from __future__ import annotations

from itertools import pairwise

from protocol_tui.grammar import capitals, cases, finite, placing
from protocol_tui.grammar.clauses import Clause, Sentence, word
from protocol_tui.grammar.lexicon.verbs import Verb, auxiliary_of
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.tokens import Token

_NOMINATIVE = frozenset({"man", "er", "es", "ich", "wir"})
_PRONOUNS = frozenset({"sich", "sie", "ihm", "ihr", "ihn", "ihnen"})


def front_of(clause: Clause) -> list[Token]:
    """The words before the finite verb (Vorfeld)."""
    if clause.finite is None or clause.finite not in clause.words:
        return []
    return clause.words[: clause.words.index(clause.finite)]


def pronouns_first(sentence: Sentence, clause: Clause) -> None:
    """Behind dass, pronouns come before what stood first: "dass man dafür kein Geld habe"."""
    front = front_of(clause)
    if not front or (len(front) == 1 and front[0].low in _NOMINATIVE | {"sie"}):
        return
    at = clause.words.index(front[-1]) + 2
    demonstrative = len(front) == 1 and front[0].low in {"das", "dies", "dieses"}
    adverbial = demonstrative or _is_adverbial(front[0].low.lower())
    moved: list[Token] = []
    while at < len(clause.words):
        low = clause.words[at].low
        if demonstrative and low not in _NOMINATIVE | {"sich"}:
            break
        alone = low in {"das", "dies"} and adverbial and not demonstrative and _stands_alone(clause.words, at)
        acting = bool(clause.acting) and not moved and low in {"er", "sie"}
        if low in _NOMINATIVE or acting or alone or (low in _PRONOUNS and (adverbial or moved)):
            moved.append(clause.words[at])
            at += 1
        else:
            break
    anchor = front[0]
    for token in moved:
        clause.words.remove(token)
        sentence.tokens.remove(token)
        clause.words.insert(clause.words.index(anchor), token)
        sentence.insert_before(anchor, token)
    if moved:
        moved[0].gap, anchor.gap = anchor.gap, " "


def predicate_last(sentence: Sentence, clause: Clause) -> None:
    """Behind dass, an adjective that belongs to sein stands before it: "dass bisher unklar sei, wer zahle"."""
    first, reading = front_of(clause), clause.reading
    behind = clause.words[len(first) + 1 :]
    rest = [token for token in behind if token not in clause.cluster]
    if reading is None or reading.verb.infinitive not in _COPULAS or not rest or len(rest) + 1 < len(behind):
        return
    predicate = _predicate(first)
    if not predicate or rest[-1].low in closed().predicative:
        return
    gap = first[0].gap
    for token in first:
        sentence.tokens.remove(token)
        clause.words.remove(token)
        token.gap = " "
    clause.words[0].gap = gap
    placing.put_last(sentence, clause, predicate[0], behind=rest[-1])
    for before, token in pairwise(predicate):
        sentence.insert_after(before, token)
        clause.words.insert(clause.words.index(before) + 1, token)


def _predicate(first: list[Token]) -> list[Token]:
    """The words before the verb in the order they have before it at the end, where they are an adjective; else []."""
    known = closed()
    adjectives = known.predicative - known.adverbs - _ADVERBIAL
    if not first:
        return []
    degree = known.intensifiers | {"sehr", "so", "viel", "ganz"}
    if first[-1].low.lower() in adjectives and all(token.low.lower() in degree for token in first[:-1]):
        return first
    if len(first) > 1 and first[0].low.lower() in adjectives and first[1].low in known.prepositions:
        return [*first[1:], first[0]]  # "für das Grundbuch zuständig"
    return []


_ADVERBIAL = frozenset({"mehr", "weniger", "lieber", "eher", "öfter", "näher", "weiter", "früh", "spät", "umsonst"})
_COPULAS = frozenset({"sein", "bleiben", "werden", "finden", "wirken", "klingen"})


def _stands_alone(words: list[Token], at: int) -> bool:
    """Tell whether "das" is a pronoun here, and no article."""
    following = words[at + 1] if at + 1 < len(words) else None
    return following is None or (following.kind == "word" and not following.is_noun and not following.low.endswith("e"))


def _is_adverbial(low: str) -> bool:
    known = closed()
    return low in known.prepositions or low in known.adverbs or capitals.PRONOMINAL.fullmatch(low) is not None


def is_broken_off(clause: Clause) -> bool:
    """Tell whether what stands first is joined to a clause by und: "Ein Jahr früher, und wir hätten …"."""
    before = front_of(clause)
    return len(before) > 1 and before[-2].low in {"und", "oder"} and before[-1].low in _NOMINATIVE


def is_condition(sentence: Sentence, mains: list[Clause]) -> bool:
    """Tell whether the first clause is a condition without wenn: "Sollte das Geld fehlen, ruht der Bau"."""
    if len(mains) < 2 or mains[1].link or mains[1].lead is not mains[0]:  # noqa: PLR2004
        return False
    return mains[0].verb_first and mains[1].verb_first and sentence.tokens[0] is mains[0].words[0]


def is_free_relative(clause: Clause) -> bool:
    """Tell whether a clause stands for a noun: "Was fehlt, ist …", "Wer zahlt, …"."""
    opener = clause.opener if clause.kind == "sub" else None
    concerns = clause.reading is not None and clause.reading.lemma in {"betreffen", "angehen", "anbelangen"}
    return opener is not None and opener.low.lower() in {"was", "wer", "wem", "wen"} and not concerns


def stands_for_subject(sentence: Sentence, main: Clause) -> bool:
    """Tell whether the clause in front is the subject; a pronoun that takes it up is left out: "…, der weiß das"."""
    if main.verb_first:
        return True
    if main.words[0].low != "der" or main.words[1:2] != [main.finite] or sentence.tokens[0].low.lower() != "wer":
        return False
    sentence.remove(main.words[0])
    return True


def name_relative(sentence: Sentence, clause: Clause) -> None:
    """Behind dass, a clause that is the subject is set apart by commas, or gets a pronoun: "dass das, was fehle, …"."""
    opener = clause.opener
    if opener is None or opener is not sentence.tokens[0]:
        return
    named = [word("das")] if opener.low.lower() == "was" else []
    opener.gap = " "
    sentence.tokens[:0] = [*named, Token("", ",", "mark")]


def _is_dummy(clause: Clause) -> bool:
    """Tell whether "es" only fills the first place: before a plural, a passive, or a subject behind its verb."""
    reading, verb = clause.reading, clause.finite
    if reading is None or verb is None:
        return False
    passive = reading.verb.infinitive in {"werden", "sein"} and any(
        token.low == "worden" or (reading.verb.infinitive == "werden" and finite.is_participle(token))
        for token in clause.cluster
    )
    if reading.verb.infinitive == "sein" and not clause.cluster:
        return reading.number == "pl" and not clause.words[-1].is_noun and clause.words[-1].kind == "word"
    if reading.number == "pl" or passive:
        return True
    at = clause.words.index(verb) + 1
    if not clause.cluster and _moves(clause, reading.verb) and cases.has_bare_noun(clause.words[at:]):
        return True
    comes_behind = at < len(clause.words) and clause.words[at].low in closed().determiners | {"nichts", "niemand"}
    verbs = {reading.verb.infinitive, *(r.verb.infinitive for token in clause.cluster for r in finite.of(token))}
    return comes_behind and bool(verbs & _EXISTENCE)


def _moves(clause: Clause, verb: Verb) -> bool:
    """Tell whether the verb takes no object, so that a noun beside it is the subject."""
    particle = clause.lemma.removesuffix(verb.infinitive)
    return clause.lemma not in closed().impersonal and auxiliary_of(verb, particle) == "sein"


_EXISTENCE = frozenset(
    {
        "fehlen",
        "bestehen",
        "existieren",
        "entstehen",
        "folgen",
        "liegen",
        "stehen",
        "bleiben",
        "finden",
        "gelten",
        "sprechen",
    }
)


def drop_dummy(sentence: Sentence, clause: Clause) -> None:
    """Behind dass there is no "es" that only fills the first place: "Es kamen 20 Bürger"."""
    front = front_of(clause)
    stands = all(token.low == "gewesen" for token in clause.cluster)
    singled_out = any(each.is_relative and each.parent is clause for each in sentence.clauses) and stands
    is_sein = clause.reading is not None and clause.reading.verb.infinitive == "sein"
    if singled_out and is_sein:
        return  # "Es sind immer dieselben, die …"
    if len(front) == 1 and front[0].low == "es" and _is_dummy(clause):
        following = sentence.tokens[sentence.tokens.index(front[0]) + 1]
        following.gap = front[0].gap
        sentence.remove(front[0])


def front_clause_last(sentence: Sentence, main: Clause) -> bool:
    """Move a subordinate clause that opens the sentence behind the main clause; False where there is none."""
    if not main.words:
        return False
    start = sentence.tokens.index(main.words[0])
    if main.link and main.link[0] in sentence.tokens:
        start = sentence.tokens.index(main.link[0])
    before = sentence.tokens[:start]
    if len(before) < 2 or before[-1].text != ",":  # noqa: PLR2004  # a clause and its comma
        return False
    comma = before.pop()
    opening = [token for token in main.words if token.low.lower() in {"dann", "so"}]
    gap = before[0].gap
    del sentence.tokens[: len(before) + 1]
    if opening and opening[0] is main.words[0] and main.finite is not opening[0]:
        following = main.words[1] if len(main.words) > 1 else None
        sentence.remove(opening[0])
        if following is not None:
            following.gap = gap
    sentence.tokens[0].gap = gap
    before[0].gap = " "
    comma.gap = ""
    sentence.insert_after(main.words[-1], comma, *before)
    return True


def is_w_question(clause: Clause) -> bool:
    """Tell whether a question word opens the clause: "Aus welchen Gründen …"."""
    front = front_of(clause)
    known = closed()
    for token in front[:2]:
        low = token.low.lower()
        if low in known.questions:
            return True
        if low not in known.prepositions and low not in {"ab", "bis", "seit", "und"}:
            return False
    return False
