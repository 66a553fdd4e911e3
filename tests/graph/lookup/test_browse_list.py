"""The lists to browse: how much is stated of each thing, where it lies, what is below it."""

from __future__ import annotations

from graph.lookup.browse_list import children_of, listed_things
from ontology.schema.kinds import Mechanism, Place, Source


def test_a_list_counts_the_statements_on_each_thing(small_facts):
    places = listed_things(small_facts, Place)
    assert [place.code for place in places] == [p.code for p in small_facts.things_of(Place)]
    for place in places:
        assert place.statements == len(small_facts.statements_naming.get(place.code, ()))
        assert (place.first is None) == (place.last is None)
        assert place.first is None or place.first <= place.last


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
