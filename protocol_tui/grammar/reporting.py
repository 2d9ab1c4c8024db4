"""Reporting clauses (Redeeinleitungen): recognise, split, choose and inflect them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from protocol_tui.grammar import forms
from protocol_tui.grammar.analysis import readings
from protocol_tui.grammar.lexicon.reporting import ReportingVerb, house_list
from protocol_tui.grammar.speech import Clause

_TAIL = re.compile(r",?\s+(dass|daß|ob|zu|w|wie|was|wann|wer|warum|wo|welche[rsnm]?)$|,$")
_TAIL_CLAUSES: dict[str, Clause] = {"dass": "dass", "daß": "dass", "ob": "ob", "zu": "zu-inf"}


@cache
def _by_head() -> dict[str, tuple[tuple[ReportingVerb, tuple[str, ...]], ...]]:
    """Each finite form that opens a reporting clause, with what must follow it; the longest complement first."""
    found: dict[str, list[tuple[ReportingVerb, tuple[str, ...]]]] = {}
    for verb in house_list().verb:
        for clause in (verb.past, verb.present):
            head, *rest = clause.split(" ")
            for form in (head, plural_of(head)):
                found.setdefault(form, []).append((verb, tuple(rest)))
    return {head: tuple(sorted(verbs, key=lambda each: -len(each[1]))) for head, verbs in found.items()}


def find(text: str) -> ReportingVerb | None:
    """Give the reporting verb a text begins with; its complements may stand apart ("hob besonders hervor")."""
    words = text.replace(",", " ").split()
    if not words:
        return None
    for verb, rest in _by_head().get(words[0], ()):
        following = iter(words[1:])
        if all(any(word == wanted for word in following) for wanted in rest):
            return verb
    return None


def split(text: str) -> tuple[str, Clause]:
    """Part a reporting clause as the clerk writes it into verb and clause; without a tail the house list decides."""
    text = " ".join(text.split())
    tail = _TAIL.search(text)
    verb = find(text)
    if tail is None:
        return text, verb.clause if verb is not None else "v2"
    word = tail.group(1)
    if word is None:
        return text[: tail.start()], verb.clause if verb is not None else "v2"
    if word == "zu" and verb is not None and "zu" in verb.past.split(" ")[-1:]:
        return text, verb.clause
    return text[: tail.start()], _TAIL_CLAUSES.get(word, "w")


def choose(kind: str, recent: Sequence[str]) -> tuple[str, Clause]:
    """Choose a verb for a kind of entry: the one not used for the longest time."""
    verbs = house_list().auto.get(kind) or house_list().auto["statement"]
    used = {verb: at for at, verb in enumerate(recent)}
    verb = min(verbs, key=lambda each: (used.get(each, -1), verbs.index(each)))
    found = find(verb)
    return verb, found.clause if found is not None else "v2"


def offered(kind: str) -> list[tuple[str, Clause]]:
    """Give the verbs the program may choose for a kind of entry, each with its clause, in their order there."""
    verbs = house_list().auto.get(kind) or house_list().auto["statement"]
    found = [(verb, find(verb)) for verb in verbs]
    return [(verb, known.clause if known is not None else "v2") for verb, known in found]


def expand(text: str) -> str | None:
    """Give the clause a house code stands for ("hh": "hob hervor, dass")."""
    return _codes().get(text.strip())


@cache
def _codes() -> dict[str, str]:
    tails = {"dass": ", dass", "zu-inf": ", zu", "ob": ", ob"}
    return {verb.code: verb.past + tails.get(verb.clause, "") for verb in house_list().verb if verb.code}


def plural_of(form: str) -> str:
    """Put the finite form of a reporting verb into the plural ("erklärte": "erklärten", "bat": "baten")."""
    for reading in readings(form):
        if reading.mood == "preterite" and reading.number == "sg":
            return forms.preterite(reading.verb, "pl")
        if reading.mood == "present" and reading.number == "sg":
            return forms.present(reading.verb, "pl")
    return form


def in_plural(verb: str) -> str:
    """Put a reporting clause into the plural where the house list knows its verb; leave it where it is plural."""
    head, _, rest = verb.partition(" ")
    for known in house_list().verb:
        for clause in (known.past, known.present):
            if clause.split(" ", maxsplit=1)[0] == head:
                return f"{plural_of(head)} {rest}".rstrip()
    return verb
