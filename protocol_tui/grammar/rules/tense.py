"""House rule 2: every past tense becomes the perfect, of which indirect speech makes its Konjunktiv Perfekt.

Reason: Konjunktiv has one past only. Source: spec/indirect-speech.md, rule 2; Duden-Grammatik, Tempora im Konjunktiv.
"""

from __future__ import annotations

from protocol_tui.grammar import cases, finite, forms, placing
from protocol_tui.grammar.analysis import Reading
from protocol_tui.grammar.clauses import Clause, Sentence, word
from protocol_tui.grammar.draft import Draft
from protocol_tui.grammar.lexicon.verbs import Verb, auxiliary_of, particles
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.tokens import Token

NAME = "Vergangenheit wird Perfekt"
_KEEPS_INFINITIVE = frozenset({"lassen", "sehen", "hören"})


def apply(draft: Draft) -> None:
    """Change every preterite."""
    for sentence in draft.sentences:
        for clause in sentence.clauses:
            reading = clause.reading
            if reading is None or clause.finite is None or reading.mood != "preterite":
                continue
            if draft.keeps_indicative(clause):
                continue
            if is_doubtful(reading) and _taken_as_konj2(draft, sentence, reading):
                clause.reading = Reading(reading.verb, "konj2", reading.number, reading.particle)
                continue
            to_perfect(draft, sentence, clause, reading)
            _drop_repeated(draft, sentence, clause)


def _drop_repeated(draft: Draft, sentence: Sentence, clause: Clause) -> None:
    """Two perfects with one subject share their auxiliary: "hätten … mitgebracht und … geschlafen"."""
    lead, verb = clause.lead, clause.finite
    subordinate = draft.clause_type == "dass" and draft.framed and sentence is draft.sentences[draft.start]
    if lead is None or verb is None or lead.finite is None or subordinate or not clause.gapped or clause.kind != "main":
        return
    same = lead.kind == "main" and lead.finite.text == verb.text and clause.verb_first and bool(clause.link)
    adjacent = same and sentence.tokens[sentence.tokens.index(clause.link[0]) - 1] is lead.words[-1]
    if (
        adjacent
        and clause.link[-1].low in {"und", "oder"}
        and any(finite.is_participle(token) for token in lead.cluster)
    ):
        sentence.remove(verb)
        clause.finite = clause.reading = None


def _taken_as_konj2(draft: Draft, sentence: Sentence, reading: Reading) -> bool:
    """„sollte“ is advice unless the sentence speaks of the past; of other forms the past is more likely."""
    advice = reading.verb.infinitive == "sollen" and not says_past(sentence)
    return advice != draft.choices.other_mood


def says_past(sentence: Sentence) -> bool:
    """Tell whether a word of the sentence says that it is about the past."""
    return any(token.low.lower() in closed().past for token in sentence.tokens)


def is_doubtful(reading: Reading) -> bool:
    """Tell whether the form is a Konjunktiv II as well: "gingen", "sollte"."""
    return forms.preterite(reading.verb, reading.number) == forms.konjunktiv2(reading.verb, reading.number)


def is_indicative(reading: Reading) -> bool:
    """Tell whether a finite form is in the indicative beyond doubt."""
    return reading.mood == "present" or (reading.mood == "preterite" and not is_doubtful(reading))


def to_perfect(draft: Draft, sentence: Sentence, clause: Clause, reading: Reading) -> None:
    """Put one preterite into the perfect."""
    verb = reading.verb
    participles = [t for t in clause.cluster if any(r.mood == "participle" for r in finite.of(t))]
    infinitives = [t for t in clause.cluster if any(r.mood in {"infinitive", "zu"} for r in finite.of(t))]
    if verb.infinitive == "haben" and participles:
        _auxiliary(draft, clause, "haben")
    elif verb.infinitive == "sein" and participles and not _is_state(participles):
        _auxiliary(draft, clause, "sein")
    elif verb.infinitive == "werden" and participles:
        _auxiliary(draft, clause, "sein")
        _append(sentence, clause, "worden")
    elif (verb.is_modal or verb.infinitive in _KEEPS_INFINITIVE) and infinitives:
        _auxiliary(draft, clause, "haben")
        _append(sentence, clause, verb.infinitive)
        _before_cluster(sentence, clause)
    else:
        _full_verb(draft, sentence, clause, reading)


def _is_state(participles: list[Token]) -> bool:
    """Tell whether sein and participle say a state ("war gemeldet") and no event ("war gekommen")."""
    if any(token.low == "worden" for token in participles):
        return False
    found = [r for r in finite.of(participles[-1]) if r.mood == "participle"]
    return all(auxiliary_of(reading.verb, reading.particle) == "haben" for reading in found)


def _full_verb(draft: Draft, sentence: Sentence, clause: Clause, reading: Reading) -> None:
    particle = reading.particle
    if clause.particle is not None:
        particle = clause.particle.low
    auxiliary = _auxiliary_for(draft, clause, reading.verb, particle)
    text = forms.participle(reading.verb, particle)
    if clause.particle is not None:
        gone = clause.particle
        clause.particle = None
        gone.text = text
        clause.cluster.append(gone)
    elif clause.verb_last:
        new = word(text, gap=clause.finite.gap if clause.finite is not None else " ")
        if clause.finite is not None:
            clause.finite.gap = " "
            sentence.insert_before(clause.finite, new)
            clause.words.insert(clause.words.index(clause.finite), new)
        clause.cluster.append(new)
    else:
        _append(sentence, clause, text)
    _auxiliary(draft, clause, auxiliary)


def _auxiliary_for(draft: Draft, clause: Clause, verb: Verb, particle: str) -> str:
    own = [token for token in clause.words if token.low == "sich" and not cases.preposition_before(clause.words, token)]
    if own and verb.infinitive not in {"begegnen", "werden"}:
        return "haben"
    moved = verb.infinitive == "ziehen" or (
        verb.infinitive == "fahren" and any(t.low in {"den", "einen"} for t in clause.words)
    )
    if particle + verb.infinitive in particles().unsure or (moved and not particle):
        draft.doubt(
            f"Ob „{particle}{verb.infinitive}“ das Perfekt hier mit „haben“ oder „sein“ bildet, ist nicht sicher."
        )
    if (
        verb.infinitive == "ziehen"
        and not particle
        and any(token.low in {"nach", "durch", "ins"} for token in clause.words)
    ):
        return "sein"
    whole = particle + verb.infinitive
    if verb.infinitive in particles().both and whole not in particles().sein | particles().haben:
        return "haben" if _has_object(clause) else "sein"
    return auxiliary_of(verb, particle)


def _has_object(clause: Clause) -> bool:
    """Tell whether a noun beside the subject stands there: "Der Sturm brach den Ast", but "Der Ast brach"."""
    pronouns = {"ich", "wir", "er", "es", "man", "sie", "wer"}
    subject = any(token.low.lower() in pronouns for token in clause.words)
    return len(list(cases.bare_nouns(clause.words))) + subject > 1


def _auxiliary(draft: Draft, clause: Clause, infinitive: str) -> None:
    """Put the present tense of an auxiliary in the place of the finite verb."""
    verb = forms.auxiliary(infinitive)
    number = draft.number_of(clause)
    draft.set_number(clause, number)
    if clause.finite is not None:
        clause.finite.text = forms.present(verb, number)
    clause.reading = Reading(verb, "present", number)


def _append(sentence: Sentence, clause: Clause, text: str) -> None:
    """Put a participle or infinitive at the end of the verb complex, before the finite verb where that stands last."""
    new = word(text)
    if clause.verb_last and clause.finite is not None:
        anchor = clause.finite
        new.gap, anchor.gap = anchor.gap, " "
        sentence.insert_before(anchor, new)
        clause.words.insert(clause.words.index(anchor), new)
    else:
        placing.put_last(sentence, clause, new, behind=clause.words[-1] if text == "gewesen" else None)
    clause.cluster.append(new)


def _before_cluster(sentence: Sentence, clause: Clause) -> None:
    """In a clause with the verb last, haben stands before the infinitives: "weil er habe schließen müssen"."""
    verb = clause.finite
    if not clause.verb_last or verb is None or not clause.cluster:
        return
    if clause.cluster[0] not in clause.words or clause.cluster[0] is verb:
        return
    first = placing.first_of_cluster(clause)
    sentence.tokens.remove(verb)
    clause.words.remove(verb)
    verb.gap = " "
    sentence.insert_before(first, verb)
    clause.words.insert(clause.words.index(first), verb)
