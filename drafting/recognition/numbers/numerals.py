"""The value of a number as it is written: 1,234, 3.5, 一百二十三, 1亿2千万, 七十二点五."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from drafting.words.word_tables import pairs

SEPARATORS = re.compile("[, \u2009\u00a0]")
DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
TOKENS = re.compile(rf"{DIGITS.pattern}|.")
POINT = "点"


@cache
def letters(role: str) -> dict[str, int]:
    """The letters of numbers with their values: `digit`, `place` (十百千) or `scale` (万亿)."""
    return {letter: int(value) for letter, value in pairs("numerals", "value", role=role).items()}


@cache
def numeral_letters(*roles: str) -> str:
    """The letters of these roles in a row, for a set of a pattern."""
    return "".join(letter for role in roles for letter in letters(role))


def number(written: str) -> Decimal | None:
    """The value of a written number; None if it is no number."""
    plain = SEPARATORS.sub("", written)
    if DIGITS.fullmatch(plain):
        return Decimal(plain)
    whole, point, tenths = plain.partition(POINT)
    if not point:
        return _from_letters(plain) if plain else None
    value, digits = _from_letters(whole) if whole else None, letters("digit")
    if value is None or not tenths or any(letter not in digits for letter in tenths):
        return None
    return value + Decimal("0." + "".join(str(digits[letter]) for letter in tenths))


def _from_letters(written: str) -> Decimal | None:
    """The value of numerals, or of digits between letters of places and scales (2万3千)."""
    total, part, digit = Decimal(0), Decimal(0), None
    digits, places, scales = letters("digit"), letters("place"), letters("scale")
    tokens = TOKENS.findall(written)
    for position, token in enumerate(tokens):
        if token in digits:
            if digit and (part or total):
                return None  # 十三五
            digit = Decimal(digits[token]) + (digit or 0) * 10
        elif DIGITS.fullmatch(token):
            digit = Decimal(token)
        elif token in places:
            if _is_guess(tokens, position):
                return None
            part += (1 if digit is None else digit) * places[token]
            digit = None
        elif token in scales:
            scale, amount = scales[token], part + (digit or 0)
            larger = scale > total  # 10万亿
            total = (total + amount or Decimal(1)) * scale if larger else total + amount * scale
            part, digit = Decimal(0), None
        else:
            return None
    return total + part + (digit or 0)


def _is_guess(tokens: list[str], position: int) -> bool:
    """Whether two digits in words stand before a place: 三五百 is a guess, no number."""
    digits = letters("digit")
    return position > 1 and tokens[position - 1] in digits and tokens[position - 2] in digits


def span_of_two(written: str) -> tuple[Decimal, Decimal] | None:
    """五六十 as 50 and 60: two digits in a row that follow each other; None for other numbers.

    Tens and hundreds may stand before them (十五六), places and scales behind (两三百万).
    """
    digits = letters("digit")
    pair = re.fullmatch(
        rf"((?:[{numeral_letters('digit')}]*[{numeral_letters('place')}])?)"
        rf"([{numeral_letters('digit')}])([{numeral_letters('digit')}])"
        rf"([{numeral_letters('place', 'scale')}]*)",
        written,
    )
    if not pair or digits[pair[2]] == 0 or digits[pair[3]] != digits[pair[2]] + 1:
        return None
    low, high = number(pair[1] + pair[2] + pair[4]), number(pair[1] + pair[3] + pair[4])
    return (low, high) if low is not None and high is not None else None
