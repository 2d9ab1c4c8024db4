"""Wording: the number of the verb behind "eine Reihe", "diesen Jahres", deixis, a first person left standing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from protocol_tui.grammar import forms
from protocol_tui.grammar.clauses import Clause
from protocol_tui.grammar.lexicon.style import style_words
from protocol_tui.grammar.style.reading import ReadText
from protocol_tui.grammar.style.remarks import House, Remark, Rule
from protocol_tui.grammar.tokens import Token

_SINGULAR = frozenset({"ein", "eine", "die", "der", "diese", "dieser", "jene", "keine", "kein", "jede", "jeder"})
_JOINING = frozenset({"und", "sowie"})
_FIRST_SINGULAR = frozenset(["ich", "mich", "mir", *("mein" + ending for ending in ("", "e", "en", "em", "er", "es"))])
_FIRST_PLURAL = frozenset(
    ["wir", "uns", "unser", "unsere", "unseren", "unserem", "unserer", "unseres", "unsern", "unserm"]
)


def find(text: ReadText, house: House) -> Iterator[Remark]:
    """Give a remark for every word that does not fit."""
    for sentence in text.sentences:
        for clause in sentence.clauses:
            yield from _agreement(text, clause)
        for token, following in pairwise(sentence.tokens):
            if token.low.lower() == "diesen" and _is_genitive_of_time(following):
                yield _replace(
                    text, token, "dieses" if token.text[0].islower() else "Dieses", "genitive", following.text
                )
        for token in sentence.tokens:
            yield from _deixis(text, token)
            yield from _first_person(text, token, house)


def _is_genitive_of_time(token: Token) -> bool:
    return token.is_noun and any(token.text.lower().endswith(noun.lower()) for noun in style_words().times)


def _agreement(text: ReadText, clause: Clause) -> Iterator[Remark]:
    """A plural verb behind a noun in the singular that stands for many."""
    verb, reading = clause.finite, clause.reading
    if verb is None or reading is None or reading.number != "pl" or verb not in clause.words:
        return
    subject = clause.words[: clause.words.index(verb)]
    if clause.opener is not None and subject and subject[0] is clause.opener:
        subject = subject[1:]
    if len(subject) < 2 or subject[0].low.lower() not in _SINGULAR:  # noqa: PLR2004  # article and noun
        return
    noun = next((token for token in subject[1:] if token.is_noun), None)
    if noun is None or noun.text not in style_words().collectives:
        return
    if any(token.low in _JOINING for token in subject) or any(token.text == "deren" for token in subject[:1]):
        return
    plural = {"present": forms.present, "konj1": forms.konjunktiv1, "konj2": forms.konjunktiv2}.get(reading.mood)
    if plural is None:
        return
    singular = forms.konjunktiv1(reading.verb, "sg") if reading.mood != "present" else forms.present(reading.verb, "sg")
    yield _replace(text, verb, reading.particle + singular, "agreement", noun.text)


_MESSAGES: dict[Rule, str] = {
    "agreement": "„{noun}“ steht im Singular, „{old}“ im Plural; besser „{new}“.",
    "genitive": "Vor „{noun}“ heißt es „{new}“, nicht „{old}“.",
}


def _replace(text: ReadText, token: Token, new: str, rule: Rule, noun: str) -> Remark:
    start, end = text.place(token)
    message = _MESSAGES[rule].format(noun=noun, old=token.text, new=new)
    return text.remark(token, rule, "hint", message, text.text[:start] + new + text.text[end:])


def _deixis(text: ReadText, token: Token) -> Iterator[Remark]:
    if token.kind == "word" and token.low in style_words().deixis:
        message = f"„{token.text}“ gilt für den Tag und den Ort der Sitzung; beim Lesen ist das ein anderer."
        yield text.remark(token, "deixis", "hint", message)


def _first_person(text: ReadText, token: Token, house: House) -> Iterator[Remark]:
    low = token.low.lower() if token.text[1:].islower() or token.text.islower() else token.text
    if token.kind != "word" or token.is_noun or token.is_verb:
        return
    if low in _FIRST_SINGULAR or (low in _FIRST_PLURAL and not house.first_person):
        message = f"„{token.text}“ ist die erste Person; in indirekter Rede steht die dritte."
        yield text.remark(token, "first-person", "warning", message)
