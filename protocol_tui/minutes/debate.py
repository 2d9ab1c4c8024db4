"""What was said and done on an item, as blocks: prose, motions, resolutions, votes, and who came and went."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

import msgspec

from protocol_tui.domain.entries import (
    AgendaChange,
    CallToOrder,
    ChairChange,
    Entry,
    Interjection,
    Interruption,
    ItemCalled,
    Motion,
    Narration,
    Note,
    OwnVote,
    PresenceChange,
    PublicityChange,
    Recusal,
    Resolution,
    Statement,
    Substitution,
    Verbatim,
    Vote,
)
from protocol_tui.minutes.blocks import Block, Kind, Paragraph, ParagraphStyle, RowGroup, Table
from protocol_tui.minutes.votes import vote_line
from protocol_tui.minutes.wording import clock, clock_bare, label_of, speakers_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from protocol_tui.domain.meeting import Meeting
    from protocol_tui.minutes.style import CourseWords, Style, VoteWords


def debate_blocks(meeting: Meeting, entries: Iterable[Entry], style: Style, kind: Kind) -> list[Block]:
    """The entries as blocks; what was entered with `&` goes on in the paragraph before."""
    blocks: list[Block] = []
    for entry in entries:
        if kind == "ergebnis" and not isinstance(entry, Motion | Resolution | Vote | OwnVote | Recusal):
            continue
        made = entry_blocks(meeting, entry, style)
        last = blocks[-1] if blocks else None
        if (
            entry.joined
            and made
            and isinstance(last, Paragraph)
            and isinstance(made[0], Paragraph)
            and last.style == made[0].style
        ):
            blocks[-1] = msgspec.structs.replace(last, text=f"{last.text} {made[0].text}")
            made = made[1:]
        blocks += made
    return blocks


def entry_blocks(meeting: Meeting, entry: Entry, style: Style) -> list[Block]:
    """What one entry prints; nothing for internal notes and for what only moves the meeting on."""
    match entry:
        case Note() | ItemCalled():
            return []
        case Motion():
            return _motion(meeting, entry, style)
        case Statement():
            return _paragraphs(entry.printed, entry.id)
        case Narration():
            return _paragraphs(entry.text, entry.id)
        case Resolution():
            intro = Paragraph(style.resolution.intro, "resolution_intro", entry.id)
            return [intro, *_paragraphs(entry.text, entry.id, "resolution")]
        case Vote():
            return _vote(meeting, entry, style)
        case OwnVote():
            words = {"yes": style.vote.own_yes, "no": style.vote.own_no, "abstention": style.vote.own_abstention}
            person = label_of(meeting.person(entry.person))
            return [Paragraph(words[entry.ballot].format(person=person), "presence", entry.id)]
        case Verbatim():
            return [Paragraph(_verbatim(meeting, entry, style.course), "verbatim", entry.id)]
        case Interjection():
            return [Paragraph(_interjection(meeting, entry, style.course), "interjection", entry.id)]
        case (
            PresenceChange()
            | Substitution()
            | Interruption()
            | CallToOrder()
            | Recusal()
            | AgendaChange()
            | ChairChange()
            | PublicityChange()
        ):
            return [Paragraph(_course(meeting, entry, style.course), "presence", entry.id)]
    assert_never(entry)


def _paragraphs(text: str, entry_id: str, style: ParagraphStyle = "debate") -> list[Block]:
    return [Paragraph(part, style, entry_id) for part in text.split("\n") if part.strip()]


def _motion(meeting: Meeting, motion: Motion, style: Style) -> list[Block]:
    """With a reporting clause the motion is a sentence of the debate, without one its wording is set apart."""
    if motion.verb or motion.auto_verb:
        return _paragraphs(motion.printed, motion.id)
    patterns = {
        "motion": style.motion.motion,
        "procedural": style.motion.procedural,
        "amendment": style.motion.amendment,
    }
    intro = patterns[motion.motion_kind].format(speakers=speakers_label(meeting, motion.speakers))
    return [Paragraph(intro, "motion_intro", motion.id), *_paragraphs(motion.printed, motion.id, "motion")]


def _vote(meeting: Meeting, vote: Vote, style: Style) -> list[Block]:
    words = style.vote
    line = vote_line(vote, words)
    subject = meeting.entry(vote.subject)
    if isinstance(subject, Motion) and not _stands_before(meeting, subject, vote):
        kind = motion_kinds(style.vote)[subject.motion_kind]
        line = words.on_motion.format(motion=kind.format(speakers=speakers_label(meeting, subject.speakers)), line=line)
    blocks: list[Block] = [Paragraph(line, "vote", vote.id)]
    if vote.form == "roll_call":
        spoken = {"yes": words.ballot_yes, "no": words.ballot_no, "abstention": words.ballot_abstention}
        rows = tuple((label_of(meeting.person(voter)), spoken[ballot]) for voter, ballot in vote.ballots.items())
        blocks.append(Table(words.roll_call_header, (RowGroup("", rows),), words.roll_call_description))
    return blocks


def motion_kinds(words: VoteWords) -> dict[str, str]:
    """What a vote names a motion by, for each kind of it."""
    return {"motion": words.motion, "procedural": words.procedural, "amendment": words.amendment}


def _stands_before(meeting: Meeting, subject: Motion, vote: Vote) -> bool:
    """Whether nothing that could be voted on stands between a motion and its vote: then the reader needs no name."""
    between = meeting.entries[meeting.position(subject) + 1 : meeting.position(vote)]
    return not any(isinstance(entry, Motion | Resolution | Vote) for entry in between)


def _verbatim(meeting: Meeting, entry: Verbatim, words: CourseWords) -> str:
    quoted = f"„{entry.text.replace('„', '‚').replace('“', '‘')}“"
    if not entry.speakers:
        return words.verbatim_house.format(text=quoted)
    return words.verbatim.format(speakers=speakers_label(meeting, entry.speakers), text=quoted)


def _interjection(meeting: Meeting, entry: Interjection, words: CourseWords) -> str:
    if entry.speakers:
        return words.interjection_by.format(speakers=speakers_label(meeting, entry.speakers), text=entry.text)
    by_the_house = entry.text.startswith(words.interjection_house_words)
    return (words.interjection_house if by_the_house else words.interjection).format(text=entry.text)


def _course(
    meeting: Meeting,
    entry: PresenceChange
    | Substitution
    | Interruption
    | CallToOrder
    | Recusal
    | AgendaChange
    | ChairChange
    | PublicityChange,
    words: CourseWords,
) -> str:
    time = clock(entry.time)
    match entry:
        case PresenceChange():
            pattern = words.arrives if entry.arrives else words.leaves
            return pattern.format(person=label_of(meeting.person(entry.person)), time=time)
        case Substitution():
            person, principal = label_of(meeting.person(entry.person)), label_of(meeting.person(entry.principal))
            return words.substitution.format(person=person, principal=principal, time=time)
        case Interruption():
            return _interruption(entry, words)
        case CallToOrder():
            pattern = words.call_to_order_reason if entry.reason else words.call_to_order
            return pattern.format(person=label_of(meeting.person(entry.person)), time=time, reason=entry.reason)
        case Recusal():
            return words.recusal.format(person=label_of(meeting.person(entry.person)))
        case AgendaChange():
            return _agenda_change(meeting, entry, words)
        case ChairChange():
            return words.chair_change.format(person=label_of(meeting.person(entry.person)), time=time)
        case PublicityChange():
            return (words.opened if entry.public else words.closed).format(time=time)
    assert_never(entry)


def _agenda_change(meeting: Meeting, entry: AgendaChange, words: CourseWords) -> str:
    """No title of a non-public item where the public may read it."""
    item, beside = meeting.item(entry.subject), meeting.item(entry.beside)
    if item is None:
        return ""
    patterns = {
        "added": words.item_added if item.public or not meeting.is_public(entry) else words.item_added_without_title,
        "withdrawn": words.item_withdrawn,
        "adjourned": words.item_adjourned,
        "moved_before": words.item_moved_before,
        "moved_behind": words.item_moved_behind,
        "joined": words.item_joined,
    }
    other = beside.number if beside is not None else ""
    return patterns[entry.step].format(number=item.number, title=item.title, beside=other)


def _interruption(entry: Interruption, words: CourseWords) -> str:
    if entry.until is None:
        pattern = words.interruption_open_reason if entry.reason else words.interruption_open
        return pattern.format(start=clock(entry.time), reason=entry.reason)
    pattern = words.interruption_reason if entry.reason else words.interruption
    return pattern.format(start=clock_bare(entry.time), end=clock(entry.until), reason=entry.reason)
