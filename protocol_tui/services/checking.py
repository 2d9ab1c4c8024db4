"""Pre-flight: what law and house style want and is missing."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_tui.domain import attendance
from protocol_tui.domain.entries import Entry, Interruption, Motion, Recusal, Statement, Verbatim, Vote
from protocol_tui.domain.meeting import Meeting
from protocol_tui.minutes.style import Style
from protocol_tui.services.findings import Finding, Severity
from protocol_tui.services.language import language_findings
from protocol_tui.services.ports import StyleReader
from protocol_tui.services.recording.floor import UNKNOWN
from protocol_tui.services.recording.votes import cast

_IN_THE_HEAD = "Mit Strg+G in den Sitzungsdaten eintragen."


def check(meeting: Meeting, style: Style, reader: StyleReader) -> list[Finding]:
    """All findings: of the head, then of the course in the order of the minutes, then of the language."""
    return [*_head(meeting), *_people(meeting), *_course(meeting, style), *language_findings(meeting, style, reader)]


def _head(meeting: Meeting) -> Iterator[Finding]:
    head = meeting.head
    wanted: tuple[tuple[str, object, Severity, str, str], ...] = (
        ("H1", head.committee.body, "error", "Die Körperschaft fehlt.", _IN_THE_HEAD),
        ("H1", head.number, "error", "Die Nummer der Sitzung fehlt.", _IN_THE_HEAD),
        ("H1", head.term, "hint", "Die Wahlperiode fehlt.", _IN_THE_HEAD),
        ("H2", head.start, "error", "Der Beginn der Sitzung fehlt.", _IN_THE_HEAD),
        ("H2", head.end, "error", "Das Ende der Sitzung fehlt.", "Mit „/ende 2010“ eintragen."),
        ("H2", head.place, "error", "Der Ort der Sitzung fehlt.", _IN_THE_HEAD),
        ("H4", head.chair, "error", "Der Vorsitz fehlt.", _IN_THE_HEAD),
        ("H5", head.clerk, "error", "Die Schriftführung fehlt.", _IN_THE_HEAD),
        (
            "A5",
            head.committee.members_total,
            "warning",
            "Die gesetzliche Mitgliederzahl fehlt.",
            f"{_IN_THE_HEAD} Bis dahin zählen die aufgeführten Stimmberechtigten.",
        ),
    )
    for rule, value, severity, message, remedy in wanted:
        if value in (None, ""):
            yield Finding(rule=rule, severity=severity, message=message, remedy=remedy)


def _people(meeting: Meeting) -> Iterator[Finding]:
    ids = {person.id for person in meeting.people}
    for person in meeting.people:
        if person.substitute_for and person.substitute_for not in ids:
            yield Finding(
                rule="A2",
                severity="error",
                message=f"{person.label} vertritt niemanden, der aufgeführt ist.",
                remedy="Mit „/vertritt Kürzel Kürzel“ zuordnen.",
            )
    if not attendance.attendance_is_kept(meeting):
        yield Finding(
            rule="A6",
            severity="error",
            message="Es ist kein stimmberechtigtes Mitglied als anwesend erfasst.",
            remedy="Mit „+Kürzel“ erfassen, z. B. „+hur 1700“.",
        )


def _course(meeting: Meeting, style: Style) -> Iterator[Finding]:
    for entry in meeting.entries:
        if entry.flagged:
            yield Finding(
                rule="D2",
                severity="warning",
                message="Zum Prüfen vorgemerkt.",
                remedy="Prüfen und den Vermerk entfernen.",
                entry=entry.id,
            )
        match entry:
            case Vote():
                yield from _vote(meeting, entry, style)
            case Statement():
                yield from _statement(meeting, entry)
            case Verbatim() if UNKNOWN.id in entry.speakers:
                yield _unknown_speaker(entry)
            case Interruption(until=None):
                yield Finding(
                    rule="H3",
                    severity="error",
                    message=f"Die Unterbrechung ab {entry.time:%H:%M} Uhr hat kein Ende.",
                    remedy="Mit „/weiter“ beenden.",
                    entry=entry.id,
                )
            case _:
                pass


def _statement(meeting: Meeting, entry: Statement) -> Iterator[Finding]:
    if UNKNOWN.id in entry.speakers:
        yield _unknown_speaker(entry)
    if isinstance(entry, Motion) and not entry.speakers:
        yield Finding(rule="V1", severity="error", message="Der Antrag hat keine Antragsteller.", entry=entry.id)
    if not entry.sure:
        yield Finding(
            rule="D3",
            severity="warning",
            message=f"Die indirekte Rede ist unsicher: {' '.join(entry.doubts) or 'bitte prüfen.'}",
            remedy="Mit ↑ aufrufen und prüfen.",
            entry=entry.id,
        )
    if any(
        recusal.person in entry.speakers and recusal.item == entry.item and recusal.order < entry.order
        for recusal in meeting.of_kind(Recusal)
    ):
        yield Finding(
            rule="V11",
            severity="error",
            message="Ein Beitrag stammt von jemandem, der bei diesem Tagesordnungspunkt befangen ist.",
            remedy="Redner oder Befangenheit berichtigen.",
            entry=entry.id,
        )


def _vote(meeting: Meeting, vote: Vote, style: Style) -> Iterator[Finding]:
    if not vote.subject and vote.form != "election":
        yield Finding(
            rule="V2",
            severity="warning",
            message="Über diese Abstimmung ist kein Antrag und kein Beschluss erfasst.",
            remedy="Mit „b: Text“ den Beschluss erfassen.",
            entry=vote.id,
        )
    if not attendance.attendance_is_kept(meeting):
        return
    eligible = attendance.eligible_at(meeting, vote)
    counted = cast(vote)
    has_figures = vote.result == "counted" and vote.form != "election"
    if has_figures and counted != len(eligible):
        yield Finding(
            rule="V4",
            severity="error",
            message=f"Gezählt sind {counted} Stimmen, stimmberechtigt anwesend sind {len(eligible)}.",
            remedy="Zahlen oder Anwesenheit berichtigen.",
            entry=vote.id,
        )
    if vote.form == "roll_call" and eligible - vote.ballots.keys():
        yield Finding(
            rule="V6",
            severity="error",
            message="In der namentlichen Abstimmung fehlen Stimmberechtigte.",
            remedy="Die fehlenden Namen ergänzen.",
            entry=vote.id,
        )
    if not attendance.has_quorum(meeting, style.quorum, vote):
        yield Finding(
            rule="A6",
            severity="error",
            message="Abgestimmt wurde, ohne dass der Ausschuss beschlussfähig war.",
            remedy="Anwesenheit prüfen.",
            entry=vote.id,
        )


def _unknown_speaker(entry: Entry) -> Finding:
    return Finding(
        rule="D1",
        severity="error",
        message="Ein Beitrag steht noch unter „N. N.“.",
        remedy="Mit ↑ holen und das Kürzel voranstellen, oder gleich mit „/redner Kürzel“ zuordnen.",
        entry=entry.id,
    )
