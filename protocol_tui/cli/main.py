"""The commands and how they end: exit status and one German sentence for whatever went wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from protocol_tui.cli import meeting_commands, other_commands
from protocol_tui.cli.german import GermanGroup, example, usage_sentence
from protocol_tui.errors import ProtocolError

WRONG_CALL = 2
WRONG_WORLD = 3
_INTERRUPTED = 130


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
    envvar="PROTOCOL_TUI_DATA",
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
    try:
        status = program.main(args=list(arguments), prog_name="protocol-tui", standalone_mode=False)
    except ProtocolError as error:
        _say(error.sentence)
        return error.exit_status
    except click.UsageError as error:
        _say(usage_sentence(error))
        return WRONG_CALL
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        place = f" ({error.filename})" if error.filename else ""
        _say(f"Das System lässt es nicht zu{place}: {error.strerror or error}. Bitte Platz und Rechte dort prüfen.")
        return WRONG_WORLD
    return status if isinstance(status, int) else 0


def _say(sentence: str) -> None:
    click.echo(sentence, err=True)


meeting_commands.add_to(program)
other_commands.add_to(program)
