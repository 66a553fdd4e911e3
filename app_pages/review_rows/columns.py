"""The forms of the kinds of rows that a curator fills in: the columns, with their choices."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from app_pages.review_rows.component_types import ReviewCandidate, ReviewColumn, ReviewForm
from graph.model.statement_content import snake
from ontology.labels.labels import name
from ontology.schema.fields import Field, content_fields, fields
from ontology.schema.kinds import STATEMENTS, THINGS, Kind, Person, Source, Statement

# The columns that a curator fills in for every statement, besides its own fields.
COLUMNS_OF_STATEMENTS = ("stance", "as_of", "dated_by")
# Kinds without a form: sources are added with their texts, persons only as numbers of a study.
NOT_BY_HAND = (Source, Person)
SOURCE = snake(Source.__name__)


@cache
def statement_forms(language: str) -> Mapping[str, ReviewForm]:
    """Each kind of statement by its table: label, columns, and the column of its subject."""
    return {snake(kind.__name__): _form(kind, language) for kind in STATEMENTS}


@cache
def source_form(language: str) -> ReviewForm:
    """The form of a source."""
    return _form(Source, language)


@cache
def thing_forms(language: str, needed_languages: tuple[str, ...] = ()) -> Mapping[str, ReviewForm]:
    """Each kind of thing that may be added by hand, by its table.

    It must have a name in each of the needed languages.
    """
    kinds = (kind for kind in THINGS if kind not in NOT_BY_HAND)
    forms = {snake(kind.__name__): _form(kind, language) for kind in kinds}
    names = {f"name_{needed_language}" for needed_language in needed_languages}
    for form in forms.values():
        for column in form["columns"]:
            column["required"] |= column["name"] in names
    return forms


def form_of(table: str, language: str) -> ReviewForm:
    """The form of a table of statements or things."""
    if table == SOURCE:
        return source_form(language)
    return statement_forms(language).get(table) or thing_forms(language)[table]


@cache
def thing_tables() -> frozenset[str]:
    """The tables of things."""
    return frozenset(snake(kind.__name__) for kind in THINGS)


@cache
def table_kinds() -> Mapping[str, type[Kind]]:
    """The kinds by their tables."""
    return {snake(kind.__name__): kind for kind in (*STATEMENTS, *THINGS)}


@cache
def subject_column(table: str) -> str:
    """The column with the subject of a row: the first that holds an actor or a thing."""
    referring = (field.name for field in form_fields(table_kinds()[table]) if field.referred_kinds)
    return next(referring, "")


def form_fields(kind: type[Kind]) -> tuple[Field, ...]:
    """The fields of a kind that a curator fills in, in the order of its table."""
    if not issubclass(kind, Statement):
        return fields(kind)
    fields_about_statement = [
        field for field in fields(kind) if field.name in COLUMNS_OF_STATEMENTS
    ]
    return (*content_fields(kind), *fields_about_statement)


def _form(kind: type[Kind], language: str) -> ReviewForm:
    table = snake(kind.__name__)
    return {
        "label": name(kind.__name__, language),
        "columns": [_column(field, language) for field in form_fields(kind)],
        "subject": subject_column(table),
    }


def _column(field: Field, language: str) -> ReviewColumn:
    choices: list[ReviewCandidate] = [
        {"value": value, "name": name(f"{field.value_type.__name__}.{value}", language), "more": ""}
        for value in field.choices
    ]
    return {
        "name": field.name,
        "label": name(field.name, language),
        "type": _type(field),
        "required": field.required,
        "choices": choices,
        "kinds": [snake(kind) for kind in field.referred_kinds],
    }


def _type(field: Field) -> str:
    if field.referred_kinds:
        return "thing"
    if field.choices:
        return "choice"
    if field.is_date:
        return "date"
    return "number" if field.value_type in (int, Decimal) else "text"
