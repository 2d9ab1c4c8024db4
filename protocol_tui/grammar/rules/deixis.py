"""House rule 7: where the house wants it, "heute" becomes the day of the meeting.

Reason: who reads the minutes reads them on another day. Source: spec/indirect-speech.md, rule 7.
"""

from __future__ import annotations

import datetime as dt

from protocol_tui.grammar.clauses import Sentence, word
from protocol_tui.grammar.draft import Draft
from protocol_tui.grammar.tokens import Token

NAME = "Zeitangaben stehen mit Datum"
DAYS = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}
_PARTS = frozenset({"Abend", "Morgen", "Vormittag", "Nachmittag", "Mittag"})
_MERGED = {"von": "vom", "bis": "bis zum", "zu": "zum"}
_MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)


def apply(draft: Draft) -> None:
    """Replace the adverbs of days, where the house says so and the date is known."""
    date = draft.utterance.date
    if date is None or not draft.switches.date_for_today:
        return
    for sentence in draft.sentences:
        for clause in sentence.clauses:
            for token in list(clause.words):
                if token.kind == "word" and token.low in DAYS:
                    _replace(sentence, token, date + dt.timedelta(days=DAYS[token.low]))


def _replace(sentence: Sentence, token: Token, date: dt.date) -> None:
    at = sentence.tokens.index(token)
    before = sentence.tokens[at - 1] if at else None
    following = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    day = f"{date.day}. {_MONTHS[date.month - 1]} {date.year}"
    if following is not None and following.text in _PARTS:
        sentence.remove(following)
        token.text = f"am {following.text} des {day}"
    elif before is not None and before.low in {"von", "bis", "ab", "seit", "für", "nach", "vor"}:
        merged = _MERGED.get(before.low)
        if merged is not None:
            before.text = merged
            token.text = day
        else:
            token.text = f"{'den' if before.low == 'für' else 'dem'} {day}"
    else:
        token.text = f"am {day}"
    _part(sentence, token)


def _part(sentence: Sentence, token: Token) -> None:
    """Make words of the phrase, so that each is a token."""
    first, *rest = token.text.split(" ")
    token.text = first
    anchor = token
    for text in rest:
        new = word(text)
        sentence.insert_after(anchor, new)
        for clause in sentence.clauses:
            if anchor in clause.words:
                clause.words.insert(clause.words.index(anchor) + 1, new)
        anchor = new
