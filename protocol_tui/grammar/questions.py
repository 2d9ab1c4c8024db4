"""Questions as clauses: which kind a question becomes, its order, and several of them joined to one sentence.

House rule 5. Source: spec/indirect-speech.md.
"""

from __future__ import annotations

from protocol_tui.grammar import joints
from protocol_tui.grammar.clauses import Clause, Sentence, word
from protocol_tui.grammar.draft import Draft
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.rules import front, order
from protocol_tui.grammar.speech import Clause as ClauseType
from protocol_tui.grammar.tokens import Token

JOINING = frozenset({"und", "oder", "aber", "sondern"})


def put(draft: Draft) -> None:
    """Bring the question, and those that follow it, into the order of a clause, and join them."""
    count = _run_of_questions(draft)
    for sentence in draft.sentences[draft.start : draft.start + count]:
        _question(draft, sentence)
    _join(draft, count)


def question_type(draft: Draft, wanted: ClauseType) -> ClauseType:
    """Tell which clause the question becomes; "v2" where it is none. `wanted` decides where its order does not."""
    sentence = draft.sentences[draft.start]
    main = sentence.first_main
    if main is None:
        return wanted or "ob"
    if front.is_w_question(main) or _asks_in_a_word(main):
        return "w"
    if main.verb_first:
        return "ob"
    if sentence.mark == "?" or order.is_verb_last(main):
        return wanted or "ob"
    return "v2"


def _asks_in_a_word(main: Clause) -> bool:
    """Tell whether a question has no verb: "Und warum nicht?"."""
    first = next((token for token in main.words if token.low.lower() not in JOINING), None)
    return main.finite is None and first is not None and first.low.lower() in closed().questions


def _run_of_questions(draft: Draft) -> int:
    count = 1
    for sentence in draft.sentences[draft.start + 1 :]:
        main = sentence.first_main
        if sentence.mark != "?" or main is None or main.finite is None:
            break
        count += 1
    return count if draft.sentences[draft.start].mark == "?" else 1


def _question(draft: Draft, sentence: Sentence) -> None:
    """A question as a clause: ob and its parts, or what opens it already."""
    mains = sentence.mains
    if not mains:
        return
    _drop_link(draft, sentence, mains[0])
    if mains[0].finite is None and len(sentence.clauses) == 1 and not _asks_in_a_word(mains[0]):
        draft.doubt("Die Frage hat kein Verb; bitte ergänzen.")
    if mains[0].finite is None and draft.clause_type == "w":
        return  # "Warum nicht?"
    if _opens_itself(sentence.clauses[0]) and not _is_front(sentence, mains[0]):
        return
    if not _keep_ellipsis(sentence):
        front.front_clause_last(sentence, mains[0])
    first = mains[0]
    for at, clause in enumerate(mains):
        if at and not _asks_on(clause):
            break
        own = front.is_w_question(clause)
        order.to_end(sentence, clause)
        if at:
            drop_comma(sentence, clause)
        if own or (clause.gapped and clause is not first):
            continue
        if at == 0:
            if draft.clause_type == "w" or draft.sentences[draft.start] is not sentence:
                _open_with(sentence, clause, "ob")
        else:
            _open_with(sentence, clause, "ob")


def _asks_on(clause: Clause) -> bool:
    """Tell whether a main clause goes on with the question before it."""
    if clause.lead is None or (clause.link and clause.link[-1].low not in JOINING):
        return False
    past = clause.reading is not None and clause.reading.mood != "present"
    return bool(clause.link) or not (clause.verb_first and past)  # "…, sollte der Vermieter kündigen?" is a condition


def _drop_link(draft: Draft, sentence: Sentence, main: Clause) -> None:
    """Take away what joins the first question to what was said before: "Oder sehe ich das falsch?".

    What joins another question to the one before stays, in front of its "ob".
    """
    first = main.words[0]
    if first.low.lower() not in JOINING or len(main.words) < 2:  # noqa: PLR2004
        return
    if sentence is draft.sentences[draft.start]:
        sentence.remove(first)
    elif not main.link:
        main.words.remove(first)
        main.link = [first]


def _keep_ellipsis(sentence: Sentence) -> bool:
    """„Und wenn ja, wann …“ stays in front, set off by commas; False where the sentence does not begin so."""
    first = sentence.clauses[0]
    if first.kind != "aside" or not joints.is_elliptic(first.words):
        return False
    if first.words[0].low.lower() in JOINING:
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


def drop_comma(sentence: Sentence, clause: Clause) -> None:
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
