"""House rule 5, requests without an infinitive: "Begründen Sie …!" becomes "Die Verwaltung möge … begründen".

Reason: an imperative has no third person. Source: spec/indirect-speech.md, rule 5.
"""

from __future__ import annotations

from itertools import pairwise

from protocol_tui.grammar import cases, forms, placing
from protocol_tui.grammar.analysis import Reading
from protocol_tui.grammar.clauses import Clause, Sentence, word
from protocol_tui.grammar.draft import Draft
from protocol_tui.grammar.forms import Number
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.rules.fillers import drop_please
from protocol_tui.grammar.rules.person import subject_of

NAME = "Aufforderungen stehen mit „möge“"


def apply(draft: Draft) -> None:
    """Rewrite every imperative."""
    for sentence in draft.sentences:
        for clause in sentence.mains:
            clause.addresses = goes_on(clause)
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
    reading = clause.reading
    words = clause.words[1:] if clause.words and clause.words[0].low.lower() == "bitte" else clause.words
    if reading is None or words[1:] == [] or words[0] is not clause.finite or sentence.mark == "?":
        return False
    be = reading.verb.infinitive == "sein" and reading.mood == "konj1"  # "Seien Sie …"
    if (
        words[1].text != "Sie"
        or not (reading.mood == "present" or be)
        or reading.number != "pl"
        or reading.verb.is_modal
    ):
        return False
    if goes_on(clause):
        _check_goes_on(draft, sentence, clause)
        return False
    asks = sentence.mark == "!" or draft.utterance.kind == "request"
    return asks or any(token.low == "bitte" for token in sentence.tokens) or sentence.mark == "."


def goes_on(clause: Clause) -> bool:
    """Tell whether "Sie" is the object, the subject that from before: "Wir lehnen das ab und fordern Sie auf"."""
    lead = clause.lead
    if not clause.gapped or not clause.verb_first or [token.text for token in clause.words[1:2]] != ["Sie"]:
        return False
    if clause.reading is None or lead is None or lead.reading is None or clause.reading.number != lead.reading.number:
        return False
    if clause.reading.number == "sg":
        return True
    if any(token.low in {"bitte", "mal"} for token in clause.words[1:]):
        return False
    if subject_of(clause) not in {"ich", "wir"}:  # "Die Bürger lehnen das ab und fordern Sie auf"
        asked = any(pair[0] is lead.finite and pair[1].text == "Sie" for pair in pairwise(lead.words))
        return bool(clause.link) and not asked and clause.lemma in closed().accusative_verbs
    return clause.lemma in closed().accusative_verbs or not _has_other_object(clause)


def _has_other_object(clause: Clause) -> bool:
    """Tell whether there is an object besides "Sie", so that "Sie" is the subject: "… und lesen Sie das"."""
    behind = clause.words[2:]
    return any(token.low in {"das", "es", "ihn", "dies", "alles"} for token in behind) or cases.has_bare_noun(behind)


def _check_goes_on(draft: Draft, sentence: Sentence, clause: Clause) -> None:
    """A comma before "und", or a verb that seldom has a person as its object, speaks for a request."""
    first = clause.link[0] if clause.link else clause.words[0]
    lead = clause.lead
    at = sentence.tokens.index(first) - 1
    parted = sentence.tokens[at].text == "," and lead is not None and sentence.tokens[at - 1] in lead.words
    parted = parted and (not clause.link or first.low in {"und", "oder"})
    if parted or clause.lemma not in closed().accusative_verbs:
        said = f"{clause.words[0].text} Sie"
        draft.doubt(f"Ob „{said}“ eine Aufforderung ist, lässt sich nicht sicher erkennen.")


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
