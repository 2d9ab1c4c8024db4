"""From a meeting to the blocks of its Niederschrift."""
