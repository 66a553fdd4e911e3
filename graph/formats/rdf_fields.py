"""The RDF of each field of a kind: its property, and the literal of its value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache

import pyoxigraph as ox

from ontology.derive.iris import (
    EDTF,
    FIELDS_IN_SOURCE_LANGUAGE,
    LANGUAGE_OF,
    bound_iris,
    class_iri,
    iri,
    property_iri,
)
from ontology.schema.edtf import edtf_interval
from ontology.schema.fields import Field, fields
from ontology.schema.kinds import Kind, Statement

# The spot of a statement is written as evidence nodes, not as its own properties.
SPOT_FIELDS = {"start", "end", "sha256", "also_at"}
DECIMAL, DAY, INTEGER, DATE = (
    ox.NamedNode(name) for name in (iri("xsd:decimal"), iri("xsd:date"), iri("xsd:integer"), EDTF)
)


@dataclass(frozen=True, slots=True)
class RdfField:
    """A field in RDF: its property, and its literal unless it names a thing.

    `bounds` are the properties of the days that a date may mean, see `bound_iris`.
    """

    name: str
    is_list: bool
    property: ox.NamedNode
    literal: Callable[..., ox.Literal] | None
    bounds: tuple[ox.NamedNode, ...]


@cache
def class_of(kind: type[Kind]) -> ox.NamedNode:
    """The class of a kind."""
    return ox.NamedNode(class_iri(kind))


@cache
def rdf_fields(kind: type[Kind], named_in: str) -> tuple[RdfField, ...]:
    """The fields of a kind in RDF; not the spot of a statement.

    `named_in` is the language in which the dataset's sources name things.
    """
    spot = SPOT_FIELDS if issubclass(kind, Statement) else set()
    return tuple(_form(kind, field, named_in) for field in fields(kind) if field.name not in spot)


def integer(number: int) -> ox.Literal:
    """A whole number."""
    return ox.Literal(str(number), datatype=INTEGER)


@lru_cache(maxsize=10_000)
def day_literals(date_text: str) -> tuple[ox.Literal | None, ...]:
    """The first and the last day that a date may mean, and the day by which it has begun.

    None stands for a day that is not known.
    """
    when = edtf_interval(date_text)
    return tuple(_day(day) if day else None for day in (when.earliest, when.latest, when.begun_by))


def _form(kind: type[Kind], field: Field, named_in: str) -> RdfField:
    return RdfField(
        field.name,
        field.is_list,
        ox.NamedNode(property_iri(field.name)),
        None if field.referred_kinds else _literal(field, named_in),
        _bounds(kind, field),
    )


def _bounds(kind: type[Kind], field: Field) -> tuple[ox.NamedNode, ...]:
    return tuple(map(ox.NamedNode, bound_iris(kind, field.name))) if field.is_date else ()


def _literal(field: Field, named_in: str) -> Callable[..., ox.Literal]:
    """How the literal of a field's value is made."""
    language = named_in if field.name in FIELDS_IN_SOURCE_LANGUAGE else LANGUAGE_OF.get(field.name)
    if language:
        return lambda text: ox.Literal(text, language=language)
    if field.is_date:
        return _date
    if issubclass(field.value_type, StrEnum):
        return _choice
    by_type: dict[type, Callable[..., ox.Literal]] = {Decimal: _decimal, date: _day, int: integer}
    return by_type.get(field.value_type, ox.Literal)


def _decimal(number: Decimal) -> ox.Literal:
    # without an exponent, which xsd:decimal does not have
    return ox.Literal(f"{number:f}", datatype=DECIMAL)


@lru_cache(maxsize=10_000)
def _day(day: date) -> ox.Literal:
    return ox.Literal(day.isoformat(), datatype=DAY)


@lru_cache(maxsize=10_000)
def _date(date_text: str) -> ox.Literal:
    return ox.Literal(date_text, datatype=DATE)


@cache
def _choice(value: StrEnum) -> ox.Literal:
    return ox.Literal(value.value)
