"""The lines somebody says: contributions, word for word, interjections."""

import re

from protocol_tui.entry.cleaning import Tail, paragraphs, tail_of
from protocol_tui.entry.heads import Head, begins_literal, read_head
from protocol_tui.entry.known import Clauses, Known
from protocol_tui.entry.lines import Interjection, Line, SpeakerChange, Speech, SpeechKind, Verbatim
from protocol_tui.errors import EntryError

KINDS: dict[str, SpeechKind] = {":": "statement", "?": "question", "!": "answer", "*": "motion"}

_NO_HEAD = Head((), "", "")
_CLAUSE_END = re.compile(r">(?=[ \n]|\Z)")


def required(tail: Tail) -> str:
    """Give the text of a tail that must have one."""
    if not tail.text:
        raise EntryError("Der Text fehlt.", "Hinter das Zeichen gehört ein Leerzeichen und dann der Text.")
    return tail.text


def read_statement(text: str, known: Known) -> Speech:
    """Read a line without a sign: the current speaker goes on."""
    if text.startswith(" "):
        return Speech(body=required(Tail(paragraphs(text))))
    return _speech(text, known, "statement", _NO_HEAD)


def read_headed(head: Head, known: Known) -> Line:
    """Read what follows a head: text, word for word after `:`, or nothing (`hur:`)."""
    if head.mark == ":" and head.speakers and not head.raw.strip():
        return SpeakerChange(speakers=head.speakers)
    if head.mark == ":" and not head.raw.startswith("  "):
        verbatim = read_verbatim(head.raw, head.speakers)
        if verbatim is not None:
            return verbatim
    return _speech(head.raw, known, KINDS[head.mark], head)


def read_motion(raw: str, known: Known, kind: SpeechKind) -> Speech:
    """Read what follows `/go` or `/aea`: text, perhaps with a `:` head of its own."""
    if not raw.startswith("  "):
        head = read_head(raw.lstrip(), known, marks=":")
        if head is not None:
            return _speech(head.raw, known, kind, head)
    return _speech(raw, known, kind, _NO_HEAD)


def _speech(raw: str, known: Known, kind: SpeechKind, head: Head) -> Speech:
    verb, rest = _split_clause(raw, known.clauses)
    tail = tail_of(rest)
    return Speech(
        body=required(tail),
        flagged=tail.flagged,
        kind=kind,
        speakers=head.speakers,
        pronoun=head.pronoun,
        verb=verb,
    )


def _split_clause(raw: str, clauses: Clauses) -> tuple[str, str]:
    """Part a reporting clause from the body (rule 7); a literal body has none."""
    match = _CLAUSE_END.search(raw)
    if match is None or raw.startswith("  "):
        return "", raw
    before = raw[: match.start()].strip()
    if not before or "\n" in before:
        return "", raw
    verb = clauses.expand(before) or (before if clauses.is_reporting(before) else "")
    return (verb, raw[match.end() :]) if verb else ("", raw)


def read_verbatim(raw: str, speakers: tuple[str, ...] = ()) -> Verbatim | None:
    """Read a text that begins with a quotation mark; None where it is a statement (rule 2)."""
    text = paragraphs(raw)
    if not text.startswith('"'):
        return None
    tail = tail_of(text[1:])
    if tail.literal:
        return Verbatim(body=required(tail), speakers=speakers)
    second = tail.text.find('"')
    if second not in {-1, len(tail.text) - 1}:
        return None
    body = Tail(tail.text.removesuffix('"').rstrip(), flagged=tail.flagged)
    return Verbatim(body=required(body), flagged=body.flagged, speakers=speakers)


def read_interjection(text: str, known: Known) -> Interjection | None:
    """Read a text that begins with a bracket; None where it is a statement (rule 3)."""
    inner = paragraphs(text)[1:]
    tail = tail_of(inner)
    if tail.literal:
        return Interjection(body=required(tail))
    if begins_literal(tail.text):
        head = _interjector(paragraphs(inner), known)
        if head is not None:
            return Interjection(body=required(tail_of(head.raw)), speakers=head.speakers)
    end = _closing_bracket(tail.text)
    if end not in {-1, len(tail.text) - 1}:
        return None
    said = tail.text[:end].rstrip() if end >= 0 else tail.text
    head = _interjector(said, known)
    body = Tail(said if head is None else paragraphs(head.raw))
    return Interjection(body=required(body), flagged=tail.flagged, speakers=() if head is None else head.speakers)


def _interjector(said: str, known: Known) -> Head | None:
    head = read_head(said, known, marks=":")
    if head is not None and head.pronoun:
        raise EntryError(
            f"„{head.pronoun}:“ geht nicht in einem Zwischenruf.", "Richtig ist das Kürzel: „(hur: Text)“."
        )
    return head


def _closing_bracket(text: str) -> int:
    """Where the bracket before the text is closed, -1 when nowhere."""
    depth = 1
    for place, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return place
    return -1
