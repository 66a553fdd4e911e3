"""Dates of an answer in words, for tables that people read.

CSV and JSON keep EDTF, which programs can sort and read. The columns of a question say which hold
dates. In a custom query every text that is EDTF counts as a date, with two exceptions: a
year alone reads the same either way, and a column named `..._written` holds a source's own words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from graph.model.facts import Facts
from graph.stores.store import Answer, Cell
from ontology.labels.dates import date_in_words
from queries.catalogue import ColumnType, Question

WRITTEN_SUFFIX = "written"
# No date is longer: an interval of two days, each uncertain.
MAX_DATE_LENGTH = len("2019-01-01~/2019-01-01~")

CellText = Callable[[str], str]


def with_dates_in_words(
    facts: Facts, answer: Answer, language: str, question: Question | None = None
) -> Answer:
    """The answer with its dates in `zh` or `en`, those in lists and maps too."""

    def date_words(text: str) -> str:
        return date_in_words(text, language)

    def words_if_date(text: str) -> str:
        is_code = text in facts.things or text in facts.statements
        return (
            text if is_code or text.isdigit() or len(text) > MAX_DATE_LENGTH else date_words(text)
        )

    if question is None:
        converters = [
            None if name.endswith(WRITTEN_SUFFIX) else words_if_date for name in answer.columns
        ]
    else:
        converters = [date_words if c.type is ColumnType.DATE else None for c in question.columns]
    rows = (
        tuple(
            convert_texts(cell, convert) if convert else cell
            for cell, convert in zip(row, converters, strict=True)
        )
        for row in answer.rows
    )
    return replace(answer, rows=tuple(rows))


def convert_texts(cell: Cell, convert: CellText) -> Cell:
    """The cell with each of its texts converted; `..._written` columns are unchanged."""
    match cell:
        case str():
            return convert(cell)
        case list():
            return [convert_texts(part, convert) for part in cell]
        case dict():
            return {
                key: part if key.endswith(WRITTEN_SUFFIX) else convert_texts(part, convert)
                for key, part in cell.items()
            }
        case _:
            return cell
