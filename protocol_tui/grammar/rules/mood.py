"""House rule 1: Konjunktiv I; where it equals the indicative Konjunktiv II, or würden with the infinitive.

Reason: the mood says that somebody else's words are given. Source: spec/indirect-speech.md, rule 1.
"""

from __future__ import annotations

from protocol_tui.grammar import finite, forms, placing
from protocol_tui.grammar.analysis import Reading
from protocol_tui.grammar.clauses import Clause, Sentence, word
from protocol_tui.grammar.draft import Draft

NAME = "Konjunktiv der indirekten Rede"


def apply(draft: Draft) -> None:
    """Put every finite verb into the mood of indirect speech; a Konjunktiv that stands there stays."""
    for sentence in draft.sentences:
        for clause in sentence.clauses:
            if clause.reading is None or clause.finite is None:
                continue
            if draft.keeps_indicative(clause):
                _agree(draft, clause, clause.reading)
            else:
                to_konjunktiv(draft, sentence, clause, clause.reading)


def _agree(draft: Draft, clause: Clause, reading: Reading) -> None:
    """Put a verb that keeps its mood into the number and person of its new subject."""
    verb, number = reading.verb, draft.number_of(clause)
    if clause.finite is None or (number == reading.number and not reading.first):
        return
    if reading.mood == "present":
        clause.finite.text = reading.particle + forms.present(verb, number)
    elif reading.mood == "preterite":
        clause.finite.text = reading.particle + forms.preterite(verb, number)


def to_konjunktiv(draft: Draft, sentence: Sentence, clause: Clause, reading: Reading) -> None:
    """Put one finite verb into Konjunktiv I, or what stands for it."""
    token = clause.finite
    if token is None:
        return
    verb, number = reading.verb, draft.number_of(clause)
    if reading.mood == "konj2":
        if number != reading.number:
            token.text = token.text + "n" if number == "pl" else token.text.removesuffix("n")
        return
    if reading.mood == "konj1" and number == reading.number:
        return
    if verb.infinitive == "mögen" and number == "pl" and clause.cluster:
        token.text = "mögen"  # a request; "möchten" would be a wish of theirs
    elif number == "sg" or verb.infinitive == "sein":
        token.text = reading.particle + forms.konjunktiv1(verb, number)
    elif forms.uses_konjunktiv2(verb, reading.particle):
        token.text = reading.particle + forms.konjunktiv2(verb, number)
    else:
        _wuerden(sentence, clause, reading)


def _wuerden(sentence: Sentence, clause: Clause, reading: Reading) -> None:
    token = clause.finite
    if token is None:
        return
    if clause.verb_last:
        new = word("würden")
        token.text = reading.particle + reading.verb.infinitive
        sentence.insert_after(token, new)
        clause.words.insert(clause.words.index(token) + 1, new)
        clause.cluster.append(token)
        clause.finite = new
    else:
        particle = clause.particle
        infinitive = (particle.low if particle is not None else reading.particle) + reading.verb.infinitive
        if particle is not None:
            particle.text = infinitive
            clause.particle = None
            clause.cluster.append(particle)
        else:
            new = word(infinitive)
            placing.put_last(sentence, clause, new, behind=clause.words[-1] if finite.has_zu(clause.words) else None)
            clause.cluster.append(new)
        token.text = "würden"
    clause.reading = Reading(forms.auxiliary("werden"), "konj2", "pl")
