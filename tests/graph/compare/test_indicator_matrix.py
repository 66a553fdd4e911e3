"""Figures stand in one row only where they can be set against each other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from graph.compare.indicator_matrix import Relation, figure_rows
from graph.model.facts import Facts, build_facts
from ontology.schema.kinds import Bound, Measurement, Stance

ALDER, ELM = "11", "23"


@pytest.fixture
def figure(small_facts: Facts) -> Measurement:
    """Alder's book vans of 2005."""
    return next(
        one
        for one in small_facts.statements_of(Measurement)
        if (one.subject, one.indicator) == (ALDER, "vans")
    )


def rows_beside(held: Facts, figure: Measurement, first: dict, other: dict) -> list:
    """The rows of the book vans of Alder and Elm when these are all that is told of them."""
    kept = [one for one in held.statements.values() if not isinstance(one, Measurement)]
    two = [figure.model_copy(update=first), figure.model_copy(update={"subject": ELM, **other})]
    return figure_rows(build_facts(held.dataset, held.things.values(), [*kept, *two]), [ALDER, ELM])


def number(value: str, bound: Bound = Bound.EQUAL) -> dict:
    return {"value": Decimal(value), "bound": bound}


@pytest.mark.parametrize(
    ("first", "other", "relation"),
    [
        (number("30"), number("30"), Relation.SAME),
        (number("30"), number("30.0"), Relation.SAME),
        (number("30"), number("31"), Relation.DIFFERENT),
        (number("30", Bound.ABOVE), number("30"), Relation.DIFFERENT),
        (number("30", Bound.AT_LEAST), number("30"), Relation.OPEN),
        (number("30", Bound.ABOVE), number("40"), Relation.OPEN),
        (number("30", Bound.BELOW), number("40", Bound.AT_LEAST), Relation.DIFFERENT),
        (number("30", Bound.ABOUT), number("900"), Relation.OPEN),
        (number("30", Bound.ABOVE), number("30", Bound.ABOVE), Relation.OPEN),
    ],
)
def test_bounds_decide_what_can_be_said(small_facts, figure, first, other, relation):
    (row,) = rows_beside(small_facts, figure, first, other)
    assert row.relation is relation
    assert [len(cell) for cell in row.cells] == [1, 1]


@pytest.mark.parametrize(
    "change",
    [{"unit": "volume"}, {"period": "2006"}, {"period": None}, {"per": "year"}]
    + [{"stance": Stance.PLANNED}],
)
def test_another_unit_period_span_or_a_plan_has_a_row_of_its_own(small_facts, figure, change):
    rows = rows_beside(small_facts, figure, {}, change)
    assert [row.relation for row in rows] == [Relation.UNLIKE, Relation.UNLIKE]
    assert all(sum(map(bool, row.cells)) == 1 for row in rows)


def test_without_a_period_nothing_is_set_against_anything(small_facts, figure):
    (row,) = rows_beside(small_facts, figure, {"period": None}, {"period": None})
    assert row.relation is Relation.UNLIKE


def test_what_one_place_only_has_stands_last(small_facts):
    rows = figure_rows(small_facts, [ALDER, ELM])
    alone = [row.relation is Relation.ALONE for row in rows]
    assert alone == sorted(alone)
    assert {row.indicator for row in rows if row.relation is Relation.UNLIKE} == {"vans"}


def test_a_figure_belongs_to_the_subject_that_the_sentence_names(small_facts):
    assert figure_rows(small_facts, ["22"]) == []  # its library has one, the city has none


def test_what_is_denied_is_no_figure(small_facts, figure):
    rows = rows_beside(small_facts, figure, {}, {"stance": Stance.DENIED})
    assert [row.cells[1] for row in rows] == [()]


def test_only_the_indicators_asked_for_are_listed(small_facts):
    rows = figure_rows(small_facts, [ALDER], ["vans"])
    assert {row.indicator for row in rows} == {"vans"}
