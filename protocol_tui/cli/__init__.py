"""The command line: a contract that other programs call (`protocol-tui --help`)."""
