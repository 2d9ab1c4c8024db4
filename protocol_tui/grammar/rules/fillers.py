"""House rule 6, fillers: "Ja, …" and "Meine Damen und Herren, …" are dropped, the address also inside and at the end.

Reason: they belong to speaking, not to what is said. Source: spec/indirect-speech.md, rule 6.
"""

from __future__ import annotations

from protocol_tui.grammar import finite, naming, openers
from protocol_tui.grammar.clauses import Clause, Sentence
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.tokens import Token

NAME = "Füllwörter und Anreden entfallen"
_TITLES = (
    "vorsitzender",
    "vorsitzende",
    "landrat",
    "landrätin",
    "bürgermeister",
    "bürgermeisterin",
    "präsident",
    "präsidentin",
    "dezernent",
    "dezernentin",
    "kämmerer",
    "kämmerin",
    "direktor",
    "direktorin",
    "kollege",
    "kollegin",
)


def strip(tokens: list[Token]) -> list[Token]:
    """Give the tokens of a sentence without what is dropped at its start."""
    tokens = _without_address(_without_aside(_without_tag(tokens)))
    while True:
        comma = next((at for at, token in enumerate(tokens) if token.text == ","), 0)
        if not comma or comma + 2 >= len(tokens):
            return tokens
        opening = tokens[:comma]
        if not (is_filler(opening, asks=tokens[-1].text == "?") or is_vocative(opening, tokens[comma + 1 :])):
            return tokens
        rest = tokens[comma + 1 :]
        rest[0].gap = tokens[0].gap
        rest[0].first = rest[0].kind == "word"
        if rest[0].kind == "word" and not finite.is_finite(rest[0]) and rest[0].text[:1].islower():
            rest[0].first = True
        tokens = rest


def _without_aside(tokens: list[Token]) -> list[Token]:
    """Take ", glauben Sie," and ", frage ich mich," out of a question: they only ask."""
    words = [token.low.lower() for token in tokens]
    for at in range(1, len(tokens) - 3):
        guess = words[at + 1] in {"glauben", "meinen", "denken", "finden"} and words[at + 2] == "sie"
        if tokens[-1].text == "?" and guess and words[at] == words[at + 3] == ",":
            return [*tokens[:at], *tokens[at + 4 :]]
        if words[at] == "," and words[at + 1 : at + 3] == ["frage", "ich"] and words[at + 4 : at + 5] == [","]:
            return [*tokens[:at], *tokens[at + 5 :]]
    return tokens


def _without_tag(tokens: list[Token]) -> list[Token]:
    """Take ", oder?" and ", nicht wahr?" from the end: what stands before is a statement."""
    words = [token.low.lower() for token in tokens]
    for tag in (["oder"], ["nicht", "wahr"], ["ja"], ["gell"]):
        end = [",", *tag, "?"]
        if len(tokens) > len(end) + 1 and words[-len(end) :] == end:
            tokens[-1].text = "."
            return [*tokens[: -len(end)], tokens[-1]]
    return tokens


def _without_address(tokens: list[Token]) -> list[Token]:
    """Take ", Herr Ott," and ", meine Damen und Herren." out of a sentence; what goes on behind keeps its comma."""
    for at, end in reversed(_between_commas(tokens)):
        if _verdict(tokens[at + 1 : end], tokens[:at], tokens[end:]) != "address":
            continue
        interrupts = tokens[end].text == "," and _only_completes(tokens[:at], tokens[end + 1 :])
        tokens = [*tokens[:at], *tokens[end + interrupts :]]
    return tokens


def _between_commas(tokens: list[Token]) -> list[tuple[int, int]]:
    """The places of each comma and of the sign that closes what follows it."""
    found = []
    for at in (at for at, token in enumerate(tokens) if token.text == ","):
        end = next((place for place in range(at + 1, len(tokens)) if tokens[place].kind != "word"), len(tokens))
        if end < len(tokens) and tokens[end].text in {",", ".", "!", "?"}:
            found.append((at, end))
    return found


def _only_completes(before: list[Token], rest: list[Token]) -> bool:
    """Tell whether what follows belongs to the clause before: it has no verb of its own, or the one still missing."""
    end = next((at for at, token in enumerate(rest) if token.kind != "word"), len(rest))
    words = rest[:end]
    start = next((at + 1 for at in range(len(before) - 1, -1, -1) if before[at].kind != "word"), 0)
    verbs = [token for token in before[start:] if finite.is_finite(token)]
    inside = openers.find(before[start:], after_comma=True)
    if not verbs and words and (finite.is_finite(words[0]) or (inside is not None and inside.kind != "aside")):
        return True  # "Das Dach, Herr Landrat, ist undicht"
    if words and openers.find(words, after_comma=True) is None and finite.is_nonfinite(words[-1]):
        helped = any(r.verb.infinitive in openers.HELPERS for token in verbs for r in finite.of(token))
        words = words[:-1] if helped else words  # "Ich habe von Ihnen, Frau Meier, nichts gehört"
    return not any(_is_verb(token) or (finite.of(token) and token.text[:1].islower()) for token in words)


def _verdict(said: list[Token], before: list[Token], behind: list[Token]) -> naming.Verdict:
    """Tell whether words between commas address somebody; "unser Leiter, Herr Ott," and lists of names do not."""
    if not before or (not is_vocative(said, []) and not naming.is_name(said)):
        return "name"
    if said[0].text == "Herrn" or (said[0].text == "Kollegen" and naming.is_name(said)):
        return "name"
    if said[0].low.lower() not in {"herr", "frau", "kollege", "kollegin"}:
        return "address"
    if behind[0].text == "," and _is_relative(behind[1:]):
        return "name"
    if said[0].low.lower() in {"kollege", "kollegin"} and len(said) == 1:
        return "address"
    return naming.judge(said, before, behind)


def open_address(tokens: list[Token]) -> str:
    """Give somebody named between commas of whom the sentence does not tell whether he is spoken to; "" for none."""
    for at, end in _between_commas(tokens):
        said = tokens[at + 1 : end]
        if _verdict(said, tokens[:at], tokens[end:]) == "open":
            return " ".join(token.text for token in said)
    return ""


def is_filler(opening: list[Token], *, asks: bool) -> bool:
    """Tell whether these words only begin to speak."""
    said = " ".join(token.text for token in opening).lower()
    return said in closed().fillers and not (asks and said in {"wissen sie", "sehen sie"})


def is_vocative(opening: list[Token], rest: list[Token]) -> bool:
    """Tell whether these words address somebody; "Herr Raetz, der Sprecher, hat …" does not."""
    words = [token.text.lower() for token in opening]
    if not opening or words[0] not in closed().vocative_openers or any(token.kind != "word" for token in opening):
        return False
    if any(token.low in {"ich", "wir"} or _is_verb(token) for token in opening[1:]):
        return False
    if finite.of(opening[-1]) and opening[-1].text[:1].islower():
        return False  # "Kollegin Meier und Frau Klein eingeladen"
    if words[0] == "meine" and len(words) > 1 and words[1] in {"kollegin", "frau"}:
        return False  # "Frau Ott, meine Kollegin, …"
    if naming.counts(opening, rest):
        return False  # "Frau Meier, Herr Ott und ich haben …"
    if rest and _is_relative(rest):
        return False
    if words[0] in {"herr", "frau"} and not words[-1].endswith(_TITLES):
        return _stands_alone(rest)
    return bool(
        {
            "herr",
            "frau",
            "damen",
            "herren",
            "kolleginnen",
            "kollegen",
            "kollege",
            "kollegin",
            "bürgerinnen",
            "anwesende",
            "freunde",
            "freundinnen",
            "mitbürger",
            "mitbürgerinnen",
            "ausschussmitglieder",
            "gäste",
        }
        & set(words)
    )


def _is_verb(token: Token) -> bool:
    """Tell whether a word is a verb: "werte Gäste haben …", but "verehrte Damen"."""
    return finite.is_strict(token) or any(r.finite and r.verb.infinitive in openers.HELPERS for r in finite.of(token))


def _is_relative(rest: list[Token]) -> bool:
    """Tell whether a relative clause follows, so that the name is a subject: "Frau Meier, die Sie kennen, …"."""
    comma = next((at for at, token in enumerate(rest) if token.text == ","), 0)
    opener = openers.find(rest[:comma], after_comma=True) if comma else None
    return opener is not None and opener.kind == "relative"


def _stands_alone(rest: list[Token]) -> bool:
    """Tell whether what follows needs no subject from before: a question, or a clause with its verb and subject."""
    comma = next((at for at, token in enumerate(rest) if token.kind == "mark"), len(rest))
    first, behind = rest[:comma], rest[comma + 1 :]
    opened = first and openers.find(first, after_comma=True) is not None
    verb = finite.second(first, first=False)
    if not opened and verb is not None and behind and rest[comma].text == "," and finite.is_finite(behind[0]):
        return False  # put in before the verb: "Herr Ott, so heißt es, ist krank"
    asks = bool(rest) and rest[-1].text in {"?", "!"}
    speaks = any(token.low.lower() in {"ich", "wir"} or token.text in {"Sie", "Ihnen"} for token in rest[:4])
    return asks or speaks or (not opened and verb is not None and verb is not first[0] and verb is not first[-1])


def drop_please(sentence: Sentence, clause: Clause) -> None:
    """Take "bitte", "doch" and "mal" out of a request."""
    for token in list(clause.words):
        if token.low.lower() in {"bitte", "doch", "mal"} and token is not clause.finite and token not in clause.cluster:
            gap = token.gap if token is sentence.tokens[0] else None
            sentence.remove(token)
            if gap is not None and sentence.tokens:
                sentence.tokens[0].gap = gap
