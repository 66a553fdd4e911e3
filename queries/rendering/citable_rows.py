"""An answer's rows for a program that cites: each with the ids of its statements, within a budget.

A language model reads an answer as tokens, so an answer has a budget of them. Rows come first to
last, each with the citations of the statements that no row before it names. A row that does not
fit ends the answer; a citation that does not fit is left out, and its id stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model.facts import Facts
from graph.stores.answer_size import shorten
from graph.stores.store import Answer, Cell
from queries.rendering.citations import AddressOf, citation, statement_ids
from queries.rendering.formats import in_json
from queries.rendering.token_estimate import token_estimate

# The bytes of each cell of a row that is larger than the whole budget.
SHORT_CELL = 200


@dataclass(frozen=True)
class CitableRow:
    """The values of a row by their columns, and the ids of the statements behind it.

    A column that holds nothing but these ids is not among the values.
    """

    values: Mapping[str, Cell]
    statements: tuple[str, ...]

    def record(self) -> dict[str, object]:
        """The row as plain data."""
        return {"values": dict(self.values), "statements": list(self.statements)}


@dataclass(frozen=True)
class CitableRows:
    """The rows that fit, the citation of each statement by its id, and how many rows are left out.

    `is_cut` says that the store had more rows still, `is_shortened` that a cell is not complete.
    """

    rows: tuple[CitableRow, ...]
    citations: Mapping[str, str]
    left_out_count: int
    is_cut: bool
    is_shortened: bool


def citable_rows(
    facts: Facts,
    answer: Answer,
    language: str,
    tokens: int,
    start: int = 0,
    address_of: AddressOf | None = None,
) -> CitableRows:
    """The rows from number `start` on, counted from 0, with their citations in `zh` or `en`."""
    rows: list[CitableRow] = []
    citations: dict[str, str] = {}
    is_shortened = answer.is_shortened
    for cells in answer.rows[start:]:
        row = _row(facts, answer.columns, cells)
        cost = _cost(row.record())
        if cost > tokens and not rows:
            row, is_shortened = _with_short_cells(row), True
            cost = _cost(row.record())
        if cost > tokens:
            break
        rows.append(row)
        tokens -= cost
        for id in row.statements:
            if id not in citations:
                text = citation(facts, id, language, address_of)
                cost = _cost({id: text})
                if cost <= tokens:
                    citations[id] = text
                    tokens -= cost
    left_out_count = max(len(answer.rows) - start - len(rows), 0)
    return CitableRows(tuple(rows), citations, left_out_count, answer.is_cut, is_shortened)


def _row(facts: Facts, columns: tuple[str, ...], cells: tuple[Cell, ...]) -> CitableRow:
    values = {
        column: cell
        for column, cell in zip(columns, cells, strict=True)
        if not _holds_ids_alone(facts, cell)
    }
    return CitableRow(values, tuple(dict.fromkeys(statement_ids(facts, cells))))


def _holds_ids_alone(facts: Facts, cell: Cell) -> bool:
    """Whether a cell is a list of ids of statements and of nothing else."""
    return (
        isinstance(cell, list)
        and bool(cell)
        and all(isinstance(id, str) and id in facts.statements for id in cell)
    )


def _with_short_cells(row: CitableRow) -> CitableRow:
    values = {column: shorten(cell, SHORT_CELL)[0] for column, cell in row.values.items()}
    return CitableRow(values, row.statements[: SHORT_CELL // 10])


def _cost(content: object) -> int:
    """The tokens of plain data as JSON on one line."""
    return token_estimate(in_json(content, indent=None))
