"""From tokens to clauses: segments between commas, put together with a stack of open clauses."""

from __future__ import annotations

from protocol_tui.grammar import cases, continuing, finite, joints, openers, relatives
from protocol_tui.grammar.brackets import complete
from protocol_tui.grammar.clauses import Clause, Sentence
from protocol_tui.grammar.lexicon.words import words as closed
from protocol_tui.grammar.relatives import Standing
from protocol_tui.grammar.tokens import Token


def parse(tokens: list[Token], *, question: bool = False) -> Sentence:
    """Read a sentence. `question`: the finite verb may stand first."""
    parser = _Parser(first=question)
    for separators, words in joints.segments(tokens):
        parser.add(separators, words)
    sentence = Sentence(tokens, parser.clauses)
    for clause in parser.clauses:
        if clause.kind == "infinitive" and clause.parent is None:
            clause.parent = next(
                (each for each in parser.clauses if each.kind == "main"), None
            )  # an infinitive in the first place: "Statt zu klagen, bauen wir"
    for clause in sentence.clauses:
        complete(clause)
    return sentence


class _Parser:
    """Keeps the open clauses while segments are added."""

    def __init__(self, *, first: bool) -> None:
        self.first = first
        self.clauses: list[Clause] = []
        self.main: Clause | None = None
        self.stack: list[Clause] = []
        self.front: Clause | None = None
        self.comma = False
        self.interrupted = False
        self.waiting: list[Token] = []
        self.loose: list[Token] = []
        self.joined: tuple[list[Token], list[Token]] = ([], [])

    def add(self, sign: str, words: list[Token]) -> None:
        """Add a segment; what is coordinated in it is parted first."""
        if sign in joints.HARD and sign:
            self.main = None
            self.stack = []
            self.front = None
        for piece in self._pieces(words):
            self._add_piece(piece, comma=bool(sign) or piece is not words)

    def _standing(self) -> Standing:
        """How far the sentence has been read."""
        return Standing(self.clauses, self.main, self.stack, self.interrupted)

    def _pieces(self, words: list[Token]) -> list[list[Token]]:
        """Part a segment before each coordinator behind which a subordinate clause opens."""
        found: list[list[Token]] = []
        while at := relatives.joint(self._standing(), words):
            found.append(words[:at])
            words = words[at:]
        return [*found, words]

    def _add_piece(self, words: list[Token], *, comma: bool) -> None:
        self.comma = comma
        opener = openers.find(words, after_comma=comma and bool(self.clauses))
        if opener is not None and (
            self._is_question_front(words, opener) or relatives.is_none(self._standing(), words, opener)
        ):
            opener = None
        if opener is not None and opener.kind == "infinitive":
            self._infinitive(words)
        elif opener is not None and opener.kind == "aside":
            self.clauses.append(Clause("aside", words, parent=self.main))
            self.front = self.front or (self.clauses[-1] if self.main is None else None)
        elif opener is not None and joints.is_elliptic(words):
            self.clauses.append(Clause("aside", words, parent=self.main))
        elif opener is not None:
            self._subordinate(words, opener)
        else:
            self._plain(words)

    def _is_question_front(self, words: list[Token], opener: openers.Opener) -> bool:
        """A question word at the start of a question opens a main clause."""
        free = self.main is None and not self.stack and self.front is None
        asks = opener.kind == "question" or words[opener.at].low in {"was", "wer", "wem", "wen"}
        return self.first and free and asks and not (opener.kind == "relative" and bool(self.clauses))

    def _infinitive(self, words: list[Token]) -> None:
        self._drop_complete()
        self.clauses.append(Clause("infinitive", words, parent=self.stack[-1] if self.stack else self.main))
        if self.main is None:
            self.front = self.clauses[-1]

    def _subordinate(self, words: list[Token], opener: openers.Opener) -> None:
        parent = self.stack[-1] if self.stack else self.main
        link, rest = words[: opener.at], words[opener.at :]
        if opener.at and words[opener.at - 1].low in closed().prepositions:
            link, rest = words[: opener.at - 1], words[opener.at - 1 :]
        clause = Clause("sub", rest, link=link, opener=words[opener.at], parent=parent)
        clause.is_relative = opener.kind == "relative"
        self._drop_complete()
        self.stack.append(clause)
        self.clauses.append(clause)
        self.interrupted = False
        if self.main is None:
            self.front = clause
        self._close_subordinate(clause)

    def _close_subordinate(self, clause: Clause) -> None:
        """Find the verb of a subordinate clause, and part what is coordinated in it."""
        rest: Clause | None = clause
        while rest is not None:
            rest = self._part_subordinate(rest)

    def _part_subordinate(self, clause: Clause) -> Clause | None:
        """Find the verb of one clause; gives the clause coordinated with it, which is still to be read."""
        at = self._conjunct(clause.words)
        if not at:
            clause.finite = finite.last(clause.words)
            if clause.finite is None:
                clause.finite = finite.last(clause.words[1:], guess=True)
                if clause.finite is not None and not joints.plausible_guess(clause):
                    clause.finite = None
            self._leave_open(clause)
            return None
        words = clause.words
        clause.words, rest = words[:at], words[at + 1 :]
        clause.finite = words[at - 1]
        other = Clause("sub", rest, link=[words[at]], opener=clause.opener, parent=clause.parent, lead=clause)
        other.is_relative = clause.is_relative
        other.gapped = len(list(cases.bare_nouns(rest))) < 2  # noqa: PLR2004  # else it has a subject of its own
        self.clauses.append(other)
        if finite.last(rest) is None:
            other.kind = "main"
            other.finite = finite.second(rest, first=False)
            self.main = other if self.main is None else self.main
            return None
        self.stack.append(other)
        return other

    def _leave_open(self, clause: Clause) -> None:
        """Part what is coordinated with a clause and still waits for its verb: „… fällt und sich der Zug, der …“."""
        at = clause.words.index(clause.finite) + 1 if clause.finite in clause.words else len(clause.words)
        rest = clause.words[at + 1 :]
        joined = len(rest) > 1 and clause.words[at].low in {"und", "oder", "aber"} and rest[0].low == "sich"
        if joined and not any(finite.of(token) for token in rest):
            other = Clause(
                "sub", rest, link=[clause.words[at]], opener=clause.opener, parent=clause.parent, lead=clause
            )
            other.is_relative = clause.is_relative
            clause.words = clause.words[:at]
            self.clauses.append(other)
            self.stack.append(other)

    def _conjunct(self, words: list[Token]) -> int:
        """Where a coordinator parts a subordinate clause into two with a verb each; 0 where none does."""
        for at in range(2, len(words) - 1):
            if words[at].low not in {"und", "oder", "aber", "sowie"}:
                continue
            left, right = words[:at], words[at + 1 :]
            if finite.last(left) is not left[-1] or joints.shares(left[-1], right):
                continue
            if finite.last(right) is not None or finite.second(right, first=False) is not None:
                return at
        return 0

    def _drop_complete(self) -> None:
        while self.stack and self.stack[-1].finite is not None:
            self.stack.pop()

    def _plain(self, words: list[Token]) -> None:
        """A segment that nothing opens: it goes on with a clause, or is a main clause."""
        last_sub = self.stack[-1] if self.stack else None
        self._drop_complete()
        if self.stack:
            open_clause = self.stack[-1]
            open_clause.words += words
            self._close_subordinate(open_clause)
            self.interrupted = open_clause.finite is None
            return
        if self.main is not None and self.main.finite is not None:
            if words[0].low == "so" and 2 < len(words) < 7 and finite.is_strict(words[1]):  # noqa: PLR2004
                self.clauses.append(Clause("main", words, parent=self.main, finite=words[1]))  # "so sagt das Amt"
                return
            self._after_main(words, last_sub)
            return
        if finite.has_zu(words) is not None and finite.second(words, first=True) is None:
            self.clauses.append(Clause("infinitive", words, parent=self.main or self.front))
            if self.main is None:
                self.front = self.clauses[-1]
            return
        if self.main is None and [token.low.lower() for token in words] == ["je", "nachdem"]:
            self.clauses.append(Clause("aside", words))  # "Je nachdem, wie …"
            self.front = self.clauses[-1]
            return
        if self.main is not None and joints.is_parenthesis(words):
            self.clauses.append(Clause("main", words, parent=self.main))
            self._close_main(self.clauses[-1], first=False)
            return
        clause = self.main
        if clause is None:
            link = joints.coordinators(words) if self.clauses else []
            clause = Clause("main", words[len(link) :], link=link)
            self.main = clause
            self.clauses.append(clause)
            first = self.first or self.front is not None
        else:
            self.joined = (clause.words, words)
            clause.words = [*clause.words, *words]
            first = True
        self._close_main(clause, first=first)

    def _close_main(self, clause: Clause, *, first: bool, joined: bool = False) -> None:
        """Find the verb of a main clause, and part the clauses coordinated with it. `joined`: it has a lead itself."""
        rest = self._part_main(clause, first=first)
        if joined:
            clause.gapped = continuing.lacks_subject(clause, self.clauses[0], comma=self.comma)
        while rest is not None:
            following = self._part_main(rest, first=True)
            rest.gapped = continuing.lacks_subject(rest, self.clauses[0], comma=self.comma)
            rest = following

    def _part_main(self, clause: Clause, *, first: bool) -> Clause | None:
        """Find the verb of one main clause; gives the clause coordinated with it, which is still to be read."""
        words = clause.words
        alone = clause.lead is None and clause is not self.clauses[0]
        if alone and len(words) == 1 and finite.is_nonfinite(words[0]):
            return None  # "Das heißt: sparen."
        found = finite.second(words, first=first, with_ich=any(token.low == "ich" for token in words))
        if found is not None and joints.lacks_verb(words, found):
            return None
        clause.finite = found if found is not None else joints.verb_elsewhere(words, first=first)
        if clause.finite is None:
            return None
        at = joints.main_conjunct(clause)
        if not at:
            return None
        clause.words = words[:at]
        other = Clause("main", words[at + 1 :], link=[words[at]], lead=clause, parent=clause.parent)
        self.clauses.append(other)
        self.main = other
        return other

    def _after_main(self, words: list[Token], last_sub: Clause | None) -> None:
        """A segment behind a complete main clause: another one, an infinitive, or more of the same."""
        main, last = self.main, self.clauses[-1]
        link = joints.coordinators(words)
        rest = words[len(link) :]
        if main is None:
            return
        if last is last_sub and finite.is_nonfinite(words[0]) and joints.shares(last.words[-1], words):
            last.words += words  # "weil sie kochen, putzen und schreiben müssen"
            self._close_subordinate(last)
            return
        if not rest:
            main.words += words
            return
        if joints.completes_and_goes_on(main, rest):
            main.words += words  # "… haben die Zahl, die …, unterschätzt und müssen …"
            self._close_main(main, first=True)
            return
        found = finite.second(rest, first=True, with_ich=any(token.low == "ich" for token in rest))
        if found is not None and not continuing.continues(main, found, rest, comma=self.comma):
            if last_sub is not None and continuing.is_verb_last(last_sub, found, rest):
                self._sub_conjunct(last_sub, link, rest)
            else:
                self._next_main(main, link, rest, verb_first=found is rest[0] and not link)
        elif len(rest) == 1 and self.comma and rest[0].low in closed().questions:
            self.clauses.append(Clause("aside", words, parent=main))  # "wusste nicht, wohin"
        elif finite.has_zu(rest) is not None:
            self._infinitive_behind(main, words, rest, last_sub)
        elif joints.elaborates(words) or continuing.stands_apart(main, last, words, comma=self.comma):
            self.clauses.append(Clause("aside", words, parent=main))
        else:
            main.words += words
            self.waiting = words if link and self.comma else []
            self.loose = words if not link and self.comma else []
            if main.finite is not None and not main.cluster:
                self.stack = []

    def _next_main(self, main: Clause, link: list[Token], rest: list[Token], *, verb_first: bool) -> None:
        """Another main clause, or the rest of one into which a clause was put."""
        front, inserted = self.joined
        if verb_first and main.finite in inserted[1:2] and main.words == [*front, *inserted]:
            self._insert(main, front, inserted, rest)
            return
        if verb_first and self.waiting and main.words[-1] is self.waiting[-1]:
            link = self._take_back(main)
            rest = [*self.waiting[len(link) :], *rest]
        other = Clause("main", rest, link=link, lead=main)
        self.clauses.append(other)
        self.main = other
        self.stack = []
        self._close_main(other, first=True, joined=True)

    def _infinitive_behind(self, main: Clause, words: list[Token], rest: list[Token], last_sub: Clause | None) -> None:
        """An infinitive with zu: of the main clause's own verb, or a clause that may begin before a relative one."""
        if continuing.is_modal_infinitive(main, self.clauses[-1], rest):
            main.words += words
            return
        if last_sub is not None and self._begins_before(main, last_sub):
            words, last_sub = self.loose + words, None
        self.clauses.append(Clause("infinitive", words, parent=last_sub or main))

    def _begins_before(self, main: Clause, relative: Clause) -> bool:
        """Part the start of an infinitive from the clause before: „… Pläne, den Weg, der zuwächst, zu erneuern“."""
        if not self.loose or not relative.is_relative or main.words[-1] is not self.loose[-1]:
            return False
        main.words = main.words[: len(main.words) - len(self.loose)]
        return True

    def _insert(self, main: Clause, front: list[Token], inserted: list[Token], rest: list[Token]) -> None:
        """Part a clause that was put in before the verb: „Der Haushalt, da mache ich mir nichts vor, wird knapp“."""
        main.words, main.finite = [*front, *rest], None
        self.clauses.append(Clause("main", inserted, parent=main))
        self._close_main(self.clauses[-1], first=False)
        self._close_main(main, first=True)

    def _take_back(self, main: Clause) -> list[Token]:
        """Part the words behind "denn" from the clause before: „…, denn die Schüler, die dorthin reisen, bringen …“."""
        main.words = main.words[: len(main.words) - len(self.waiting)]
        return joints.coordinators(self.waiting)

    def _sub_conjunct(self, lead: Clause, link: list[Token], rest: list[Token]) -> None:
        other = Clause("sub", rest, link=link, opener=lead.opener, parent=lead.parent, lead=lead, gapped=True)
        other.is_relative = lead.is_relative
        self.stack.append(other)
        self.clauses.append(other)
        self._close_subordinate(other)
