"""Lines that are read as text although a sign was probably meant: what would be right, said before Enter."""

import re

from protocol_tui.entry.cleaning import quoted
from protocol_tui.entry.codes import CODE, resolve_whole
from protocol_tui.entry.known import Known
from protocol_tui.entry.lines import Line, Speech
from protocol_tui.errors import EntryError

_LIST = re.compile(rf"({CODE}(?: *, *{CODE})*) *([:?!*])(?=\S| |\Z)")
_VERBATIM = re.compile(rf'({CODE})"')
_SIGN = re.compile(r"([&=*?!]) ")
_LITERAL = " "


def near_miss(text: str, line: Line, known: Known) -> str:
    """A sentence for the clerk where `line`, read from `text`, is hardly what was meant; "" where it seems to be."""
    if not isinstance(line, Speech) or text.startswith(_LITERAL):
        return ""
    sign = _SIGN.match(line.body)
    if sign and line.speakers and "  " not in text[: text.find(line.body)]:
        return _behind_a_head(sign[1], line.speakers)
    head = None if line.speakers or line.pronoun or line.kind != "statement" else _LIST.match(text)
    if head is not None:
        codes = [code.strip() for code in head[1].split(",")]
        if all(_is_code(code, known) for code in codes):
            meant = f"{','.join(codes)}{head[2]} …"
            return f"Das wird Text. Als Redner: {quoted(meant)}, Leerzeichen nur hinter dem Zeichen."
    quoted_head = None if line.speakers or line.pronoun else _VERBATIM.match(text)
    if quoted_head is not None and _is_code(quoted_head[1], known):
        return f'Das wird Text. Wörtlich zu Protokoll: „{quoted_head[1]}: "…“.'
    if line.kind == "statement" and line.body.endswith("?") and not re.search(r"[.!?] ", line.body):
        return "Das wird als Aussage gedruckt. Als Frage: „? “ davor, oder „?“ hinter das Kürzel."
    return ""


def _behind_a_head(sign: str, speakers: tuple[str, ...]) -> str:
    """What a sign behind a speaker should have been."""
    codes = ",".join(speakers)
    if sign in "?!*":
        return f"Hinter dem Kürzel ist „{sign}“ Text. Richtig ist „{codes}{sign} …“."
    if sign == "=":
        return "Hinter dem Kürzel ist „=“ Text. Eine Feststellung hat keinen Redner: „= …“."
    return f"Hinter dem Kürzel ist „&“ Text. Richtig ist „& {codes}: …“."


def _is_code(word: str, known: Known) -> bool:
    try:
        return word == word.lower() and resolve_whole(word, known) is not None
    except EntryError:
        return False
