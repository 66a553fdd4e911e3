"""What a measure gives: rows and what they rest on, or why it was not computed."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

Cell = str | int | float | bool | None


@dataclass(frozen=True)
class Sentence:
    """A sentence of sentences.csv with its values."""

    key: str
    values: Mapping[str, Cell] = field(default_factory=dict)

    def text(self, language: str) -> str:
        """The sentence in `zh` or `en`."""
        return sentences()[self.key][language].format(**self.values)


def say(key: str, **values: Cell) -> Sentence:
    """The sentence of this key."""
    return Sentence(key, values)


@dataclass(frozen=True)
class Result:
    """The rows of a measure with what they rest on.

    `n` is what was counted (adopters, cascades, ties: the measure's text says which), `undated`
    how many were left out for want of a date that is sharp enough, `unknown` of how many nothing
    is said. `summary` holds the numbers beside the rows. `refusal` says why nothing was computed.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    n: int
    undated: int = 0
    unknown: int = 0
    summary: Mapping[str, Cell] = field(default_factory=dict)
    warnings: tuple[Sentence, ...] = ()
    refusal: Sentence | None = None

    def column(self, name: str) -> list[Cell]:
        """One column's cells."""
        place = self.columns.index(name)
        return [row[place] for row in self.rows]

    def records(self) -> list[dict[str, Cell]]:
        """The rows as mappings from column to cell."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def refused(
    columns: tuple[str, ...], why: Sentence, n: int, undated: int = 0, unknown: int = 0
) -> Result:
    """No rows, and the sentence that says why."""
    return Result(columns, (), n, undated, unknown, refusal=why)


@cache
def sentences() -> Mapping[str, Mapping[str, str]]:
    """Every sentence by its key, in both languages."""
    path = Path(__file__).with_name("sentences.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return {row["key"]: {"zh": row["zh"], "en": row["en"]} for row in csv.DictReader(file)}
