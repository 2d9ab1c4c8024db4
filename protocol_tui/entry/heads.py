"""Who speaks: the head of a line, and when a word before a colon is none (rule 1 of the grammar)."""

import re

import msgspec

from protocol_tui.entry.cleaning import quoted
from protocol_tui.entry.codes import CODE, RESERVED, resolve_speaker, resolve_whole
from protocol_tui.entry.known import Known
from protocol_tui.entry.lines import Pronoun
from protocol_tui.errors import EntryError

_HEAD = re.compile(rf"({CODE}(?:,{CODE})*)([:?!*])(?=[ \n]|\Z)")
_PRONOUNS: dict[str, Pronoun] = {"er": "er", "sie": "sie"}


class Head(msgspec.Struct, frozen=True):
    """A head that was read: who, by which sign (`:`, `?`, `!`, `*`), and what follows it."""

    speakers: tuple[str, ...]
    mark: str
    raw: str
    pronoun: Pronoun = ""


def read_head(text: str, known: Known, marks: str = ":?!*") -> Head | None:
    """Read the head the text begins with, None where it is text; an attempt at a code that fails is an error."""
    match = _HEAD.match(text)
    if match is None or match[2] not in marks:
        return None
    written, mark, raw = match[1], match[2], text[match.end() :]
    if mark == ":" and written in _PRONOUNS:
        return Head((), mark, raw, _PRONOUNS[written])
    speakers = read_speakers(written.split(","), known)
    return None if speakers is None else Head(speakers, mark, raw)


def begins_literal(text: str) -> bool:
    """Tell whether the text looks like a `:` head with a literal body; asks nobody who that is."""
    match = _HEAD.match(text)
    return match is not None and match[2] == ":" and text.startswith("  ", match.end())


def read_speakers(written: list[str], known: Known) -> tuple[str, ...] | None:
    """Resolve the codes of a head; None when a capitalised one is no whole code or surname."""
    capitalised = {word: resolve_whole(word, known) for word in written if word != word.lower()}
    if None in capitalised.values():
        return None
    speakers = tuple(capitalised.get(word) or _lower_case(word, known) for word in written)
    if len(set(speakers)) < len(speakers):
        raise EntryError(f"In {quoted(','.join(written))} steht jemand zweimal.", "Jedes Kürzel bitte nur einmal.")
    return speakers


def _lower_case(word: str, known: Known) -> str:
    if word in RESERVED:
        raise EntryError(
            f"{quoted(word)} ist kein Personenkürzel.",
            "Richtig sind „b: Text“ für den Beschluss, „er: Text“ und „sie: Text“ für dieselbe Person.",
        )
    return resolve_speaker(word, known)
