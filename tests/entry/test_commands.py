"""The table of commands: closed, completed, and true to its own examples."""

import pytest

from protocol_tui.entry.commands import COMMANDS, Command, complete
from protocol_tui.entry.format import format_line
from protocol_tui.entry.parse import parse
from tests.entry.examples import KNOWN


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.word)
def test_the_example_of_every_command_is_a_line_of_its_own(command: Command) -> None:
    read = parse(command.example, KNOWN)
    assert format_line(read, KNOWN).split(" ")[0] == f"/{command.word}"


def test_every_spelling_belongs_to_one_command() -> None:
    names = [name for command in COMMANDS for name in command.names]
    assert len(names) == len(set(names))
    assert all(name == name.casefold() for name in names)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.word)
def test_every_command_can_be_typed_without_umlauts(command: Command) -> None:
    assert any(name.isascii() for name in command.names)


def test_a_beginning_completes_to_the_commands_of_the_table() -> None:
    assert [command.word for command in complete("vert")] == ["vertritt", "vertagen"]
    assert [command.word for command in complete("PRUE")] == ["prüfen"]
    assert complete("") == COMMANDS
    assert complete("xyz") == ()
