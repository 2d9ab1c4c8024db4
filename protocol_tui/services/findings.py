"""What the pre-flight says (Befund)."""

from __future__ import annotations

from typing import Literal

import msgspec

Severity = Literal["error", "warning", "hint"]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is missing or does not fit (Befund). `rule` is the row of the Niederschrift's table."""

    rule: str
    severity: Severity
    message: str
    remedy: str = ""
    entry: str = ""
