"""The fields of the kinds, read off their types."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ontology.schema.fields import Field, content_fields, fields, kind_by_name, reference_fields
from ontology.schema.kinds import (
    SELF,
    STATEMENTS,
    TABLES,
    THINGS,
    Indicator,
    Kind,
    LearnedFrom,
    Learning,
    Measurement,
    Mechanism,
    Statement,
)
from ontology.schema.value_types import TextSpan

EVERY_KIND = pytest.mark.parametrize("kind", TABLES, ids=lambda kind: kind.__name__)


def field(kind: type[Kind], name: str) -> Field:
    return next(field for field in fields(kind) if field.name == name)


@EVERY_KIND
def test_every_reference_names_kinds_of_things_that_exist(kind):
    things = {thing.__name__ for thing in THINGS}
    for one in reference_fields(kind):
        assert set(one.referred_kinds) <= things


@EVERY_KIND
def test_a_kind_is_found_by_its_name(kind):
    assert kind_by_name(kind.__name__) is kind


@EVERY_KIND
def test_every_written_field_has_the_field_that_was_read_from_it(kind):
    names = {one.name for one in fields(kind)}
    for one in fields(kind):
        if one.is_wording:
            assert one.name.removesuffix("_written") in names


@EVERY_KIND
def test_every_edge_joins_reference_fields_of_its_kind(kind):
    refers = {one.name for one in reference_fields(kind)}
    for edge in kind.edges:
        assert edge.end in refers
        assert edge.start in refers | {SELF}


@pytest.mark.parametrize("kind", STATEMENTS, ids=lambda kind: kind.__name__)
def test_every_statement_makes_an_edge_and_is_dated_by_a_date(kind):
    assert kind.edges
    if kind.date_field is not None:
        assert field(kind, kind.date_field).is_date


@pytest.mark.parametrize("kind", STATEMENTS, ids=lambda kind: kind.__name__)
def test_a_statement_begins_with_what_it_says_and_ends_with_where_it_was_read(kind):
    names = [one.name for one in fields(kind)]
    own = [one.name for one in content_fields(kind)]
    assert names == own + [name for name in Statement.model_fields if name in names]


def test_a_field_knows_what_it_holds_and_whether_it_is_required_or_many():
    plain = Field("", str, required=False, is_list=False, referred_kinds=(), is_date=False)
    how = replace(plain, name="how", value_type=Learning, required=True)
    assert field(LearnedFrom, "how") == how
    assert field(LearnedFrom, "when") == replace(plain, name="when", is_date=True)
    also_at = replace(plain, name="also_at", value_type=TextSpan, is_list=True)
    assert field(LearnedFrom, "also_at") == also_at
    assert field(LearnedFrom, "accepted").value_type is date
    assert field(Measurement, "value").value_type is Decimal
    broader = replace(plain, name="broader", is_list=True, referred_kinds=("Mechanism",))
    assert field(Mechanism, "broader") == broader
    assert field(Indicator, "unit").referred_kinds == ("Unit",)
    assert field(Measurement, "start").value_type is int


def test_a_choice_lists_its_values_and_another_field_none():
    assert field(LearnedFrom, "how").choices == ("learned", "adapted", "visited")
    assert field(LearnedFrom, "learner").choices == ()


def test_a_type_that_no_table_can_hold_is_refused():
    class Odd(Kind):
        thing: Any

    with pytest.raises(TypeError, match="Odd.thing"):
        fields(Odd)


def test_an_unknown_kind_has_no_name():
    with pytest.raises(KeyError):
        kind_by_name("Sentence")
