"""The map: true areas, arcs from teacher to learner, and nothing dropped that has no spot."""

from __future__ import annotations

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.drawing.layout.edge_path import middle
from graph.drawing.layout.map_projection import Projection, projection
from graph.drawing.maps.map_scene import WIDTH, map_scene
from graph.links.edge_bundles import STANCES, bundle_types
from graph.links.edge_filter import EdgeFilter, select_bundles
from graph.lookup.coordinates import coordinates
from graph.model.outlines import Frame

EVERYTHING = EdgeFilter(frozenset(bundle_types()), stances=frozenset(STANCES))
FRAMES = [
    Frame(73, 17.6, 135.5, 54),
    Frame(-10, 35, 30, 70),
    Frame(110, -45, 155, -10),
    Frame(-20, -12, 20, 12),
]


@pytest.fixture(scope="module")
def small_map(mapped_facts, mapped_graph):
    found = select_bundles(mapped_facts, EVERYTHING)
    made = map_scene(mapped_facts, found.bundles, coordinates(mapped_facts), "en")
    assert made is not None
    return found.bundles, made


def area(view: Projection, west: float, south: float, step: float = 0.01) -> float:
    """The area of a small piece of the earth in the picture, for one of the same true area."""
    east, north = west + step, south + step
    corners = [(west, south), (east, south), (east, north), (west, north)]
    points = [view.point(corner) for corner in corners]
    pairs = zip(points, points[1:] + points[:1], strict=True)
    twice = sum(x * v - u * y for (x, y), (u, v) in pairs)
    return abs(twice) / 2 / math.cos(math.radians(south + step / 2))


@pytest.mark.parametrize("frame", FRAMES)
@given(data=st.data())
def test_the_map_keeps_areas_true_and_all_of_its_frame(frame, data):
    view = projection(frame, 1000)
    east = st.floats(frame.west, frame.east - 0.01)
    north = st.floats(frame.south, frame.north - 0.01)
    one, other = ((data.draw(east), data.draw(north)) for _ in range(2))
    assert area(view, *one) == pytest.approx(area(view, *other), rel=1e-3)
    x, y = view.point(one)
    assert -1e-6 <= x <= view.width + 1e-6 and -1e-6 <= y <= view.height + 1e-6


def test_north_is_up_and_east_is_right():
    for frame in FRAMES:
        view = projection(frame, 1000)
        middle = (frame.west + frame.east) / 2, (frame.south + frame.north) / 2
        x, y = view.point(middle)
        assert view.point((middle[0] + 1, middle[1]))[0] > x
        assert view.point((middle[0], middle[1] + 1))[1] < y


def test_every_line_is_an_arc_a_mark_or_listed_beside_the_map(small_map):
    lines, made = small_map
    sorts = [[one["id"] for one in made[sort]] for sort in ("arcs", "marks", "off_map")]
    assert all(sorts)
    assert sorted(sum(sorts, [])) == sorted(line.id for line in lines)


def test_who_took_something_up_is_marked_where_it_is(small_map):
    _, made = small_map
    marks = {mark["id"]: mark["at"] for mark in made["marks"]}
    assert marks["12-ADOPTED-night-opening"] == "13.0,41.5"
    assert "23-ADOPTED-night-opening" not in marks, "nobody says where it is"


def test_an_arc_goes_from_teacher_to_learner(small_map, mapped_facts, mapped_graph):
    _, made = small_map
    spots = {spot["id"]: spot for spot in made["spots"]}
    arc = next(one for one in made["arcs"] if one["id"] == "12-LEARNED_FROM-11")
    assert "11" in spots[arc["from"]]["codes"]
    assert "12" in spots[arc["to"]]["codes"]
    assert spots[arc["from"]]["origin"] and not spots[arc["to"]]["origin"]
    assert spots[arc["to"]]["name"] == "Birch"


def test_arcs_between_the_same_two_spots_are_kept_apart(small_map):
    _, made = small_map
    pairs = Counter(frozenset((arc["from"], arc["to"])) for arc in made["arcs"])
    middles = [middle(arc["path"]) for arc in made["arcs"]]
    assert len(set(middles)) == len(middles)
    assert max(pairs.values()) > 1


def test_a_model_stands_where_its_one_holder_is(mapped_facts, mapped_graph):
    spots = coordinates(mapped_facts)
    assert spots["11"] == (11.0, 41.0)
    assert spots["birch-loans"] == spots["12"]
    assert "23" not in spots, "its code list gives it no coordinates"
    assert "hill-road" not in spots, "it is in no code list"


def test_the_map_shows_its_outlines_whose_they_are_and_the_inset(small_map):
    _, made = small_map
    assert [one["code"] for one in made["areas"]] == ["10", "20"]
    assert len(made["borders"]) == 1
    assert made["credit"] == "Survey of Nowhere"
    assert made["width"] == WIDTH and made["height"] > 0
    assert made["insets"][0]["areas"]


def test_without_outlines_there_is_no_map(small_facts, small_graph):
    found = select_bundles(small_facts, EVERYTHING)
    assert map_scene(small_facts, found.bundles, {}, "en") is None
