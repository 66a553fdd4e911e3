"""Numbers as times: a moment, or the two moments that it lies between."""

from __future__ import annotations

import re
from math import inf, isfinite, nextafter

from diffusion.study.study import NumericInterval

# Two ends with a slash, as in EDTF, or in the brackets of mathematics, where a round one says
# that its end is left out.
STROKE = re.compile(r"([^/]+)/([^/]+)")
BRACKETS = re.compile(r"([(\[])([^,;]+)[,;]([^,;]+)([)\]])")
# Beside a slash such a number is a year, so the text is EDTF.
YEAR = re.compile("[0-9]{4}(-.*)?")
# Above this, floating-point numbers cannot hold every whole number.
MAX_EXACT_TIME = 1e15
OPEN = {"..", "inf", "+inf", "-inf", "Inf", "-Inf"}


def parse_time(text: str) -> NumericInterval | None:
    """`3.5`, `4/11`, `46/..`, `(4,11]`, `(46,inf)` as a span; None if it is no number.

    `(4,11]` is after 4 and until 11. A slash between years is EDTF and no pair of numbers. Raises
    ValueError if a number is not finite, or the end comes before the beginning.
    """
    if interval := BRACKETS.fullmatch(text):
        opening, low, high, closing = interval.groups()
        return _interval_of(low, high, after=opening == "(", before=closing == ")")
    if interval := STROKE.fullmatch(text):
        low, high = interval.groups()
        return None if YEAR.fullmatch(low) or YEAR.fullmatch(high) else _interval_of(low, high)
    number = _number(text)
    if number is None:
        return None
    if not abs(number) <= MAX_EXACT_TIME:
        raise ValueError(text)
    return NumericInterval(number, number)


def _interval_of(
    low: str, high: str, *, after: bool = False, before: bool = False
) -> NumericInterval | None:
    first, last = _end(low, -inf), _end(high, inf)
    if first is None or last is None:
        return None
    first = nextafter(first, inf) if after and isfinite(first) else first
    last = nextafter(last, -inf) if before and isfinite(last) else last
    too_large = any(isfinite(end) and abs(end) > MAX_EXACT_TIME for end in (first, last))
    if too_large or not first <= last or not (isfinite(first) or isfinite(last)):
        raise ValueError(f"{low}, {high}")
    return NumericInterval(first, last)


def _end(text: str, open_end: float) -> float | None:
    return open_end if text.strip() in OPEN else _number(text)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
