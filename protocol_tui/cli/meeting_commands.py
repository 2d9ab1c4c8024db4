"""Commands on meetings: open the app, replay, list, show, check, export."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from protocol_tui.cli.german import GermanCommand, example

if TYPE_CHECKING:
    from protocol_tui.domain.meeting import Meeting
    from protocol_tui.minutes.blocks import Kind, Part
    from protocol_tui.services.exporting import Existing, Format
    from protocol_tui.services.findings import Finding
    from protocol_tui.services.meetings import Meetings

_PART = click.Choice(["public", "nonpublic"])
_KIND = click.Choice(["verlauf", "ergebnis", "auszug"])
_KIND_HELP = "Verlaufs- oder Ergebnisprotokoll, oder der Auszug eines TOP."
_ITEM_HELP = "Beim Auszug: die Nummer des TOP."
_SEVERITIES = {"error": "Fehler", "warning": "Warnung", "hint": "Hinweis"}


@click.command(cls=GermanCommand, hidden=True)
@click.pass_obj
def app(data: Path | None) -> int:
    """Öffnet das Programm im Terminal."""
    from protocol_tui.bootstrap import run_app

    return run_app(data)


@click.command(cls=GermanCommand, epilog=example("protocol-tui live 2026-11-17"))
@click.argument("meeting", metavar="SITZUNG")
@click.pass_obj
def live(data: Path | None, meeting: str) -> int:
    """Öffnet eine Sitzung zum Mitschreiben."""
    from protocol_tui.bootstrap import run_app

    return run_app(data, meeting)


@click.command(cls=GermanCommand, epilog=example("protocol-tui demo"))
def demo() -> int:
    """Öffnet eine kleine erfundene Sitzung zum Ausprobieren; sie wird danach gelöscht."""
    from protocol_tui.bootstrap import run_demo

    return run_demo()


@click.command(cls=GermanCommand, epilog=example("protocol-tui replay sitzung-7.txt"))
@click.argument("files", metavar="DATEI...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--again", is_flag=True, help="Legt eine weitere Sitzung an, auch wenn die Datei schon eingelesen ist.")
@click.pass_obj
def replay(data: Path | None, files: tuple[Path, ...], *, again: bool) -> None:
    """Liest Mitschriften ein: jede Datei ganz oder gar nicht."""
    from protocol_tui.bootstrap import meetings

    known = meetings(data)
    for path in files:
        click.echo(known.replay(path, again=again))


@click.command("list", cls=GermanCommand, epilog=example("protocol-tui list --json"))
@click.option("--json", "as_json", is_flag=True, help="Gibt die Liste als JSON aus.")
@click.pass_obj
def list_meetings(data: Path | None, *, as_json: bool) -> None:
    """Zeigt alle Sitzungen, die neueste zuerst."""
    from protocol_tui.bootstrap import catalog
    from protocol_tui.minutes.wording import short_date

    summaries = catalog(data).all()
    if as_json:
        fields = ("id", "committee", "body", "date", "number", "status")
        _print_json([{name: getattr(each, name) for name in fields} for each in summaries])
        return
    for each in summaries:
        number = "" if each.number is None else f"{each.number}. Sitzung"
        click.echo(f"{each.id:<52} {short_date(each.date)}  {number:<12} {each.committee}")
    if not summaries:
        click.echo("Noch keine Sitzung. „protocol-tui“ legt eine an, „protocol-tui replay DATEI“ liest eine ein.")


@click.command(cls=GermanCommand, epilog=example("protocol-tui show 2026-11-17 --part nonpublic"))
@click.argument("meeting", metavar="SITZUNG")
@click.option("--json", "as_json", is_flag=True, help="Gibt den ganzen Datensatz als JSON aus.")
@click.option("--part", type=_PART, help="Welcher Teil: öffentlich (sonst immer) oder nichtöffentlich.")
@click.option("--kind", type=_KIND, default="verlauf", help=_KIND_HELP)
@click.option("--item", default="", metavar="NUMMER", help=_ITEM_HELP)
@click.pass_obj
def show(data: Path | None, meeting: str, part: Part | None, kind: Kind, item: str, *, as_json: bool) -> None:
    """Zeigt die Niederschrift als Text, genau wie sie gedruckt würde."""
    from protocol_tui.bootstrap import catalog, meetings, style
    from protocol_tui.minutes.layout import lay_out
    from protocol_tui.minutes.plain import to_text
    from protocol_tui.services.record import handout_of, record_of

    meeting_id = catalog(data).find(meeting)
    stored = _stored(meetings(data), meeting_id)
    if as_json and part is None:
        _print_json(record_of(stored, style(), meeting_id))
    elif as_json and part is not None:
        _print_json(handout_of(stored, style(), meeting_id, part))
    else:
        click.echo(to_text(lay_out(stored, style(), part=part or "public", kind=kind, item=item)), nl=False)


@click.command(cls=GermanCommand, epilog=example("protocol-tui check 2026-11-17"))
@click.argument("meeting", metavar="SITZUNG")
@click.option("--json", "as_json", is_flag=True, help="Gibt die Befunde als JSON aus.")
@click.pass_obj
def check(data: Path | None, meeting: str, *, as_json: bool) -> int:
    """Prüft eine Sitzung: was fehlt, was nicht zusammenpasst."""
    from protocol_tui.bootstrap import catalog, meetings, style, style_reader
    from protocol_tui.services.checking import check as check_meeting

    stored = _stored(meetings(data), catalog(data).find(meeting))
    findings = check_meeting(stored, style(), style_reader())
    if as_json:
        _print_json(findings)
    else:
        for finding in findings:
            click.echo(_finding_line(finding))
        if not findings:
            click.echo("Keine Befunde.")
    return int(any(finding.severity == "error" for finding in findings))


@click.command(cls=GermanCommand, epilog=example("protocol-tui export 2026-11-17 --part nonpublic -o ablage/"))
@click.argument("meeting", metavar="SITZUNG")
@click.option(
    "--format", "file_format", type=click.Choice(["docx", "md", "txt", "json"]), default="docx", help="Dateiart."
)
@click.option("--part", type=_PART, default="public", help="Öffentlicher oder nichtöffentlicher Teil.")
@click.option("--kind", type=_KIND, default="verlauf", help=_KIND_HELP)
@click.option("--item", default="", metavar="NUMMER", help=_ITEM_HELP)
@click.option("-o", "--output", metavar="PFAD", help="Datei, oder Ordner (vorhanden, oder mit „/“ am Ende).")
@click.option("--force", is_flag=True, help="Ersetzt eine vorhandene Datei.")
@click.pass_obj
def export(
    data: Path | None,
    meeting: str,
    file_format: Format,
    part: Part,
    kind: Kind,
    item: str,
    output: str | None,
    *,
    force: bool,
) -> None:
    """Schreibt die Niederschrift in eine Datei und nennt ihren Pfad."""
    from protocol_tui.bootstrap import catalog, exporter, meetings
    from protocol_tui.services.exporting import Request

    meeting_id = catalog(data).find(meeting)
    stored = _stored(meetings(data), meeting_id)
    existing: Existing = "replace" if force else "refuse"
    request = Request(format=file_format, part=part, kind=kind, item=item, output=_path_of(output), existing=existing)
    click.echo(str(exporter().export(stored, meeting_id, request)))


def _path_of(output: str | None) -> Path | None:
    """The path meant; a folder that is named as one is made."""
    if output is None:
        return None
    if output.endswith(("/", os.sep)):
        Path(output).mkdir(parents=True, exist_ok=True)
    return Path(output)


def _stored(known: Meetings, meeting_id: str) -> Meeting:
    """The meeting as it is stored; what is wrong with its store is said on standard error."""
    recorder = known.open(meeting_id, read_only=True)
    for warning in recorder.warnings:
        click.echo(warning, err=True)
    return recorder.meeting


def add_to(group: click.Group) -> None:
    """Hang these commands into the program."""
    for command in (live, demo, replay, list_meetings, show, check, export):
        group.add_command(command)


def _finding_line(finding: Finding) -> str:
    place = f" [{finding.entry}]" if finding.entry else ""
    return f"{_SEVERITIES[finding.severity]} ({finding.rule}){place}: {finding.message} {finding.remedy}".rstrip()


def _print_json(value: object) -> None:
    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())
