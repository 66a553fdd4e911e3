"""Rows of words and numbers as a table of Arrow, which tables and charts of the app draw."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from exports.cards.statement_words import Row, filled_columns

NUMBERS = {int, float}


def arrow_table(rows: Sequence[Row]) -> Any:
    """The rows as a table of Arrow, for tables and charts; rows that hold lists stay what they are.

    Streamlit would make it by pandas, which takes a second of the first visit to load. So would
    Arrow of Python's lists, but not of JSON.
    """
    import pyarrow as pa  # noqa: PLC0415 (a page without tables does not load it)
    from pyarrow.json import ParseOptions, read_json  # noqa: PLC0415

    keys = dict.fromkeys(key for row in rows for key in row)
    cells = {key: {type(row.get(key)) for row in rows} - {type(None)} for key in keys}
    if not cells or any(kinds & {list, dict} for kinds in cells.values()):
        return rows
    types = {
        key: pa.int64() if kinds == {int} else pa.float64() if kinds <= NUMBERS else pa.string()
        for key, kinds in cells.items()
    }
    texts = [key for key, kind in types.items() if kind == pa.string()]
    lines = (json.dumps({**row, **_as_text(row, texts)}) for row in rows)
    options = ParseOptions(explicit_schema=pa.schema(types.items()))
    return read_json(BytesIO("\n".join(lines).encode()), parse_options=options)


def filled_table(rows: Sequence[Row]) -> Any:
    """The same without columns that are empty in all rows."""
    return arrow_table(filled_columns(rows))


def _as_text(row: Row, columns: Iterable[str]) -> Row:
    return {key: str(row[key]) for key in columns if row.get(key) is not None}
