"""Commands on text and on the store: indirect, verify, paths, blocks."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click
import msgspec

from protocol_tui.cli.german import GermanCommand, example
from protocol_tui.errors import FileFormatError

if TYPE_CHECKING:
    from protocol_tui.services.ports import IndirectSpeech

_STANDARD_INPUT = "Standardeingabe"


@click.command(cls=GermanCommand, epilog=example("""echo '{"text": "Das ist gut."}' | protocol-tui indirect"""))
@click.argument("file", metavar="[DATEI]", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--relative-indicative", is_flag=True, help="Lässt Relativsätze im Indikativ.")
@click.option("--date-for-today", is_flag=True, help="Setzt für „heute“ das Datum ein (Feld date).")
def indirect(file: Path | None, *, relative_indicative: bool, date_for_today: bool) -> None:
    """Setzt direkte Rede in indirekte: JSON-Zeilen hinein, JSON-Zeilen heraus.

    Felder: text (Pflicht), id, speaker, gender (m, f, pl, n), kind (statement, question, request, note), verb, clause
    (v2, dass, ob, w, zu-inf), continuation, addressee, addressee_number (sg, pl), addressee_gender (m, f, n), wir
    (man, sie, verwaltung, fraktion, wir), date (JJJJ-MM-TT).
    """
    from protocol_tui.bootstrap import plain_engine
    from protocol_tui.grammar.speech import Switches

    speech = plain_engine(Switches(relative_indicative=relative_indicative, date_for_today=date_for_today))
    if file is None:
        sys.stdin.reconfigure(encoding="utf-8", errors="strict")  # type: ignore[union-attr]  # always a text stream here
        _convert_lines(sys.stdin, _STANDARD_INPUT, speech)
        return
    try:
        with file.open(encoding="utf-8-sig") as lines:
            _convert_lines(lines, str(file), speech)
    except FileNotFoundError as error:
        raise FileFormatError(f"Die Datei {file} gibt es nicht.") from error


def _convert_lines(lines: TextIO, name: str, speech: IndirectSpeech) -> None:
    """Answer each line before the next is read."""
    from protocol_tui.grammar.speech import Conversion, Utterance

    class Asked(Utterance, frozen=True, kw_only=True, forbid_unknown_fields=True):
        """A line as it comes in."""

        id: str | int = ""

    number = 0
    iterator = iter(lines)
    while True:
        number += 1
        try:
            line = next(iterator, None)
        except UnicodeDecodeError as error:
            raise FileFormatError(f"{name}, Zeile {number}: Der Text ist nicht in UTF-8 gespeichert.") from error
        if line is None:
            return
        if not line.strip():
            continue
        try:
            asked = msgspec.json.decode(line, type=Asked)
        except (msgspec.DecodeError, msgspec.ValidationError) as error:
            raise FileFormatError(
                f"{name}, Zeile {number}: Das ist keine gültige Anfrage{_place_of(error)}. Erwartet wird ein "
                'JSON-Objekt mit mindestens {"text": "…"} und den Feldern, die „--help“ nennt.'
            ) from error
        answer: Conversion = speech.convert(asked)
        fields = {
            "id": asked.id,
            "indirect": answer.indirect,
            "sure": answer.sure,
            "alternatives": answer.alternatives,
            "steps": answer.steps,
            "doubts": answer.doubts,
        }
        sys.stdout.write(msgspec.json.encode(fields).decode() + "\n")
        sys.stdout.flush()


def _place_of(error: msgspec.DecodeError | msgspec.ValidationError) -> str:
    """Where in the object the error lies, as far as the reader of JSON says so."""
    message = str(error)
    field = re.search(r"`\$\.?([^`]+)`$", message) or re.search(r"field `([^`]+)`", message)
    return f" (Feld „{field.group(1)}“)" if field else ""


@click.command(cls=GermanCommand, epilog=example("protocol-tui verify"))
@click.option("--json", "as_json", is_flag=True, help="Gibt den Bericht als JSON aus.")
@click.pass_obj
def verify(data: Path | None, *, as_json: bool) -> int:
    """Liest jedes gespeicherte Byte und prüft, ob alles heil ist."""
    from protocol_tui.bootstrap import verify_all

    report = verify_all(data)
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode({"sound": report.sound, "stores": report.stores}), indent=2))
    else:
        for store in report.stores:
            click.echo(store.sentence)
            for finding in store.findings:
                click.echo(f"  {finding.file}: {finding.sentence}")
        if not report.stores:
            click.echo("Es ist noch nichts gespeichert.")
    return 0 if report.sound else 1


@click.command(cls=GermanCommand, epilog=example("protocol-tui paths"))
@click.pass_obj
def paths(data: Path | None) -> None:
    """Zeigt, wo Daten, Einstellungen und Ausgaben liegen."""
    from protocol_tui.bootstrap import places

    for label, path in places(data).items():
        click.echo(f"{label + ':':<16}{path}")


@click.command(cls=GermanCommand, epilog=example("protocol-tui blocks --create"))
@click.option("--create", is_flag=True, help="Legt die Datei mit den mitgelieferten Bausteinen an, zum Ändern.")
@click.pass_obj
def blocks(data: Path | None, *, create: bool) -> None:
    """Zeigt die Textbausteine und Abkürzungen, und in welcher Datei sie stehen."""
    from protocol_tui.bootstrap import blocks_file, data_folder
    from protocol_tui.services.textblocks import create_file, read_blocks

    path = blocks_file(data_folder(data))
    if create:
        create_file(path)
        click.echo(f"Angelegt: {path}")
        return
    found = read_blocks(path)
    click.echo(f"{path}{'' if path.exists() else ' (noch nicht angelegt; es gelten die mitgelieferten)'}")
    for block in found.block:
        click.echo(f"  {block.short:<8}{block.title}: {block.text}")
    for short, text in found.abbreviations.items():
        click.echo(f"  {short:<8}{text}")


def add_to(group: click.Group) -> None:
    """Hang these commands into the program."""
    for command in (indirect, verify, paths, blocks):
        group.add_command(command)
