"""Checks that look at several entries: reporting verbs that repeat or change tense, abbreviations nobody explained."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from protocol_tui.grammar.lexicon.reporting import ReportingVerb
from protocol_tui.grammar.lexicon.style import style_words
from protocol_tui.grammar.style.reading import ReadText, frames
from protocol_tui.grammar.style.remarks import REPORTED, House, Passage, Remark
from protocol_tui.grammar.tokens import Token, tokenize

Tense = Literal["past", "present"]
_ABBREVIATION = re.compile(r"[A-ZÄÖÜ][A-ZÄÖÜ0-9]{1,6}|[A-ZÄÖÜ][a-zäöü]{0,4}[A-ZÄÖÜ]{1,5}")


@dataclass(frozen=True, slots=True)
class _Report:
    """A reporting clause in its place: which passage, which verb, which tense, from where to where."""

    passage: int
    verb: ReportingVerb
    tense: Tense
    start: int
    end: int
    text: str


def find(passages: Sequence[Passage], texts: Mapping[int, ReadText], house: House) -> list[tuple[int, Remark]]:
    """Give the remarks on a course of passages, each with the index of its passage.

    `texts`: the passages that report, as read, by their index.
    """
    reports = [report for at, text in texts.items() for report in _reports(at, text)]
    return [*_tenses(reports, house), *_repetitions(reports, passages), *_abbreviations(passages, house)]


def _reports(at: int, text: ReadText) -> Iterator[_Report]:
    for number, sentence in enumerate(text.sentences):
        for frame in frames(sentence, first=number == 0):
            verb, reading = frame.clause.finite, frame.clause.reading
            if frame.verb is None or verb is None or reading is None:
                continue
            tense: Tense = "past" if reading.mood == "preterite" else "present"
            yield _Report(at, frame.verb, tense, *text.place(verb), verb.text)


def _tenses(reports: list[_Report], house: House) -> Iterator[tuple[int, Remark]]:
    """A reporting verb in another tense than the house wants, or than most have."""
    past = sum(report.tense == "past" for report in reports)
    wanted = house.tense or ("past" if 2 * past >= len(reports) else "present")
    for report in reports:
        if report.tense != wanted:
            name = "im Präteritum" if wanted == "past" else "im Präsens"
            yield (
                report.passage,
                _at(report, "tense", f"„{report.text}“: Die anderen Redeeinleitungen stehen {name}."),
            )


def _repetitions(reports: list[_Report], passages: Sequence[Passage]) -> Iterator[tuple[int, Remark]]:
    """The same reporting verb twice running within an item."""
    for before, report in pairwise(reports):
        same_part = passages[before.passage].part == passages[report.passage].part
        if same_part and before.verb is report.verb:
            yield report.passage, _at(report, "repetition", f"„{report.text}“ steht zweimal hintereinander.")


def _at(report: _Report, rule: Literal["tense", "repetition"], message: str) -> Remark:
    return Remark(rule=rule, weight="hint", start=report.start, end=report.end, message=message)


def _abbreviations(passages: Sequence[Passage], house: House) -> Iterator[tuple[int, Remark]]:
    """An abbreviation that stands in no bracket before its first use, and that not everybody knows."""
    done = set(style_words().known | house.known)
    for at, passage in enumerate(passages):
        start = 0
        before: Token | None = None
        tokens = tokenize(passage.text).tokens
        for number, token in enumerate(tokens):
            start += len(token.gap)
            following = tokens[number + 1] if number + 1 < len(tokens) else None
            if token.kind == "opaque":
                done.update(_ABBREVIATION.findall(token.text))
            for match in _in_word(token):
                text = match.group()
                explained = following is not None and following.kind == "opaque" and following.text.startswith("(")
                law = before is not None and before.kind == "number"
                if text not in done and not explained and not law and passage.kind in REPORTED:
                    yield (
                        at,
                        Remark(
                            rule="abbreviation",
                            weight="hint",
                            start=start + match.start(),
                            end=start + match.end(),
                            message=f"„{text}“ ist vorher nicht erklärt; beim ersten Mal ausschreiben.",
                        ),
                    )
                done.add(text)
            start += len(token.text)
            before = token


def _in_word(token: Token) -> Iterator[re.Match[str]]:
    """The abbreviations in a word; of a compound ("EU-Recht") each part counts."""
    if token.kind != "word":
        return
    for part in re.finditer(r"[^-/]+", token.text):
        if _ABBREVIATION.fullmatch(part.group()):
            yield part
