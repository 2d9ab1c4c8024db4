"""House style as data: what a committee's minutes say, in which words (Stilprofil).

The words live in TOML files (`profiles/`); this module only says which there are, and reads them.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from protocol_tui.domain.attendance import QuorumRule
from protocol_tui.errors import FileFormatError

FORMAT_VERSION = 1
_PROFILES = Path(__file__).with_name("profiles")
DEFAULT_PROFILE = "kreis-nw"


class _Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of a profile: every key is wanted, no other is taken."""


class TitleWords(_Words, frozen=True, kw_only=True):
    document: str
    sentence: str
    sentence_without_number: str
    committee_else: str
    genitives: tuple[tuple[str, str, str], ...]
    public: str
    nonpublic: str
    nonpublic_mark: str
    draft_mark: str
    results: str
    extract: str


class FactWords(_Words, frozen=True, kw_only=True):
    body: str
    term: str
    date: str
    place: str
    time: str
    time_value: str
    time_value_open: str
    interruption: str
    chair: str
    clerk: str


class AttendanceWords(_Words, frozen=True, kw_only=True):
    heading: str
    description: str
    header: tuple[str, str, str]
    chair: str
    members: str
    without_group: str
    substitutes: str
    advisory: str
    administration: str
    guests: str
    clerk: str
    excused: str
    missing: str
    substitute_for: str
    whole: str
    from_item: str
    until_item: str
    from_time: str
    until_time: str
    between: str
    administration_groups: tuple[str, ...]


class AgendaWords(_Words, frozen=True, kw_only=True):
    heading: str
    header: tuple[str, str, str]
    description: str
    item: str
    item_without_title: str
    paper: str
    rapporteur: str
    added: str
    withdrawn: str
    adjourned: str
    joined: str
    before_items: str
    nonpublic_items_one: str
    nonpublic_items: str


class CourseWords(_Words, frozen=True, kw_only=True):
    debate: str
    opening_quorum: str
    opening_no_quorum: str
    arrives: str
    leaves: str
    substitution: str
    interruption: str
    interruption_reason: str
    interruption_open: str
    interruption_open_reason: str
    call_to_order: str
    call_to_order_reason: str
    recusal: str
    item_added: str
    item_added_without_title: str
    item_withdrawn: str
    item_adjourned: str
    item_moved_before: str
    item_moved_behind: str
    item_joined: str
    chair_change: str
    closed: str
    opened: str
    verbatim: str
    verbatim_house: str
    interjection: str
    interjection_by: str
    interjection_house: str
    interjection_house_words: tuple[str, ...]


class MotionWords(_Words, frozen=True, kw_only=True):
    motion: str
    procedural: str
    amendment: str


class ResolutionWords(_Words, frozen=True, kw_only=True):
    intro: str


class VoteWords(_Words, frozen=True, kw_only=True):
    """How results are phrased; two-part words are singular and plural."""

    line: str
    unanimous: str
    unanimous_abstentions: str
    majority: str
    unanimously_rejected: str
    rejected_by_majority: str
    adjourned: str
    withdrawn: str
    accepted: str
    rejected: str
    yes: str
    no: str
    abstentions: tuple[str, str]
    invalid: tuple[str, str]
    not_voting: tuple[str, str]
    secret: str
    roll_call: str
    election: str
    elected: str
    candidate: str
    roll_call_header: tuple[str, str]
    roll_call_description: str
    ballot_yes: str
    ballot_no: str
    ballot_abstention: str
    on_motion: str
    motion: str
    procedural: str
    amendment: str
    by_group: str
    groups_with: tuple[str, str]
    groups_against: tuple[str, str]
    groups_abstaining: tuple[str, str]
    group_with_article: str
    group_named: str
    group_figure: str
    own_yes: str
    own_no: str
    own_abstention: str


class ClosingWords(_Words, frozen=True, kw_only=True):
    sentence: str
    public_sentence: str


class SignatureWords(_Words, frozen=True, kw_only=True):
    chair: str
    clerk: str
    extract: str


class LanguageRules(_Words, frozen=True, kw_only=True):
    """What the house has otherwise in indirect speech (`spec/indirect-speech.md`, rules 6 and 7)."""

    relative_clauses: Literal["konjunktiv", "indikativ"]
    today: Literal["keep", "date"]
    reporting_tense: Literal["past", "present"]


class Style(_Words, frozen=True, kw_only=True):
    """A house style, whole."""

    version: int
    name: str
    quorum: QuorumRule
    language: LanguageRules
    title: TitleWords
    facts: FactWords
    attendance: AttendanceWords
    agenda: AgendaWords
    course: CourseWords
    motion: MotionWords
    resolution: ResolutionWords
    vote: VoteWords
    closing: ClosingWords
    signatures: SignatureWords


def read_style(text: str, name: str) -> Style:
    """Read a profile's TOML; raises FileFormatError that names what is wrong in it."""
    try:
        style = msgspec.convert(tomllib.loads(text), Style)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise FileFormatError(f"Das Stilprofil {name} ist nicht lesbar: {error}") from error
    if style.version != FORMAT_VERSION:
        raise FileFormatError(
            f"Das Stilprofil {name} hat die Version {style.version}, dieses Programm kennt Version {FORMAT_VERSION}."
        )
    return style


@cache
def shipped_style(name: str = DEFAULT_PROFILE) -> Style:
    """A profile that comes with the program."""
    return read_style((_PROFILES / f"{name}.toml").read_text(encoding="utf-8"), name)
