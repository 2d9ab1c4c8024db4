"""Order keys: strings that sort as the entries stand, with room for another one between any two.

A key is eight base-36 digits that count up, and, for what was put in between later, a fraction behind them: further
base-36 digits, none of which ends in "0", so that there is always something smaller.
"""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_WIDTH = 8


def first() -> str:
    """The key of the first of all entries."""
    return after("")


def after(key: str) -> str:
    """The next whole key behind `key`, which may be "" for the beginning."""
    number = int(key[:_WIDTH] or "0", 36) + 1
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits.rjust(_WIDTH, "0")


def between(low: str, high: str) -> str:
    """A key that sorts between `low` ("" for the beginning) and `high` ("" for the end)."""
    if not high:
        return after(low)
    if low >= high:
        raise ValueError(f"no key lies between {low!r} and {high!r}")
    whole = after(low)
    if whole < high:
        return whole
    return _fraction(low or "0" * _WIDTH, high)


def _fraction(low: str, high: str) -> str:
    """The shortest key between two whose whole parts are equal or neighbours."""
    digits = ""
    bounded = True
    for position in range(max(len(low), len(high)) + 1):
        floor = _DIGITS.index(low[position]) if position < len(low) else 0
        ceiling = (_DIGITS.index(high[position]) if position < len(high) else 0) if bounded else len(_DIGITS)
        if floor == ceiling:
            digits += _DIGITS[floor]
            continue
        middle = (floor + ceiling) // 2
        if middle > floor and position >= _WIDTH:
            return digits + _DIGITS[middle]
        digits += _DIGITS[floor]
        bounded = False
    return digits + _DIGITS[len(_DIGITS) // 2]
