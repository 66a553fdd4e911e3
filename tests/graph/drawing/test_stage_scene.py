"""A stage: drawn, in the tray and left out are all; every text is in both languages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from graph.drawing.network_scene import network_layout
from graph.drawing.stage_scene import stage_scene
from graph.drawing.theme import HUES
from graph.links.adoption_curves import MAX_CURVES, uptakes
from graph.links.cumulative_count import curve
from graph.links.edge_bundle_index import bundle_index
from graph.links.edge_bundles import MAIN_EDGE_TYPES, STANCES, bundle_types
from graph.links.edge_filter import EdgeFilter, curve_bundles, select_bundles
from graph.links.timeline import timeline_years
from graph.lookup.coordinates import coordinates
from ontology.schema.kinds import Mechanism
from texts.tables import PICTURES

CHOICES = [
    EdgeFilter(),
    EdgeFilter(story_only=True),
    EdgeFilter(frozenset(bundle_types()), frozenset(STANCES)),
    EdgeFilter(frozenset(MAIN_EDGE_TYPES), years=(2001, 2003)),
    EdgeFilter(mechanism="lending"),
    EdgeFilter(frozenset({"LEARNED_FROM"}), source="north-daily"),
]


def staged(facts, graph, choice: EdgeFilter, language: str = "zh"):
    found = select_bundles(facts, choice)
    places, spots = network_layout(facts, bundle_index(facts)), coordinates(facts)
    counted = curve_bundles(facts, choice)
    return stage_scene(facts, found, counted, places, spots, language, choice.mechanism)


@pytest.mark.parametrize("choice", CHOICES)
def test_everyone_who_took_up_anything_is_in_each_of_the_compared_curves(
    mapped_facts, mapped_graph, choice
):
    codes = ["lending", "mobile-library", "shared-card"]
    found = select_bundles(mapped_facts, choice)
    several = uptakes(mapped_facts, choice, codes)
    layout = network_layout(mapped_facts, bundle_index(mapped_facts))
    counted = curve_bundles(mapped_facts, choice)
    data = stage_scene(mapped_facts, found, counted, layout, {}, "en", None, several)
    assert [one["name"] for one in data["curves"]] == ["Lending", "Mobile library", "Shared card"]
    assert len({one["hue"] for one in data["curves"]}) == 3
    sums = {
        (one["possible"][-1] if one["possible"] else 0) + one["undated"] + one["not_stated"]
        for one in data["curves"]
    }
    assert len(sums) == 1
    for one in data["curves"]:
        assert len(one["certain"]) == len(data["years"])
        assert all(a <= b for a, b in zip(one["certain"], one["possible"], strict=True))


def test_a_curve_among_others_counts_what_it_counts_alone(mapped_facts, mapped_graph):
    several = uptakes(mapped_facts, EdgeFilter(mechanism="outreach"), ["lending"])
    alone = curve_bundles(mapped_facts, EdgeFilter(mechanism="lending"))
    assert [one.bundles for one in several] == [tuple(alone)]
    assert alone
    years = timeline_years(alone)
    assert curve(several[0].bundles, years) == curve(alone, years)


def test_no_more_curves_than_can_be_told_apart(mapped_facts, mapped_graph):
    codes = [thing.code for thing in mapped_facts.things_of(Mechanism)] * 3
    assert len(uptakes(mapped_facts, EdgeFilter(), codes)) == MAX_CURVES == len(HUES)


def line_state(line: dict, moment: int) -> str:
    """How a line stands at a moment, as the script works it out."""
    possible, certain = line["onset"]
    if not line["dated"]:
        return "undated"
    if certain is not None and certain <= moment:
        return "certain"
    return "possible" if possible is not None and possible <= moment else "later"


@pytest.mark.parametrize("choice", CHOICES)
def test_drawn_and_tray_and_the_rest_are_all(mapped_facts, mapped_graph, choice):
    data = staged(mapped_facts, mapped_graph, choice)
    everything = {line.id for line in bundle_index(mapped_facts)}
    assert data["total"] == len(everything)
    for moment in range(len(data["years"])):
        states = [line_state(line, moment) for line in data["lines"]]
        kinds = ("certain", "possible", "undated", "later")
        assert sum(states.count(one) for one in kinds) + data["left_out"] == len(everything)


def test_implied_links_are_not_among_the_stated(mapped_facts, mapped_graph):
    data = staged(mapped_facts, mapped_graph, EdgeFilter())
    implied = {line.id for line in bundle_index(mapped_facts) if line.stance != "stated"}
    assert implied.isdisjoint(line["id"] for line in data["lines"])
    assert implied


def test_network_and_map_show_the_same_lines(mapped_facts, mapped_graph):
    data = staged(mapped_facts, mapped_graph, EdgeFilter(story_only=True))
    ids = {line["id"] for line in data["lines"]}
    assert {edge["id"] for edge in data["network"]["edges"]} == ids
    on_map = (data["map"][sort] for sort in ("arcs", "marks", "off_map"))
    assert {one["id"] for some in on_map for one in some} == ids


def test_the_curve_of_a_mechanism_counts_who_took_up_it_or_a_narrower_one(
    mapped_facts, mapped_graph
):
    counted = curve_bundles(mapped_facts, EdgeFilter(mechanism="lending"))
    assert {line.end for line in counted} == {"shared-card", "mobile-library"}
    data = staged(mapped_facts, mapped_graph, EdgeFilter(mechanism="lending"), "en")["curve"]
    assert data["title"] == "Adopters of “Lending” (and narrower) so far"
    assert data["total"] == len({line.start for line in counted})
    assert (data["certain"][-1], data["undated"]) == (2, ["Cedar"])


def test_without_a_mechanism_the_curve_counts_learners_whatever_links_are_drawn(
    mapped_facts, mapped_graph
):
    few = EdgeFilter(frozenset({"ENDORSES"}))
    assert curve_bundles(mapped_facts, few) == curve_bundles(mapped_facts, EdgeFilter())


def test_if_adoptions_alone_are_drawn_the_curve_counts_who_adopted_anything(
    mapped_facts, mapped_graph
):
    choice = EdgeFilter(frozenset({"ADOPTED"}))
    data = staged(mapped_facts, mapped_graph, choice, "en")
    assert data["curve"]["title"] == "Adopters of anything so far"
    assert data["curve"]["total"] == len({line["ends"][0] for line in data["lines"]})


def test_a_stage_is_plain_values_and_every_line_has_its_statements(mapped_facts, mapped_graph):
    data = staged(mapped_facts, mapped_graph, CHOICES[2], "en")
    assert json.loads(json.dumps(data))["years"] == list(data["years"])
    for line in data["lines"]:
        assert line["statements"]
        assert all(id in data["statements"] for id in line["statements"])


def test_every_text_that_a_script_asks_for_is_there(root: Path):
    scripts = sorted((root / "graph" / "drawing" / "web").rglob("*.js"))
    assert scripts
    for path in scripts:
        asked = set(re.findall(r"\bwords\.(\w+)", path.read_text(encoding="utf-8")))
        assert asked <= PICTURES.rows().keys(), path
    for key in ("certain", "possible", "undated", "later", "left_out", "total"):
        assert f"sum_{key}" in PICTURES
