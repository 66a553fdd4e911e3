"""The value of a number as it is written: 1,234, 3.5, 一百二十三, 万."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from drafting.words.word_tables import pairs

SEPARATORS = re.compile("[, \u2009\u00a0]")
DIGITS = re.compile(r"[0-9]+(\.[0-9]+)?")


@cache
def letters(role: str) -> dict[str, int]:
    """The letters of numbers with their values: `digit`, `place` (十百千) or `scale` (万亿)."""
    return {letter: int(value) for letter, value in pairs("numerals", "value", role=role).items()}


def number(written: str) -> Decimal | None:
    """The value of a written number; None if it is no number."""
    plain = SEPARATORS.sub("", written)
    if DIGITS.fullmatch(plain):
        return Decimal(plain)
    return _from_letters(plain) if plain else None


def _from_letters(written: str) -> Decimal | None:
    digits, places, scales = letters("digit"), letters("place"), letters("scale")
    total = part = 0
    digit: int | None = None
    for letter in written:
        if letter in digits:
            digit = digits[letter] if digit is None else digit * 10 + digits[letter]
        elif letter in places:
            if digit is not None and digit > 9:
                return None  # 三五百 is a guess, no number
            part += (1 if digit is None else digit) * places[letter]
            digit = None
        elif letter in scales:
            total += (part + (digit or 0) or 1) * scales[letter]
            part, digit = 0, None
        else:
            return None
    return Decimal(total + part + (digit or 0))


def span_of_two(written: str) -> tuple[Decimal, Decimal] | None:
    """五六十 as 50 and 60: two digits in a row that follow each other; None for other numbers."""
    digits, places = letters("digit"), letters("place")
    if len(written) not in (2, 3) or any(letter not in digits for letter in written[:2]):
        return None
    place = places.get(written[2]) if len(written) == 3 else 1
    low, high = digits[written[0]], digits[written[1]]
    if place is None or low == 0 or high != low + 1:
        return None
    return Decimal(low * place), Decimal(high * place)
