"""House rule 5, requests and promises: an infinitive with zu behind "bat", "kündigte an", "schlug vor".

Reason: the subject is that of the reporting clause or its object. Source: spec/indirect-speech.md, rules 3 and 5.
"""

from __future__ import annotations

from protocol_tui.grammar import finite, forms, placing, reporting
from protocol_tui.grammar.analysis import Reading
from protocol_tui.grammar.clauses import Clause, Sentence, word
from protocol_tui.grammar.draft import Draft
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.rules import requests
from protocol_tui.grammar.rules.tense import is_doubtful
from protocol_tui.grammar.tokens import Token

NAME = "Infinitiv mit zu"
_ASKING = frozenset({"können", "werden", "mögen", "sollen", "müssen"})


def fits(draft: Draft, clause: Clause) -> bool:
    """Tell whether a main clause can become an infinitive: by its subject, who speaks or is asked."""
    if clause.finite is None or clause.reading is None:
        return False
    subject = _subject(draft, clause)
    if any(
        requests.is_adhortative(draft, sentence, clause) for sentence in draft.sentences if clause in sentence.clauses
    ):
        return True
    if draft.utterance.kind == "request" and subject and subject[0].low.lower() in {"ich", "wir"}:
        return clause.reading.verb.infinitive in {"sollen", "können", "müssen"}
    return bool(subject) or clause.gapped


def _subject(draft: Draft, clause: Clause) -> list[Token]:
    """The subject that the infinitive loses: ich, wir, Sie; man or the addressee beside "sollte" and the like."""
    speaking = [token for token in clause.words if token.low.lower() in {"ich", "wir"}]
    addressed = [token for token in clause.words if token.text == "Sie" and not requests.goes_on(clause)]
    if speaking or addressed:
        return (speaking or addressed)[:1]
    reading = clause.reading
    if reading is None or reading.verb.infinitive not in _ASKING - {"werden"} or not clause.cluster:
        return []
    for token in clause.words:
        if token.low == "man" and reading.mood in {"konj2", "preterite"}:
            return [token]
    front = clause.words[: clause.words.index(clause.finite)] if clause.finite in clause.words else []
    named = " ".join(token.text for token in front).lower()
    return front if named and named == draft.utterance.addressee.lower() else []


def apply(draft: Draft, sentence: Sentence, mains: list[Clause]) -> None:
    """Make the main clauses of a sentence infinitives."""
    subjects = [_subject(draft, clause) for clause in mains]  # a gapped clause asks its lead
    for clause, subject in zip(mains, subjects, strict=True):
        for token in subject:
            _remove(sentence, clause, token)
        for token in list(clause.words):
            please = token.low.lower() == "bitte" or (clause.verb_first and token.low.lower() in {"doch", "mal"})
            if please and token is not clause.finite:
                _remove(sentence, clause, token)
        _turn(draft, sentence, clause, together=_let_us(sentence, clause))
        clause.kind = "infinitive"
        clause.finite = None
        clause.reading = None


def _let_us(sentence: Sentence, clause: Clause) -> bool:
    """„Lassen Sie uns vertagen“ is a proposal to do it together."""
    if clause.reading is None or clause.reading.verb.infinitive != "lassen" or not clause.cluster:
        return False
    found = [token for token in clause.words[:3] if token.low == "uns"]
    for token in found:
        _remove(sentence, clause, token)
    return bool(found)


def _turn(draft: Draft, sentence: Sentence, clause: Clause, *, together: bool) -> None:
    verb, reading = clause.finite, clause.reading
    if verb is None or reading is None:
        return
    name = reading.verb.infinitive
    wished = reading.mood == "konj2" or (reading.mood == "preterite" and is_doubtful(reading))
    if reading.mood == "preterite" and reading.verb.is_modal and not wished:
        draft.doubt("Die Vergangenheit geht im Infinitiv verloren.")
    helper = name == "werden" or together or (name in _ASKING and wished)
    asked = draft.utterance.kind == "request" and name in _ASKING
    asked = asked or (name == "können" and draft.utterance.verb.startswith(("bot an", "bietet an", "boten an")))
    known = reporting.find(draft.utterance.verb)
    demands = "dafür" in draft.utterance.verb.split(" ") or (known is not None and known.kind in {"motion", "request"})
    asked = asked or (demands and reading.mood == "present" and name in {"müssen", "sollen", "können"})
    if name == "dürfen":
        draft.doubt("Das „dürfen“ passt nicht zum Infinitiv; bitte prüfen.")
    if clause.cluster and (helper or asked):
        _remove(sentence, clause, verb)
        for token in _infinitives(clause):
            put_zu(sentence, clause, token)
        return
    participles = [t for t in clause.cluster if any(r.mood == "participle" for r in finite.of(t))]
    if name in {"haben", "sein"} and participles:
        _remove(sentence, clause, verb)
        new = word(f"zu {name}")
        placing.put_last(sentence, clause, new, behind=clause.cluster[-1])
        return
    particle = clause.particle
    _remove(sentence, clause, verb)
    if particle is not None:
        particle.text = forms.zu_infinitive(reading.verb, particle.low)
    elif clause.words:
        placing.put_last(sentence, clause, word(forms.zu_infinitive(reading.verb)))
    else:
        verb.text = forms.zu_infinitive(reading.verb)
        verb.gap = " "
        anchor = clause.link[-1] if clause.link else None
        if anchor is not None:
            sentence.insert_after(anchor, verb)
        else:
            sentence.tokens.insert(0, verb)
        clause.words.append(verb)


def _infinitives(clause: Clause) -> list[Token]:
    """The last infinitive, and those of which one more is coordinated: "vorstellen sowie … geben"."""
    found = [clause.cluster[-1]]
    joined = {"und", "oder", "sowie", "beziehungsweise", "bzw.", "sondern"}
    for token, following in zip(clause.words, clause.words[1:], strict=False):
        infinitive = any(reading.mood == "infinitive" for reading in finite.of(token))
        if infinitive and following.low in joined | closed().coordinators and token not in found:
            found.insert(0, token)
    return found


def put_zu(sentence: Sentence, clause: Clause, token: Token) -> None:
    """Put zu into an infinitive: "vorzustellen", "zu geben"."""
    reading: Reading | None = next(
        (r for r in finite.of(token, guess=True) if r.mood in {"infinitive", "present"}), None
    )
    if reading is not None and reading.particle:
        token.text = forms.zu_infinitive(reading.verb, reading.particle)
        return
    zu = word("zu", gap=token.gap)
    token.gap = " "
    sentence.insert_before(token, zu)
    clause.words.insert(clause.words.index(token), zu)


def _remove(sentence: Sentence, clause: Clause, token: Token) -> None:
    at = sentence.tokens.index(token)
    if at == 0 and len(sentence.tokens) > 1:
        sentence.tokens[1].gap = token.gap
    sentence.tokens.remove(token)
    clause.words.remove(token)
