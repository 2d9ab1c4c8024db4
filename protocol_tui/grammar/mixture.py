"""Text that is indirect already, or in part."""

from __future__ import annotations

from itertools import pairwise

from protocol_tui.grammar import reporting
from protocol_tui.grammar.analysis import Reading
from protocol_tui.grammar.clauses import Clause, Sentence
from protocol_tui.grammar.draft import Draft
from protocol_tui.grammar.rules.tense import is_doubtful, is_indicative


def is_indirect(draft: Draft) -> bool:
    """Tell whether a text is indirect already: Konjunktiv I somewhere, and no main clause in the indicative."""
    clauses = [clause for sentence in draft.sentences for clause in sentence.clauses]
    moods = {clause.reading.mood for clause in clauses if clause.reading is not None}
    content = "konj2" in moods or any(clause.kind == "infinitive" for clause in clauses)
    told = content and any(_reports_speaker(draft, clause) for clause in clauses)
    if "konj1" not in moods and not told:
        return False
    if any(
        before is clause.finite and (behind.low == "wir" or behind.text == "Sie")
        for s in draft.sentences
        for clause in s.mains
        for before, behind in pairwise(clause.words[:3])
    ):
        return False  # "Seien wir ehrlich", "Bitte seien Sie leise"
    for sentence in draft.sentences:
        for clause in sentence.clauses:
            if clause.subject:
                return False
            indicative = clause.kind == "main" and clause.reading is not None and is_indicative(clause.reading)
            if indicative and not _reports_speaker(draft, clause):
                return False
    return True


def _reports_speaker(draft: Draft, clause: Clause) -> bool:
    """Tell whether a clause is the speaker's own reporting clause, typed with the text: "Frau Lenz wies darauf hin"."""
    verb = clause.finite
    if draft.framed or verb not in clause.words or clause.reading is None or clause.reading.mood != "preterite":
        return False
    at = clause.words.index(verb)
    named = {token.text for token in clause.words[:at]} & set(draft.utterance.speaker.split()[-1:])
    return bool(named) and reporting.find(" ".join(token.text for token in clause.words[at:])) is not None


_CONDITIONAL = frozenset({"wenn", "falls", "sofern"})


def settle_conditionals(draft: Draft) -> None:
    """Beside a real Konjunktiv II a doubtful form is one too: "Wenn es mehr kostete, wäre …"."""
    for sentence in draft.sentences:
        real = any(clause.reading is not None and clause.reading.mood == "konj2" for clause in sentence.clauses)
        for clause in sentence.clauses:
            reading = clause.reading
            if reading is None or reading.mood != "preterite" or not is_doubtful(reading):
                continue
            conditional = clause.opener is not None and clause.opener.low.lower() in _CONDITIONAL
            without_wenn = (
                clause.verb_first and clause.lead is None and sentence.mark != "?" and len(sentence.mains) > 1
            )
            if (real and _related(sentence, clause)) or (
                (conditional or without_wenn) and reading.verb.infinitive == "sollen"
            ):
                clause.reading = Reading(reading.verb, "konj2", reading.number, reading.particle)


def _related(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a condition and its consequence may be one: a wenn clause, or the main clause beside one."""
    if clause.opener is not None:
        return clause.opener.low.lower() in _CONDITIONAL
    if any(each.opener is not None and each.opener.low.lower() in _CONDITIONAL for each in sentence.clauses):
        return True
    return any(each.verb_first and each.lead is None for each in sentence.mains)
