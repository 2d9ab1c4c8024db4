"""The data files of the lexicon, as text."""

from __future__ import annotations

import pkgutil


def read(name: str) -> str:
    """Give a file of this folder.

    `pkgutil`, because `importlib.resources` loads the archive and temporary-file modules of the library with it: a
    tenth of the start.
    """
    data = pkgutil.get_data(__package__ or "", name)
    if data is None:
        raise FileNotFoundError(name)
    return data.decode("utf-8")
