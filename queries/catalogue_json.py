"""A question of the catalogue as plain data, for programs that offer it."""

from __future__ import annotations

from queries.catalogue import AnswerColumn, Clock, Question, QuestionParameter, ValueType
from texts.tables import Named


def described(question: Question) -> dict[str, object]:
    """Its name, title and question in both languages, parameters and columns.

    A parameter has its type (a list of kinds of thing whose codes it takes, or the name of a
    value type) and the worked example's value, which counts if an optional one is left out; a
    column has its type.
    """
    return {
        "name": question.key,
        **_named("title", question.title),
        **_named("question", question.question),
        "parameters": [_parameter(parameter) for parameter in question.parameters],
        "columns": [_column(column) for column in question.columns],
    }


def _parameter(parameter: QuestionParameter) -> dict[str, object]:
    content = {"name": parameter.key, "type": parameter.type, "example": parameter.example}
    choices = {"choices": list(Clock)} if parameter.type is ValueType.CLOCK else {}
    left_out = {"optional": True} if parameter.optional else {}
    return content | choices | left_out | _named("title", parameter.name)


def _column(column: AnswerColumn) -> dict[str, object]:
    return {"name": column.key, "type": column.type, **_named("title", column.name)}


def _named(key: str, named: Named) -> dict[str, object]:
    return {f"{key}_zh": named.zh, f"{key}_en": named.en}
