"""Answers have a limited size: rows, cells and whole answers end at a limit and show that they do.

The child process of the SPARQL engine imports this module, so it imports nothing of the project.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

# The sign that something was left out; a size or a number of parts follows it.
ELLIPSIS = "…"
# The size of a number, a truth value or an empty cell, in bytes.
SCALAR_BYTES = 8


@dataclass(frozen=True)
class SizedRows:
    """Rows within the limits; `is_cut` if there were more, `is_shortened` if a cell was longer."""

    rows: list[tuple[Any, ...]]
    is_cut: bool
    is_shortened: bool


def size_rows(
    rows: Iterable[tuple[Any, ...]], max_rows: int, cell_bytes: int, answer_bytes: int
) -> SizedRows:
    """The first rows, as many as the limits allow; at most one row more is read.

    The last row may go beyond `answer_bytes` by its own size.
    """
    result: list[tuple[Any, ...]] = []
    size, shortened = 0, False
    for row in rows:
        if len(result) == max_rows or size > answer_bytes:
            return SizedRows(result, is_cut=True, is_shortened=shortened)
        cells = []
        for cell in row:
            short_cell, cell_size = shorten(cell, cell_bytes)
            shortened = shortened or cell_size > cell_bytes
            size += min(cell_size, cell_bytes)
            cells.append(short_cell)
        result.append(tuple(cells))
    return SizedRows(result, is_cut=False, is_shortened=shortened)


def shorten(cell: Any, limit: int) -> tuple[Any, int]:
    """A cell of at most `limit` bytes of UTF-8, and its size, above the limit if it was longer.

    A text ends with its size (`… (64.0 MB)`), a list with how many parts were left out (`… (+7)`).
    """
    match cell:
        case str():
            return _shorten_text(cell, limit)
        case list():
            return _shorten_list(cell, limit)
        case dict():
            return _shorten_map(cell, limit)
        case _:
            return cell, SCALAR_BYTES


def _shorten_text(text: str, limit: int) -> tuple[str, int]:
    if len(text) * 4 <= limit:  # no character of UTF-8 takes more than 4 bytes
        return text, len(text)
    content = text.encode(errors="replace")
    if len(content) <= limit:
        return text, len(content)
    start = content[:limit].decode(errors="ignore")
    return f"{start}{ELLIPSIS} ({_in_words(len(content))})", len(content)


def _in_words(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{size / 1e3:.1f} kB"


def _shorten_list(parts: list[Any], limit: int) -> tuple[list[Any], int]:
    short_parts: list[Any] = []
    size = 0
    for part in parts:
        if size > limit:
            return [*short_parts, f"{ELLIPSIS} (+{len(parts) - len(short_parts)})"], size
        value, part_size = shorten(part, limit - size)
        short_parts.append(value)
        size += part_size
    return short_parts, size


def _shorten_map(entries: dict[str, Any], limit: int) -> tuple[dict[str, Any], int]:
    short_entries: dict[str, Any] = {}
    size = 0
    for key, part in entries.items():
        if size > limit:
            return {**short_entries, ELLIPSIS: f"(+{len(entries) - len(short_entries)})"}, size
        short_entries[key], part_size = shorten(part, max(limit - size, 0))
        size += part_size + len(key)
    return short_entries, size
