"""The small picture around a thing: its closest neighbours, the others counted."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from exports.pictures.network_picture import network_picture
from exports.pictures.print_style import PrintStyle
from graph.drawing import surroundings_scene
from graph.drawing.surroundings_scene import surroundings
from graph.drawing.theme import LIGHT, groups
from graph.links.edge_bundle_index import bundle_index


def test_the_closest_are_drawn_and_the_others_are_counted(small_facts, monkeypatch):
    index = bundle_index(small_facts)
    around = surroundings(small_facts, index, "12", "en")
    assert around is not None and around.hidden_count == 0
    monkeypatch.setattr(surroundings_scene, "MAX_NEIGHBOURS", 2)
    fewer = surroundings(small_facts, index, "12", "en")
    assert fewer is not None
    codes = {node["id"] for node in fewer.scene["nodes"]}
    assert len(codes) == 3 and "12" in codes
    assert fewer.hidden_count == len(around.scene["nodes"]) - 3
    ends = {end for edge in fewer.scene["edges"] for end in (edge["from"], edge["to"])}
    assert ends == codes


def test_a_thing_without_neighbours_has_no_picture(small_facts):
    assert surroundings(small_facts, bundle_index(small_facts), "hill-notes", "en") is None


def test_things_with_an_address_are_links(small_facts):
    around = surroundings(small_facts, bundle_index(small_facts), "12", "en")
    assert around is not None
    addresses = {
        node["id"]: f"thing?code={node['id']}&lang=en"
        for node in around.scene["nodes"]
        if node["id"] != "12"
    }
    texts = {"title": "Around Birch", "source": ""}
    svg = network_picture(
        around.scene, groups(LIGHT), PrintStyle(), texts, None, addresses=addresses
    )
    links = ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}a")  # noqa: S314  # our own
    assert sorted(link.attrib["href"] for link in links) == sorted(addresses.values())
