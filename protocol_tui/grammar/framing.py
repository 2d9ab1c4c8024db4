"""The reporting clause and the clause it takes: what a draft begins with."""

from __future__ import annotations

from protocol_tui.grammar import joints, reporting
from protocol_tui.grammar.clauses import Clause, Sentence, word
from protocol_tui.grammar.draft import Draft
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.persons import decline, gender_is_known
from protocol_tui.grammar.rules import order, zu_infinitive
from protocol_tui.grammar.speech import Clause as ClauseType
from protocol_tui.grammar.speech import Utterance
from protocol_tui.grammar.tokens import Token

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
_JOINING = frozenset({"und", "oder", "aber", "sondern"})


def is_framed(utterance: Utterance) -> bool:
    """Tell whether a reporting clause is built."""
    return bool(utterance.verb.strip() and utterance.speaker.strip()) and not utterance.continuation


def wanted(draft: Draft) -> ClauseType:
    """The clause the clerk asked for, or the one the house list has for the verb."""
    return draft.utterance.clause or reporting.split(draft.utterance.verb)[1]


def misses_infinitive(draft: Draft) -> bool:
    """Tell whether a request, or a question, has not become the infinitive that the reporting verb takes."""
    main = first_main(draft.sentences[draft.start])
    if draft.clause_type == "zu-inf":
        return main is not None and order.is_w_question(main)
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
        return _question_type(draft, asked_for)
    if asked_for == "zu-inf" and not _can_be_infinitive(draft):
        return "dass" if utterance.kind != "request" else "v2"
    return asked_for or "v2"


def _question_type(draft: Draft, wanted: ClauseType) -> ClauseType:
    main = first_main(draft.sentences[draft.start])
    if main is None:
        return wanted or "ob"
    if (
        main.finite is None
        and len(draft.sentences[draft.start].clauses) == 1
        and not _asks_in_a_word(draft.sentences[draft.start], main)
    ):
        draft.doubt("Die Frage hat kein Verb; bitte ergänzen.")
    if order.is_w_question(main) or _asks_in_a_word(draft.sentences[draft.start], main):
        return "w"
    if main.verb_first:
        return "ob"
    if draft.sentences[draft.start].mark == "?" or order.is_verb_last(main):
        return wanted or "ob"
    return "v2"


def _asks_in_a_word(sentence: Sentence, main: Clause) -> bool:
    """Tell whether a question has no verb: "Und warum nicht?"; what joins it to the one before goes."""
    if main.finite is not None:
        return False
    first = next((token for token in main.words if token.low.lower() not in {"und", "aber", "oder"}), None)
    if first is None or first.low.lower() not in closed().questions:
        return False
    for token in main.words[: main.words.index(first)]:
        sentence.remove(token)
    return True


def _can_be_infinitive(draft: Draft) -> bool:
    mains = draft.sentences[draft.start].mains
    if not mains or all(clause.finite is None for clause in mains):
        return True
    return all(zu_infinitive.fits(draft, clause) for clause in mains)


def first_main(sentence: Sentence) -> Clause | None:
    """The first main clause of a sentence."""
    return next((clause for clause in sentence.clauses if clause.kind == "main"), None)


def subordinate(draft: Draft) -> None:
    """Bring the first sentence, and questions joined to it, into the order of the clause type."""
    kind = draft.clause_type
    if kind in {"ob", "w"}:
        count = _run_of_questions(draft)
        for sentence in draft.sentences[draft.start : draft.start + count]:
            _question(draft, sentence)
        _join(draft, count)
    elif kind == "dass":
        _dass(draft, draft.sentences[draft.start])


def _run_of_questions(draft: Draft) -> int:
    count = 1
    for sentence in draft.sentences[draft.start + 1 :]:
        main = first_main(sentence)
        if sentence.mark != "?" or main is None or main.finite is None:
            break
        count += 1
    return count if draft.sentences[draft.start].mark == "?" else 1


def _dass(draft: Draft, sentence: Sentence) -> None:
    mains = sentence.mains
    if not mains:
        return
    if order.is_condition(sentence, mains):
        mains = mains[1:]
    if order.is_free_relative(sentence.clauses[0]) and mains[0].verb_first:
        draft.doubt("Ein Nebensatz mit „was“ oder „wer“ ist hier das Subjekt; bitte die Stellung prüfen.")
        order.name_relative(sentence, sentence.clauses[0])
    else:
        order.front_clause_last(sentence, mains[0])
    order.drop_dummy(sentence, mains[0])
    order.pronouns_first(sentence, mains[0])
    order.to_end(sentence, mains[0])
    previous = mains[0]
    for clause in mains[1:]:
        joined = not clause.link or clause.link[-1].low in _JOINING
        counted = not clause.link and any(each.link and each.link[-1].low in {"und", "oder"} for each in mains)
        if clause.lead is not previous or not (joined and (clause.gapped or clause.link or counted)):
            break
        order.to_end(sentence, clause)
        if clause.link and clause.link[-1].low in {"und", "oder"}:
            _drop_comma(sentence, clause)
        previous = clause


def _question(draft: Draft, sentence: Sentence) -> None:
    """A question as a clause: ob and its parts, or what opens it already."""
    mains = sentence.mains
    if not mains:
        return
    if mains[0].finite is None and draft.clause_type == "w":
        return  # "Warum nicht?"
    _drop_link(draft, sentence, mains[0])
    if _opens_itself(sentence.clauses[0]) and not _is_front(sentence, mains[0]):
        return
    if not _keep_ellipsis(sentence):
        order.front_clause_last(sentence, mains[0])
    first = mains[0]
    for at, clause in enumerate(mains):
        if at and (clause.lead is None or (clause.link and clause.link[-1].low not in _JOINING)):
            break
        if (
            at
            and not clause.link
            and clause.verb_first
            and clause.reading is not None
            and clause.reading.mood != "present"
        ):
            break  # "…, sollte der Vermieter kündigen?" is a condition
        own = order.is_w_question(clause)
        order.to_end(sentence, clause)
        if at:
            _drop_comma(sentence, clause)
        if own or (clause.gapped and clause is not first):
            continue
        if at == 0:
            if draft.clause_type == "w" or draft.sentences[draft.start] is not sentence:
                _open_with(sentence, clause, "ob")
        else:
            _open_with(sentence, clause, "ob")


def _drop_link(draft: Draft, sentence: Sentence, main: Clause) -> None:
    """Take away what joins the first question to what was said before: "Oder sehe ich das falsch?"."""
    first = main.words[0]
    if sentence is draft.sentences[draft.start] and first.low.lower() in _JOINING and len(main.words) > 1:
        sentence.remove(first)


def _keep_ellipsis(sentence: Sentence) -> bool:
    """„Und wenn ja, wann …“ stays in front, set off by commas; False where the sentence does not begin so."""
    first = sentence.clauses[0]
    if first.kind != "aside" or not joints.is_elliptic(first.words):
        return False
    if first.words[0].low.lower() in _JOINING:
        sentence.insert_after(first.words[0], Token("", ",", "mark"))
    return True


def _opens_itself(clause: Clause) -> bool:
    """Tell whether a clause was typed as the indirect question it is to be: "wann der Bus komme"."""
    return (
        clause.kind == "sub"
        and clause.opener is not None
        and clause.opener.low in {"ob"} | closed().questions - {"wie"}
    )


def _is_front(sentence: Sentence, main: Clause) -> bool:
    """Tell whether the clause before the main clause fills its first place."""
    return main.verb_first and sentence.tokens.index(main.words[0]) > 0


def _open_with(sentence: Sentence, clause: Clause, text: str) -> None:
    anchor = clause.words[0]
    if any(token.low == text for token in clause.link):
        return
    new = word(text, gap=anchor.gap)
    anchor.gap = " "
    sentence.insert_before(anchor, new)
    clause.words.insert(0, new)


def _drop_comma(sentence: Sentence, clause: Clause) -> None:
    """Before "oder ob" and "und ob" stands no comma."""
    if not clause.link:
        return
    at = sentence.tokens.index(clause.link[0])
    if (
        at > 1
        and sentence.tokens[at - 1].text == ","
        and not _closes_inserted(sentence, clause, sentence.tokens[at - 2])
    ):
        del sentence.tokens[at - 1]


def _closes_inserted(sentence: Sentence, clause: Clause, token: Token) -> bool:
    """Tell whether the comma behind a word closes a subordinate clause, which keeps it."""
    inserted = next((each for each in sentence.clauses if token in each.words), None)
    return (
        inserted is not None
        and inserted is not clause.lead
        and inserted.kind in {"sub", "infinitive"}
        and (inserted.opener is not None or inserted.kind == "infinitive")
        and inserted not in sentence.mains
    )


def _join(draft: Draft, count: int) -> None:
    """Make one sentence of several questions: "…, wann …, wo … und wer …"."""
    for at in range(draft.start, draft.start + count):
        sentence = draft.sentences[at]
        if sentence.mark == "?":
            sentence.tokens[-1].text = "."
        if at == draft.start:
            continue
        previous = draft.sentences[at - 1]
        previous.tokens.pop()
        draft.capital[at] = False
        first = sentence.tokens[0]
        gap = first.gap
        link = first if first.low.lower() in {"und", "oder"} else None
        if link is not None:
            link.text = link.text.lower()
            sentence.tokens[0].gap = " "
        elif at == draft.start + count - 1:
            first.gap = " "
            sentence.tokens.insert(0, word("und", gap=" "))
        else:
            previous.tokens.append(Token("", ",", "mark"))
            first.gap = gap or " "


def skip_statements(draft: Draft) -> None:
    """Statements before the question get a reporting clause of their own, and the question the clerk's."""
    for at, sentence in enumerate(draft.sentences):
        main = first_main(sentence)
        if at and sentence.mark == "?" and main is not None and main.finite is not None:
            draft.start = at
            draft.clause_type = _question_type(draft, "")
            draft.doubt("Vor der Frage steht eine Feststellung; sie hat eine eigene Redeeinleitung bekommen.")
            return
    draft.doubt("Der Satz ist keine Frage, die Redeeinleitung verlangt eine.")


def put_heads(draft: Draft) -> None:
    """Put the reporting clauses in front."""
    if draft.start:
        plural = draft.utterance.gender == "pl" or " und " in draft.utterance.speaker
        draft.heads[0] = f"{draft.utterance.speaker} {'führten' if plural else 'führte'} aus, "
        known = gender_is_known(draft.utterance)
        name = draft.speaker.pronoun("nom").capitalize() if known else draft.utterance.speaker
        draft.heads[draft.start] = _head(draft, name)
    else:
        draft.heads[0] = _head(draft, draft.utterance.speaker)


def _head(draft: Draft, name: str) -> str:
    """Write the reporting clause with what joins it to its clause, or with its own object."""
    utterance = draft.utterance
    if draft.sentences[draft.start].mark in {"?", "!"}:
        draft.sentences[draft.start].tokens[-1].text = "."
    verb = " ".join(utterance.verb.split())
    if utterance.gender == "pl" or " und " in utterance.speaker:
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
    if utterance.addressee.split(" ")[-1] in words or "darum" in words:
        return verb
    phrase = decline(utterance.addressee, "acc", plural=draft.addressee.gender == "pl")
    return " ".join([words[0], phrase, *words[1:]])
