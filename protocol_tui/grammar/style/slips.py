"""Indicative slips: a verb of reported speech that was left in the indicative, or cannot be told from it.

Source: spec/indirect-speech.md, rule 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from protocol_tui.grammar import finite
from protocol_tui.grammar.analysis import Mood, Reading
from protocol_tui.grammar.clauses import Clause, Sentence
from protocol_tui.grammar.draft import Draft
from protocol_tui.grammar.rules import mood, tense
from protocol_tui.grammar.speech import Utterance
from protocol_tui.grammar.style.reading import ReadText, frames, is_narrating
from protocol_tui.grammar.style.remarks import House, Remark
from protocol_tui.grammar.tokens import Token, join


def find(text: ReadText, house: House) -> Iterator[Remark]:
    """Give a remark for every verb of reported speech in the indicative."""
    for at, sentence in enumerate(text.sentences):
        for clause in _reported(sentence, first=at == 0):
            if is_slip(clause) and not _shares_helper(sentence, clause):
                if house.relative_indicative and clause.is_relative:
                    continue
                yield from _remark(text, sentence, clause)


def _reported(sentence: Sentence, *, first: bool) -> list[Clause]:
    """The clauses that are reported: all without a reporting clause, else those behind it."""
    own = frames(sentence, first=first)
    if not own:
        return sentence.clauses
    if not own[-1].reports:
        return []
    last = own[-1].clause
    places = {id(token): at for at, token in enumerate(sentence.tokens)}
    start = places.get(id(last.finite), 0)
    of_frame = [frame.clause for frame in own]
    behind = [
        clause
        for clause in sentence.clauses
        if clause not in of_frame and clause.words and places[id(clause.words[0])] > start
    ]
    attached = bool(behind) and behind[0].is_relative and behind[0].parent is last and is_narrating(last)
    return behind[1:] if attached else behind  # "dankte der Verwaltung, die … erstellt hat"


def _shares_helper(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a participle or infinitive waits for a helper at the end: "… nicht bauen, sondern kaufen würden"."""
    verb = clause.finite
    if verb is None or not finite.is_nonfinite(verb):
        return False
    behind = sentence.clauses[sentence.clauses.index(clause) + 1 :]
    helpers = [
        each.finite
        for each in behind
        if each.finite is not None and each.cluster and each.opener in {None, clause.opener}
    ]
    moods = {reading.mood for reading in finite.of(verb) if not reading.finite}
    return any(_governs(helper, moods) for helper in helpers)


def _governs(helper: Token, moods: set[Mood]) -> bool:
    for reading in finite.of(helper):
        if reading.mood not in {"konj1", "konj2"}:
            continue
        if "participle" in moods and reading.verb.infinitive in {"haben", "sein", "werden"}:
            return True
        if (reading.verb.is_modal or reading.verb.infinitive == "werden") and moods:
            return True
    return False


def is_slip(clause: Clause) -> bool:
    """Tell whether the finite verb is in the indicative beyond doubt."""
    reading, verb = clause.reading, clause.finite
    if reading is None or verb is None or not reading.verb.known:
        return False
    if not tense.is_indicative(reading) or (reading.verb.infinitive == "mögen" and clause.cluster):
        return False  # "Die Fraktionen mögen das prüfen" is a request
    if finite.is_nonfinite(verb) and any(finite.is_strict(token) for token in clause.words if token is not verb):
        return False  # a participle or infinitive beside the finite verb
    at = clause.words.index(verb) if verb in clause.words else 0
    infinitive = finite.is_nonfinite(verb) and [word.low for word in clause.words[at + 1 : at + 2]] == ["zu"]
    if infinitive or any(each.mood == "zu" for each in finite.of(verb)):
        return False  # "hinzustellen", "unterschätzt zu haben"
    others = {each.mood for each in finite.of(verb) if each.finite and each.number == reading.number and not each.first}
    if reading.number == "sg":
        return not others & {"konj1", "konj2"}
    return "konj2" not in others and not (reading.verb.infinitive == "sein" and "konj1" in others)


def _remark(text: ReadText, sentence: Sentence, clause: Clause) -> Iterator[Remark]:
    verb, reading = clause.finite, clause.reading
    if verb is None or reading is None:
        return
    same = reading.mood == "present" and reading.number == "pl" and reading.verb.infinitive != "sein"
    if same:
        message = f"„{verb.text}“ ist vom Indikativ nicht zu unterscheiden; der Konjunktiv II macht es deutlich."
    else:
        message = f"„{verb.text}“ steht im Indikativ, in indirekter Rede steht der Konjunktiv."
    corrected = _corrected(text, sentence, clause, reading)
    yield text.remark(verb, "ambiguous" if same else "indicative", "warning", message, corrected)


def _corrected(text: ReadText, sentence: Sentence, clause: Clause, reading: Reading) -> str:
    """The text with this one verb put right; what was read stays as it is."""
    tokens, own = _copy(sentence, clause)
    alone = Sentence(tokens, [own])
    draft = Draft(Utterance(text=text.text), [alone], "", [False])
    verb = own.finite
    capital = verb is not None and verb.first and verb.text[:1].isupper()
    if reading.mood == "preterite":
        tense.to_perfect(draft, alone, own, reading)
    mood.to_konjunktiv(draft, alone, own, own.reading or reading)
    if verb is not None and capital:
        verb.text = verb.text[:1].upper() + verb.text[1:]
    start = text.place(sentence.tokens[0])[0] - len(sentence.tokens[0].gap)
    return text.text[:start] + join(tokens) + text.text[text.place(sentence.tokens[-1])[1] :]


def _copy(sentence: Sentence, clause: Clause) -> tuple[list[Token], Clause]:
    """The tokens of a sentence with those of one clause copied, and that clause made of the copies."""
    copies = {id(token): replace(token) for token in clause.words}

    def copy(token: Token) -> Token:
        return copies.get(id(token), token)

    own = replace(
        clause,
        words=[copy(token) for token in clause.words],
        cluster=[copy(token) for token in clause.cluster],
        finite=copy(clause.finite) if clause.finite is not None else None,
        particle=copy(clause.particle) if clause.particle is not None else None,
    )
    return [copy(token) for token in sentence.tokens], own
