"""Values of the facts in words, for one side of a change."""

from __future__ import annotations

from enum import StrEnum

from graph.model.facts import Facts
from ontology.labels.dates import date_in_words
from ontology.labels.labels import choice_name
from ontology.labels.labels import name as word
from ontology.schema.fields import fields
from ontology.schema.kinds import SELF, Kind, Statement
from ontology.schema.value_types import TextSpan
from queries.rendering.texts import phrase

# The sign for an empty field.
EMPTY_FIELD_SIGN = "—"


def claim(facts: Facts, statement: Statement, language: str) -> str:
    """A statement in one line: its two ends with the words between them."""
    edges = type(statement).edges
    if edges[0].start == SELF:  # such as a figure: its subject and its indicator
        names = [name_or_code(facts, str(getattr(statement, edge.end)), language) for edge in edges]
        return " · ".join(names)
    start, end = (str(getattr(statement, side)) for side in (edges[0].start, edges[0].end))
    relation = word(edges[0].type, language)
    return f"{name_or_code(facts, start, language)} {relation} {name_or_code(facts, end, language)}"


def name_or_code(facts: Facts, code: str, language: str) -> str:
    """A thing's name; the code of one that these facts do not have."""
    return facts.display_name(code, language) if code in facts.things else code


def spot(facts: Facts, statement: Statement, language: str) -> str:
    """Where a statement was read: the source and the characters."""
    spots = phrase("cited_spots", language, spots=f"{statement.start}–{statement.end}")
    title = phrase("cited_title", language, title=name_or_code(facts, statement.source, language))
    return f"{title}{phrase('comma', language)}{spots}"


def field_value(facts: Facts, kind: type[Kind], name: str, value: object, language: str) -> str:
    """The value of a field of a kind in words; "—" for nothing."""
    field = next(field for field in fields(kind) if field.name == name)
    parts = value if isinstance(value, tuple) else () if value is None else (value,)
    words = [
        date_in_words(str(part), language)
        if field.is_date
        else _with_code(facts, str(part), language)
        if field.referred_kinds
        else plain_value(part, language)
        for part in parts
    ]
    return phrase("list_comma", language).join(words) or EMPTY_FIELD_SIGN


def plain_value(value: object, language: str) -> str:
    """A value without a kind: a choice by its name, a span by its characters, a list joined."""
    match value:
        case None | ():
            return EMPTY_FIELD_SIGN
        case StrEnum():
            return choice_name(value, language)
        case TextSpan():
            return f"{value.start}–{value.end}"
        case tuple():
            return phrase("list_comma", language).join(plain_value(v, language) for v in value)
        case _:
            return str(value)


def _with_code(facts: Facts, code: str, language: str) -> str:
    name = name_or_code(facts, code, language)
    return code if name == code else phrase("coded_value", language, name=name, code=code)
