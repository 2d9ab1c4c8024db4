"""Minutes of committee meetings, typed live in a terminal."""
