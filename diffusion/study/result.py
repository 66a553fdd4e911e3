"""The result of a measure: rows and their counts, or why it was not computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from texts.tables import MEASURES

Cell = str | int | float | bool | None


@dataclass(frozen=True)
class Sentence:
    """A sentence of texts/measures.csv with its values."""

    key: str
    values: Mapping[str, Cell] = field(default_factory=dict)

    def text(self, language: str) -> str:
        """The sentence in `zh` or `en`."""
        return MEASURES.say(self.key, language, **self.values)


def sentence(key: str, **values: Cell) -> Sentence:
    """The sentence of this key."""
    return Sentence(key, values)


@dataclass(frozen=True)
class BuiltTable:
    """A table that was built on the way to a result, for others to take further."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Result:
    """The rows of a measure with what they rest on.

    `n` is what was counted (adopters, cascades, ties: the measure's text says which), `undated` how
    many were left out because their date is not sharp enough, `unknown` how many have no statement.
    `summary` holds the numbers beside the rows. `refusal` says why nothing was computed.
    `built_table` is the table of data that was built first, if one was.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    n: int
    undated: int = 0
    unknown: int = 0
    summary: Mapping[str, Cell] = field(default_factory=dict)
    warnings: tuple[Sentence, ...] = ()
    refusal: Sentence | None = None
    built_table: BuiltTable | None = None

    def column(self, name: str) -> list[Cell]:
        """One column's cells."""
        place = self.columns.index(name)
        return [row[place] for row in self.rows]

    def records(self) -> list[dict[str, Cell]]:
        """The rows as mappings from column to cell."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def refusal_result(
    columns: tuple[str, ...], reason: Sentence, n: int, undated: int = 0, unknown: int = 0
) -> Result:
    """No rows, and the sentence that says why."""
    return Result(columns, (), n, undated, unknown, refusal=reason)
