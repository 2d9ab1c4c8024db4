"""The composition root: the one module that knows every implementation.

It imports inside its functions, so that a command pays at start-up only for what it uses.
"""

from __future__ import annotations

import atexit
import datetime as dt
import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from protocol_tui.grammar.speech import Switches
    from protocol_tui.minutes.blocks import Document
    from protocol_tui.minutes.style import Style
    from protocol_tui.services.catalog import Catalog
    from protocol_tui.services.exporting import Exporter
    from protocol_tui.services.meetings import Meetings
    from protocol_tui.services.ports import IndirectSpeech, MeetingLibrary, MeetingRegistry, StyleReader
    from protocol_tui.services.textblocks import TextBlocks
    from protocol_tui.store.mirror import Mirror
    from protocol_tui.store.verify import VerifyReport
    from protocol_tui.tui.surroundings import Surroundings

APP_NAME = "protocol-tui"
DATA_VARIABLE = "PROTOCOL_TUI_DATA"
COPY_VARIABLE = "PROTOCOL_TUI_COPY"
"""The folder of the second copy, until settings are kept in a file."""


class SystemClock:
    """The machine's clock, with its zone."""

    def now(self) -> dt.datetime:
        """The local time."""
        return dt.datetime.now().astimezone()


def data_folder(data: Path | None) -> Path:
    """Where the data lies: as asked for, by the call or else by the environment, or the platform's own place."""
    named = data or os.environ.get(DATA_VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path(APP_NAME, appauthor=False)


def places(data: Path | None) -> dict[str, Path | str]:
    """Where everything lies, by its German name."""
    folder = data_folder(data)
    return {
        "Daten": folder,
        "Sitzungen": folder / "meetings",
        "Zweite Kopie": os.environ.get(COPY_VARIABLE) or f"keine ({COPY_VARIABLE} nennt einen Ordner)",
        "Textbausteine": blocks_file(folder),
        "Ausgaben": export_folder(),
    }


def blocks_file(folder: Path) -> Path:
    """Where the clerk's own text blocks lie, once there are any."""
    from protocol_tui.services.textblocks import FILE_NAME

    return folder / FILE_NAME


def export_folder() -> Path:
    """The default folder of exported documents."""
    return Path.cwd() / "exports"


def engine() -> IndirectSpeech:
    """The language engine, as the house style has it."""
    from protocol_tui.grammar.speech import Switches

    rules = style().language
    return plain_engine(
        Switches(relative_indicative=rules.relative_clauses == "indikativ", date_for_today=rules.today == "date")
    )


def plain_engine(switches: Switches) -> IndirectSpeech:
    """The language engine, asked on its own."""
    from protocol_tui.grammar.engine import Engine

    return Engine(switches)


def style_reader() -> StyleReader:
    """Looks finished text over."""
    from protocol_tui.grammar.style.check import StyleCheck

    return StyleCheck()


def style() -> Style:
    """The house style in force."""
    from protocol_tui.minutes.style import shipped_style

    return shipped_style()


def meetings(data: Path | None) -> Meetings:
    """The meetings of a data folder."""
    return _meetings(data_folder(data), _mirror(data_folder(data)))


def catalog(data: Path | None) -> Catalog:
    """The list of meetings of a data folder."""
    return _catalog(data_folder(data), None)


def exporter() -> Exporter:
    """Writes documents in every format there is."""
    from protocol_tui.export.files import put_file
    from protocol_tui.services.exporting import Exporter

    return Exporter(_write_word, put_file, export_folder(), style())


def verify_all(data: Path | None) -> VerifyReport:
    """What a reading of every stored byte has found."""
    from protocol_tui.store.verify import verify_data

    return verify_data(data_folder(data))


def run_app(data: Path | None, meeting: str = "") -> int:
    """Open the app, on the meeting meant by what is said of it, if anything; returns its exit status."""
    gc.disable()  # what is made on the way to the first picture stays; the app turns it on again behind that
    around = surroundings(data_folder(data))
    return _run(around, around.catalog.find(meeting) if meeting else "")


def run_demo() -> int:
    """Open the app on an invented meeting in a scratch folder that is gone afterwards."""
    import tempfile
    from importlib import resources

    with tempfile.TemporaryDirectory(prefix="protocol-tui-demo-") as scratch:
        folder = Path(scratch)
        around = surroundings(folder)
        source = resources.files("protocol_tui.services").joinpath("demo", "mitschrift.txt")
        with resources.as_file(source) as path:
            meeting_id = around.meetings.replay(path)
        return _run(around, meeting_id)


def surroundings(folder: Path) -> Surroundings:
    """What the app needs of the rest of the program, on a data folder."""
    from protocol_tui.tui.surroundings import Surroundings

    makers = _Makers(folder)
    return Surroundings(_catalog(folder, makers.mirror), folder, SystemClock(), makers)


class _Makers:
    """Makes for the app what it does not want at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.mirror = _mirror(folder)

    def meetings(self) -> Meetings:
        return _meetings(self._folder, self.mirror)

    def exporter(self) -> Exporter:
        return exporter()

    def style(self) -> Style:
        return style()

    def blocks(self) -> TextBlocks:
        from protocol_tui.services.textblocks import read_blocks

        return read_blocks(blocks_file(self._folder))

    def copy_problem(self) -> str:
        state = self.mirror.state if self.mirror is not None else None
        return state.sentence if state is not None and state.status == "failed" else ""


def _run(around: Surroundings, meeting_id: str) -> int:
    # Some terminals lose AltGr or dead keys under the kitty keyboard protocol. Read when textual is imported.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    from protocol_tui.tui.app import ProtocolApp

    app = ProtocolApp(around, meeting_id)
    status = app.run()
    return app.return_code or status or 0


def _catalog(folder: Path, mirror: Mirror | None) -> Catalog:
    from protocol_tui.services.catalog import Catalog

    _, registry = _stores(folder, mirror)
    return Catalog(registry)


def _meetings(folder: Path, mirror: Mirror | None) -> Meetings:
    from protocol_tui.services.later import LaterEngine
    from protocol_tui.services.meetings import Meetings

    library, registry = _stores(folder, mirror)
    return Meetings(library, registry, LaterEngine(engine), SystemClock(), author=_author())


def _stores(folder: Path, mirror: Mirror | None) -> tuple[MeetingLibrary, MeetingRegistry]:
    from protocol_tui.store.library import StoredMeetingLibrary
    from protocol_tui.store.registry import Registry

    on_stored: Callable[[Path], None] | None = mirror.poke if mirror is not None else None
    library = StoredMeetingLibrary(folder, on_stored=on_stored)
    return library, Registry(folder, library, on_stored=on_stored)


def _mirror(folder: Path) -> Mirror | None:
    """The second copy, where one is wanted; it is brought up to date before the program ends."""
    target = os.environ.get(COPY_VARIABLE)
    if not target:
        return None
    from protocol_tui.store.mirror import Mirror

    mirror = Mirror(folder, Path(target))
    atexit.register(mirror.close)
    return mirror


def _write_word(document: Document) -> bytes:
    """Imports python-docx only when a Word document is wanted."""
    from protocol_tui.export.word import write_word

    return write_word(document)


def _author() -> str:
    """Who is at the keyboard, as the system knows it; "" where it does not."""
    return os.environ.get("USER") or os.environ.get("USERNAME") or ""
