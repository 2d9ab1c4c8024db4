"""From the system's error numbers to sentences for the clerk."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

from protocol_tui.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CAUSES: dict[int, tuple[str, str]] = {
    errno.ENOSPC: ("der Datenträger ist voll", "Bitte Platz schaffen und die Eingabe noch einmal abschicken."),
    errno.EDQUOT: ("das Speicherkontingent ist ausgeschöpft", "Bitte Platz schaffen und noch einmal abschicken."),
    errno.EFBIG: ("die Datei darf nicht größer werden", "Bitte die Größenbeschränkung aufheben lassen."),
    errno.EROFS: ("der Datenträger ist schreibgeschützt", "Bitte den Schreibschutz aufheben."),
    errno.EACCES: ("die Berechtigung fehlt", "Bitte die Zugriffsrechte des Ordners prüfen."),
    errno.EPERM: ("die Berechtigung fehlt", "Bitte die Zugriffsrechte des Ordners prüfen."),
    errno.ENOENT: ("der Ordner ist nicht mehr da", "Bitte prüfen, ob der Datenträger eingesteckt ist."),
    errno.EIO: ("der Datenträger meldet einen Fehler", "Bitte die Sitzung schließen und den Datenträger prüfen."),
    errno.ENODEV: ("der Datenträger ist nicht mehr da", "Bitte prüfen, ob der Datenträger eingesteckt ist."),
}


def cause_of(error: OSError) -> tuple[str, str]:
    """What is wrong and what to do about it, as two pieces of German."""
    known = _CAUSES.get(error.errno or 0)
    return known or (f"das Betriebssystem meldet „{error.strerror or error}“", "Bitte den Datenträger prüfen.")


def storage_error(error: OSError, what: str, path: Path) -> StorageError:
    """`what` is a German clause without its end: "Der Eintrag konnte nicht gespeichert werden"."""
    cause, remedy = cause_of(error)
    return StorageError(f"{what}: {cause} ({path}). {remedy}")


@contextmanager
def refusals(what: str, path: Path) -> Iterator[None]:
    """Turn what the system refuses into a StorageError."""
    try:
        yield
    except OSError as error:
        raise storage_error(error, what, path) from error
