"""Figures side by side: those of one unit in a table, by subject and period."""

from __future__ import annotations

from dataclasses import replace

from graph.compare.figure_tables import figure_tables
from ontology.schema.kinds import Measurement


def test_the_figures_of_one_unit_share_a_table(small_facts):
    (table,) = figure_tables(small_facts, "holdings")
    assert table.unit == ("volume", None)
    assert {subject for _, subject in table.rows} == {"dogwood-library", "23"}
    (id,) = table.cells[("holdings", "23"), ""]
    assert isinstance(small_facts.statements[id], Measurement)


def test_figures_of_narrower_indicators_count_and_units_stand_apart(small_facts):
    things = dict(small_facts.things)
    for code in ("loans", "vans"):
        things[code] = things[code].model_copy(update={"broader": ("holdings",)})
    facts = replace(small_facts, things=things)
    tables = figure_tables(facts, "holdings")
    assert [table.unit[0] for table in tables] == ["volume", "vehicle"]
    volumes = tables[0]
    assert {indicator for indicator, _ in volumes.rows} == {"holdings", "loans"}
    assert volumes.periods[-1] == "" and "2005" in volumes.periods
    assert figure_tables(small_facts, "350400") == ()
