"""Entry point of `protocol-tui` and of `python -m protocol_tui`."""


def main() -> None:
    """Run the command line."""
