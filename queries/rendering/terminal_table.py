"""A table for the terminal, drawn by rich."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

from queries.rendering.formats import REPLACEMENT, TAB_OR_CONTROL

# Types of cells that are aligned to the right.
NUMBER_PATTERN = re.compile(r"-?[0-9][0-9.,]*(e[-+]?[0-9]+)?")
# Longer words may be broken on a terminal; the text between columns.
MIN_BROKEN_LENGTH, COLUMN_GAP = 10, 2


def terminal_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table as wide as the terminal, in which long words go on in the next line.

    Numbers are never broken; written elsewhere than to a terminal, no word is.
    """
    table = Table(box=SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    console = Console(file=io.StringIO(), highlight=False)
    max_word_length = MIN_BROKEN_LENGTH if sys.stdout.isatty() else None
    columns = zip(heads, *rows, strict=True)
    needed_widths = [_column(table, name, cells, max_word_length) for name, *cells in columns]
    for row in rows:
        table.add_row(*map(_printable, row))
    console.width = max(console.width, sum(needed_widths) + COLUMN_GAP * len(needed_widths))
    with console.capture() as capture:
        console.print(table)
    return capture.get()


def _column(table: Table, name: str, cells: Sequence[str], max_word_length: int | None) -> int:
    """Adds a column; the width that it needs if longer words may be broken."""
    numbers = any(cells) and all(NUMBER_PATTERN.fullmatch(cell) for cell in cells if cell)
    words = [cell_len(word) for cell in (name, *cells) for word in _printable(cell).plain.split()]
    number_width = max(map(cell_len, cells)) if numbers else 0
    needed_width = max(
        [
            number_width,
            *(word if max_word_length is None else min(word, max_word_length) for word in words),
        ]
    )
    side: JustifyMethod = "right" if numbers else "left"
    table.add_column(_printable(name), overflow="fold", justify=side, min_width=needed_width)
    return needed_width


def _printable(cell: str) -> Text:
    """Text that a terminal shows and does not obey."""
    return Text(TAB_OR_CONTROL.sub(REPLACEMENT, cell))
