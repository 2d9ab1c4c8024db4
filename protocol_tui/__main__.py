"""Entry point of `protocol-tui` and of `python -m protocol_tui`."""

import sys


def main() -> None:
    """Run the program and end with its status.

    What opens the app does so without waiting for the command line's library.
    """
    match sys.argv[1:]:
        case []:
            meeting = ""
        case ["live", meeting] if not meeting.startswith("-"):
            pass
        case words:
            from protocol_tui.cli.main import run

            sys.exit(run(words))
    from protocol_tui.bootstrap import run_app
    from protocol_tui.cli.ending import status_of

    sys.exit(status_of(lambda: run_app(None, meeting)))


if __name__ == "__main__":
    main()
