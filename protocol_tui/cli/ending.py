"""How the program ends: its exit status, and one German sentence for whatever went wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from protocol_tui.errors import ProtocolError

WRONG_WORLD = 3
INTERRUPTED = 130


def status_of(action: Callable[[], object]) -> int:
    """Do it; returns the status of `spec/cli.md`. Its own number counts, anything else it returns is 0."""
    try:
        status = action()
    except ProtocolError as error:
        say(error.sentence)
        return error.exit_status
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        place = f" ({error.filename})" if error.filename else ""
        say(f"Das System lässt es nicht zu{place}: {error.strerror or error}. Bitte Platz und Rechte dort prüfen.")
        return WRONG_WORLD
    return status if isinstance(status, int) else 0


def say(sentence: str) -> None:
    """Tell the clerk, on standard error."""
    print(sentence, file=sys.stderr)  # noqa: T201 - this is where the program speaks
