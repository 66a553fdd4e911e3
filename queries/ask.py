"""A question put to a store: the same rows, in the same form, whichever engine answers."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from graph.stores.store import DATASET, Answer, Cell, Store
from queries.catalogue import AnswerColumn, ColumnType, Question


def ask(question: Question, values: Mapping[str, str | int], store: Store, language: str) -> Answer:
    """The answer to a question from a store that speaks `cypher` or `sparql`.

    Raises BadParameter, or what the store raises.
    """
    answer = store.ask(question.text(language), question.values_to_ask_with(values))
    columns = tuple(column.key for column in question.columns)
    if not answer.rows:  # the embedded engine names no columns of an empty answer
        return Answer(columns, ())
    places = [answer.columns.index(column.key) for column in question.columns]
    rows = tuple(
        tuple(
            same_for_every_engine(row[i], column)
            for i, column in zip(places, question.columns, strict=True)
        )
        for row in answer.rows
    )
    return Answer(columns, rows, answer.is_cut, answer.is_shortened)


def shell_parameters(dataset: str, values: Mapping[str, str | int]) -> str:
    """The commands that give Neo4j Browser and cypher-shell a question's parameters."""
    commands = {DATASET: dataset, **values}.items()
    return "\n".join(f":param {key} => {_literal(value)}" for key, value in commands)


def _literal(value: str | int) -> str:
    """A value as Cypher writes it."""
    if isinstance(value, int):
        return str(value)
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


def same_for_every_engine(cell: Cell, column: AnswerColumn) -> Cell:
    """A cell in the form that every engine's answer is given: lists sorted, numbers as numbers."""
    if cell in (None, ""):
        return [] if column.type is ColumnType.LIST else None
    match column.type:
        case ColumnType.LIST:
            parts = cell.split() if isinstance(cell, str) else cell
            assert isinstance(parts, list)
            return [*sorted({str(part) for part in parts})]
        case ColumnType.NUMBER:
            number = Decimal(str(cell))
            return int(number) if number == int(number) else float(number)
        case _:
            return str(cell)
