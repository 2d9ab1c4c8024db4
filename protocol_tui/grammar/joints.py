"""What belongs together between commas and coordinators."""

from __future__ import annotations

from collections.abc import Sequence

from protocol_tui.grammar import capitals, cases, finite
from protocol_tui.grammar.analysis import guesses
from protocol_tui.grammar.clauses import Clause
from protocol_tui.grammar.lexicon.verbs import particles
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.openers import HELPERS
from protocol_tui.grammar.tokens import Token

_SEPARATORS = frozenset(",;:–—-")
HARD = frozenset(";:")


def segments(tokens: Sequence[Token]) -> list[tuple[str, list[Token]]]:
    """Part the words at commas and the like; each with the sign before it."""
    found: list[tuple[str, list[Token]]] = []
    sign = ""
    words: list[Token] = []
    for token in tokens:
        if token.kind == "mark" and (token.text in _SEPARATORS or token.text in ".!?…"):
            if words:
                found.append((sign, words))
                words = []
                sign = ""
            sign = token.text if not sign or token.text in HARD else sign
        else:
            words.append(token)
    if words:
        found.append((sign, words))
    return found


def coordinators(words: list[Token]) -> list[Token]:
    """The coordinators a segment begins with; "doch" and "jedoch" stand before the verb like an adverb."""
    link = []
    for token in words:
        if token.low.lower() not in {"und", "oder", "aber", "denn", "sondern", "bzw.", "beziehungsweise"}:
            break
        link.append(token)
    return link


def belongs(clause: Clause, found: Token, rest: Sequence[Token]) -> bool:
    """Tell whether a participle or infinitive is one more of the verb that governs the clause."""
    following = rest[rest.index(found) + 1] if found is not rest[-1] else None
    counts = following is not None and following.low in {"und", "oder", "sowie"} and finite.is_nonfinite(rest[-1])
    if following is not None and not finite.is_nonfinite(following) and not (counts and found is rest[0]):
        return False
    verbs = {r.verb.infinitive for r in finite.of(clause.finite) if r.finite} if clause.finite is not None else set()
    moods = {r.mood for r in finite.of(found)}
    if "participle" in moods and verbs & {"haben", "sein", "werden"}:
        return True
    modal = {"können", "müssen", "sollen", "wollen", "dürfen", "mögen", "werden", "lassen", "gehen", "bleiben"}
    double = "haben" in verbs and rest[-1].low in finite.SUBSTITUTES  # "hat …, aber nicht lesen können"
    return "infinitive" in moods and (bool(verbs & modal) or double)


def shares(verb: Token, right: Sequence[Token]) -> bool:
    """Tell whether the verb before a coordinator shares the one that comes last: "geprüft und bewilligt wird"."""
    governor = finite.last(right)
    if governor is None:
        return False
    moods = {reading.mood for reading in finite.of(verb)} & {"participle", "infinitive"}
    if finite.is_finite(verb) and _has_own_subject(right):
        return False
    for mood, helpers in (("participle", {"haben", "sein", "werden"}), ("infinitive", _INFINITIVE_HELPERS)):
        if mood in moods and any(r.verb.infinitive in helpers for r in finite.of(governor)):
            before = [token for token in right if token is not governor]
            if any(r.mood == mood for token in before for r in finite.of(token)):
                return True
    return False


def _has_own_subject(right: Sequence[Token]) -> bool:
    """Tell whether a clause has a subject and needs no verb from before: "… fehlen und Kinder betreut werden müssen".

    A passive has no object, so its noun is the subject; else there is one noun for the subject and one for the object.
    """
    if not right[0].is_noun and right[0].low not in _NOMINATIVE_ARTICLES:
        return False
    if len(right) > 3 and right[-2].low == "werden" and finite.is_participle(right[-3]):  # noqa: PLR2004
        return True
    return len(list(cases.bare_nouns(right))) > 1


_NOMINATIVE_ARTICLES = frozenset({"der", "die", "das", "ein", "eine", "kein", "keine", "viele", "alle", "manche"})
_INFINITIVE_HELPERS = frozenset({"können", "müssen", "sollen", "wollen", "dürfen", "lassen", "werden"})


def plausible_guess(clause: Clause) -> bool:
    """A guessed verb must stand last, and the word before it must not ask for a noun."""
    return clause.finite is clause.words[-1] and len(clause.words) > 2  # noqa: PLR2004


def verb_elsewhere(words: Sequence[Token], *, first: bool) -> Token | None:
    """The verb of a main clause typed with its verb last, or one nobody listed."""
    if finite.has_zu(words) is not None:
        return None
    found = finite.last(words)
    if found is None:
        guess = finite.second(words, first=first, guess=True)
        found = guess if guess is not None and guess.low.endswith(("t", "te", "ten")) else None
    return found


def looks_infinitive(token: Token) -> bool:
    """Tell whether a word can be the infinitive of a verb nobody listed."""
    return not token.is_noun and any(
        reading.mood == "present" and reading.number == "pl" for reading in guesses(token.low)
    )


def completes(main: Clause, words: Sequence[Token]) -> bool:
    """Tell whether a main clause still waits for the participle or infinitive that stands at the end of these words."""
    if main.finite is None or main.finite not in main.words or not finite.is_nonfinite(words[-1]):
        return False
    at = main.words.index(main.finite)
    front, behind = main.words[:at], main.words[at + 1 :]
    if front and finite.is_participle(front[-1]):
        return False  # "Betroffen sind Senioren"
    return not any(finite.is_nonfinite(token) or looks_infinitive(token) for token in behind) and belongs(
        main, words[-1], words
    )


def elaborates(words: Sequence[Token]) -> bool:
    """Tell whether a stretch says more closely what was said: "z. B. …", "davon …", "2023 z. B. …"."""
    if [token.low.lower() for token in words] in (["keine", "frage"], ["kein", "zweifel"], ["kein", "wunder"]):
        return True
    said = {"z. B.", "d. h.", "u. a.", "zum Beispiel", "also", "insgesamt", "zusammen"}
    if words[0].low.lower() in closed().elaborations or words[0].text in said:
        return True
    return words[0].kind == "number" and len(words) > 1 and words[1].text in said


def is_full(clause: Clause) -> bool:
    """Tell whether the right bracket of a main clause stands: a particle, a participle or an infinitive at its end."""
    if clause.finite is None or clause.finite not in clause.words or clause.finite is clause.words[-1]:
        return False
    last = clause.words[-1]
    bases = {r.verb.infinitive for r in finite.of(clause.finite) if r.finite and not r.particle}
    if any(particles().joins(last.low, base) for base in bases):
        return True
    return finite.is_nonfinite(last) and not waits_for_infinitive(clause) and belongs(clause, last, clause.words)


def waits_for_infinitive(clause: Clause) -> bool:
    """Tell whether a modal has a participle but not yet the infinitive that governs it."""
    if clause.finite is None or clause.finite not in clause.words or not finite.is_participle(clause.words[-1]):
        return False
    modal = any(r.verb.is_modal for r in finite.of(clause.finite) if r.finite)
    behind = clause.words[clause.words.index(clause.finite) + 1 :]
    return modal and not any(r.mood == "infinitive" for token in behind for r in finite.of(token))


def completes_and_goes_on(main: Clause, words: Sequence[Token]) -> bool:
    """Tell whether a stretch ends a main clause before und, and another one with its verb first follows."""
    at = next((at for at, token in enumerate(words) if token.low in {"und", "aber"}), 0)
    if not at or at + 2 >= len(words) or not completes(main, words[:at]):
        return False
    follows = finite.is_finite(words[at + 1]) and not finite.is_participle(words[at + 1])
    return follows and not any(finite.is_strict(token) for token in words[: at - 1])


def is_elliptic(words: Sequence[Token]) -> bool:
    """Tell whether a condition has lost its clause: "(und) wenn ja", "falls nicht"."""
    said = [token.low.lower() for token in words]
    return said[-2:-1] in (["wenn"], ["falls"]) and said[-1] in {"ja", "nein", "nicht", "nötig", "möglich"}


_INDEFINITE = frozenset(
    {"einige", "andere", "manche", "viele", "wenige", "anderen", "übrigen", "restlichen", "meisten", "zweite"}
)


_MERGED = {
    "am": "an",
    "ans": "an",
    "im": "in",
    "ins": "in",
    "zum": "zu",
    "zur": "zu",
    "vom": "von",
    "beim": "bei",
    "aufs": "auf",
}


def _plain(token: Token) -> str:
    """A preposition without the article it is merged with."""
    low = token.low.lower()
    return _MERGED.get(low, low)


def is_gapped(before: Sequence[Token], words: Sequence[Token]) -> bool:
    """Tell whether a stretch repeats the clause before without its verb: "lag bei 184, in Kall sogar bei 260"."""
    if any(finite.of(token) for token in words) or len(words) < 2:  # noqa: PLR2004
        return False
    if words[-1].low in {"nicht", "auch", "kaum", "weniger", "mehr"} and words[0].is_noun:
        return True
    prepositions = closed().prepositions
    first = words[0].low.lower()
    if first not in prepositions:
        own = [_plain(token) for token in words if token.low in prepositions]
        same = [_plain(token) for token in before if token.low in prepositions]
        short = first in _INDEFINITE | {"teils", "mal", "kaum"} or (len(words) > 1 and words[1].low in _INDEFINITE)
        return bool(own) and (len(own) > 1 or short) and all(low in same for low in own)
    noun = next((at for at, token in enumerate(words) if token.is_noun), len(words))
    if before[0].low.lower() in prepositions and noun + 1 < len(words):
        return True  # "an der Realschule fehlen zwei, am Gymnasium nur einer"
    last = next((token.low for token in reversed(before) if token.low in prepositions), "")
    superlative = first == "am" and len(words) > 1 and words[1].low.endswith("sten")
    second = any(token.low in prepositions for token in words[1:])
    return superlative or (second and _MERGED.get(first, first) != _MERGED.get(last, last))


def lacks_verb(words: Sequence[Token], found: Token) -> bool:
    """Tell whether the only verb is a participle, and nobody is there who acts: "Einstimmig so beschlossen."."""
    at = list(words).index(found)
    behind = words[at + 1 :]
    if not at or not finite.is_participle(found) or not all(capitals.is_adverb(token.low) for token in words[:at]):
        return False
    return not behind or (behind[0].low in closed().prepositions and not cases.has_bare_noun(behind))


def main_conjunct(clause: Clause) -> int:
    """Where a coordinator parts a main clause from another one; 0 where none does."""
    if clause.finite is None:
        return 0
    words = clause.words
    start = words.index(clause.finite) + 1
    for at in range(start, len(words) - 1):
        low = words[at].low
        if low not in {"und", "oder", "aber", "sondern", "beziehungsweise", "bzw."} or (at == start and low == "aber"):
            continue  # "klingt aber nicht gut"
        rest = words[at + 1 :]
        found = finite.second(rest, first=True)
        if found is not None and not (finite.is_nonfinite(found) and belongs(clause, found, rest)):
            return at
    return 0


def enumerates(clause: Clause, words: Sequence[Token]) -> bool:
    """Tell whether participles or infinitives go on being counted: "soll … versetzt, umgebaut oder entfernt werden"."""
    if clause.finite is None or clause.finite not in clause.words or not finite.is_nonfinite(clause.words[-1]):
        return False
    if len(words) > 1 and finite.is_participle(words[0]) and words[1].low in {"und", "oder", "sowie"}:
        return finite.is_participle(clause.words[-1]) and _governs(clause)
    if not finite.is_nonfinite(words[-1]) or any(token.is_noun for token in words):
        return False
    known = closed()
    if any(token.low in known.nominative_pronouns or token.low in known.determiners for token in words):
        return False
    if any(finite.is_strict(token) for token in words) or (len(words) > 1 and words[0].low in HELPERS):
        return False
    return _governs(clause)


def _governs(clause: Clause) -> bool:
    """Tell whether the finite verb governs participles or infinitives."""
    verb = clause.finite
    return verb is not None and any(r.verb.infinitive in HELPERS for r in finite.of(verb) if r.finite)


def is_parenthesis(words: Sequence[Token]) -> bool:
    """Tell whether a whole clause is put in before the verb: "Mir, das will ich sagen, liegt daran"."""
    if len(words) < 3 or words[0].low.lower() not in {"das", "dies", "so"}:  # noqa: PLR2004
        return False
    speaks = words[2].low in {"ich", "wir", "man"} or words[2].text == "Sie"
    return speaks and finite.is_finite(words[1])


def closes_on_noun(clause: Clause) -> bool:
    """Tell whether a noun stands before the right bracket, of which more can be said: "hat ein Heft verteilt, das"."""
    if clause.finite is None or clause.finite not in clause.words or not finite.is_nonfinite(clause.words[-1]):
        return False
    return cases.has_bare_noun(clause.words[clause.words.index(clause.finite) + 1 : -1])


def repeats(clause: Clause, words: Sequence[Token]) -> bool:
    """Tell whether a verb complex is repeated without its finite verb: "wollen … senken, das Land … kürzen"."""
    if clause.finite is None or clause.finite not in clause.words or clause.words[-1] is clause.finite:
        return False
    full = finite.is_nonfinite(clause.words[-1]) and belongs(clause, clause.words[-1], clause.words)
    relative = [token.is_noun for token in words] == [False, True, False] and closes_on_noun(clause)
    return full and not relative and finite.is_nonfinite(words[-1]) and belongs(clause, words[-1], words)
