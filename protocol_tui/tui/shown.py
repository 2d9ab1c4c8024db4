"""What the hint line is given to show."""

from __future__ import annotations

import msgspec


class Shown(msgspec.Struct, frozen=True):
    """What the hint line shows of a line: what Enter does or prints, and a remark about it.

    `doubtful`: the remark is a reason why the proposal may be wrong.
    """

    text: str
    remark: str = ""
    doubtful: bool = False

    @property
    def refused(self) -> bool:
        """Whether the line would not be taken at all."""
        return self.doubtful and not self.remark
