"""Small multiples: the same places in all panes, only the drawn lines differ; widths of a page."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from exports.pictures.multiples_picture import Pane, map_multiples, network_multiples
from exports.pictures.print_files import size_mm
from exports.pictures.print_style import PrintStyle
from graph.drawing.maps.map_scene import map_scene
from graph.drawing.network_scene import network_layout, network_scene
from graph.drawing.theme import DARK, LIGHT
from graph.links.edge_filter import EdgeFilter, select_bundles
from graph.links.timeline import timeline_years
from graph.lookup.coordinates import coordinates

TEXTS = {"title": "T", "source": "S", "undated": "no year", "outside": "not yet", "silent": "—"}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def lines(mapped_facts):
    return select_bundles(mapped_facts, EdgeFilter(frozenset({"ADOPTED"}))).bundles


@pytest.fixture(scope="module")
def panes(lines):
    dated = {line.id: "certain" for line in lines if line.when}
    return [Pane("none", {}), Pane("dated", dated), Pane("all", {x.id: "certain" for x in lines})]


def elements(svg, tag):
    return list(ElementTree.fromstring(svg).iter(SVG + tag))


def test_things_of_a_network_have_the_same_place_in_all_panes(mapped_facts, lines, panes):
    scene = network_scene(mapped_facts, lines, network_layout(mapped_facts, lines), "en")
    svg = network_multiples(scene, panes, PrintStyle(), TEXTS)
    assert size_mm(svg)[0] == 174
    frames = [x for x in elements(svg, "rect") if x.get("stroke") == "#c4ccd3"]
    dots = [
        (float(x.get("cx")), float(x.get("cy")), x.get("fill")) for x in elements(svg, "circle")
    ]
    count = len(scene["nodes"])
    assert len(frames) == 3 and len(dots) == 3 * count
    starts = [float(frame.get("x")) for frame in frames]
    places = [
        [(round(x - start, 3), round(y, 3)) for x, y, _ in dots[at * count : (at + 1) * count]]
        for at, start in enumerate(starts)
    ]
    assert places[0] == places[1] == places[2]
    assert {fill for *_, fill in dots[:count]} == {"#c4ccd3"}  # pale: nothing is drawn there


def test_a_map_fills_areas_by_their_first_year(mapped_facts, lines, panes):
    years = timeline_years(lines)
    scene = map_scene(mapped_facts, lines, coordinates(mapped_facts), "en", years)
    assert scene is not None and scene["adoption"] is not None
    firsts = {line.id: line.year for line in lines if line.year}
    svg = map_multiples(scene, panes, PrintStyle(84.0, 8.0), TEXTS, firsts)
    assert size_mm(svg)[0] == 84
    fills = [x.get("fill") for x in elements(svg, "path") if x.get("d").startswith("M")]
    first = scene["adoption"]["classes"][0]["color"]
    assert fills.count(first) == 4  # in two panes, and at the edge of their insets
    assert fills.count("url(#dotted-map)") == 2  # Cedar's, in the map and in its inset
    names = [x.text for x in elements(svg, "text")]
    assert "Survey of Nowhere" in names and "no year" in names


def test_shapes_of_a_picture_for_the_screen_name_what_they_show(mapped_facts, lines, panes):
    scene = network_scene(mapped_facts, lines, network_layout(mapped_facts, lines), "en")
    on_screen = PrintStyle(has_ids=True)
    svg = network_multiples(scene, panes[2:], on_screen, TEXTS)
    assert [x.get("data-pick") for x in elements(svg, "circle")] == [
        x["id"] for x in scene["nodes"]
    ]
    assert {x.get("data-pick") for x in elements(svg, "path")} == {line.id for line in lines}
    for_print = network_multiples(scene, panes[2:], PrintStyle(), TEXTS)
    assert re.findall('<g data-part="([^"]+)">', svg) == [pane.title for pane in panes[2:]]
    assert for_print == re.sub(' data-pick="[^"]+"|<g data-part="[^"]+">|</g>', "", svg)


def test_a_dark_picture_has_dark_paper_and_lines_that_can_be_seen_on_it(mapped_facts, lines, panes):
    scene = network_scene(mapped_facts, lines, network_layout(mapped_facts, lines), "en")
    svg = network_multiples(scene, panes, PrintStyle(theme=DARK), TEXTS)
    assert {x.get("fill") for x in elements(svg, "rect")} == {DARK.ground}
    colours = {edge["color"] for edge in scene["edges"]}
    shades = {DARK.shades.get(colour, colour) for colour in colours}
    assert {x.get("stroke") for x in elements(svg, "path")} == shades != colours
    assert LIGHT.text not in svg


def test_names_stand_in_one_row_with_their_spaces_beside_the_outermost_dots_too(mapped_facts):
    nodes = [
        {
            "id": "a",
            "label": "● Digital\nhealth-\ncare 三明\n医改",
            "group": "Mechanism",
            "x": 0,
            "y": 0,
        },
        {"id": "b", "label": "Birch", "group": "Place", "x": 90, "y": 90},
    ]
    edge = {"id": "a-b", "from": "a", "to": "b", "color": "#000000"}
    legend: dict[str, list[object]] = {"lines": [], "kinds": [], "stances": [], "notes": []}
    scene = {"nodes": nodes, "edges": [edge], "legend": legend}
    pane = [Pane("p", {"a-b": "certain"})]
    svg = network_multiples(scene, pane, PrintStyle(), TEXTS)
    assert {"Digital health-care 三明医改", "Birch"} <= {x.text for x in elements(svg, "text")}


def test_one_wide_map_names_its_places_with_their_years(mapped_facts, lines, panes):
    years = timeline_years(lines)
    scene = map_scene(mapped_facts, lines, coordinates(mapped_facts), "en", years)
    assert scene is not None and scene["adoption"] is not None
    firsts = {line.id: line.year for line in lines if line.year}
    svg = map_multiples(scene, panes[2:], PrintStyle(grey=True), TEXTS, firsts)
    names = {x.text for x in elements(svg, "text")}
    assert {"Alder 1990", "Birch 2001", "Cedar"} <= names
    colours = set(re.findall(r'fill="#(..)(..)(..)"', svg))
    assert all(red == green == blue for red, green, blue in colours)
