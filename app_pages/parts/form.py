"""The form of a question, made from its header."""

from __future__ import annotations

import streamlit as st

from app_pages.parts.address import choice
from app_pages.parts.language import language
from app_pages.parts.tables import names
from graph.facts import Facts
from ontology.kinds import Stance
from ontology.words import name as word
from queries.catalogue import Asked, Question, ValueType
from queries.choices import choices, value_of


def form(facts: Facts, asked: Question) -> dict[str, str | int] | None:
    """What the reader chose for each parameter; None if there is nothing to choose from.

    Raises BadParameter if something typed is not what the parameter takes.
    """
    given: dict[str, str | int] = {}
    columns = st.columns(max(1, len(asked.parameters)))
    for one, column in zip(asked.parameters, columns, strict=False):
        with column:
            typed = _typed(facts, one, f"{asked.key}.{one.key}")
        if typed is None:
            return None
        given[one.key] = value_of(facts, one, typed)
    return given


def _typed(facts: Facts, one: Asked, key: str) -> str | None:
    """One parameter: a thing by its name, a stance, a day or a number; first as in the example."""
    label = one.name.name(language())
    match one.type:
        case ValueType.STANCE:
            options, called = [str(stance) for stance in Stance], _stances()
        case ValueType():
            return str(st.text_input(label, str(one.example), key=key)).strip()
        case kinds:
            options = [thing.code for thing in choices(facts, kinds)]
            called = names(facts, language())
    if not options:
        return None
    likely = [str(one.example), facts.dataset.start or "", options[0]]
    default = next(code for code in likely if code in options)
    return choice(key, label, options, called.__getitem__, default)


def _stances() -> dict[str, str]:
    return {stance.value: word(f"Stance.{stance}", language()) for stance in Stance}
