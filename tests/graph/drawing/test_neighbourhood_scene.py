"""What lies around a thing: it grows without anything moving, and all that is told is counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.drawing.layout.ring_layout import COUNTS, ring_spots
from graph.drawing.neighbourhood_scene import BENDS, neighbourhood, neighbourhood_scene, usual_types
from graph.links.edge_bundle_index import EdgeBundleIndex, bundle_index
from graph.links.edge_bundles import MAIN_EDGE_TYPES, EdgeBundle, bundle_types
from graph.links.edge_filter import EdgeFilter
from ontology.schema.kinds import Stance

EVERYTHING = EdgeFilter(types=frozenset(bundle_types()), stances=frozenset(Stance))
ALDER, BIRCH, CEDAR, DOGWOOD = "11", "12", "21", "22"
THINGS = [ALDER, BIRCH, CEDAR, DOGWOOD, "one-card", "shared-card", "ministry-of-reading"]


def test_a_start_has_its_neighbours_and_no_others(small_facts, small_graph):
    found = neighbourhood(small_facts, bundle_index(small_facts), [ALDER], EVERYTHING)
    assert {bundle.id for bundle in found.bundles} == {
        bundle.id for bundle in bundle_index(small_facts) if ALDER in bundle.ends
    }


def test_what_is_implied_is_off_at_first_and_counted_apart(small_facts, small_graph):
    types = frozenset(bundle_types())
    stated = neighbourhood(
        small_facts, bundle_index(small_facts), [DOGWOOD], EdgeFilter(types=types)
    )
    assert set(stated.stances) == {"stated"}
    both = frozenset({"stated", "implied"})
    more = neighbourhood(
        small_facts,
        bundle_index(small_facts),
        [DOGWOOD],
        EdgeFilter(types=types, stances=both),
    )
    assert more.stances["stated"] == stated.stances["stated"]
    assert more.stances["implied"] == 2  # its book vans, and the zone within it
    assert more.left_out_count == stated.left_out_count - 2


@pytest.mark.parametrize("choice", [EVERYTHING, EdgeFilter(), EdgeFilter(source="hill-notes")])
@pytest.mark.parametrize("grown", [[ALDER], [ALDER, BIRCH], [DOGWOOD, CEDAR, BIRCH]])
def test_drawn_left_out_and_without_room_are_all_that_is_told(
    small_facts, small_graph, grown, choice
):
    found = neighbourhood(small_facts, bundle_index(small_facts), grown, choice)
    told = [bundle for bundle in bundle_index(small_facts) if set(grown) & set(bundle.ends)]
    assert len(found.bundles) + found.left_out_count + found.no_room == len(told)


def test_only_neighbours_of_the_kinds_asked_for(small_facts, small_graph):
    found = neighbourhood(
        small_facts, bundle_index(small_facts), [ALDER], EVERYTHING, ["ReformModel"]
    )
    others = found.codes - {ALDER}
    assert others == {"one-card"}


def test_a_mechanism_brings_its_narrower_ones_and_a_place_what_lies_in_it(small_facts, small_graph):
    lending = EdgeFilter(EVERYTHING.types, EVERYTHING.stances, mechanism="lending")
    found = neighbourhood(small_facts, bundle_index(small_facts), [ALDER], lending)
    assert {"shared-card", "mobile-library"} <= found.codes
    assert "reading-congress" not in found.codes
    inside = EdgeFilter(EVERYTHING.types, EVERYTHING.stances, place="22")
    assert (
        "dogwood-library"
        in neighbourhood(small_facts, bundle_index(small_facts), [DOGWOOD], inside).codes
    )


def test_a_line_that_no_longer_leads_to_the_start_is_not_drawn(small_facts, small_graph):
    # Birch is opened, but the lines between it and the start are filtered out
    choice = EdgeFilter(types=frozenset({"HAS_MODEL"}))
    found = neighbourhood(small_facts, bundle_index(small_facts), [ALDER, BIRCH], choice)
    assert "birch-loans" not in found.codes
    assert found.no_room == 1


@given(st.lists(st.sampled_from(THINGS), min_size=2, unique=True))
def test_growing_moves_nothing(small_facts, grown):
    bundles = bundle_index(small_facts)
    whole = ring_spots(bundles, grown)
    for count in range(1, len(grown)):
        before = ring_spots(bundles, grown[:count])
        assert {code: whole[code] for code in before} == before


@given(st.lists(st.sampled_from(THINGS), min_size=1, unique=True))
def test_no_two_things_share_a_place(small_facts, grown):
    spots = ring_spots(bundle_index(small_facts), grown)
    assert len(set(spots.values())) == len(spots)


def test_a_filter_moves_nothing(small_facts, small_graph):
    whole = neighbourhood(small_facts, bundle_index(small_facts), [ALDER, BIRCH], EVERYTHING).spots
    for choice in (EdgeFilter(), EdgeFilter(source="hill-notes"), EdgeFilter(years=(1990, 2001))):
        assert (
            neighbourhood(small_facts, bundle_index(small_facts), [ALDER, BIRCH], choice).spots
            == whole
        )


def test_what_the_main_links_name_stands_nearest(small_facts):
    bundles = bundle_index(small_facts)
    spots = ring_spots(bundles, [ALDER])

    def distances(*, type_is_main: bool) -> list[float]:
        codes = {
            code
            for bundle in bundles
            if ALDER in bundle.ends and (bundle.type in MAIN_EDGE_TYPES) == type_is_main
            for code in bundle.ends
        }
        return [spots[code][0] ** 2 + spots[code][1] ** 2 for code in codes - {ALDER}]

    assert max(distances(type_is_main=True)) < sum(distances(type_is_main=False)) / len(
        distances(type_is_main=False)
    )


def test_more_than_the_rings_hold_is_counted_and_not_piled_up(small_graph):
    count = sum(COUNTS)
    many = [
        EdgeBundle(f"{n}", "start", "ADOPTED", f"m{n}", "stated", None, (f"s{n}",))
        for n in range(count + 5)
    ]
    assert len(ring_spots(many, ["start"])) == count + 1


def test_a_thing_without_main_links_shows_all_its_links(small_facts):
    assert usual_types(bundle_index(small_facts), "night-opening") == bundle_types()
    assert usual_types(bundle_index(small_facts), ALDER) == MAIN_EDGE_TYPES


@pytest.mark.parametrize("language", ["zh", "en"])
def test_lines_between_the_same_two_things_bend_apart(small_facts, small_graph, language):
    found = neighbourhood(small_facts, bundle_index(small_facts), [BIRCH], EVERYTHING)
    drawn = neighbourhood_scene(small_facts, found, language)
    assert drawn["columns"] == []
    bends: dict[frozenset, list] = {}
    for edge in drawn["edges"]:
        bends.setdefault(frozenset((edge["from"], edge["to"])), []).append(str(edge["path"]))
    assert all(len(set(some)) == len(some) for some in bends.values())
    assert len(BENDS) == len(set(BENDS))


def test_nothing_told_is_an_empty_neighbourhood(small_facts):
    found = neighbourhood(small_facts, EdgeBundleIndex((), {}), [ALDER], EVERYTHING)
    assert found.bundles == () and found.left_out_count == found.no_room == 0
