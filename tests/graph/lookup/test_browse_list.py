"""The lists to browse: how much is stated of each thing, where it lies, what is below it."""

from __future__ import annotations

from graph.lookup.browse_list import ListFilter, children_of, facet_counts, listed_things, years_of
from ontology.schema.kinds import Mechanism, Place, Source


def test_a_list_counts_the_statements_on_each_thing(small_facts):
    places = listed_things(small_facts, Place)
    assert [place.code for place in places] == [p.code for p in small_facts.things_of(Place)]
    for place in places:
        assert place.statements == len(small_facts.statements_naming.get(place.code, ()))
        assert (place.first_year is None) == (place.last_year is None)
        assert place.first_year is None or place.first_year <= place.last_year


def test_a_place_lies_in_a_region_and_a_source_in_none(small_facts):
    regions = {place.code: place.region for place in listed_things(small_facts, Place)}
    assert all(region in small_facts.things for region in regions.values())
    assert {source.region for source in listed_things(small_facts, Source)} == {None}


def test_every_mechanism_stands_in_the_tree_below_its_broader_one(small_facts):
    mechanisms = small_facts.things_of(Mechanism)
    below = children_of(small_facts, mechanisms)
    assert {code for codes in below.values() for code in codes} == {m.code for m in mechanisms}
    for mechanism in mechanisms:
        for parent in mechanism.broader or ("",):
            assert mechanism.code in below[parent]


def test_a_facet_counts_what_each_value_would_leave(small_facts):
    places = listed_things(small_facts, Place)
    sorts, regions = facet_counts(places, ListFilter())
    assert sum(sorts.values()) == len(places)
    region = max(regions, key=lambda code: regions[code])
    narrowed, same = facet_counts(places, ListFilter(region=region))
    assert sum(narrowed.values()) == regions[region] < len(places)
    assert same == regions  # one may still change to each other region


def test_years_leave_things_with_a_statement_of_them(small_facts):
    places = listed_things(small_facts, Place)
    ends = years_of(places)
    assert ends is not None
    dated = [place for place in places if place.first_year is not None]
    assert [place for place in places if ListFilter(years=ends).admits(place)] == dated
    assert not any(ListFilter(years=(1500, 1501)).admits(place) for place in places)
