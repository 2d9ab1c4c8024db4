"""House rule 4, address: Sie and Ihr become the person spoken to.

Reason: who reads the minutes was not spoken to. Source: spec/indirect-speech.md, rule 4.
"""

from __future__ import annotations

from protocol_tui.grammar import cases
from protocol_tui.grammar.clauses import Clause, Sentence
from protocol_tui.grammar.draft import Draft
from protocol_tui.grammar.persons import Case, decline
from protocol_tui.grammar.rules.person import subject_of
from protocol_tui.grammar.tokens import Token

NAME = "Die Anrede wird zur dritten Person"
UNKNOWN = "Wer mit „{}“ gemeint ist, lässt sich nicht erkennen."
YOUR = {"Ihr": "", "Ihre": "e", "Ihren": "en", "Ihrem": "em", "Ihrer": "er", "Ihres": "es"}


def apply(draft: Draft) -> None:
    """Replace the address; the first time by the addressee, then by a pronoun."""
    state = _State(draft)
    for sentence in draft.sentences:
        for clause in sentence.clauses:
            for token in list(clause.words):
                state.change(sentence, clause, token)


def is_subject(clause: Clause, token: Token) -> bool:
    """Tell whether "Sie" is the subject: it stands by the plural verb, and there is no other."""
    if subject_of(clause) in {"ich", "wir"} or clause.addresses or clause.finite is None or clause.reading is None:
        return False
    if clause.reading.verb.infinitive == "mögen" and clause.words[:2] == [token, clause.finite]:
        return True  # a request, rewritten
    if clause.reading.number != "pl" or token not in clause.words:
        return False
    if any(each.low in {"er", "es", "man"} for each in clause.words) or cases.preposition_before(clause.words, token):
        return False
    at = clause.words.index(token)
    before = clause.words[at - 1] if at else None
    if before is clause.finite or clause.opener is before:
        return True
    if [each.low for each in clause.words[at + 1 : at + 2]] == ["sich"]:
        return True  # "welche Geräte Sie sich wünschen"
    if clause.is_relative and clause.words[0].low in {"deren", "dessen"} and before is not None and before.is_noun:
        return True  # "deren Angebot Sie abgelehnt haben"
    return before is None or before.low in {"sich", "denn", "auch", "nicht"}


def _may_be_object(sentence: Sentence, clause: Clause, token: Token) -> bool:
    """Tell whether "die" beside "Sie" can be a plural that acts: "Eltern, die Sie anrufen"."""
    if not clause.is_relative or clause.opener is None or clause.opener.low != "die" or clause.words[1:2] != [token]:
        return False
    at = sentence.tokens.index(clause.opener) - 2
    before = [each.low.lower() for each in sentence.tokens[max(0, at - 3) : at]]
    singular = {"eine", "einer", "frau", "keine", "jede", "jeder", "dieser", "zur"}
    return not any(low in singular for low in before)


class _State:
    """Whether the addressee has been named."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        named = draft.utterance.verb != "" and _named_in(draft.utterance.verb, draft.utterance.addressee)
        self.named = named or (draft.framed and draft.clause_type == "zu-inf" and draft.utterance.kind == "request")

    def change(self, sentence: Sentence, clause: Clause, token: Token) -> None:
        """Change one word where it is an address."""
        text = token.text
        if text in {"euch", "dich", "dir"}:
            self._familiar(sentence, clause, token)
            return
        if token.first and text in {"sie", "Sie", "ihr", "ihnen", "Ihnen", "ihre", "Ihre"}:
            self._at_start(sentence, clause, token)
            return
        if text in {"Sie", "Ihnen"}:
            subject = text == "Sie" and is_subject(clause, token)
            if subject and _may_be_object(sentence, clause, token):
                self.draft.doubt("Ob „Sie“ im Relativsatz Subjekt oder Objekt ist, lässt sich nicht sicher erkennen.")
            case: Case = "nom" if subject else "dat" if text == "Ihnen" else "acc"
            self._replace(sentence, clause, token, case)
            if subject:
                self.draft.set_number(clause, self.draft.addressee.number if self.draft.utterance.addressee else "pl")
        elif text in YOUR:
            self._possessive(token, YOUR[text])

    def _at_start(self, sentence: Sentence, clause: Clause, token: Token) -> None:
        """A capital at the start of a sentence says nothing: "sie" or "Sie"."""
        if token.text.lower() in {"ihr", "ihre"} and clause in self.draft.sentences[0].clauses:
            self._possessive_first(clause, token)
            return
        if token.text.lower() not in {"sie", "ihnen"} or clause.reading is None or clause.reading.number != "pl":
            return
        draft = self.draft
        opening = clause in draft.sentences[0].clauses
        if opening or draft.utterance.addressee or draft.utterance.kind in {"question", "request"}:
            draft.doubt(UNKNOWN.format("Sie"))
        if opening and draft.utterance.addressee and token.low == "sie" and is_subject(clause, token):
            self._replace(sentence, clause, token, "nom")
            draft.set_number(clause, draft.addressee.number)

    def _possessive_first(self, clause: Clause, token: Token) -> None:
        """„Ihr Antrag“ at the start of what is said: whose it is, nothing before can tell."""
        at = clause.words.index(token) if token in clause.words else -1
        if at != 0 or len(clause.words) < 2 or not clause.words[1].text[:1].isupper():  # noqa: PLR2004
            return
        self.draft.doubt(UNKNOWN.format(token.text.capitalize()))
        if self.draft.utterance.addressee:
            token.text = self.draft.addressee.possessive(token.text.lower().removeprefix("ihr"))

    def _replace(self, sentence: Sentence, clause: Clause, token: Token, case: Case) -> None:
        draft = self.draft
        if not draft.utterance.addressee:
            draft.doubt(UNKNOWN.format(token.text))
            token.text = {"nom": "sie", "acc": "sie", "dat": "ihnen"}[case]
            return
        person = draft.addressee
        if self.named:
            if case == "acc" and is_reflexive(clause):
                token.text = "sich"
            else:
                token.text = person.pronoun(case)
            return
        self.named = True
        phrase = decline(draft.utterance.addressee, case, plural=person.gender == "pl")
        last = sentence.expand(token, phrase)
        if case == "nom":
            _reflexive_first(sentence, clause, token, last)

    def _familiar(self, sentence: Sentence, clause: Clause, token: Token) -> None:
        """„euch“, „dich“, „dir“: reflexive beside Sie, else an object."""
        if any(is_subject(clause, each) for each in clause.words if each.text == "Sie"):
            token.text = "sich"
            return
        cased: dict[str, Case] = {"dich": "acc", "dir": "dat"}
        self._replace(sentence, clause, token, cased.get(token.text) or cases.of_uns(clause, token)[0])

    def _possessive(self, token: Token, ending: str) -> None:
        draft = self.draft
        if not draft.utterance.addressee:
            draft.doubt(UNKNOWN.format(token.text))
            token.text = "ihr" + ending
            return
        if not self.named:
            draft.doubt(f"Worauf sich „{token.text}“ bezieht, wird im Satz nicht deutlich.")
        token.text = draft.addressee.possessive(ending)


def is_reflexive(clause: Clause) -> bool:
    """Tell whether the clause has a reflexive pronoun."""
    return any(token.low == "sich" for token in clause.words)


def _reflexive_first(sentence: Sentence, clause: Clause, first: Token, last: Token) -> None:
    """Put "sich" before the noun: "ob sich die Verwaltung … vorstellen könne"."""
    at = clause.words.index(last) + 1
    if at < len(clause.words) and clause.words[at].low == "sich" and clause.words[0] is not first:
        reflexive = clause.words.pop(at)
        clause.words.insert(clause.words.index(first), reflexive)
        sentence.tokens.remove(reflexive)
        sentence.insert_before(first, reflexive)


def _named_in(verb: str, addressee: str) -> bool:
    """Tell whether the reporting clause names the addressee already: "bat die Verwaltung"."""
    noun = addressee.rsplit(" ", maxsplit=1)[-1] if addressee else ""
    return bool(noun) and noun in verb.split(" ")
