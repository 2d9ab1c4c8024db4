"""Clauses of a sentence: what they consist of and where their verb stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from protocol_tui.grammar.analysis import Reading
from protocol_tui.grammar.tokens import Token

ClauseKind = Literal["main", "sub", "infinitive", "aside"]
Subject = Literal["", "ich", "wir", "Sie"]


@dataclass(slots=True, eq=False)
class Clause:
    """A clause (Teilsatz): its own tokens in order, without those of clauses inside it and without the commas.

    Topological fields: in a main clause the finite verb is the left bracket and `particle` and `cluster` are the
    right one; in a subordinate clause `opener` is the left bracket, and the finite verb stands in the right one.
    `subject` is the pronoun that stands there as subject, `acting` the one understood, once it has been worked out.
    `lead` is the clause it is coordinated with; `gapped` says that it has no subject of its own but that one's, and
    `addresses` that "Sie" behind its verb is therefore the object.
    """

    kind: ClauseKind
    words: list[Token]
    link: list[Token] = field(default_factory=list)
    opener: Token | None = None
    parent: Clause | None = None
    lead: Clause | None = None
    gapped: bool = False
    finite: Token | None = None
    reading: Reading | None = None
    particle: Token | None = None
    cluster: list[Token] = field(default_factory=list)
    subject: Subject = ""
    acting: Subject | None = None
    doubts: list[str] = field(default_factory=list)
    is_relative: bool = False
    addresses: bool = False

    @property
    def verb_first(self) -> bool:
        """Tell whether the finite verb opens the clause."""
        return self.kind == "main" and bool(self.words) and self.words[0] is self.finite

    @property
    def verb_last(self) -> bool:
        return self.kind == "sub"

    @property
    def lemma(self) -> str:
        """The infinitive of the finite verb, with its particle ("vorlegen"); "" without a finite verb."""
        if self.reading is None:
            return ""
        particle = self.particle.low if self.particle is not None else self.reading.particle
        return particle + self.reading.verb.infinitive

    def replace(self, old: Token, *new: Token) -> None:
        """Put tokens in the place of one."""
        at = self.words.index(old)
        self.words[at : at + 1] = new


@dataclass(slots=True)
class Sentence:
    """A sentence: all its tokens in order, and its clauses in the order in which they begin."""

    tokens: list[Token]
    clauses: list[Clause]
    doubts: list[str] = field(default_factory=list)

    @property
    def mark(self) -> str:
        """The sign it ends with."""
        return self.tokens[-1].text if self.tokens and self.tokens[-1].kind == "mark" else ""

    @property
    def mains(self) -> list[Clause]:
        return [clause for clause in self.clauses if clause.kind == "main"]

    @property
    def first_main(self) -> Clause | None:
        """The first main clause."""
        return next((clause for clause in self.clauses if clause.kind == "main"), None)

    def insert_after(self, anchor: Token, *new: Token) -> None:
        """Put tokens behind one."""
        at = self.tokens.index(anchor) + 1
        self.tokens[at:at] = new

    def insert_before(self, anchor: Token, *new: Token) -> None:
        """Put tokens before one."""
        at = self.tokens.index(anchor)
        self.tokens[at:at] = new

    def expand(self, token: Token, phrase: str) -> Token:
        """Put a phrase in the place of a word, each word a token; gives the last of them."""
        token.text, *rest = phrase.split(" ")
        anchor = token
        for text in rest:
            new = word(text)
            self.insert_after(anchor, new)
            for clause in self.clauses:
                if anchor in clause.words:
                    clause.words.insert(clause.words.index(anchor) + 1, new)
            anchor = new
        return anchor

    def remove(self, *gone: Token) -> None:
        """Take tokens out."""
        for token in gone:
            if token in self.tokens:
                self.tokens.remove(token)
            for clause in self.clauses:
                if token in clause.words:
                    clause.words.remove(token)
                if token in clause.link:
                    clause.link.remove(token)
                if token in clause.cluster:
                    clause.cluster.remove(token)


def word(text: str, *, gap: str = " ") -> Token:
    """Make a new word."""
    return Token(gap, text, "word")
