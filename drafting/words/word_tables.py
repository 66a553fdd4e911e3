"""The tables of words below this folder: the words that recognisers look for, as data.

They lie in a folder for each topic; the name of a table stands once.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def word_table(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of a table by its name without `.csv`, in the order of the file."""
    (path,) = FOLDER.glob(f"*/{name}.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def pairs(name: str, value: str, **where: str) -> dict[str, str]:
    """`written` to another column, for the rows whose cells match `where`."""
    rows = word_table(name)
    matches = (row for row in rows if all(row[key] == cell for key, cell in where.items()))
    return {row["written"]: row[value] for row in matches}


def alternatives(words: Iterable[str]) -> str:
    """A pattern of any of these words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


@cache
def word_alternatives(table: str, **where: str) -> str:
    """A pattern of any word of a table's column `written`, in the rows that match `where`."""
    return alternatives(pairs(table, "written", **where))


@cache
def word_pattern(table: str, **where: str) -> re.Pattern[str]:
    """`word_alternatives`, compiled."""
    return re.compile(word_alternatives(table, **where))
