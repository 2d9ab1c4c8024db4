"""House rule 5, requests without an infinitive: "Begründen Sie …!" becomes "Die Verwaltung möge … begründen".

Reason: an imperative has no third person. Source: spec/indirect-speech.md, rule 5.
"""

from __future__ import annotations

from protocol_tui.grammar import forms, placing
from protocol_tui.grammar.analysis import Reading
from protocol_tui.grammar.clauses import Clause, Sentence, word
from protocol_tui.grammar.draft import Draft
from protocol_tui.grammar.forms import Number
from protocol_tui.grammar.rules.fillers import drop_please

NAME = "Aufforderungen stehen mit „möge“"


def apply(draft: Draft) -> None:
    """Rewrite every imperative."""
    for sentence in draft.sentences:
        for clause in sentence.mains:
            if is_imperative(draft, sentence, clause):
                drop_please(sentence, clause)
                if _is_proposal(clause, "mich"):
                    _announce(draft, sentence, clause)
                elif _is_proposal(clause, "uns"):
                    _propose(draft, sentence, clause)
                else:
                    _rewrite(draft, sentence, clause, draft.addressee.number if draft.utterance.addressee else "pl")
            elif is_adhortative(draft, sentence, clause):
                drop_please(sentence, clause)
                _let_us(draft, sentence, clause)


def is_adhortative(draft: Draft, sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a clause proposes to do something together: "Vertagen wir das."."""
    reading = clause.reading
    if reading is None or not clause.verb_first or len(clause.words) < 2 or draft.utterance.kind == "question":  # noqa: PLR2004
        return False
    if sentence.tokens[0] is not clause.words[0]:
        return False  # behind a clause that fills the first place
    alone = len(sentence.mains) == 1 or all(other.link for other in sentence.mains[1:])
    helps = reading.verb.is_modal or reading.verb.infinitive in {"haben", "sein", "werden"}
    if reading.verb.infinitive == "sein" and reading.mood == "konj1" and clause.words[1].low == "wir":
        return sentence.mark != "?"  # "Seien wir ehrlich"
    return clause.words[1].low == "wir" and reading.mood == "present" and not helps and sentence.mark != "?" and alone


def _let_us(draft: Draft, sentence: Sentence, clause: Clause) -> None:
    """„Vertagen wir das“ is "man möge das vertagen"."""
    wir = clause.words[1]
    _rewrite(draft, sentence, clause, "sg")
    wir.text = "man"
    for token in clause.words:
        if token.low == "uns":
            token.text = "sich"
    clause.subject = ""


def is_imperative(draft: Draft, sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a clause is a request in the imperative: verb first, then Sie, and no question."""
    if clause.reading is None or not clause.verb_first or len(clause.words) < 2 or sentence.mark == "?":  # noqa: PLR2004
        return False
    if clause.words[1].text != "Sie" or clause.reading.mood != "present" or clause.reading.verb.is_modal:
        return False
    asks = sentence.mark == "!" or draft.utterance.kind == "request"
    return asks or any(token.low == "bitte" for token in sentence.tokens) or sentence.mark == "."


def _rewrite(draft: Draft, sentence: Sentence, clause: Clause, number: Number) -> None:
    """Put "möge" in front and the verb at the end; `number` is that of the subject."""
    verb, reading = clause.finite, clause.reading
    if verb is None or reading is None:
        return
    particle = clause.particle
    infinitive = (particle.low if particle is not None else "") + reading.verb.infinitive
    subject = clause.words[1]
    _swap(sentence, clause)
    if particle is not None:
        particle.text = infinitive
        clause.particle = None
        clause.cluster.append(particle)
    else:
        new = word(infinitive)
        placing.put_last(sentence, clause, new)
        clause.cluster.append(new)
    verb.text = "möge" if number == "sg" else "mögen"
    clause.reading = Reading(forms.auxiliary("mögen"), "konj1", number)
    draft.set_number(clause, number)
    subject.first = False
    if sentence.mark == "!":
        sentence.tokens[-1].text = "."


def _is_proposal(clause: Clause, who: str) -> bool:
    """Tell whether it is the speaker who acts, or all: "Lassen Sie mich erklären", "Lassen Sie uns vertagen"."""
    if clause.reading is None or clause.reading.verb.infinitive != "lassen" or len(clause.words) < 4:  # noqa: PLR2004
        return False
    return clause.words[2].low == who and bool(clause.cluster)


def _announce(draft: Draft, sentence: Sentence, clause: Clause) -> None:
    """„Lassen Sie mich erklären“ says what the speaker wants to do."""
    verb, subject = clause.words[0], clause.words[1]
    sentence.remove(clause.words[2])
    _swap(sentence, clause)
    number = draft.speaker.number
    subject.text, subject.first = draft.speaker.pronoun("nom"), False
    verb.text = "wolle" if number == "sg" else "wollten"
    clause.reading = Reading(forms.auxiliary("wollen"), "konj1" if number == "sg" else "konj2", number)
    draft.set_number(clause, number)
    draft.choosable.add("gender")


def _propose(draft: Draft, sentence: Sentence, clause: Clause) -> None:
    verb, subject = clause.words[0], clause.words[1]
    sentence.remove(clause.words[2])
    _swap(sentence, clause)
    subject.text, subject.first, verb.text = "man", False, "möge"
    clause.reading = Reading(forms.auxiliary("mögen"), "konj1", "sg")
    draft.set_number(clause, "sg")
    if sentence.mark == "!":
        sentence.tokens[-1].text = "."


def _swap(sentence: Sentence, clause: Clause) -> None:
    """Put the subject before the verb."""
    verb, subject = clause.words[0], clause.words[1]
    clause.words[:2] = [subject, verb]
    sentence.tokens.remove(subject)
    sentence.insert_before(verb, subject)
    subject.gap, verb.gap = verb.gap, " "
    verb.first = False
