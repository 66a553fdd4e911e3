"""Large networks: the same picture on each run, with every link, its look and its years."""

from __future__ import annotations

import json
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.drawing.edge_looks import edge_look
from graph.drawing.large_scene import BEND, NetworkPart, large_scene, large_spots, plain_scene
from graph.drawing.layout.spring_layout import spring_spots
from graph.links.edge_bundle_index import bundle_index

PAIRS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=60)


def of_numbers(pairs: list[tuple[int, int]]) -> tuple[list[str], list[tuple[str, str]]]:
    named = sorted({(f"{start:02}", f"{end:02}") for start, end in pairs})
    return sorted({code for pair in named for code in pair}), named


@given(PAIRS)
def test_the_same_links_make_the_same_picture(pairs):
    codes, named = of_numbers(pairs)
    assert spring_spots(codes, named) == spring_spots(codes, named)


@given(PAIRS)
def test_each_thing_has_a_place_that_no_other_has(pairs):
    codes, named = of_numbers(pairs)
    spots = spring_spots(codes, named)
    assert set(spots) == set(codes)
    assert len(set(spots.values())) == len(codes)


def test_parts_that_no_link_joins_do_not_overlap():
    ring = [(str(at), str((at + 1) % 9)) for at in range(9)]
    star = [("hub", f"leaf {at}") for at in range(9)]
    spots = spring_spots(sorted({code for pair in ring + star for code in pair}), ring + star)

    def extent(pairs):
        xs = [spots[code][0] for pair in pairs for code in pair]
        ys = [spots[code][1] for pair in pairs for code in pair]
        return min(xs), max(xs), min(ys), max(ys)

    left, right, top, bottom = extent(ring)
    others = extent(star)
    is_beside = right < others[0] or others[1] < left
    assert is_beside or bottom < others[2] or others[3] < top


def test_joined_things_lie_nearer_than_others(small_facts):
    spots = spring_spots(
        [*"abcdefgh"], [*zip("abc", "bcd", strict=True), *zip("efg", "fgh", strict=True)]
    )

    def distance(one: str, other: str) -> float:
        return abs(complex(*spots[one]) - complex(*spots[other]))

    assert max(distance("a", "b"), distance("e", "f")) < min(distance("a", "h"), distance("d", "e"))


def test_a_scene_tells_of_each_link_its_ends_look_and_years(small_facts):
    bundles = tuple(bundle_index(small_facts))
    scene = json.loads(json.dumps(large_scene(small_facts, bundles, large_spots(bundles), "en")))
    by_id = {bundle.id: bundle for bundle in bundles}
    assert len(scene["edges"]) == len(by_id)
    for id, start, end, look, title, since, until in scene["edges"]:
        bundle = by_id[id]
        assert {scene["nodes"][start]["id"], scene["nodes"][end]["id"]} == set(bundle.ends)
        expected = {"type": bundle.type, **edge_look(bundle.type, bundle.stance)}
        assert scene["looks"][look] == json.loads(json.dumps(expected))
        assert small_facts.display_name(bundle.start, "en") in title
        assert (since is None and until is None) or bundle.when is not None
        assert bundle.when is None or since == (bundle.when.earliest and bundle.when.earliest.year)
    degree = {node["id"]: node["links"] for node in scene["nodes"]}
    assert degree["11"] == sum("11" in bundle.ends for bundle in bundles)


def test_what_is_shown_leaves_out_hidden_kinds_and_dates_outside_the_window(small_facts):
    bundles = tuple(bundle_index(small_facts))
    assert NetworkPart().bundles(small_facts, bundles) == bundles
    without = NetworkPart(frozenset({"Mechanism"})).bundles(small_facts, bundles)
    kinds = {type(small_facts.things[code]).__name__ for bundle in without for code in bundle.ends}
    assert without and "Mechanism" not in kinds
    late = NetworkPart(span=(2990, 2999)).bundles(small_facts, bundles)
    open_ended = [bundle for bundle in bundles if bundle.when is None or bundle.when.latest is None]
    assert list(late) == open_ended


@pytest.mark.parametrize(
    ("years", "span", "both"),
    [
        (None, None, None),
        ((2001, 2009), None, (2001, 2009)),
        (None, (2003, 2005), (2003, 2005)),
        ((2001, 2004), (2003, 2005), (2003, 2004)),
    ],
)
def test_a_window_narrows_the_years_of_a_filter(years, span, both):
    assert NetworkPart(span=span).years(years) == both


def test_an_unpacked_scene_has_the_ends_and_bends_of_the_screen(small_facts, root):
    bundles = tuple(bundle_index(small_facts))
    scene = large_scene(small_facts, bundles, large_spots(bundles), "en")
    plain = plain_scene(scene)
    assert [edge["id"] for edge in plain["edges"]] == [edge[0] for edge in scene["edges"]]
    pairs = [frozenset((edge["from"], edge["to"])) for edge in plain["edges"]]
    bends = defaultdict(list)
    for pair, edge in zip(pairs, plain["edges"], strict=True):
        bends[pair].append(edge["bend"] * (1 if edge["from"] == min(pair) else -1))
    assert any(len(beside) > 1 for beside in bends.values())
    assert all(beside[0] == 0 and len(set(beside)) == len(beside) for beside in bends.values())
    script = (root / "graph/drawing/web/large/large_scene.js").read_text(encoding="utf-8")
    assert f"const BEND_PER_LENGTH = {BEND};" in script
