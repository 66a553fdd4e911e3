"""The questions of the catalogue as the site asks them, and the words of their answers."""

from __future__ import annotations

from collections.abc import Iterator

from exports.site.site_values import (
    SiteAnswerWords,
    SiteColumn,
    SiteParameter,
    SiteQuestion,
    SiteQuestions,
)
from graph.model.facts import Facts
from ontology.labels.dates import date_in_words
from ontology.labels.labels import schema_words
from ontology.schema.edtf import edtf_interval
from ontology.schema.fields import fields
from ontology.schema.kinds import THINGS, Stance
from queries.catalogue import WORD_COLUMN, AnswerColumn, Question, QuestionParameter, ValueType
from queries.first_question import first_question, first_value
from queries.parameters import choice_label, choices, clocks
from queries.question_groups import group_of, grouped_questions
from queries.rendering.answer_labels import only_names
from texts.tables import ANSWERS, APP


def question_data(facts: Facts, language: str) -> SiteQuestions:
    """All questions in the order of the page Ask, and that with which it begins."""
    return {
        "first": first_question(facts),
        "groups": {
            question.key: APP.say(f"question_group_{group_of(question.key)}", language)
            for question in grouped_questions(language)
        },
        "questions": [_question(facts, entry, language) for entry in grouped_questions(language)],
        "kinds": {
            kind.__name__: [thing.code for thing in facts.things_of(kind)] for kind in THINGS
        },
        "words": _words(facts, language),
    }


def _question(facts: Facts, question: Question, language: str) -> SiteQuestion:
    return {
        "key": question.key,
        "title": question.title.name(language),
        "question": question.question.name(language),
        "parameters": [
            _parameter(facts, question.key, parameter, language)
            for parameter in question.parameters
        ],
        "columns": [
            _column(column, language, is_left_out=only_names(column, question.columns))
            for column in question.columns
        ],
        "sparql": question.sparql,
    }


def _parameter(
    facts: Facts, question: str, parameter: QuestionParameter, language: str
) -> SiteParameter:
    """A parameter with its choices, and the value with which the page begins."""
    data: SiteParameter = {
        "key": parameter.key,
        "name": parameter.name.name(language),
        "type": "date",
        "example": parameter.example,
        "first": parameter.example,
    }
    match parameter.type:
        case ValueType.STANCE | ValueType.CLOCK:
            values = list(Stance) if parameter.type is ValueType.STANCE else clocks(facts)
            labels = [(str(value), choice_label(value, language)) for value in values]
            return data | {"type": "choice", "choices": labels}
        case ValueType.NUMBER:
            return data | {"type": "number"}
        case ValueType():
            return data
        case kinds:
            codes = [thing.code for thing in choices(facts, kinds)]
            first_choice = first_value(facts, question, parameter, codes)
            return data | {"type": "thing", "kinds": list(kinds), "first": first_choice}


def _column(column: AnswerColumn, language: str, *, is_left_out: bool) -> SiteColumn:
    return {
        "key": column.key,
        "type": column.type.value,
        "name": column.name.name(language),
        "of": list(column.choices),
        "is_word": column.choices == WORD_COLUMN or column.type.value == "word",
        "only_names": is_left_out,
    }


def _words(facts: Facts, language: str) -> SiteAnswerWords:
    """The names by which an answer's values are called."""
    return {
        "things": {code: facts.display_name(code, language) for code in facts.things},
        "dates": {date: date_in_words(date, language) for date in sorted({*_dates(facts)})},
        "schema": {key: word.name(language) for key, word in schema_words().items()},
        "values": {key: text for key, text in ANSWERS.in_language(language).items() if "." in key},
        "comma": ANSWERS.say("list_comma", language),
    }


def _dates(facts: Facts) -> Iterator[str]:
    """Every date of the facts in EDTF, and the first and the last day that it may mean."""
    for entry in (*facts.things.values(), *facts.statements.values()):
        for field in fields(type(entry)):
            value = getattr(entry, field.name)
            if field.is_date and value:
                yield str(value)
                days = edtf_interval(str(value))
                yield from (day.isoformat() for day in (days.earliest, days.latest) if day)
