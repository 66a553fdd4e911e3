"""Tables in a text, as lines of cells with bars or tabs between them: 指标|甲县|乙县."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from drafting.text.sentences import Stretch, paragraphs

CELL = re.compile(r"[^|｜\t]+")
# The line under a head in Markdown.
HEAD_RULE = re.compile(r"[\s|｜:+-]+")


@dataclass(frozen=True)
class ArticleTable:
    """The cells of a table's head, and of each row below it; all rows have as many cells."""

    head: tuple[Stretch, ...]
    rows: tuple[tuple[Stretch, ...], ...]

    def cells(self) -> Iterator[tuple[Stretch, Stretch, Stretch]]:
        """The head of its row, the head of its column, and the cell itself, for each cell."""
        for row in self.rows:
            for column_head, cell in zip(self.head[1:], row[1:], strict=True):
                yield row[0], column_head, cell


def tables(text: str) -> tuple[ArticleTable, ...]:
    """The tables of a text: at least two lines in a row that have the same number of cells."""
    lines = [
        line for line in paragraphs(text) if not HEAD_RULE.fullmatch(text, line.start, line.end)
    ]
    rows = (tuple(_cells(text, line)) for line in lines)
    groups = (tuple(group) for _, group in groupby(rows, key=len))
    return tuple(ArticleTable(g[0], g[1:]) for g in groups if len(g) > 1 and len(g[0]) > 1)


def _cells(text: str, line: Stretch) -> Iterator[Stretch]:
    """The cells of a line without spaces at their ends; a line of prose is one cell."""
    for match in CELL.finditer(text, line.start, line.end):
        cell = match[0]
        start = match.start() + len(cell) - len(cell.lstrip())
        if cell.strip():
            yield Stretch(start, match.start() + len(cell.rstrip()))
