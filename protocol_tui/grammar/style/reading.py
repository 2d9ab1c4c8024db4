"""Finished text read for the style check: sentences with their clauses, and where each word stands."""

from __future__ import annotations

from dataclasses import dataclass

from protocol_tui.grammar import finite, reporting
from protocol_tui.grammar.clauses import Clause, Sentence
from protocol_tui.grammar.lexicon.reporting import ReportingVerb
from protocol_tui.grammar.lexicon.style import style_words
from protocol_tui.grammar.parsing import parse
from protocol_tui.grammar.style.remarks import Remark, Rule, Weight
from protocol_tui.grammar.tokens import Token, sentences, tokenize

_COPULAS = frozenset({"sein", "haben", "werden"})


@dataclass(slots=True)
class ReadText:
    """A text with its sentences. `places`: where each token starts and ends, by its identity."""

    text: str
    sentences: list[Sentence]
    places: dict[int, tuple[int, int]]

    def remark(self, token: Token, rule: Rule, weight: Weight, message: str, corrected: str = "") -> Remark:
        """Make a remark on one word."""
        start, end = self.place(token)
        return Remark(rule=rule, weight=weight, start=start, end=end, message=message, corrected=corrected)

    def place(self, token: Token) -> tuple[int, int]:
        return self.places[id(token)]


def read(text: str) -> ReadText:
    """Read a text."""
    cut = tokenize(text)
    places: dict[int, tuple[int, int]] = {}
    at = 0
    for token in cut.tokens:
        start = at + len(token.gap)
        at = start + len(token.text)
        places[id(token)] = (start, at)
    parsed = [parse(tokens, question=tokens[-1].text in {"?", "!"}) for tokens in sentences(cut.tokens)]
    return ReadText(text, parsed, places)


@dataclass(slots=True)
class Frame:
    """A reporting clause found in a text; `verb` where the house list has it.

    `reports` is False where the clerk only tells what somebody did.
    """

    clause: Clause
    verb: ReportingVerb | None = None
    reports: bool = True


def frames(sentence: Sentence, *, first: bool) -> list[Frame]:
    """Find the reporting clauses of a sentence; `first`: it opens an entry, where the present tense may report too."""
    found: list[Frame] = []
    for clause in sentence.mains:
        frame = _frame(clause, first=first) or (_unlisted(sentence, clause) if not found else None)
        if frame is None:
            break  # what follows a reported clause is reported
        found.append(frame)
        if frame.reports and not _goes_on(sentence, clause):
            break
    return found


def _unlisted(sentence: Sentence, clause: Clause) -> Frame | None:
    """A verb nobody listed reports where Konjunktiv or an infinitive follows: "bekannte, ihm graue davor"."""
    reading = clause.reading
    if reading is None or reading.mood != "preterite" or reading.verb.infinitive in _COPULAS or reading.verb.is_modal:
        return None
    behind = sentence.clauses[sentence.clauses.index(clause) + 1 :]
    moods = {each.reading.mood for each in behind if each.reading is not None}
    return Frame(clause) if moods & {"konj1", "konj2"} or any(each.kind == "infinitive" for each in behind) else None


def _goes_on(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether another reporting clause is coordinated with this one."""
    return any(other.lead is clause and other.gapped and other.link for other in sentence.mains)


def _frame(clause: Clause, *, first: bool) -> Frame | None:
    reading, verb = clause.reading, clause.finite
    if reading is None or verb is None or verb not in clause.words or reading.mood not in {"present", "preterite"}:
        return None
    said = " ".join(token.text for token in clause.words[clause.words.index(verb) :])
    known = reporting.find(said)
    if known is not None and (reading.mood == "preterite" or (first and _names_speaker(clause))):
        return Frame(clause, known)
    if reading.mood != "preterite":
        return None
    if is_narrating(clause):
        return Frame(clause, reports=False)
    if reading.verb.infinitive in _COPULAS or reading.verb.is_modal:
        told = any(
            r.particle + r.verb.infinitive in style_words().narrating for t in clause.cluster for r in finite.of(t)
        )
        return Frame(clause, reports=False) if told else None
    return None


def is_narrating(clause: Clause) -> bool:
    """Tell whether the verb can tell what somebody did, without words of theirs ("dankte der Verwaltung")."""
    return clause.lemma in style_words().narrating


def _names_speaker(clause: Clause) -> bool:
    """Tell whether somebody's name or a pronoun of the third person can be the subject of a present tense."""
    verb = clause.words.index(clause.finite) if clause.finite in clause.words else 0
    front, behind = clause.words[:verb], clause.words[verb + 1 : verb + 2]
    return bool(front) and not any(token.low in {"man", "es", "das", "dies"} for token in [*front, *behind])
