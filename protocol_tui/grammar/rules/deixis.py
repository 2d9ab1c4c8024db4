"""House rule 7: where the house wants it, "heute" becomes the day of the meeting.

Reason: who reads the minutes reads them on another day. Source: spec/indirect-speech.md, rule 7.
"""

from __future__ import annotations

import datetime as dt

from protocol_tui.grammar.clauses import Sentence
from protocol_tui.grammar.draft import Draft
from protocol_tui.grammar.tokens import MONTHS, Token

NAME = "Zeitangaben stehen mit Datum"
DAYS = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}
_PARTS = frozenset({"Abend", "Morgen", "Vormittag", "Nachmittag", "Mittag"})
_MERGED = {"von": "vom", "bis": "bis zum", "zu": "zum"}


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
    day = f"{date.day}. {MONTHS[date.month - 1]} {date.year}"
    if following is not None and following.text in _PARTS:
        sentence.remove(following)
        phrase = f"am {following.text} des {day}"
    elif before is not None and before.low in {"von", "bis", "ab", "seit", "für", "nach", "vor"}:
        merged = _MERGED.get(before.low)
        if merged is not None:
            before.text = merged
            phrase = day
        else:
            phrase = f"{'den' if before.low == 'für' else 'dem'} {day}"
    else:
        phrase = f"am {day}"
    sentence.expand(token, phrase)
