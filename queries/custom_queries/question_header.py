"""The header that makes a custom query a question of the catalogue: parameters and columns.

The reader gives the title. A column of a name that the catalogue has is described as there; any
other by what it holds, with its name in the query as its name in both languages.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from graph.model.facts import Facts
from graph.stores.store import Answer, Cell
from ontology.schema.edtf import BadDate, edtf_interval
from queries.catalogue import (
    AnswerColumn,
    ColumnType,
    Question,
    QuestionParameter,
    ValueType,
    questions,
)
from queries.custom_queries.custom_question import MARKS
from texts.tables import BilingualText


def question_header(facts: Facts, question: Question, answer: Answer, language: str) -> str:
    """The lines after the title, commented as a query in `cypher` or `sparql` needs it."""
    columns = columns_of_answer(facts, question, answer)
    mark = MARKS[language]
    return "\n".join(f"{mark} {line}" for line in _lines(question.parameters, columns))


def columns_of_answer(facts: Facts, question: Question, answer: Answer) -> tuple[AnswerColumn, ...]:
    """The answer's columns as the question, else the catalogue, else their cells describe them."""
    columns_of_question = {column.key: column for column in question.columns}
    return tuple(
        columns_of_question.get(name)
        or catalogue_columns().get(name)
        or _column_of_cells(facts, name, cells)
        for name, cells in zip(answer.columns, _cells(answer), strict=True)
    )


def question_file(question: Question, language: str) -> str:
    """The text of a question of the catalogue with its header, which only Cypher's file has."""
    if language == "cypher":
        return question.cypher
    titles = [
        f"{key} = {{ zh = {_toml(name.zh)}, en = {_toml(name.en)} }}"
        for key, name in (("title", question.title), ("question", question.question))
    ]
    lines = [*titles, *_lines(question.parameters, question.columns)]
    header = "\n".join(f"{MARKS[language]} {line}" for line in lines)
    body = "\n".join(line for line in question.sparql.splitlines() if not line.startswith("#"))
    return f"{header}\n\n{body.strip()}\n"


@cache
def catalogue_columns() -> Mapping[str, AnswerColumn]:
    """The catalogue's columns by name; of several with a name, the first."""
    columns: dict[str, AnswerColumn] = {}
    for question in questions().values():
        for column in question.columns:
            columns.setdefault(column.key, column)
    return columns


def _cells(answer: Answer) -> list[list[Cell]]:
    return [[row[i] for row in answer.rows] for i in range(len(answer.columns))]


def _column_of_cells(facts: Facts, name: str, cells: Sequence[Cell]) -> AnswerColumn:
    filled_cells = [cell for cell in cells if cell is not None and cell != ""]
    return AnswerColumn(name, _type_of(facts, filled_cells), BilingualText(name, name))


def _type_of(facts: Facts, cells: Sequence[Cell]) -> ColumnType:
    if cells and all(isinstance(cell, list) for cell in cells):
        return ColumnType.LIST
    if cells and all(isinstance(cell, int | float) for cell in cells):
        return ColumnType.NUMBER
    texts = [cell for cell in cells if isinstance(cell, str)]
    if not texts or len(texts) < len(cells):
        return ColumnType.TEXT
    if all(text in facts.things for text in texts):
        return ColumnType.THING
    return ColumnType.DATE if all(map(_is_date, texts)) else ColumnType.TEXT


def _is_date(text: str) -> bool:
    try:
        edtf_interval(text)
    except BadDate:
        return False
    return True


def _lines(
    parameters: Iterable[QuestionParameter], columns: Iterable[AnswerColumn]
) -> Iterator[str]:
    for parameter in parameters:
        is_value = isinstance(parameter.type, ValueType)
        type = str(parameter.type) if is_value else list(map(str, parameter.type))
        yield f"[parameters.{parameter.key}]"
        yield f"type = {_toml(type)}"
        yield f"zh = {_toml(parameter.name.zh)}"
        yield f"en = {_toml(parameter.name.en)}"
        yield f"example = {_toml(parameter.example)}"
    yield "[columns]"
    for column in columns:
        choices = f", of = {_toml(list(column.choices))}" if column.choices else ""
        names = f"zh = {_toml(column.name.zh)}, en = {_toml(column.name.en)}"
        yield f"{_key(column.key)} = {{ type = {_toml(str(column.type))}{choices}, {names} }}"


def _toml(value: str | int | list[str]) -> str:
    """A text, number or list of texts in TOML, which writes them as JSON does."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(name: str) -> str:
    return name if name.isascii() and name.replace("_", "a").isalnum() else _toml(name)
