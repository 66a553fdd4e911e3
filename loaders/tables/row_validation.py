"""Reads a row into a thing or statement, or finds all its faults."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from loaders.tables.csv_table import TableRow
from loaders.tables.faults import Fault, nearest_choices
from loaders.tables.spreadsheet_dates import as_edtf
from ontology.schema.fields import Field, fields, wording_fields
from ontology.schema.kinds import Kind

AnyKind = TypeVar("AnyKind", bound=Kind)

# A year, a month and a day, separated by the same sign, unless it is 2026-01-02 already.
SAVED_DAY = re.compile(
    r"[0-9]{4}(?:([/.])[0-9]{1,2}\1[0-9]{1,2}|-[0-9]-[0-9]{1,2}|-[0-9]{2}-[0-9])"
)
# A quotation is never longer than a name or a term (facts/README.md).
MAX_TERM_LETTERS = 40


def read_row(row: TableRow, kind: type[AnyKind]) -> AnyKind | list[Fault]:
    """The value of a row, or every fault in its cells."""
    faults = [
        row.fault("too_long_written", name, name=name, limit=str(MAX_TERM_LETTERS))
        for name in _wordings(kind)
        if len(row.cells.get(name, "")) > MAX_TERM_LETTERS
    ]
    cells = _with_plain_dates(row, kind)
    try:
        # the faster part of model_validate, without its options
        value = kind.__pydantic_validator__.validate_python(cells)
    except ValidationError as error:
        by_name = {field.name: field for field in fields(kind)}
        return faults + [_fault(row, by_name, detail) for detail in error.errors()]
    # A set of the filled fields for each value would take more memory than the values themselves.
    object.__setattr__(value, "__pydantic_fields_set__", _filled_fields(tuple(cells)))
    return faults or value


@cache
def _filled_fields(names: tuple[str, ...]) -> set[str]:
    """One set for all values with these fields; values are frozen, so that it stays as it is."""
    return set(names)


def _with_plain_dates(row: TableRow, kind: type[Kind]) -> Mapping[str, str]:
    """The cells, with days as spreadsheets save them (`2026/1/2`) as 2026-01-02.

    Only whole days: `2012/2014` is an interval in EDTF, and `2026/1` might be one.
    """
    date_cells = {
        name: as_edtf(cell)
        for name in _dates(kind)
        if (cell := row.cells.get(name)) and SAVED_DAY.fullmatch(cell)
    }
    return {**row.cells, **date_cells} if date_cells else row.cells


@cache
def _wordings(kind: type[Kind]) -> tuple[str, ...]:
    """The fields that keep words of the text."""
    return tuple(field.name for field in wording_fields(kind))


@cache
def _dates(kind: type[Kind]) -> tuple[str, ...]:
    """The fields that hold a date."""
    return tuple(f.name for f in fields(kind) if f.is_date or f.value_type is date)


def _fault(row: TableRow, by_name: dict[str, Field], detail: ErrorDetails) -> Fault:
    if not detail["loc"]:  # a fault a fault of the row as a whole
        return row.fault(detail["type"])
    column = str(detail["loc"][0])
    field = by_name[column]
    value = _offending_value(row.cells.get(column, ""), detail)
    match detail["type"]:
        case "missing":
            return row.fault("missing_field", column, name=column)
        case "enum":
            choices = nearest_choices(value, field.choices)
            return row.fault("not_a_choice", column, value=value, choices=choices)
        case "string_pattern_mismatch":
            rule = "bad_hash" if column == "sha256" else "bad_code"
            return row.fault(rule, column, value=value)
        case rule:
            return row.fault(rule, column, value=value)


def _offending_value(cell: str, detail: ErrorDetails) -> str:
    context: dict[str, Any] = detail.get("ctx", {})
    return str(context.get("value", cell))
