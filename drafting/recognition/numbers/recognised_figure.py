"""A figure of a text: its span, value, bound, unit and rate."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from ontology.schema.enums import Bound


@dataclass(frozen=True, order=True)
class RecognisedFigure:
    """A figure: characters `start` to `end` of the clean text read `words`.

    `unit` is a code of the table of units, `per` a unit of time or "". `ends` are the two numbers
    of an approximate one such as 五六十, whose value lies in the middle.
    """

    start: int
    end: int
    value: Decimal
    bound: Bound
    unit: str
    per: str
    words: str
    ends: tuple[Decimal, Decimal] | None = field(default=None, compare=False)
