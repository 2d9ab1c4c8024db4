"""Where a verb goes that moves to the end of its clause: behind the middle field, before what stays an afterthought."""

from __future__ import annotations

from protocol_tui.grammar import cases, finite
from protocol_tui.grammar.capitals import PRONOMINAL
from protocol_tui.grammar.clauses import Clause, Sentence
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.tokens import Token


def put_last(sentence: Sentence, clause: Clause, verb: Token, *, behind: Token | None = None) -> None:
    """Put a verb, a new one or that of the clause, at its end or behind a word.

    An apposition before it is closed by a comma. Source: amtliche Regeln § 77.
    """
    anchor = behind or end_of(clause)
    commas = _commas(sentence, clause, anchor)
    added = _addition(sentence, anchor, commas)
    if added and added[0].low == "sondern":
        if behind is None and _is_followed(sentence, anchor):  # "… zu ihm gehöre, sondern zu einem Mitbewerber, der …"
            anchor = sentence.tokens[commas[-1] - 1]
        added = []
    if len(commas) == 1 and behind is None and _is_gapped(added):
        anchor, added = sentence.tokens[commas[-1] - 1], []
    if verb in clause.words:
        sentence.tokens.remove(verb)
        clause.words.remove(verb)
    if _is_apposition(added) and len(commas) == 1:
        sentence.insert_after(anchor, Token("", ",", "mark"), verb)
    else:
        if added:
            said = " ".join(token.text for token in added)
            sentence.doubts.append(f"Das Verb steht hinter „{said}“; bitte die Stellung prüfen.")
        sentence.insert_after(anchor, verb)
    if verb is sentence.tokens[-1] and anchor.kind == "word" and anchor.text.endswith("."):
        sentence.tokens.append(Token("", ".", "mark"))  # the full stop of "540 v. H." ended the sentence too
    clause.words.insert(clause.words.index(anchor) + 1, verb)


def _commas(sentence: Sentence, clause: Clause, anchor: Token) -> list[int]:
    """Where commas stand between two words of the middle field, up to a word."""
    tokens, words = sentence.tokens, set(clause.words)
    if anchor in clause.cluster:
        return []
    start = tokens.index(clause.finite) + 1 if clause.finite in tokens else 1
    return [
        at
        for at in range(start, tokens.index(anchor))
        if tokens[at].text == "," and {tokens[at - 1], tokens[at + 1]} <= words
    ]


def _addition(sentence: Sentence, anchor: Token, commas: list[int]) -> list[Token]:
    """The words behind the last comma; [] where they go on counting.

    They may be an apposition ("mit Herrn Ott, dem Leiter des Amtes") or an afterthought.
    """
    if not commas:
        return []
    tokens = sentence.tokens
    before, behind = tokens[commas[-1] - 1], tokens[commas[-1] + 1 : tokens.index(anchor) + 1]
    inserted = tokens[commas[-2] + 1 : commas[-1]] if len(commas) > 1 else []
    if inserted and (_is_apposition(inserted) or inserted[0].kind == "number") and inserted[0].low != behind[0].low:
        return []  # "seit Montag, 0 Uhr, kein Geflügel"
    counts = any(token.low in _COUNTING or token.text == "," for token in behind)
    return [] if counts or not (before.is_noun or before.kind == "number") else behind


def _is_followed(sentence: Sentence, anchor: Token) -> bool:
    """Tell whether a relative clause says more about the word."""
    following = sentence.tokens[sentence.tokens.index(anchor) + 1 :][:2]
    opening = following[1] if len(following) > 1 and following[0].text == "," else None
    return any(clause.is_relative and opening in clause.words[:2] for clause in sentence.clauses)


def _is_apposition(words: list[Token]) -> bool:
    """Tell whether a noun phrase with an article follows a noun: it says who or what that is."""
    opens = bool(words) and (words[0].low in _ARTICLES or words[0].text in _TITLES)
    return opens and len(words) > 1 and len(list(cases.bare_nouns(words))) == 1


def _is_gapped(words: list[Token]) -> bool:
    """Tell whether the words say the same of something else, without the verb: "…, die Gesamtschule drei"."""
    if len(words) < 3 or words[0].low not in _ARTICLES:  # noqa: PLR2004
        return False
    counted = words[-1].kind == "number" or words[-1].low in _NUMBERS
    return words[1].low in {"einen", "anderen", "andere"} or counted or len(list(cases.bare_nouns(words))) > 1


_NUMBERS = frozenset({"eine", "einen", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "zehn"})
_ARTICLES = frozenset({"der", "die", "das", "dem", "den", "des", "ein", "eine", "einen", "einem", "einer", "eines"})
_TITLES = frozenset({"Herr", "Herrn", "Frau", "Dr.", "Prof."})
_COUNTING = frozenset({"und", "oder", "sowie", "beziehungsweise", "bzw."})


def _afterthought(words: list[Token]) -> int:
    """Where "oder erst danach" or "und seit wann" begins, which stays behind the verb; 0 where there is none."""
    known = closed()
    for at in range(len(words) - 2, 1, -1):
        low, behind = words[at].low, words[at + 1 :]
        asks = behind[-1].low in known.questions | {"schon"} and behind[0].low in known.questions | known.prepositions
        if low == "und":
            return at if asks else 0
        if low == "oder":
            adverbs = known.adverbs | {"nicht", "eher", "erst", "noch", "immer"}
            return at if asks or all(token.low in adverbs for token in behind) or _in_other_case(words, at) else 0
    return 0


def _in_other_case(words: list[Token], at: int) -> bool:
    """Tell whether "oder nur die Fassade" cannot go on with the noun before it, which stands in the dative."""
    known = closed()
    behind = words[at + 1 :]
    if len(behind) < 3 or behind[0].low not in {"nur", "bloß", "lediglich"} or behind[1].low not in {"die", "das"}:  # noqa: PLR2004
        return False
    governing = next((place for place in range(at - 1, 0, -1) if words[place].low in known.prepositions), 0)
    if not governing or words[governing].low in known.accusative:
        return False
    following = words[governing + 1]
    dative = following.is_noun or following.low in {"dem", "der", "einem", "einer"}
    return dative or words[governing].low in known.dative


_READY = frozenset(
    {"bereit", "fähig", "gewillt", "willens", "berechtigt", "verpflichtet", "gezwungen", "imstande", "entschlossen"}
)


def end_of(clause: Clause) -> Token:
    """The word behind which the right bracket ends."""
    if clause.cluster and clause.cluster[-1] in clause.words:
        ready = clause.words[clause.words.index(clause.cluster[0]) - 1]
        asked = ready.low in _READY and any(reading.mood == "zu" for reading in finite.of(clause.cluster[-1]))
        if asked:
            return ready  # "bereit wären mitzuziehen"
        rest = clause.words[clause.words.index(clause.cluster[-1]) + 1 :]
        counts = bool(rest) and finite.is_participle(rest[0]) and any(token.low in _COUNTING for token in rest)
        return rest[-1] if counts else clause.cluster[-1]  # "verkauft, verschrottet oder verschenkt"
    behind = _afterthought(clause.words)
    if behind:
        return clause.words[behind - 1]
    bare = any(reading.mood == "zu" for reading in finite.of(clause.words[-1]))
    if bare and len(clause.words) > 2 and clause.words[-2].low in _READY:  # noqa: PLR2004
        return clause.words[-2]  # "bereit wären mitzuziehen"
    if len(clause.words) > 3 and clause.words[-2].low == "als" and PRONOMINAL.fullmatch(clause.words[-1].low):  # noqa: PLR2004
        return clause.words[-3]  # "habe weniger an der Größe gelegen als daran, dass …"
    return clause.words[-1]


def first_of_cluster(clause: Clause) -> Token:
    """The first infinitive of the verb complex, also of coordinated ones: "drucken und verschicken lassen"."""
    first = clause.cluster[0]
    at = clause.words.index(first)
    while at > 1 and clause.words[at - 1].low in {"und", "oder"} and finite.is_nonfinite(clause.words[at - 2]):
        at -= 2
    return clause.words[at]
