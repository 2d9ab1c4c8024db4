"""House rule 4: first person and address become the third person.

Reason: the minutes speak about the speaker.
Source: spec/indirect-speech.md, rule 4; Duden-Grammatik, Personenverschiebung.
"""

from __future__ import annotations

from protocol_tui.grammar import cases, finite
from protocol_tui.grammar.clauses import Clause, Subject
from protocol_tui.grammar.draft import Draft
from protocol_tui.grammar.forms import Number
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.persons import Person
from protocol_tui.grammar.tokens import Token

NAME = "Erste Person wird dritte Person"
_ENDINGS = ("", "e", "en", "em", "er", "es")
_MY = {"mein" + ending: ending for ending in _ENDINGS}
_OUR = {"unser" + ending: ending for ending in _ENDINGS} | {
    "unsre": "e",
    "unsren": "en",
    "unsrem": "em",
    "unsrer": "er",
}
_HOUSE = {"verwaltung": Person("f"), "fraktion": Person("f"), "sie": Person("pl")}
_NOUNS = {"verwaltung": "die Verwaltung", "fraktion": "die Fraktion"}


def apply(draft: Draft) -> None:
    """Put every pronoun of the speaker into the third person, clause by clause."""
    draft.names_both = any(_names_both(clause) for sentence in draft.sentences for clause in sentence.clauses)
    for sentence in draft.sentences:
        for clause in sentence.clauses:
            clause.acting = subject_of(clause)  # before the pronouns it is read from are changed
            _number(draft, clause)
        for clause in sentence.clauses:
            for token in [*clause.link, *clause.words]:
                _change(draft, clause, token)


def subject_of(clause: Clause) -> Subject:
    """The pronoun that is the subject; a gapped clause has that of the one before, an infinitive the one in control."""
    at: Clause | None = clause
    while at is not None:
        if at.acting is not None:
            return at.acting
        if at.subject:
            return at.subject
        if at.gapped and at.lead is not None:
            at = at.lead
        elif at.kind == "infinitive" and at.parent is not None:
            controlled = _control(at.parent)
            if controlled is not None:
                return controlled
            at = at.parent
        else:
            return ""
    return ""


def _control(parent: Clause) -> Subject | None:
    """Who carries out the infinitive: an object, "" for somebody else, None for the subject."""
    for token in parent.words:
        if token.low.lower() == "mich":
            return "ich"
        if token.low.lower() == "uns" and any(
            word.low in {"gebeten", "beauftragt", "verpflichtet", "aufgefordert"} for word in parent.words
        ):
            return "wir"
    verbs = {parent.reading.verb.infinitive if parent.reading is not None else ""}
    verbs |= {reading.verb.infinitive for token in parent.cluster for reading in finite.of(token)}
    if verbs & _CONTROLLED_BY_OBJECT:
        return ""
    return None


# "Ich bitte Sie, mir zu helfen": the one who helps is not the one who speaks.
_CONTROLLED_BY_OBJECT = frozenset(
    {
        "bitten",
        "ersuchen",
        "ermahnen",
        "ermuntern",
        "ermutigen",
        "zwingen",
        "nötigen",
        "empfehlen",
        "raten",
        "erlauben",
        "gestatten",
    }
)


def in_frame(draft: Draft, token: Token) -> None:
    """Put a possessive that goes into the reporting clause into the third person: "im Namen unserer Fraktion"."""
    low = token.low.lower()
    if low in _MY:
        _set(token, draft.speaker.possessive(_MY[low]))
        draft.choosable.add("gender")
    elif low in _OUR and _wir(draft) != "wir":
        _set(token, _HOUSE.get(_wir(draft), Person("pl")).possessive(_OUR[low]))


def _number(draft: Draft, clause: Clause) -> None:
    """The number of the verb follows the new subject."""
    if clause.finite is None:
        return
    subject = subject_of(clause)
    if (
        subject == "ich"
        and clause.reading is not None
        and clause.reading.number == "pl"
        and (clause.subject or clause.gapped)
    ):
        draft.set_number(clause, "pl")  # "mein Kollege und ich haben"
    elif subject == "ich":
        draft.set_number(clause, draft.speaker.number if draft.speaker.gender == "pl" else "sg")
    elif subject == "wir":
        joint = any(token.low == "wir" and _before_noun(clause, token) for token in clause.words)
        draft.set_number(clause, "pl" if joint else _wir_number(draft, clause))


def _wir_number(draft: Draft, clause: Clause) -> Number:
    wir = _wir(draft)
    return "pl" if wir in {"sie", "wir"} or (wir == "man" and _names_a_group(clause)) else "sg"


def _names_a_group(clause: Clause) -> bool:
    """Tell whether "wir" is part of a group that is named: "wir vom Personalrat", "wir alle", "die CDU und wir"."""
    words = clause.words
    for at, token in enumerate(words):
        if token.low.lower() != "wir":
            continue
        behind = words[at + 1].low if at + 1 < len(words) else ""
        named = at == 0 and behind == "die" and len(words) > 3 and words[2].is_noun and words[3] is clause.finite  # noqa: PLR2004
        if named:
            return True  # "Wir, die Anwohner, leiden"
        counts = behind in {"alle", "beide"} and not (at + 2 < len(words) and words[at + 2].is_noun)
        if counts or behind in {"von", "vom", "und"} or (at and words[at - 1].low == "und"):
            return True
    return False


def _wir(draft: Draft) -> str:
    """What wir becomes: the house setting, but never man for several speakers."""
    wir = draft.utterance.wir
    plural = draft.speaker.gender == "pl" or draft.choices.sie_for_man or draft.names_both
    return "sie" if wir == "man" and plural else wir


def _names_both(clause: Clause) -> bool:
    """Tell whether the speaker says who is meant by wir: "Meine Frau und ich wohnen dort, wir …"."""
    words = clause.words
    for at, token in enumerate(words[:-2]):
        if token.is_noun and words[at + 1].low == "und" and words[at + 2].low == "ich":
            return clause.reading is not None and clause.reading.number == "pl"
    return False


def _change(draft: Draft, clause: Clause, token: Token) -> None:
    low = token.text[:1].lower() + token.text[1:]
    if token.kind != "word" or token.text in {"Ihr", "Ihre"}:
        return
    speaker = draft.speaker
    subject = subject_of(clause)
    if low == "ich":
        _set(token, speaker.pronoun("nom"))
        draft.choosable.add("gender")
    elif low == "mich":
        _set(token, "sich" if subject == "ich" else speaker.pronoun("acc"))
        draft.choosable.add("gender")
    elif low == "mir":
        _set(token, "sich" if subject == "ich" and not _after_preposition(clause, token) else speaker.pronoun("dat"))
        draft.choosable.add("gender")
    elif low in _MY and not token.is_verb:
        _set(token, speaker.possessive(_MY[low]))
        draft.choosable.add("gender")
    elif low in {"meinerseits", "unsererseits"}:
        _set(token, speaker.possessive("erseits"))
    elif low == "du":  # beside a verb that was not recognised
        draft.doubt(f"Wer mit „{token.text}“ gemeint ist, lässt sich nicht erkennen.")
    elif _wir(draft) != "wir":
        _change_plural(draft, clause, token, low)


def _change_plural(draft: Draft, clause: Clause, token: Token, low: str) -> None:
    wir = _wir(draft)
    if low == "wir":
        if _before_noun(clause, token):
            _set(token, "die")  # "wir Liberalen"
        elif wir == "man" and (_names_a_group(clause) or _stands_apart(clause, token)):
            _set(token, "sie")
            _check_apposition(draft, clause, token)
        elif wir == "man":
            _set(token, "man")
            _check_apposition(draft, clause, token)
        else:
            _set(token, _HOUSE[wir].pronoun("nom") if draft.wir_named else _NOUNS.get(wir, _HOUSE[wir].pronoun("nom")))
            draft.wir_named = True
    elif low == "uns":
        _uns(draft, clause, token)
    elif low in _OUR:
        _unser(draft, clause, token, _OUR[low])


def _stands_apart(clause: Clause, token: Token) -> bool:
    """Tell whether "wir" is compared or contrasted, and no verb is its own: "nicht wir", "wie wir"."""
    if token not in clause.words:
        return False
    at = clause.words.index(token)
    before = clause.words[at - 1].low if at else ""
    last = at + 1 == len(clause.words)
    return last and before in {"nicht", "als", "wie", "sondern", "auch"} and clause.words[at - 1] is not clause.finite


def _before_noun(clause: Clause, token: Token) -> bool:
    at = clause.words.index(token) if token in clause.words else len(clause.words)
    following = clause.words[at + 1 : at + 3]
    if not following or not following[0].is_noun or not following[0].text.endswith("n"):
        return False
    front = at == 0 and len(following) > 1 and following[1] is clause.finite
    return front or following[0].text in closed().groups or following[0].text.endswith("innen")


def _check_apposition(draft: Draft, clause: Clause, token: Token) -> None:
    at = clause.words.index(token) if token in clause.words else -1
    following = clause.words[at + 1].low if 0 <= at < len(clause.words) - 1 else ""
    counts_others = (
        at >= 0 and following in {"alle", "beide", "beiden"} and any(t.is_noun for t in clause.words[at + 2 : at + 3])
    )
    if following in {"alle", "beide", "beiden", "Bürger", "Kommunen", "Kreise", "Städte"} and not counts_others:
        draft.choosable.add("man")
        draft.doubt(f"„wir {following}“ lässt sich nicht eindeutig in die dritte Person setzen.")


def _uns(draft: Draft, clause: Clause, token: Token) -> None:
    """Uns is reflexive beside wir, else ihnen or sie by its case."""
    together = subject_of(clause) == "ich" and clause.reading is not None and draft.number_of(clause) == "pl"
    if (subject_of(clause) == "wir" or together) and not _after_preposition(clause, token):
        _set(token, "sich")
        return
    case, certain = cases.of_uns(clause, token, object_clause=_has_object_clause(draft, clause))
    if not certain:
        draft.choosable.add("case")
        if draft.choices.other_case:
            case = "dat" if case == "acc" else "acc"
        draft.doubt("Ob „uns“ hier Dativ oder Akkusativ ist, lässt sich nicht sicher erkennen.")
    owner = _HOUSE.get(_wir(draft), Person("pl"))
    _set(token, owner.pronoun(case))


def _has_object_clause(draft: Draft, clause: Clause) -> bool:
    """Tell whether an indirect question or a dass clause follows as the object."""
    return any(
        each.parent is clause
        and each.opener is not None
        and (not each.is_relative or each.opener.low == "was" or each.opener.low.startswith("welch"))
        and (each.opener.low in {"dass", "ob"} or each.opener.low in closed().questions)
        for sentence in draft.sentences
        for each in sentence.clauses
    )


def _after_preposition(clause: Clause, token: Token) -> bool:
    if clause.kind == "infinitive" and clause.words[1:2] == [token]:
        return False  # "statt uns zu streiten"
    return token in clause.words and cases.preposition_before(clause.words, token) is not None


def _unser(draft: Draft, clause: Clause, token: Token, ending: str) -> None:
    """Unser is ihr; beside man in the same clause it is the article."""
    if _wir(draft) == "man" and subject_of(clause) == "wir" and token in clause.words:
        _article(clause, token, ending)
        return
    person = _HOUSE.get(_wir(draft), Person("pl"))
    _set(token, person.possessive(ending))


def _article(clause: Clause, token: Token, ending: str) -> None:
    """Beside man, "unser" is the article of an object, and "sein" behind a preposition: "man stehe zu seinem Wort"."""
    if _after_preposition(clause, token):
        _set(token, "sein" + ending)
        return
    _set(token, {"e": "die", "en": "den", "em": "dem", "er": "der", "es": "des", "": "das"}[ending])
    if not ending:
        _weaken(clause, token)


def _weaken(clause: Clause, article: Token) -> None:
    """Behind "das", adjectives have the weak ending: "unser altes Netz", "das alte Netz"."""
    if article not in clause.words:
        return
    for token in clause.words[clause.words.index(article) + 1 :]:
        if token.is_noun or token.kind != "word" or not token.low.endswith("es"):
            return
        token.text = token.text.removesuffix("s")


def _set(token: Token, text: str | None) -> None:
    """Change a word; one at the start of a sentence is written small, the capital comes back at the end."""
    if text is not None:
        behind_colon = token.first and token.text[:1].isupper()
        token.text = text[:1].upper() + text[1:] if behind_colon else text
