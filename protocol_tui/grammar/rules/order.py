"""House rule 5, order: in dass, ob and w clauses the finite verb stands last.

Reason: they are subordinate clauses. Source: spec/indirect-speech.md, rules 2 and 5; Duden-Grammatik, Satzfelder.
"""

from __future__ import annotations

from protocol_tui.grammar import capitals, cases, finite, placing
from protocol_tui.grammar.clauses import Clause, Sentence, word
from protocol_tui.grammar.lexicon.verbs import Verb, auxiliary_of
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.tokens import Token

NAME = "Das Verb rückt ans Ende"
_NOMINATIVE = frozenset({"man", "er", "es", "ich", "wir"})
_PRONOUNS = frozenset({"sich", "sie", "ihm", "ihr", "ihn", "ihnen"})


def to_end(sentence: Sentence, clause: Clause) -> None:
    """Move the finite verb of a main clause to its end, joined with its particle."""
    verb = clause.finite
    if verb is None or clause.verb_last or verb not in clause.words:
        return
    at = clause.words.index(verb)
    following = clause.words[at + 1 :]
    clause.kind = "sub"
    if not following:
        return
    if clause.cluster and clause.cluster[0] in clause.words[:at]:
        _fronted_to_end(sentence, clause)
    if verb is sentence.tokens[0] and len(sentence.tokens) > 1:
        sentence.tokens[1].gap = verb.gap
    sentence.tokens.remove(verb)
    clause.words.remove(verb)
    verb.gap = " "
    if clause.particle is not None:
        anchor = clause.particle
        anchor.text = anchor.low + verb.text
        clause.finite, clause.particle = anchor, None
        return
    if _stands_before(clause):
        first = placing.first_of_cluster(clause)
        sentence.insert_before(first, verb)
        clause.words.insert(clause.words.index(first), verb)
        return
    placing.put_last(sentence, clause, verb)


def _fronted_to_end(sentence: Sentence, clause: Clause) -> None:
    """Move a participle from the first place to the end: "dass nur die Länge kritisiert worden sei"."""
    first = sentence.tokens.index(clause.cluster[0])
    gap = clause.cluster[0].gap
    for token in clause.cluster:
        sentence.tokens.remove(token)
        clause.words.remove(token)
        token.gap = " "
    sentence.tokens[first].gap = gap
    sentence.insert_after(clause.words[-1], *clause.cluster)
    clause.words += clause.cluster


def _stands_before(clause: Clause) -> bool:
    """Tell whether haben or werden stands before two infinitives: "habe verschieben müssen"."""
    if clause.reading is None or clause.reading.verb.infinitive not in {"haben", "werden"} or len(clause.cluster) < 2:  # noqa: PLR2004
        return False
    last = clause.cluster[-1].low
    return last in {"können", "müssen", "sollen", "wollen", "dürfen", "mögen", "lassen", "sehen", "hören"}


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
        acting = bool(clause.acting) and not moved and low in {"er", "sie"}
        if low in _NOMINATIVE or acting or (low in _PRONOUNS and (adverbial or moved)):
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


def _is_adverbial(low: str) -> bool:
    known = closed()
    return low in known.prepositions or low in known.adverbs or capitals.PRONOMINAL.fullmatch(low) is not None


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


def name_relative(sentence: Sentence, clause: Clause) -> None:
    """Behind dass, a clause that is the subject gets a pronoun: "dass das, was fehle, …"."""
    opener = clause.opener
    if opener is None or opener is not sentence.tokens[0] or opener.low.lower() != "was":
        return
    noun = word("das", gap=opener.gap)
    opener.gap = " "
    sentence.tokens[:0] = [noun, Token("", ",", "mark")]


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


def is_verb_last(clause: Clause) -> bool:
    """Tell whether the clause was written with its verb last already."""
    return clause.finite is not None and clause.words[-1] is clause.finite and not finite.has_zu(clause.words)
