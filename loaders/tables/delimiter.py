"""The first line of a table whose columns may be separated in several ways."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

# The possible separators of columns, the likeliest first: some spreadsheets write semicolons.
DELIMITERS = (",", ";", "\t")
# A header is hardly longer, in bytes; the rest of a table need not be decoded for it.
MAX_HEADER_BYTES = 65_536


def header_of(content: bytes, needed_columns: Iterable[str]) -> tuple[str, list[str]]:
    """The separator and the columns: the reading with most needed columns, then most columns."""
    beginning = content[:MAX_HEADER_BYTES]
    if b"\n" not in beginning:
        beginning = content
    text = beginning.decode("utf-8-sig", errors="replace")
    first_lines = {delimiter: _first_record(text, delimiter) for delimiter in DELIMITERS}
    headers = {
        delimiter: [cell.strip() for cell in cells] for delimiter, cells in first_lines.items()
    }
    return max(
        headers.items(), key=lambda item: (len({*needed_columns} & {*item[1]}), len(item[1]))
    )


def _first_record(text: str, delimiter: str) -> list[str]:
    """The first record that is not empty; its first line if a quotation mark is never closed."""
    try:
        return next(filter(any, csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)), [])
    except csv.Error:  # a fault, which is reported when the whole table is read
        return [cell.strip('"') for cell in text.lstrip().partition("\n")[0].split(delimiter)]
