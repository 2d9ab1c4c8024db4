"""100,000 lines through the language engine and the style check: half of them rubbish, half of them like minutes."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

import msgspec
import pytest

from protocol_tui.grammar.speech import Utterance
from protocol_tui.grammar.style.check import StyleCheck
from protocol_tui.grammar.tokens import tokenize
from tests.grammar.spoken import ENGINE, golden

LINES = 50_000
SEED = 20261117
SPOKEN = [utterance for name in ("seed", "own") for utterance, _ in golden(name)]
TEXTS = [utterance.text for utterance in SPOKEN]
WORDS = sorted({word for text in TEXTS for word in text.split()})
CLAUSES = sorted({clause for text in TEXTS for clause in re.split(r", |; |(?<=[.?!]) ", text)})
SIGNS = [
    ",",
    ";",
    ":",
    "–",
    "-",
    "(",
    ")",
    "„",
    "“",
    '"',
    "…",
    "?",
    "!",
    ".",
    "\n",
    "\t",
    "\u00a0",
    "und",
    "dass",
    "zu",
]
KNOWN: dict[str, Sequence[object]] = {
    "speaker": ["", "Herr Brandt", "Frau Dr. Berg", "Abg. Meier und Abg. Schulz", "Er"],
    "verb": ["", "sagte", "fragte", "bat", "kündigte an", "hob besonders hervor", "bat die Verwaltung", "xyz"],
    "clause": ["", "v2", "dass", "ob", "w", "zu-inf"],
    "gender": ["", "m", "f", "n", "pl"],
    "kind": ["", "statement", "question", "request", "note"],
    "addressee": ["", "die Verwaltung", "der Landrat"],
    "addressee_number": ["", "sg", "pl"],
    "addressee_gender": ["", "m", "f"],
    "wir": ["man", "sie", "verwaltung", "fraktion", "wir"],
    "continuation": [False, True],
}
KINDS = ("statement", "question", "answer", "motion", "narration")
STYLE = StyleCheck()


def characters(rng: random.Random) -> str:
    """Signs from all of Unicode, control characters among them; no surrogates, which no text file can hold."""
    last = rng.choice([0x7F, 0x17F, 0x2FFF, 0x10FFFF])
    signs = (chr(rng.randint(0, last)) for _ in range(rng.randint(0, 80)))
    return "".join(sign for sign in signs if unicodedata.category(sign) != "Cs")


def shuffled(rng: random.Random) -> str:
    """Words and signs in any order, with and without blanks between them."""
    words = rng.choices(WORDS + SIGNS * 20, k=rng.randint(1, 30))
    return rng.choice([" ", " ", " ", "", "  ", "\n"]).join(words)


def mutated(rng: random.Random) -> str:
    """A sentence with single characters lost, doubled, exchanged, or put in from anywhere."""
    signs = list(rng.choice(TEXTS))
    for _ in range(rng.randint(1, 8)):
        at = rng.randrange(len(signs))
        match rng.randrange(4):
            case 0:
                signs[at] = ""
            case 1:
                signs[at] *= 2
            case 2:
                signs[at] = rng.choice(characters(rng) or "x")
            case _:
                other = rng.randrange(len(signs))
                signs[at], signs[other] = signs[other], signs[at]
    return "".join(signs)


def with_other_clauses(rng: random.Random) -> str:
    """Clauses of several sentences put together."""
    clauses = rng.choices(CLAUSES, k=rng.randint(1, 5))
    return rng.choice([", ", ", ", "; ", " und ", ". "]).join(clauses) + rng.choice(["", ".", "?", "!"])


def with_words_lost(rng: random.Random) -> str:
    return " ".join(word for word in rng.choice(TEXTS).split() if rng.random() > 0.15)


def with_other_words(rng: random.Random) -> str:
    return " ".join(rng.choice(WORDS) if rng.random() < 0.1 else word for word in rng.choice(TEXTS).split())


def in_other_case(rng: random.Random) -> str:
    text = rng.choice(TEXTS)
    return rng.choice([text.lower(), text.upper(), text.title(), text.swapcase(), text[:1].lower() + text[1:]])


def without_commas(rng: random.Random) -> str:
    return rng.choice(TEXTS).replace(",", "")


def several_at_once(rng: random.Random) -> str:
    return rng.choice([" ", "\n", "  "]).join(rng.choices(TEXTS, k=rng.randint(2, 4)))


RUBBISH = (characters, shuffled, mutated)
REAL = (with_other_clauses, with_words_lost, with_other_words, in_other_case, without_commas, several_at_once)


def lines(makers: Sequence[Callable[[random.Random], str]]) -> Iterator[tuple[Utterance, str]]:
    """What is said, by whom and how it is reported, and the kind of entry; the same at every run."""
    rng = random.Random(SEED)
    for _ in range(LINES):
        known = {name: rng.choice(values) for name, values in KNOWN.items()}
        yield msgspec.convert({"text": rng.choice(makers)(rng), **known}, Utterance), rng.choice(KINDS)


def check(utterance: Utterance, kind: str) -> None:
    text = utterance.text
    assert str(tokenize(text)) == text
    result = ENGINE.convert(utterance)
    at = text
    for step in result.steps:
        assert step.before == at
        at = step.after
    assert at == result.indirect
    for finished in (text, result.indirect):
        for remark in STYLE.check_text(finished, kind):
            assert 0 <= remark.start < remark.end <= len(finished)


@pytest.mark.parametrize("makers", [RUBBISH, REAL], ids=["rubbish", "like minutes"])
def test_every_line_is_answered_with_steps_that_lead_to_the_answer(
    makers: Sequence[Callable[[random.Random], str]],
) -> None:
    for utterance, kind in lines(makers):
        try:
            check(utterance, kind)
        except Exception as error:
            error.add_note(f"{utterance!r}, checked as {kind}")
            raise
