"""A question of the catalogue as plain data, for programs that offer it."""

from __future__ import annotations

from queries.catalogue import AnswerColumn, Clock, Question, QuestionParameter, ValueType
from texts.tables import BilingualText


def question_object(question: Question) -> dict[str, object]:
    """Its name, title and question in both languages, parameters and columns.

    A parameter has its type (a list of kinds of thing whose codes it takes, or the name of a
    value type) and the worked example's value, which counts if an optional one is left out; a
    column has its type.
    """
    return {
        "name": question.key,
        **_names_by_language("title", question.title),
        **_names_by_language("question", question.question),
        "parameters": [_parameter(parameter) for parameter in question.parameters],
        "columns": [_column(column) for column in question.columns],
    }


def _parameter(parameter: QuestionParameter) -> dict[str, object]:
    content = {"name": parameter.key, "type": parameter.type, "example": parameter.example}
    choices = {"choices": list(Clock)} if parameter.type is ValueType.CLOCK else {}
    optional = {"optional": True} if parameter.optional else {}
    return content | choices | optional | _names_by_language("title", parameter.name)


def _column(column: AnswerColumn) -> dict[str, object]:
    return {"name": column.key, "type": column.type, **_names_by_language("title", column.name)}


def _names_by_language(key: str, name: BilingualText) -> dict[str, object]:
    return {f"{key}_zh": name.zh, f"{key}_en": name.en}
