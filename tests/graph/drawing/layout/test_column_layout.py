"""Places in a picture: the same for the same facts, in the order of time, never on each other."""

from __future__ import annotations

import pytest

from graph.drawing.layout.column_layout import ROW, TEXT_ROW, Layout, close_gaps
from graph.drawing.layout.lane_assignment import START_COLUMN, UNDATED_COLUMN
from graph.drawing.network_scene import network_layout, network_scene
from graph.links.diffusion_subgraph import story_codes
from graph.links.edge_bundle_index import bundle_index
from graph.links.edge_bundles import (
    MAIN_EDGE_TYPES,
    STANCES,
    EdgeBundle,
    bundle_types,
)
from graph.links.edge_filter import EdgeFilter, codes_inside, limit_nodes, select_bundles
from graph.model.facts import Facts
from graph.model.property_graph import PropertyGraph


@pytest.fixture(scope="module")
def small_layout(small_facts: Facts, small_graph: PropertyGraph) -> Layout:
    return network_layout(small_facts, bundle_index(small_facts))


def column_of(places: Layout, code: str) -> str:
    x = places.spots[code][0]
    return next(column.key for column in places.columns if column.left <= x < column.right)


def bundle(start: str, type: str, end: str, year: int | None = None) -> EdgeBundle:
    return EdgeBundle(f"{start}-{type}-{end}", start, type, end, "stated", year, ())


def test_everything_has_one_place_and_none_is_taken_twice(small_layout, small_facts):
    codes = {code for one in bundle_index(small_facts) for code in one.ends}
    assert set(small_layout.spots) == codes
    assert len(set(small_layout.spots.values())) == len(codes)


def test_no_two_things_of_a_column_reach_into_each_other(real_facts):
    places = network_layout(real_facts, bundle_index(real_facts))
    columns: dict[float, list[tuple[float, float]]] = {}
    for code, (x, y) in places.spots.items():
        half = (ROW + TEXT_ROW * places.room[code][1]) / 2
        columns.setdefault(x, []).append((y - half, y + half))
    for held in columns.values():
        held.sort()
        for (_, bottom), (top, _) in zip(held, held[1:], strict=False):
            assert bottom <= top + 0.01


@pytest.mark.parametrize("language", ["zh", "en"])
def test_names_in_the_story_are_whole(real_facts, language):
    found = select_bundles(real_facts, EdgeFilter(story_only=True))
    drawn = network_scene(
        real_facts, found.bundles, network_layout(real_facts, bundle_index(real_facts)), language
    )
    assert drawn["nodes"]
    assert [node["label"] for node in drawn["nodes"] if "…" in node["label"]] == []


def test_the_order_of_the_lines_changes_nothing(small_layout, small_facts, small_graph):
    reverse = list(reversed(bundle_index(small_facts)))
    assert network_layout(small_facts, reverse) == small_layout


def test_the_start_is_first_and_a_learner_stands_in_its_year(small_layout):
    assert column_of(small_layout, "11") == START_COLUMN == small_layout.columns[0].key
    assert column_of(small_layout, "12") == "2000"
    assert small_layout.columns[-1].key == UNDATED_COLUMN


def test_years_run_from_left_to_right_without_a_gap(small_layout):
    years = [int(one.key) for one in small_layout.columns[1:-1]]
    assert years == list(range(years[0], years[-1] + 1))
    ends = [(one.left, one.right) for one in small_layout.columns]
    assert all(right == left for (_, right), (left, _) in zip(ends, ends[1:], strict=False))


def test_a_filter_moves_nothing(small_layout, small_facts, small_graph):
    everything = select_bundles(small_facts, EdgeFilter())
    some = select_bundles(small_facts, EdgeFilter(types=frozenset({"LEARNED_FROM"})))
    assert 0 < len(some.bundles) < len(everything.bundles)
    spots = {
        node["id"]: (node["x"], node["y"])
        for node in network_scene(small_facts, everything.bundles, small_layout, "zh")["nodes"]
    }
    for node in network_scene(small_facts, some.bundles, small_layout, "en")["nodes"]:
        assert spots[node["id"]] == (node["x"], node["y"])


def test_a_tall_picture_is_closed_up_in_the_same_order(real_facts):
    places = network_layout(real_facts, bundle_index(real_facts))
    taken_up = select_bundles(
        real_facts, EdgeFilter(frozenset({"ADOPTED"}), mechanism="pay-reform")
    )
    near = close_gaps(places, taken_up.codes)
    order = sorted(near.spots, key=lambda code: places.spots[code][1])
    ys = [near.spots[code][1] for code in order]
    assert ys == sorted(ys)
    assert max(ys) - min(ys) < places.spots[order[-1]][1] - places.spots[order[0]][1]
    assert all(near.spots[code][0] == places.spots[code][0] for code in order)
    again = close_gaps(near, near.spots)
    assert [again.spots[code][1] for code in order] == pytest.approx(ys)


def test_nobody_is_dated_by_those_who_learn_from_them(small_facts):
    told = [bundle("12", "LEARNED_FROM", "21", 2005), bundle("21", "HAS_MODEL", "hill-vans")]
    assert column_of(network_layout(small_facts, told), "21") == UNDATED_COLUMN


def test_a_lesson_without_a_year_leaves_the_learner_without_one(small_facts):
    told = [bundle("12", "LEARNED_FROM", "21"), bundle("12", "HAS_MODEL", "birch-loans", 2001)]
    places = network_layout(small_facts, told)
    assert column_of(places, "12") == UNDATED_COLUMN
    assert column_of(places, "birch-loans") == "2001"


def test_nothing_to_draw_is_an_empty_layout(small_facts):
    assert network_layout(small_facts, []).spots == {}


def test_the_story_follows_lessons_and_does_not_lead_on_through_a_programme():
    told = [
        bundle("b", "LEARNED_FROM", "a"),
        bundle("c", "LEARNED_FROM", "b"),
        bundle("c", "DESIGNATED_AS", "p"),
        bundle("d", "DESIGNATED_AS", "p"),
        bundle("e", "ENDORSES", "a"),
        bundle("a", "LEARNED_FROM", "before"),
    ]
    assert story_codes(told, "a") == {"a", "b", "c", "p", "e"}


def test_one_line_for_two_statements_and_only_stated_ones_at_first(small_facts, small_graph):
    found = select_bundles(small_facts, EdgeFilter())
    lesson = next(one for one in found.bundles if one.id == "12-LEARNED_FROM-11")
    assert len(lesson.statements) == 3
    assert lesson.year == 2000
    assert {one.stance for one in found.bundles} == {"stated"}
    assert {one.type for one in found.bundles} <= set(MAIN_EDGE_TYPES)
    planned = select_bundles(small_facts, EdgeFilter(stances=frozenset({"planned"})))
    assert {one.stance for one in planned.bundles} == {"planned"}


def test_left_out_and_drawn_make_the_whole(small_facts, small_graph):
    every = EdgeFilter(frozenset(bundle_types()), stances=frozenset(STANCES))
    whole = select_bundles(small_facts, every)
    assert whole.left_out_count == 0
    assert len(whole.bundles) == whole.total
    part = select_bundles(small_facts, EdgeFilter(source="east-gazette"))
    assert 0 < len(part.bundles) < len(whole.bundles)
    assert len(part.bundles) + part.left_out_count == len(whole.bundles)
    assert all(
        any(small_facts.statements[id].source == "east-gazette" for id in one.statements)
        for one in part.bundles
    )


def test_years_leave_the_undated_in(small_facts, small_graph):
    found = select_bundles(small_facts, EdgeFilter(years=(2001, 2001)))
    dated = [one for one in found.bundles if one.when is not None]
    assert 0 < len(dated) < len(found.bundles)
    for one in dated:
        assert one.when.earliest.year <= 2001
    assert found.undated_count == len(found.bundles) - len(dated)
    assert "21-LEARNED_FROM-12" not in {one.id for one in found.bundles}


def test_a_place_brings_what_lies_in_it(small_facts, small_graph):
    assert {"10", "11", "12", "one-card"} <= codes_inside(small_facts, "10")
    found = select_bundles(small_facts, EdgeFilter(place="10"))
    region = codes_inside(small_facts, "10")
    assert found.bundles
    assert all(region.intersection((*one.ends,)) for one in found.bundles)


def test_a_picture_holds_so_many_things_and_the_lessons_come_first():
    told = [bundle(f"h{i}", "HAS_MODEL", f"m{i}") for i in range(10)]
    told.append(bundle("b", "LEARNED_FROM", "a"))
    kept = limit_nodes(told, limit=4)
    assert [one.type for one in kept] == ["LEARNED_FROM", "HAS_MODEL"]


def test_those_whom_a_line_joins_in_one_column_stand_so_far_apart_that_it_is_seen(small_facts):
    told = [bundle("12", "LEARNED_FROM", "11"), bundle("21", "ENDORSES", "12")]
    for places in (
        network_layout(small_facts, told),
        close_gaps(network_layout(small_facts, told), ["12", "21"]),
    ):
        assert column_of(places, "12") == column_of(places, "21") == UNDATED_COLUMN
        one, other = (places.spots[code] for code in ("12", "21"))
        assert one[0] == other[0]
        high = ROW + TEXT_ROW * places.room["12"][1]
        assert abs(one[1] - other[1]) >= high + 2 * TEXT_ROW
