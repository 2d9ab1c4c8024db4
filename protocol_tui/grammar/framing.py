"""The reporting clause and the clause it takes: what a draft begins with."""

from __future__ import annotations

from protocol_tui.grammar import questions, reporting
from protocol_tui.grammar.clauses import Sentence, word
from protocol_tui.grammar.draft import Draft
from protocol_tui.grammar.persons import decline, gender_is_known
from protocol_tui.grammar.rules import front, order, zu_infinitive
from protocol_tui.grammar.speech import Clause as ClauseType
from protocol_tui.grammar.speech import Utterance

NAME = "Redeeinleitung"
_TAKES_ADDRESSEE = frozenset(
    {
        "bat",
        "baten",
        "bittet",
        "bitten",
        "forderte",
        "forderten",
        "fordert",
        "ersuchte",
        "ersuchten",
        "ermahnte",
        "ermunterte",
    }
)


def is_framed(utterance: Utterance) -> bool:
    """Tell whether a reporting clause is built."""
    return bool(utterance.verb.strip() and utterance.speaker.strip()) and not utterance.continuation


def wanted(draft: Draft) -> ClauseType:
    """The clause the clerk asked for, or the one the house list has for the verb."""
    return draft.utterance.clause or reporting.split(draft.utterance.verb)[1]


def misses_infinitive(draft: Draft) -> bool:
    """Tell whether a request, or a question, has not become the infinitive that the reporting verb takes."""
    main = draft.sentences[draft.start].first_main
    if draft.clause_type == "zu-inf":
        return main is not None and front.is_w_question(main)
    return draft.clause_type == "v2"


def plan(draft: Draft) -> ClauseType:
    """Decide which clause the reporting clause takes here."""
    utterance = draft.utterance
    asked_for = wanted(draft)
    found = reporting.find(utterance.verb)
    asks = utterance.kind == "question" or asked_for in {"ob", "w"} or (found is not None and found.kind == "question")
    question = draft.sentences[draft.start].mark == "?" and asked_for in {"", "v2", "dass"}
    if question and not asks:
        draft.doubt("Der Satz ist eine Frage, die Redeeinleitung verlangt eine Aussage.")
    draft.asks = (asks or question) and asked_for != "zu-inf"
    if draft.asks:
        return questions.question_type(draft, asked_for)
    if asked_for == "zu-inf" and not _can_be_infinitive(draft):
        return "dass" if utterance.kind != "request" else "v2"
    return asked_for or "v2"


def _can_be_infinitive(draft: Draft) -> bool:
    mains = draft.sentences[draft.start].mains
    if not mains or all(clause.finite is None for clause in mains):
        return True
    return all(zu_infinitive.fits(draft, clause) for clause in mains)


def subordinate(draft: Draft) -> None:
    """Bring the first sentence, and questions joined to it, into the order of the clause type."""
    kind = draft.clause_type
    if kind in {"ob", "w"}:
        questions.put(draft)
    elif kind == "dass":
        _dass(draft.sentences[draft.start])


def _dass(sentence: Sentence) -> None:
    mains = sentence.mains
    if not mains:
        return
    if sentence.tokens[0].kind == "opaque" and [token.text for token in sentence.tokens[1:2]] == [","]:
        sentence.doubts.append("Der Satz beginnt mit einem Zitat; bitte die Stellung prüfen.")
    if front.is_broken_off(mains[0]):
        sentence.doubts.append(f"Wozu „{mains[0].words[0].text} …“ gehört, ist nicht erkannt worden.")
    if front.is_condition(sentence, mains):
        mains = mains[1:]
    if front.is_free_relative(sentence.clauses[0]) and front.stands_for_subject(sentence, mains[0]):
        front.name_relative(sentence, sentence.clauses[0])
    else:
        front.front_clause_last(sentence, mains[0])
    front.drop_dummy(sentence, mains[0])
    front.predicate_last(sentence, mains[0])
    front.pronouns_first(sentence, mains[0])
    order.to_end(sentence, mains[0])
    previous = mains[0]
    for clause in mains[1:]:
        unjoined = clause.lead is previous and not clause.link and not clause.gapped
        if unjoined and clause.verb_first and clause.finite is not None:
            sentence.doubts.append(f"Der Satz geht mit „{clause.finite.text}“ weiter; bitte den Anschluss prüfen.")
        joined = not clause.link or clause.link[-1].low in questions.JOINING
        counted = not clause.link and any(each.link and each.link[-1].low in {"und", "oder"} for each in mains)
        pair = clause.words[0].low == "andererseits" or [word.low for word in clause.words[:2]] == ["zum", "anderen"]
        if clause.lead is not previous or not (joined and (clause.gapped or clause.link or counted or pair)):
            break
        order.to_end(sentence, clause)
        if clause.link and clause.link[-1].low in {"und", "oder"}:
            questions.drop_comma(sentence, clause)
        previous = clause


def skip_statements(draft: Draft) -> None:
    """Statements before the question get a reporting clause of their own, and the question the clerk's."""
    for at, sentence in enumerate(draft.sentences):
        main = sentence.first_main
        if at and sentence.mark == "?" and main is not None and main.finite is not None:
            draft.start = at
            draft.clause_type = questions.question_type(draft, "")
            draft.doubt("Vor der Frage steht eine Feststellung; sie hat eine eigene Redeeinleitung bekommen.")
            return
    draft.doubt("Der Satz ist keine Frage, die Redeeinleitung verlangt eine.")


def put_heads(draft: Draft) -> None:
    """Put the reporting clauses in front."""
    if draft.start:
        speaker = draft.utterance.speaker
        plural = draft.utterance.gender == "pl" or _names_several(speaker)
        draft.heads[0] = f"{speaker} {'führten' if plural else 'führte'} aus, "
        known = gender_is_known(draft.utterance)
        name = draft.speaker.pronoun("nom").capitalize() if known else draft.utterance.speaker
        draft.heads[draft.start] = _head(draft, name)
    else:
        draft.heads[0] = _head(draft, draft.utterance.speaker)


def _names_several(speaker: str) -> bool:
    """Tell whether more than one speaker is named; a group in the singular ("Die Fraktion") is one."""
    return " und " in speaker


def _head(draft: Draft, name: str) -> str:
    """Write the reporting clause with what joins it to its clause, or with its own object."""
    utterance = draft.utterance
    if draft.sentences[draft.start].mark in {"?", "!"}:
        draft.sentences[draft.start].tokens[-1].text = "."
    verb = " ".join(utterance.verb.split())
    if _names_several(utterance.speaker) or (utterance.gender == "pl" and utterance.speaker in {"Sie", "sie"}):
        verb = reporting.in_plural(verb)
    if draft.merged:
        first, *rest = verb.split(" ")
        if rest[:1] == ["sich"]:
            first, rest = f"{first} sich", rest[1:]
        sentence = draft.sentences[0]
        at = len(sentence.tokens) - (sentence.tokens[-1].kind == "mark")
        sentence.tokens[at:at] = [word(text) for text in rest]
        return f"{name} {first} "
    verb = _with_addressee(draft, verb)
    return f"{name} {verb}{_joint(draft)}"


def _joint(draft: Draft) -> str:
    """What stands between the reporting clause and its clause; nothing more where that opens itself."""
    first = (
        next((t for t in draft.sentences[draft.start].tokens if t.kind != "mark"), None) if draft.sentences else None
    )
    opens = first is not None and first.low in {"dass", "ob"}
    opens = opens or draft.opens
    if draft.clause_type in {"dass", "ob"} and not opens:
        return f", {draft.clause_type} "
    return ", "


def _with_addressee(draft: Draft, verb: str) -> str:
    """Name who is asked to do something: "bat die Verwaltung", "forderte die Verwaltung auf"."""
    utterance = draft.utterance
    words = verb.split(" ")
    if draft.clause_type != "zu-inf" or not utterance.addressee or words[0] not in _TAKES_ADDRESSEE:
        return verb
    if utterance.addressee.split(" ")[-1] in words:
        return verb
    phrase = decline(utterance.addressee, "acc", plural=draft.addressee.gender == "pl")
    return " ".join([words[0], phrase, *words[1:]])
