"""Pictures saved from a stage: whole, on white, with names, counts and credits, in any theme."""

from __future__ import annotations

import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest
import vl_convert

from exports.html.stage_page import stage_page
from graph.drawing.network_scene import network_layout, picture_credit
from graph.drawing.stage_scene import stage_scene
from graph.drawing.texts import say
from graph.drawing.theme import FONT, THEMES
from graph.links.edge_bundle_index import bundle_index
from graph.links.edge_filter import EdgeFilter, curve_bundles, select_bundles
from graph.lookup.coordinates import coordinates
from tests.browsing import browser, page

__all__ = ["browser", "page"]
pytestmark = [
    pytest.mark.needs_chromium,
    pytest.mark.parametrize("page", ["dark"], indirect=True),
    pytest.mark.parametrize("language", ["zh", "en"]),
]
CHOICE = EdgeFilter()


@pytest.fixture
def page_and_data(page, tmp_path, mapped_facts, mapped_graph, language):
    """The exported file in a browser, at its last moment, and what it was made of."""
    found = select_bundles(mapped_facts, CHOICE)
    places = network_layout(mapped_facts, bundle_index(mapped_facts))
    spots = coordinates(mapped_facts)
    counted = curve_bundles(mapped_facts, CHOICE)
    data = stage_scene(mapped_facts, found, counted, places, spots, language)
    file = tmp_path / "stage.html"
    file.write_text(stage_page(mapped_facts, found.bundles, data, language), encoding="utf-8")
    page.goto(file.as_uri())
    page.locator("body[data-ready]").wait_for()
    return page, data


def saved_file(page, pane: str, kind: str) -> bytes:
    """The file that a pane's button gives."""
    with page.expect_download() as download:
        page.locator(f".pane-{pane} .save button", has_text=kind).click()
    assert download.value.suggested_filename.endswith(f".{kind.lower()}")
    return Path(download.value.path()).read_bytes()


def texts(svg: bytes) -> list[str]:
    root = ElementTree.fromstring(svg)
    return ["".join(one.itertext()) for one in root.iter() if one.tag.endswith("text")]


def test_a_network_is_saved_whole_with_its_names_and_counts(page_and_data, mapped_facts, language):
    page, data = page_and_data
    page.locator(".pane-network .net").hover()
    page.mouse.wheel(0, -600)  # however near the window is
    svg = saved_file(page, "network", "SVG")
    written = texts(svg)
    for node in data["network"]["nodes"]:
        assert all(row in written for row in node["label"].split("\n"))
    said = " ".join(written)
    assert say("sum_total", language, count=data["total"]) in said
    assert all(part in said for part in picture_credit(mapped_facts, language).values())
    assert {one["name"] for one in data["network"]["legend"]["lines"]} <= set(written)


def test_a_map_is_saved_with_whose_it_is(page_and_data, mapped_facts, language):
    page, data = page_and_data
    said = "".join(texts(saved_file(page, "map", "SVG")))
    credit = mapped_facts.dataset.outlines.credit(language)
    assert credit.replace(" ", "") in said.replace(" ", "")
    drawn = {
        line["id"] for line in data["lines"] if line["onset"][0] is not None or not line["dated"]
    }
    ends = {
        e for arc in data["map"]["arcs"] if arc["id"] in drawn for e in (arc["from"], arc["to"])
    }
    assert ends
    assert all(spot["name"] in said for spot in data["map"]["spots"] if spot["id"] in ends)


def test_a_curve_is_saved_with_its_numbers_and_those_without_a_date(page_and_data, language):
    page, data = page_and_data
    written = texts(saved_file(page, "curve", "SVG"))
    assert data["curve"]["title"] in written
    assert str(data["curve"]["certain"][-1]) in written
    assert all(name in " ".join(written) for name in data["curve"]["undated"])


@pytest.mark.parametrize("pane", ["network", "map", "curve"])
def test_what_is_saved_is_drawn_alike_by_another_program(page_and_data, pane, language):
    """No style sheet, no variable of a page: all looks stand in the file, on a white ground."""
    page, _ = page_and_data
    svg = saved_file(page, pane, "SVG")
    root = ElementTree.fromstring(svg)
    assert root.get("font-family") == FONT
    for one in root.iter():
        assert not {"class", "style"} & set(one.attrib)
        assert not any("var(" in value for value in one.attrib.values())
    dark = THEMES["dark"].ground.encode()
    assert dark not in svg
    assert len(vl_convert.svg_to_png(svg.decode())) > 5_000


@pytest.mark.parametrize("pane", ["network", "map", "curve"])
def test_pixels_are_as_large_as_print_wants_them(page_and_data, pane, language):
    page, _ = page_and_data
    png = saved_file(page, pane, "PNG")
    svg = ElementTree.fromstring(saved_file(page, pane, "SVG"))
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    assert width == 3 * int(svg.get("width")) and height == 3 * int(svg.get("height"))
    assert len(png) > 20_000
