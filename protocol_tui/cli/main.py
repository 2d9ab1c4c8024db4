"""The commands of the command line, hung into one program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from protocol_tui.cli import meeting_commands, other_commands
from protocol_tui.cli.ending import INTERRUPTED, say, status_of
from protocol_tui.cli.german import GermanGroup, example, usage_sentence

WRONG_CALL = 2


@click.group(
    cls=GermanGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
    epilog=example("protocol-tui replay sitzung.txt", "protocol-tui export 2026-11-17"),
)
@click.option(
    "--data",
    "data_folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="ORDNER",
    help="Ordner der Daten (sonst der übliche des Systems oder PROTOCOL_TUI_DATA).",
)
@click.version_option(package_name="protocol-tui", message="protocol-tui %(version)s", help="Zeigt die Version.")
@click.pass_context
def program(ctx: click.Context, data_folder: Path | None) -> None:
    """Niederschriften mitschreiben, während die Sitzung läuft, und als Word-Dokument ausgeben.

    Ohne Befehl öffnet sich das Programm im Terminal.
    """
    ctx.obj = data_folder
    if ctx.invoked_subcommand is None:
        ctx.invoke(meeting_commands.app)


def run(arguments: Sequence[str]) -> int:
    """Run the program with these arguments; returns its exit status."""
    return status_of(lambda: _call(arguments))


def _call(arguments: Sequence[str]) -> object:
    try:
        return program.main(args=list(arguments), prog_name="protocol-tui", standalone_mode=False)
    except click.UsageError as error:
        say(usage_sentence(error))
        return WRONG_CALL
    except click.Abort:
        return INTERRUPTED


meeting_commands.add_to(program)
other_commands.add_to(program)
