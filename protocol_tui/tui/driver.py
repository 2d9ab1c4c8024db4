"""The terminal as Textual drives it, except that bytes it cannot read do not end the program."""

from __future__ import annotations

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from typing_extensions import override


class ForgivingDriver(LinuxDriver):
    """Shows what is no UTF-8 as "�": a terminal set to another encoding sends it with the first umlaut."""

    @override
    def run_input_thread(self) -> None:
        while True:
            try:
                super().run_input_thread()
            except UnicodeDecodeError as error:
                for event in XTermParser().feed(error.object.decode("utf-8", "replace")):
                    self.process_message(event)
            else:
                return
