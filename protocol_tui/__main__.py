"""Entry point of `protocol-tui` and of `python -m protocol_tui`."""

import sys


def main() -> None:
    """Run the program and end with its status.

    Without a word it is the app, which then opens without waiting for the command line's library.
    """
    if len(sys.argv) > 1:
        from protocol_tui.cli.main import run

        sys.exit(run(sys.argv[1:]))
    from protocol_tui.bootstrap import run_app
    from protocol_tui.cli.ending import status_of

    sys.exit(status_of(lambda: run_app(None)))


if __name__ == "__main__":
    main()
