"""House rule 5, set phrases: "Ich hätte gern gewusst, …" dissolves into the reporting clause.

Reason: the reporting clause says it already. Source: spec/indirect-speech.md, rule 5.
"""

from __future__ import annotations

import re
from functools import cache

from protocol_tui.grammar import capitals, finite, reporting
from protocol_tui.grammar.analysis import readings
from protocol_tui.grammar.clauses import Clause, Sentence, word
from protocol_tui.grammar.draft import Draft
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.persons import Case, decline
from protocol_tui.grammar.rules import address, person
from protocol_tui.grammar.tokens import Token

NAME = "Feste Wendungen gehen in der Redeeinleitung auf"
_SOME = (
    r"(?: (?:gern|gerne|auch|noch|nur|mal|einmal|kurz|bitte|doch|daher|deshalb|dazu|hierzu|da|eigentlich|zunächst|"
    r"jetzt|nun|noch einmal|außerdem|von Ihnen|von der Verwaltung))*"
)
_DARUM = frozenset(
    {"darum", "daher", "deshalb", "hiermit", "auch", "noch", "ich", "wir", "Sie", "euch", "nochmals", "ausdrücklich"}
)


@cache
def _questions() -> re.Pattern[str]:
    """Set phrases before a question; compiled when first asked for."""
    return re.compile(
        "|".join(
            (
                rf"ich (?:hätte|habe){_SOME} gewusst",
                rf"ich (?:möchte|will|würde){_SOME} (?:wissen|fragen|erfahren|nachfragen)",
                rf"wir (?:möchten|wollen|würden|hätten){_SOME} (?:wissen|fragen|erfahren|gewusst)",
                rf"(?:mich|uns|es) (?:interessiert|würde){_SOME}(?: interessieren| mich| uns)?",
                rf"(?:mich|uns) interessiert{_SOME}",
                rf"(?:meine|unsere|die)(?: erste| zweite| nächste| letzte| einzige)? frage (?:ist|lautet|wäre){_SOME}",
                rf"ich frage{_SOME}(?: mich| Sie)?{_SOME}",
                rf"(?:ich|wir) (?:wüsste|wüssten|erführe){_SOME}",
                rf"(?:dürfte|darf|kann|könnte) (?:ich|man|wir){_SOME} (?:erfahren|fragen|wissen)",
                rf"ich habe{_SOME} (?:eine|zwei|drei|mehrere|einige)(?: \w+)? fragen?{_SOME}",
                rf"eine(?: \w+)? frage{_SOME}",
            )
        ),
        re.IGNORECASE,
    )


@cache
def _requests() -> re.Pattern[str]:
    """Set phrases before a request."""
    return re.compile(
        r"(?:wäre|ist) es (?:Ihnen )?möglich|würde es Ihnen etwas ausmachen|"
        rf"(?:wären|würden|könnten|seien) Sie{_SOME} so (?:freundlich|nett|gut|lieb)(?: sein)?",
        re.IGNORECASE,
    )


def dissolve(draft: Draft, sentence: Sentence, *, asks_for: bool) -> list[Token]:
    """Drop a set phrase before what is asked or promised; gives words that go into the reporting clause."""
    main = next((clause for clause in sentence.clauses if clause.kind == "main"), None)
    if main is None or sentence.clauses[0] is not main or len(sentence.clauses) < 2:  # noqa: PLR2004
        return []
    said = " ".join(token.text for token in main.words)
    if asks_for and _requests().fullmatch(said):
        drop(sentence, main)
        return []
    if draft.asks and _questions().fullmatch(said):
        drop(sentence, main)
        return []
    motion = _motion(draft.utterance.verb, main, sentence.clauses[1])
    if main.subject in {"ich", "wir"} and (motion or _same_verb(draft.utterance.verb, main)):
        if any(clause.kind == "main" and clause.lead is main and clause.gapped for clause in sentence.clauses):
            draft.doubt("Der Satz sagt dasselbe wie die Redeeinleitung; bitte zusammenziehen.")
            return []
        verbs = [main.finite, main.particle, *main.cluster, *motion]
        extra = [token for token in main.words if token not in verbs and token.low.lower() not in _DARUM]
        drop(sentence, main)
        draft.dissolved = True
        return _in_third_person(draft, extra)
    return []


def _motion(verb: str, main: Clause, following: Clause | None) -> list[Token]:
    """The words of "den Antrag (auf)" behind "beantragte", where the speaker puts a motion; [] elsewhere."""
    found = reporting.find(verb)
    verbs = {main.lemma} if not main.cluster else {token.low for token in main.cluster}
    if found is None or not found.past.startswith("beantragte") or verbs != {"stellen"}:
        return []
    wishes = main.reading is not None and main.reading.verb.infinitive in {"mögen", "werden", "wollen"}
    if (main.cluster and not wishes) or (following is not None and following.is_relative):
        return []
    at = next((at for at, token in enumerate(main.words) if token.text == "Antrag"), 0)
    if not at or main.words[at - 1].low not in {"den", "einen", "folgenden"}:
        return []
    return main.words[at - 1 : at + 1 + (main.words[at + 1 : at + 2] != [] and main.words[at + 1].low == "auf")]


def _in_third_person(draft: Draft, extra: list[Token]) -> list[Token]:
    """Put what goes into the reporting clause into the third person: "im Namen meiner Fraktion", "Ihnen"."""
    found: list[Token] = []
    for token in extra:
        person.in_frame(draft, token)
        text = token.text
        if text in {"Ihnen", "Sie"}:
            known = draft.utterance.addressee
            if not known:
                draft.doubt(address.UNKNOWN.format(text))
            case: Case = "dat" if text == "Ihnen" else "acc"
            phrase = decline(known, case, plural=draft.addressee.gender == "pl") if known else text.lower()
            found += [word(each) for each in phrase.split(" ")]
        else:
            if text in address.YOUR:
                draft.doubt(f"Worauf sich „{text}“ bezieht, wird im Satz nicht deutlich.")
                token.text = draft.addressee.possessive(address.YOUR[text])
            found.append(token)
    return found


def merge(draft: Draft, sentence: Sentence) -> bool:
    """Take out what the reporting clause says already: "Ich beantrage eine Pause" behind "beantragte"."""
    if len(sentence.clauses) != 1 or draft.asks:
        return False
    main = sentence.clauses[0]
    verb, subject = main.finite, next((token for token in main.words if token.low.lower() in {"ich", "wir"}), None)
    motion = _motion(draft.utterance.verb, main, None)
    motion = motion if motion and motion[-1].low == "auf" else []
    if verb is None or subject is None or not (motion or _same_verb(draft.utterance.verb, main)):
        return False
    if not motion and (main.cluster or main.lemma not in closed().performative):
        return False
    reflexive = {"mich", "uns"} if "sich" in draft.utterance.verb.split(" ") else set()
    gone = [verb, subject, *main.cluster, *motion, *([main.particle] if main.particle is not None else [])]
    gone += [token for token in main.words if token.low.lower() in reflexive | {"hiermit"}]
    if all(token in gone or token.low in _DARUM for token in main.words):
        return False
    gap = sentence.tokens[0].gap
    sentence.remove(*gone)
    sentence.tokens[0].gap = gap
    main.finite = main.reading = main.particle = None
    return True


def is_announcement(sentence: Sentence) -> bool:
    """Tell whether a whole sentence only announces a question: "Ich habe eine Frage."."""
    said = " ".join(token.text for token in sentence.tokens if token.kind != "mark")
    return (
        re.fullmatch(rf"ich habe{_SOME} (?:eine|zwei|drei|mehrere|einige)(?: \w+)? fragen?{_SOME}", said, re.IGNORECASE)
        is not None
    )


def _same_verb(verb: str, main: Clause) -> bool:
    """Tell whether the speaker says what the reporting clause says: "Ich bitte die Verwaltung" behind "bat"."""
    if not verb or main.reading is None:
        return False
    head = verb.split(" ", maxsplit=1)[0]
    said, particle = {main.reading.verb}, main.particle.low if main.particle is not None else ""
    if main.reading.verb.infinitive in {"mögen", "werden", "wollen", "dürfen", "müssen"} and main.cluster:
        found = [reading for reading in finite.of(main.cluster[-1]) if reading.mood == "infinitive"]
        said, particle = {reading.verb for reading in found}, found[0].particle if found else ""
    same = any(reading.verb in said for reading in readings(head) if reading.finite)
    return same and (not particle or particle in verb.split(" "))


def drop(sentence: Sentence, main: Clause) -> None:
    """Take a clause out, with the sign behind it; what follows begins the sentence."""
    gap = sentence.tokens[0].gap
    end = max(sentence.tokens.index(token) for token in main.words)
    while end + 1 < len(sentence.tokens) and sentence.tokens[end + 1].text in {",", ":", "–"}:
        end += 1
    del sentence.tokens[: end + 1]
    sentence.clauses.remove(main)
    for clause in sentence.clauses:
        if clause.parent is main:
            clause.parent = None
        if clause.lead is main:
            clause.lead = None
    if sentence.tokens:
        first = sentence.tokens[0]
        first.gap = gap
        capitals.decapitalise(first, sentence.tokens[1] if len(sentence.tokens) > 1 else None)
