"""What stands out: years add up to the dated statements, and the most stated has no rival."""

from __future__ import annotations

from graph.lookup.browse_list import statement_year
from graph.lookup.overview import counts_by_year, most_stated_codes, newest_sources
from ontology.schema.kinds import Mechanism, Place, Source


def test_the_years_count_every_dated_statement_once(small_facts):
    counts = counts_by_year(small_facts)
    dated = [s for s in small_facts.statements.values() if statement_year(s) is not None]
    assert sum(entry.count for entry in counts) == len(dated) > 0
    assert [(entry.year, entry.kind) for entry in counts] == sorted(
        {(entry.year, entry.kind) for entry in counts}
    )


def test_of_each_kind_nothing_is_stated_on_more_than_on_the_first(small_facts):
    place, mechanism = most_stated_codes(small_facts, (Place, Mechanism))
    for code, kind in ((place, Place), (mechanism, Mechanism)):
        counts = [
            len(small_facts.statements_naming.get(thing.code, ()))
            for thing in small_facts.things_of(kind)
        ]
        assert len(small_facts.statements_naming[code]) == max(counts)


def test_the_newest_sources_come_first_and_undated_ones_not_at_all(small_facts):
    every = newest_sources(small_facts, 100)
    days = [str(source.published) for source in every]
    assert days == sorted(days, reverse=True)
    assert {s.code for s in every} == {s.code for s in small_facts.things_of(Source) if s.published}
    assert newest_sources(small_facts, 1) == every[:1]
