"""People of a meeting: who they are, what they are called, whether they vote."""

from typing import Literal

import msgspec

Gender = Literal["m", "f", "n", "pl"]
"""Grammatical gender of a speaker; `n` where it is unknown or a body speaks, `pl` for several."""

WirReading = Literal["man", "sie", "verwaltung", "fraktion", "wir"]
"""What a speaker's *wir* becomes in indirect speech (house rule 4); `wir` leaves it."""


class Person(msgspec.Struct, frozen=True, kw_only=True, tag="person", tag_field="record", omit_defaults=True):
    """A person at the meeting (Teilnehmer).

    `id` never changes; `code` is what the clerk types and may. `votes` says whether the person has a vote in this
    committee at all; who may vote at a given instant is derived (`attendance`).
    """

    id: str
    code: str
    name: str
    surname: str = ""
    title: str = ""
    salutation: str = ""
    function: str = ""
    group: str = ""
    role: str = ""
    gender: Gender = "n"
    votes: bool = False
    absent: str = ""
    reason: str = ""
    substitute_for: str = ""
    wir: WirReading | None = None

    @property
    def family_name(self) -> str:
        """The surname, given or taken from the last word of the name."""
        return self.surname or self.name.rpartition(" ")[2]

    @property
    def label(self) -> str:
        """The canonical label of a speaker: function or salutation, title, surname ("Abg. Dr. Krüger", "Frau Ott")."""
        return " ".join(part for part in (self.function or self.salutation, self.title, self.family_name) if part)

    @property
    def full_name(self) -> str:
        """Title and whole name ("Dr. Jens von der Heide")."""
        return " ".join(part for part in (self.title, self.name) if part)
