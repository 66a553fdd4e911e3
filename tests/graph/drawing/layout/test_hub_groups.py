"""A hub with more neighbours than fit: its links are one node, opened a dozen at a time."""

from __future__ import annotations

import pytest

from app_pages.forms.explore_form import OpenedGroups
from app_pages.state.url_codec import UnresolvedPart
from graph.drawing.layout import hub_groups
from graph.drawing.layout.hub_groups import MAX_SPOKES, SPOKES_PER_CLICK, group_spokes
from graph.drawing.neighbourhood_scene import neighbourhood, neighbourhood_scene
from graph.links.edge_bundle_index import bundle_index
from graph.links.edge_bundles import EdgeBundle, bundle_types
from graph.links.edge_filter import EdgeFilter

MANY_NEIGHBOURS = 100
HUB = [
    EdgeBundle(f"l{n:03}", "hub", "ADOPTED", f"m{n}", "stated", 2100 - n, (f"s{n}",))
    for n in range(MANY_NEIGHBOURS)
]
ID = "hub-ADOPTED-out"
ALDER = "11"
ALL_TYPES = EdgeFilter(types=frozenset(bundle_types()))


def test_few_links_are_drawn_one_by_one():
    assert group_spokes(HUB[:MAX_SPOKES], ["hub"], {}) == (HUB[:MAX_SPOKES], ())
    assert group_spokes(HUB, ["another"], {}) == (HUB, ())


def test_many_links_of_a_type_are_one_group_and_open_by_year():
    drawn, (group,) = group_spokes(HUB, ["hub"], {})
    assert (drawn, group.id, len(group.bundles)) == ([], ID, MANY_NEIGHBOURS)
    drawn, (group,) = group_spokes(HUB, ["hub"], {ID: 1})
    assert len(drawn) == SPOKES_PER_CLICK
    assert max(bundle.year for bundle in drawn) < min(bundle.year for bundle in group.bundles)
    drawn, groups = group_spokes(HUB, ["hub"], {ID: 9})
    assert (len(drawn), groups) == (MANY_NEIGHBOURS, ())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_group_is_a_node_that_says_how_many_it_holds(monkeypatch, small_facts, language):
    whole = neighbourhood(small_facts, bundle_index(small_facts), [ALDER], ALL_TYPES)
    monkeypatch.setattr(hub_groups, "MAX_SPOKES", 1)
    found = neighbourhood(small_facts, bundle_index(small_facts), [ALDER], ALL_TYPES)
    assert {bundle.id for bundle in found.all_bundles} == {bundle.id for bundle in whole.bundles}
    assert (found.stances, found.no_room) == (whole.stances, 0)
    scene = neighbourhood_scene(small_facts, found, language)
    nodes = {node["id"]: node for node in scene["nodes"]}
    assert len(nodes) == len(scene["nodes"])
    assert {edge[end] for edge in scene["edges"] for end in ("from", "to")} == set(nodes)
    for group in found.groups:
        node = nodes[group.id]
        assert node["many"] == len(group.bundles) > 1
        assert str(len(group.bundles)) in node["label"]
    assert len({(node["x"], node["y"]) for node in scene["nodes"]}) == len(nodes)


def test_opened_groups_survive_the_address():
    part = OpenedGroups("groups", "explore_groups", {"hub"})
    assert part.write({ID: 2, "hub-ADOPTED-in": 0}) == f"{ID}~2"
    assert part.read(f"{ID}~2") == {ID: 2}
    for text in (ID, f"{ID}~0", f"{ID}~x", "nowhere-ADOPTED-out~1"):
        with pytest.raises(UnresolvedPart):
            part.read(text)
