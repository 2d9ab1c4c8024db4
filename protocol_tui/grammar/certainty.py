"""House rule 8: what the analysis does not cover is said, never passed over in silence."""

from __future__ import annotations

from protocol_tui.grammar import continuing, finite
from protocol_tui.grammar.analysis import guesses
from protocol_tui.grammar.clauses import Clause, Sentence
from protocol_tui.grammar.draft import Draft
from protocol_tui.grammar.forms import uses_konjunktiv2
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.persons import gender_is_known
from protocol_tui.grammar.rules.tense import is_doubtful, is_indicative, says_past
from protocol_tui.grammar.tokens import tokenize


def check(draft: Draft) -> None:
    """Note every doubt about the analysis."""
    indicative = any(
        clause.reading is not None and is_indicative(clause.reading)
        for sentence in draft.sentences
        for clause in sentence.clauses
    )
    _double_negation(draft)
    for sentence in draft.sentences:
        _brackets(draft, sentence)
        if _sprawls(sentence):
            draft.doubt(SPRAWLING)
        if not (draft.merged and sentence is draft.sentences[0]):
            _coverage(draft, sentence)
        for clause in sentence.clauses:
            for doubt in clause.doubts:
                draft.doubt(doubt)
            dissolves = draft.clause_type == "zu-inf" and clause in draft.sentences[0].mains
            if not dissolves:  # else the verb goes: "regte an, das zu vertagen"
                _two_moods(draft, sentence, clause, plain=indicative)


SPRAWLING = "Der Satz ist lang und verschachtelt; bitte gegenlesen."
_LONG, _MANY_CLAUSES, _NESTED = 32, 4, 3


def _sprawls(sentence: Sentence) -> bool:
    """Tell whether a sentence is of a build that is misread more often: of unseen ones about every fifth was.

    `_LONG` is in tokens, signs included. Length alone does not matter.
    """
    many = len(sentence.clauses) >= _MANY_CLAUSES and len(sentence.tokens) >= _LONG
    asides = [clause for clause in sentence.clauses if clause.kind == "aside" and not continuing.limits(clause.words)]
    nested = len(sentence.clauses) >= _NESTED and bool(asides)
    return many or nested


_DENYING = ("bestritt", "verneinte", "schloss aus")
_REFUSING = ("weigerte sich", "lehnte", "riet", "warnte")
_NEGATIONS = frozenset({"nicht", "kein", "keine", "keinen", "keinem", "keiner", "nie", "niemals", "nichts", "niemand"})


def _double_negation(draft: Draft) -> None:
    """„bestritt, das nicht gesagt zu haben“ turns the meaning round."""
    verb = draft.utterance.verb
    refuses = draft.clause_type == "zu-inf" and (verb.startswith(_REFUSING) or "dagegen" in verb.split(" "))
    denies = draft.framed and (refuses or draft.utterance.verb.startswith(_DENYING))
    if denies and any(token.low.lower() in _NEGATIONS for token in draft.sentences[0].tokens):
        draft.doubt("Die Redeeinleitung verneint selbst; bitte prüfen, ob die Verneinung im Satz wegfällt.")


def _brackets(draft: Draft, sentence: Sentence) -> None:
    """What stands in brackets is left as it is, also where it is a clause of its own."""
    for token in sentence.tokens:
        if token.kind == "opaque" and token.text.startswith("(") and _has_clause(token.text[1:-1]):
            draft.doubt("In der Klammer steht ein Satz; er ist nicht umgesetzt worden.")


def _has_clause(text: str) -> bool:
    tokens = tokenize(text).tokens
    return len(tokens) > 2 and any(finite.is_finite(token) for token in tokens[1:])  # noqa: PLR2004


def check_phrase(draft: Draft) -> None:
    """„Danke.“ is no sentence that can be reported."""
    if not draft.framed:
        return
    said = " ".join(token.text for token in draft.sentences[0].tokens if token.kind != "mark").lower()
    if said in closed().fillers:
        draft.doubt("Der Beitrag besteht nur aus einer Floskel; bitte selbst formulieren.")


def _coverage(draft: Draft, sentence: Sentence) -> None:
    verbs = [clause.finite for clause in sentence.clauses if clause.finite is not None]
    for clause in sentence.clauses:
        if clause.kind == "sub" and clause.finite is None:
            draft.doubt("In einem Nebensatz ist kein Verb erkannt worden.")
        for token in finite.loose(clause.words):
            if token not in verbs:
                draft.doubt(f"Wozu „{token.text}“ gehört, ist nicht erkannt worden.")
    mains = sentence.mains
    if draft.dissolved and sentence is draft.sentences[0] and any(c.kind == "infinitive" for c in sentence.clauses):
        return  # "Ich beantrage, das zu vertagen"
    if (not verbs and (mains or not sentence.clauses) and _looks_verbal(sentence)) or (
        not verbs and draft.framed and sentence is draft.sentences[0] and draft.clause_type in {"v2", "dass"}
    ):
        draft.doubt("Im Satz ist kein Verb erkannt worden.")
    elif mains and mains[0].finite is None and len(verbs) > 0 and draft.clause_type != "zu-inf":
        draft.doubt("Im Hauptsatz ist kein Verb erkannt worden.")


def _looks_verbal(sentence: Sentence) -> bool:
    """Tell whether a sentence without a known verb may have one nobody listed."""
    known = closed()
    for token, following in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        if token.kind == "word" and not token.is_noun and not token.first and not following.is_noun:
            if token.low in known.determiners or token.low in known.prepositions or token.low in known.adverbs:
                continue
            if guesses(token.low) or finite.is_finite(token):
                return True
    return False


def _two_moods(draft: Draft, sentence: Sentence, clause: Clause, *, plain: bool) -> None:
    """A form that is preterite and Konjunktiv II: "sollte", "gingen"."""
    reading = clause.reading
    if reading is None or clause.finite is None or reading.mood != "preterite" or not is_doubtful(reading):
        return
    past = says_past(sentence)
    if reading.verb.infinitive == "sollen":
        if not past:
            draft.choosable.add("mood")
            draft.doubt(f"„{clause.finite.text}“ kann Vergangenheit oder Konjunktiv sein.")
    elif reading.number == "pl" and uses_konjunktiv2(reading.verb, reading.particle) and not plain and not past:
        draft.choosable.add("mood")
        draft.doubt(f"„{clause.finite.text}“ kann Vergangenheit oder Konjunktiv sein.")


def check_gender(draft: Draft) -> None:
    """Without the speaker's gender, er and sie are both possible."""
    if "gender" in draft.choosable and not gender_is_known(draft.utterance):
        draft.doubt("Das Geschlecht der sprechenden Person ist nicht bekannt.")
