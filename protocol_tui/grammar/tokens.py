"""Lossless tokens: what is joined again gives the text, to the last blank."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from typing_extensions import override

Kind = Literal["word", "number", "opaque", "mark"]

_ABBREVIATIONS = (
    r"z\.\s?B|h\.\s?c|i\.\s?A|i\.\s?d\.\s?F|i\.\s?V\.\s?m|o\.\s?g|s\.\s?u|z\.\s?Hd|u\.\s?v\.\s?a|z\.\s?Zt|d\.\s?J|d\.\s?M|n\.\s?F|a\.\s?F|d\.\s?h|u\.\s?a|i\.\s?d\.\s?R|o\.\s?ä|u\.\s?ä|i\.\s?H\.\s?v|a\.\s?D|e\.\s?V|i\.\s?S\.\s?d|s\.\s?o|v\.\s?a|z\.\s?T|"
    r"i\.\s?V|v\.\s?H|v\.\s?T|p\.\s?a|N\.\s?N|m\.\s?E|u\.\s?U|bzw|ca|Dr|Prof|Abs|Nr|St|Str|usw|etc|Mio|Mrd|Abg|Agb|Ltd|Art|Ziff|vgl|inkl|zzgl|ggf|evtl|"
    r"sog|max|min|Tsd|Jan|Feb|Aug|Sept|Okt|Nov|Dez|Dipl|Ing|Hl|ehem|gem|lfd|Std|Kfz|Pkt|Bd|Anl|rd|Jh|Fa|Hr|Fr|Tel|Az|entspr|bspw|"
    r"allg|jährl|lt|betr|zul|einschl|ausschl|bisl|vorauss|Vors|stellv|Sachb|Beig|Geschf|Co|Gebr|geb|verh|Bj|Kl|Jg|Rn|ff|bes|bzgl|bez|insb|insbes|jew|Abt|Hrsg|qm|mtl|tgl|exkl|Betr|Hbf|Mo|Di|Mi|Do|Sa|Mill|Fraktionsvors|Dez|Bgm|OB|Kdt|Rm|Grdst|Gem|Kto|Lkr|Reg|Bez|Verw|Ref|gepl|vorl|ges|durchschn|[\w-]+str|phil|jur|med|rer|nat|habil"
)
MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
_MONTHS = "|".join(MONTHS)
# Words that are capitalised only where they open a sentence: a number before them was no ordinal.
_OPENING = (
    "Ich|Wir|Er|Es|Man|Das|Die|Der|Den|Dem|Des|Ein|Eine|Einen|Einem|Einer|Dies|Diese|Dieser|Dieses|Diesen|Diesem|Unser|Unsere|Mein|"
    "Meine|Hier|Da|Dann|Dort|Damit|Dazu|Davon|Dafür|Daher|Deshalb|Aber|Und|Oder|Auch|Nur|Noch|Nun|Jetzt|Im|In|Am|An|Auf|Aus|Bei|Beim|"
    "Für|Mit|Nach|Von|Vom|Vor|Zu|Zum|Zur|Über|Unter|Ob|Wenn|Weil|Dass|Wie|Was|Wer|Wann|Warum|Wo|Kein|Keine|Nicht|So|Allerdings|Mehr"
)
_FORMAL = frozenset({"Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Ihres"})
_TOKEN = re.compile(
    r"(?P<gap>\s*)(?:"
    r"(?P<opaque>(?i:gott sei dank|wie folgt)\b|"
    r"„[^„“”\"]*[“”\"]|»[^«»]*«|\"[^\"]*\"|“[^“”]*”|‚[^‚‘]*‘|\([^()]*\)|\[[^\[\]]*\])"
    rf"|(?P<number>\d+(?:[.,:/]\d+)*(?:\.(?=\s*(?:[a-zäöü\d(–-]|bis\b|und\b|(?:{_MONTHS})\b|(?!(?:{_OPENING})\b)[A-ZÄÖÜ][a-zäöüß]+\s+[a-zäöü\d])))?(?:\s?[%‰€])?)"
    rf"|(?P<word>(?<!\w)(?:[^\W\d_]+-)?(?i:{_ABBREVIATIONS})\.(?!\w)|[^\W\d_]+(?:[-/'’*_·:][^\W_]+)*(?:-(?=[\s,;.]))?)"
    r"|(?P<mark>\S)"
    r")"
)


@dataclass(slots=True, eq=False)
class Token:
    """A word, number, sign or an opaque whole (quotation, bracket), with the blanks before it.

    Rules change `text` and `gap`; `first` says that a word opens a sentence, where its capital means nothing;
    `is_verb` that a possessive's form is a verb here ("ich meine").
    """

    gap: str
    text: str
    kind: Kind
    first: bool = False
    is_verb: bool = False

    @property
    def low(self) -> str:
        """The word in lower case where its capital means nothing, else as it stands."""
        return self.text[:1].lower() + self.text[1:] if self.first else self.text

    @property
    def is_noun(self) -> bool:
        """Tell whether the word is capitalised in its own right."""
        return self.kind == "word" and not self.first and self.text[:1].isupper() and self.text not in _FORMAL


@dataclass(slots=True)
class Text:
    """Tokens, and what stands behind the last one."""

    tokens: list[Token]
    tail: str = ""

    @override
    def __str__(self) -> str:
        return join(self.tokens) + self.tail


def join(tokens: Iterable[Token]) -> str:
    """Put tokens together again."""
    return "".join(token.gap + token.text for token in tokens)


def tokenize(text: str) -> Text:
    """Cut a text into tokens; `str` of the result is the text."""
    tokens: list[Token] = []
    at = 0
    while (match := _TOKEN.match(text, at)) is not None:
        kind = match.lastgroup
        word = text[match.end("gap") : match.end()]
        tokens.append(Token(match["gap"], word, _KINDS.get(kind or "", "mark")))
        at = match.end()
        if kind == "number" and word.endswith(".") and not _is_ordinal(tokens, text[at:]):
            tokens[-1].text = word[:-1]
            tokens.append(Token("", ".", "mark"))
    return Text(tokens, text[at:])


def _is_ordinal(tokens: list[Token], behind: str) -> bool:
    """Tell whether the full stop belongs to the number: before a capital only behind what opens a noun phrase."""
    rest = behind.lstrip()
    if not rest[:1].isupper() or re.match(rf"(?:{_MONTHS})\b", rest):
        return True
    before = tokens[-2].text.lower() if len(tokens) > 1 else ""
    return not before or before in _BEFORE_ORDINAL or before.endswith(("e", "er", "en", "em", "es"))


_BEFORE_ORDINAL = frozenset(
    {
        "am",
        "im",
        "zum",
        "vom",
        "beim",
        "das",
        "ein",
        "kein",
        "bis",
        "ab",
        "seit",
        "zur",
        "ins",
        "und",
        "nach",
        "mit",
        "vor",
        "auf",
    }
)
_KINDS: dict[str, Kind] = {"opaque": "opaque", "number": "number", "word": "word", "mark": "mark"}
_ENDS = frozenset(".!?…")


def sentences(tokens: list[Token]) -> list[list[Token]]:
    """Part the tokens into sentences; a quotation that ends with a full stop ends its sentence."""
    found: list[list[Token]] = [[]]
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        opens = "\n" in token.gap and found[-1]
        if opens:
            found.append([])
        found[-1].append(token)
        if following is not None and _ends_sentence(token, following):
            found.append([])
    if not found[-1]:
        found.pop()
    for sentence in found:
        word = next((token for token in sentence if token.kind != "mark"), None)
        if word is not None:
            word.first = word.kind == "word"
        for before, after in pairwise(sentence):
            if before.text == ":" and after.kind == "word":
                after.first = True
            if (before.low.lower(), after.low) in {("ich", "meine"), ("wir", "meinen")}:
                after.is_verb = True
            elif before.low in {"meine", "meinen"} and after.text in {"ich", "er", "sie", "es", "man", "wir", "Sie"}:
                before.is_verb = True
    return found


def _ends_sentence(token: Token, following: Token) -> bool:
    if token.kind == "mark":
        return token.text in _ENDS and not (following.kind == "mark" and following.text in _ENDS)
    if token.kind == "opaque":
        return token.text[-2:-1] in _ENDS and token.text[0] not in "([" and following.text[:1].isupper()
    return False
