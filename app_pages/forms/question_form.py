"""The form of a question, made from its header; what is chosen stands in the page's address."""

from __future__ import annotations

from functools import partial

import streamlit as st

from app_pages.components.picker import pick_one
from app_pages.state.language import language
from app_pages.state.url_codec import One, Part, Text
from app_pages.state.widget_state import persistent_widget
from graph.model.facts import Facts
from ontology.labels.labels import name as word
from ontology.schema.kinds import Stance
from queries.catalogue import BadParameter, Parameter, Question, ValueType
from queries.parameters import choices, value_of


def form_parts(facts: Facts, asked: Question) -> list[Part]:
    """The parameters of a question as parts of the view; first as in the worked example."""
    return [_part(facts, one, f"{asked.key}.{one.key}") for one in asked.parameters]


def form(facts: Facts, asked: Question) -> dict[str, str | int] | None:
    """What the reader chose for each parameter; None if there is nothing to choose from.

    Raises BadParameter if something typed is not what the parameter takes.
    """
    given: dict[str, str | int] = {}
    columns = st.columns(max(1, len(asked.parameters)))
    parts = form_parts(facts, asked)
    for one, part, column in zip(asked.parameters, parts, columns, strict=False):
        if part.default is None:
            return None
        with column:
            given[one.key] = value_of(facts, one, _chosen(facts, one, part))
    return given


def _part(facts: Facts, one: Parameter, key: str) -> Part:
    match one.type:
        case ValueType.STANCE:
            options = [str(stance) for stance in Stance]
        case ValueType():
            return Text(one.key, key, str(one.example), partial(_takes, facts, one))
        case kinds:
            options = [thing.code for thing in choices(facts, kinds)]
    likely = [str(one.example), facts.dataset.start or "", *options]
    return One(one.key, key, options, next((code for code in likely if code in options), None))


def _takes(facts: Facts, asked: Parameter, text: str) -> bool:
    """Whether what is typed is a value that the parameter takes."""
    try:
        value_of(facts, asked, text)
    except BadParameter:
        return False
    return True


def _chosen(facts: Facts, one: Parameter, part: Part) -> str:
    """One parameter: a thing by its name, a stance, a day or a number."""
    label = one.name.name(language())
    if isinstance(part, One) and one.type is not ValueType.STANCE:
        st.session_state.setdefault(part.key, part.default)
        return str(pick_one(facts, part.key, label, list(part.options), may_be_none=False))

    def draw(widget_key: str, _: str | None) -> str:
        return _typed_or_stance(label, part, widget_key)

    return persistent_widget(part.key, str(part.default), draw)


def _typed_or_stance(label: str, part: Part, own: str) -> str:
    if not isinstance(part, One):
        return str(st.text_input(label, key=own)).strip()
    called = _stances()
    return str(st.selectbox(label, list(part.options), format_func=called.__getitem__, key=own))


def _stances() -> dict[str, str]:
    return {stance.value: word(f"Stance.{stance}", language()) for stance in Stance}
