"""A small committee for the tests of the entry line, and a house with few reporting clauses."""

from dataclasses import dataclass

from typing_extensions import override

from protocol_tui.entry.known import Clauses, Known, KnownPerson
from protocol_tui.errors import EntryError

CODES = {"hh": "hob hervor, dass", "be": "berichtete"}
REPORTING = ("berichtete", "hob", "kündigte", "fragte", "stellte", "meldete")


@dataclass(frozen=True, slots=True)
class HouseClauses(Clauses):
    """The house list, reduced to what the tests say."""

    @override
    def expand(self, text: str) -> str | None:
        return CODES.get(text)

    @override
    def is_reporting(self, text: str) -> bool:
        return text.split(" ", maxsplit=1)[0] in REPORTING


PERSONS = (
    KnownPerson("hur", "Hurnik", "Abg."),
    KnownPerson("deu", "Deubler", "Abg."),
    KnownPerson("fle", "Flessner", "Abg."),
    KnownPerson("allr", "Allroggen", "Ltd. KVD"),
    KnownPerson("mar", "Müller", "Abg. Martin"),
    KnownPerson("mon", "Müller", "Abg. Monika"),
    KnownPerson("oez", "Özdemir", "Abg."),
    KnownPerson("v", "Sonntag", "Vorsitzende"),
    KnownPerson("kr", "von der Heide", "Abg."),
    KnownPerson("ah", "Hellweg", "Ltd. KVD"),
    KnownPerson("gr", "Großmann", "Abg."),
    KnownPerson("bau", "Bauer-Lüth", "Abg."),
    KnownPerson("sieb", "Siebert", "Abg."),
    KnownPerson("äb", "Ähren", "Abg."),
)

KNOWN = Known(
    persons=PERSONS,
    items=("1", "2", "5", "5.2", "A3"),
    groups=("SPD", "CDU", "FDP", "Bündnis 90/Die Grünen", "Die Linke"),
    clauses=HouseClauses(),
)


def sentence_of(error: EntryError) -> str:
    """Give everything the clerk reads."""
    return f"{error.sentence} | {error.remedy}"
