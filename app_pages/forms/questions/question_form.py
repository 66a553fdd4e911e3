"""The form of a question, made from its header; the values are in the page's address."""

from __future__ import annotations

from functools import partial

import streamlit as st

from app_pages.components.picker import pick_one
from app_pages.state.language import language, say
from app_pages.state.url_codec import ChoicePart, ShortText, UrlPart
from app_pages.state.widget_state import persistent_widget
from graph.model.facts import Facts
from ontology.schema.kinds import Stance
from queries.catalogue import BadParameter, Question, QuestionParameter, ValueType
from queries.first_question import first_value
from queries.parameters import choice_label, choices, clocks, value_of


def question_parts(facts: Facts, question: Question) -> list[UrlPart]:
    """The parameters of a question as parts of the view; at first those of the worked example."""
    return [
        _part(facts, parameter, f"{question.key}.{parameter.key}")
        for parameter in question.parameters
    ]


def question_form(facts: Facts, question: Question) -> dict[str, str | int] | None:
    """The reader's value for each parameter; None if there is nothing to choose from.

    Raises BadParameter if a typed value is not one that the parameter takes.
    """
    values: dict[str, str | int] = {}
    columns = st.columns(max(1, len(question.parameters)))
    parts = question_parts(facts, question)
    for parameter, part, column in zip(question.parameters, parts, columns, strict=False):
        if part.default is None:
            return None
        if parameter.type is ValueType.CLOCK and len(clocks(facts)) == 1:
            values[parameter.key] = parameter.example
            continue
        with column:
            values[parameter.key] = value_of(
                facts, parameter, _parameter_value(facts, parameter, part)
            )
    return values


def _part(facts: Facts, parameter: QuestionParameter, key: str) -> UrlPart:
    match parameter.type:
        case ValueType.STANCE:
            stances = [str(stance) for stance in Stance]
            return ChoicePart(parameter.key, key, stances, str(parameter.example))
        case ValueType.CLOCK:
            entries = clocks(facts)
            example = str(parameter.example)
            return ChoicePart(
                parameter.key, key, entries, example if example in entries else entries[0]
            )
        case ValueType():
            return ShortText(
                parameter.key, key, str(parameter.example), partial(_takes, facts, parameter)
            )
        case kinds:
            options = [thing.code for thing in choices(facts, kinds)]
    name = key.partition(".")[0]
    return ChoicePart(parameter.key, key, options, first_value(facts, name, parameter, options))


def _takes(facts: Facts, parameter: QuestionParameter, text: str) -> bool:
    """Whether the typed text is a value that the parameter takes."""
    try:
        value_of(facts, parameter, text)
    except BadParameter:
        return False
    return True


def _parameter_value(facts: Facts, parameter: QuestionParameter, part: UrlPart) -> str:
    """One parameter: a thing by its name, a choice, a day or a number."""
    label = parameter.name.name(language())
    if isinstance(part, ChoicePart) and not isinstance(parameter.type, ValueType):
        st.session_state.setdefault(part.key, part.default)
        return str(pick_one(facts, part.key, label, list(part.options), may_be_none=False))

    def draw(widget_key: str, _: str | None) -> str:
        return _typed_or_choice(label, part, widget_key, _day_help(facts, parameter))

    return persistent_widget(part.key, str(part.default), draw)


def _typed_or_choice(label: str, part: UrlPart, widget_key: str, help: str | None) -> str:
    if not isinstance(part, ChoicePart):
        return str(st.text_input(label, key=widget_key, help=help)).strip()
    labels = {value: choice_label(value, language()) for value in part.options}
    return str(
        st.selectbox(label, list(labels), format_func=labels.__getitem__, key=widget_key, help=help)
    )


def _day_help(facts: Facts, parameter: QuestionParameter) -> str | None:
    """What a day or a clock may be where there are releases."""
    versions = ", ".join(entry.version for entry in facts.releases)
    match parameter.type:
        case ValueType.FIRST_DAY | ValueType.LAST_DAY if versions:
            return say(f"{parameter.type}_help", versions=versions)
        case ValueType.CLOCK:
            return say("clock_help")
        case _:
            return None
