"""Breaking text into lines, by the width of its characters on the screen."""

from __future__ import annotations


def wrap(text: str, width: int) -> list[str]:
    """The text broken at blanks into lines of at most `width` cells; a longer word is cut.

    For a whole transcript this must be quick: text of one cell a character, nearly all there is, is measured by its
    length alone.
    """
    if len(text) <= width and text.isascii():
        return [text]
    lines = []
    rest = text
    while rest:
        if _fits(rest, width):
            lines.append(rest)
            break
        cut = _cut(rest, width)
        lines.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip(" ")
    return lines or [""]


def _fits(text: str, width: int) -> bool:
    return len(text) * 2 <= width or _cells(text) <= width


def _cells(text: str) -> int:
    if text.isascii() or max(text) < "\u0300":
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _cut(text: str, width: int) -> int:
    """Where to break a text that does not fit: behind the last blank that does, else in the word."""
    end = min(len(text), width + 1)
    while end > 1 and _cells(text[: end - 1]) > width:
        end -= 1
    blank = text.rfind(" ", 0, end)
    return blank + 1 if blank > 0 else max(1, end - 1)
