"""Entry point of `protocol-tui` and of `python -m protocol_tui`."""

import sys


def main() -> None:
    """Run the command line and end with its status."""
    from protocol_tui.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
