"""The exported file: whole, offline, and nothing in the data is ever markup."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from exports.html.stage_page import in_script, stage_page
from graph.drawing.network_scene import network_layout, network_scene
from graph.drawing.stage_scene import stage_scene
from graph.links.edge_bundle_index import bundle_index
from graph.links.edge_filter import EdgeFilter, curve_bundles, select_bundles
from graph.lookup.coordinates import coordinates
from graph.model.facts import Facts
from graph.model.property_graph import PropertyGraph
from ontology.schema.kinds import Stance

EVIL = '</script><script>alert("1")</script><img src=x onerror=alert(2)>'


@pytest.fixture(scope="module")
def html(small_facts: Facts, small_graph: PropertyGraph) -> str:
    return export(small_facts, small_graph, "zh")


def export(facts: Facts, graph: PropertyGraph, language: str) -> str:
    choice = EdgeFilter(stances=frozenset(Stance))
    found = select_bundles(facts, choice)
    places, spots = network_layout(facts, bundle_index(facts)), coordinates(facts)
    counted = curve_bundles(facts, choice)
    data = stage_scene(facts, found, counted, places, spots, language)
    return stage_page(facts, found.bundles, data, language)


def test_it_asks_no_network_for_anything(html):
    assert not re.search(r"""(?:src|href)\s*=\s*["'](?:https?:)?//""", html)
    assert "@import" not in html


def test_it_is_in_the_language_asked_for(html, small_facts, small_graph):
    assert '<html lang="zh">' in html
    assert "甲城市" in html
    english = export(small_facts, small_graph, "en")
    assert '<html lang="en">' in english
    assert "Alder" in english
    assert "甲城市" not in english


def test_it_says_where_each_statement_stands(html, small_facts):
    for statement in small_facts.statements.values():
        if type(statement).__name__ == "LearnedFrom":
            assert f"{statement.start}–{statement.end} · {statement.sha256[:12]}" in html


def test_it_can_be_written_as_utf8(html):
    assert '<meta charset="utf-8">' in html
    assert html.encode("utf-8").decode("utf-8") == html


def test_markup_in_a_name_stays_text(small_facts, small_graph):
    things = dict(small_facts.things)
    things["11"] = things["11"].model_copy(update={"name_zh": EVIL})
    dataset = replace(small_facts.dataset, title_zh=EVIL)
    html = export(replace(small_facts, things=things, dataset=dataset), small_graph, "zh")
    assert EVIL not in html
    assert "<img" not in html
    assert '<script>alert("1")' not in html


def test_json_cannot_end_its_script():
    assert "<" not in in_script({"a": EVIL})
    assert "\u2028" not in in_script("\u2028")


def test_the_file_has_the_look_of_the_page(html, small_facts, small_graph):
    found = select_bundles(small_facts, EdgeFilter(stances=frozenset(Stance)))
    places = network_layout(small_facts, bundle_index(small_facts))
    for edge in network_scene(small_facts, found.bundles, places, "zh")["edges"]:
        assert in_script(edge["color"]) in html
