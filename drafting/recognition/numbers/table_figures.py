"""Figures of a table's cells that are bare numbers: their unit is in a heading of the cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from drafting.recognition.numbers.numerals import letters
from drafting.recognition.numbers.recognised_figure import RecognisedFigure
from drafting.text.article_tables import tables
from drafting.text.sentences import Stretch
from drafting.words.word_tables import pairs
from ontology.schema.enums import Bound

NUMBER = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
# The unit in a head: 就诊率(%), 药费（万元）, 单位：家.
UNIT = re.compile(r"[(（]([^()（）]{1,6})[)）]\s*$|单位[:：]\s*(\S{1,6})$")
PERCENT = re.compile("[%％]$|(?:率|占比|比例|比重)$")


def table_figures(text: str, own_units: Mapping[str, str]) -> Iterator[RecognisedFigure]:
    """The figures of the bare numbers in the tables of a clean text.

    The unit is that of the row's first cell, else of the column's head; a number without one is
    left out. `own_units` are the names that facts give to their units, with their codes.
    """
    for table in tables(text):
        for row_head, column_head, cell in table.cells():
            written = text[cell.start : cell.end]
            unit = _unit(text, row_head, own_units) or _unit(text, column_head, own_units)
            if unit and NUMBER.fullmatch(written):
                value = Decimal(written.replace(",", "")) * unit[1]
                span = cell.start, cell.end
                yield RecognisedFigure(*span, value, Bound.EQUAL, unit[0], "", written)


def _unit(text: str, head: Stretch, own_units: Mapping[str, str]) -> tuple[str, Decimal] | None:
    """The unit that a head names, and how many of it a number in its cells counts (万元)."""
    written = text[head.start : head.end]
    match = UNIT.search(written)
    name, scale = (match[1] or match[2]) if match else "", Decimal(1)
    while name and name[0] in letters("scale"):
        scale *= letters("scale")[name[0]]
        name = name[1:]
    if name in "%％" if name else PERCENT.search(written):
        return "percent", scale
    code = own_units.get(name) or pairs("units", "unit").get(name)
    return (code, scale) if code else None
