"""The grammar of the entry line: parse a line, format a line; pure."""
