"""Click in German: help pages and usage errors."""

from __future__ import annotations

import click
from typing_extensions import override

_PIECES = {"[OPTIONS]": "[OPTIONEN]", "[COMMAND] [ARGS]...": "[BEFEHL] …"}


class GermanCommand(click.Command):
    """A command whose help page is German."""

    @override
    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_usage(self, ctx, formatter)

    @override
    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_options(self, ctx, formatter)

    @override
    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _help_option(super().get_help_option(ctx))


class GermanGroup(click.Group):
    """A group whose help page is German, with its commands in the order they were added."""

    command_class = GermanCommand

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    @override
    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_usage(self, ctx, formatter)

    @override
    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _write_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    @override
    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [(name, command.get_short_help_str(limit=90)) for name, command in self.commands.items()]
        with formatter.section("Befehle"):
            formatter.write_dl(rows)

    @override
    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _help_option(super().get_help_option(ctx))


def usage_sentence(error: click.UsageError) -> str:
    """One German sentence for a wrong call, with the way to the help page."""
    command = error.ctx.command_path if error.ctx is not None else "protocol-tui"
    return f"{_what_is_wrong(error)} Hilfe: {command} --help"


def _what_is_wrong(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            near = f" Gemeint: {', '.join(error.possibilities)}?" if error.possibilities else ""
            return f"Die Option {error.option_name} gibt es nicht.{near}"
        case click.exceptions.NoSuchCommand():
            near = f" Gemeint: {', '.join(error.possibilities)}?" if error.possibilities else ""
            return f"Den Befehl „{error.command_name}“ gibt es nicht.{near}"
        case click.MissingParameter():
            name = error.param.human_readable_name if error.param is not None else ""
            return f"Die Angabe {name.upper()} fehlt."
        case click.BadOptionUsage():
            return f"Die Option {error.option_name} braucht einen Wert."
        case click.BadParameter():
            return _bad_value(error)
        case _:
            return f"Der Aufruf ist so nicht möglich ({error.format_message()})."


def _bad_value(error: click.BadParameter) -> str:
    parameter = error.param
    name = parameter.opts[0] if isinstance(parameter, click.Option) else (parameter.name or "" if parameter else "")
    if parameter is not None and isinstance(parameter.type, click.Choice):
        return f"Für {name} geht nur: {', '.join(str(choice) for choice in parameter.type.choices)}."
    return f"Der Wert für {name} ist nicht gültig: {error.message}"


def _write_usage(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    pieces = [_PIECES.get(piece, piece) for piece in command.collect_usage_pieces(ctx)]
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Aufruf: ")


def _write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    options = [parameter for parameter in command.get_params(ctx) if isinstance(parameter, click.Option)]
    rows = [row for option in options if (row := option.get_help_record(ctx)) is not None]
    with formatter.section("Optionen"):
        formatter.write_dl(rows)


def _help_option(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "Zeigt diese Hilfe."
    return option


def example(*lines: str) -> str:
    """The example that ends a help page."""
    return "\b\nBeispiel:\n" + "\n".join(f"  {line}" for line in lines)
