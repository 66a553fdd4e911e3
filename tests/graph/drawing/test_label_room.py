"""The network of a wide page: all of its columns are in sight, that of the undated too."""

from __future__ import annotations

import pytest

from exports.html.stage_page import stage_page
from graph.drawing.network_scene import network_layout
from graph.drawing.stage_scene import MIN_SCALE, stage_scene
from graph.links.edge_bundle_index import bundle_index
from graph.links.edge_filter import EdgeFilter, curve_bundles, select_bundles
from graph.lookup.coordinates import coordinates
from loaders.facts.facts_folder import read_facts
from tests.browsing import browser, page

__all__ = ["browser", "page"]
pytestmark = pytest.mark.needs_chromium
ENDS = """box => box.nodes.get().map(({ id }) => {
    const { left, right } = box.network.getBoundingBox(id);
    return [left, right].map((x) => box.network.canvasToDOM({ x, y: 0 }).x);
})"""


def test_at_1920_pixels_no_column_is_cut(page, root, tmp_path):
    facts = read_facts(root / "facts")
    known, choice = bundle_index(facts), EdgeFilter(story_only=True)
    found = select_bundles(facts, choice, known)
    counted = curve_bundles(facts, choice, known)
    spots = coordinates(facts)
    data = stage_scene(facts, found, counted, network_layout(facts, known), spots, "en")
    file = tmp_path / "stage.html"
    file.write_text(stage_page(facts, found.bundles, data, "en"), encoding="utf-8")
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.goto(file.as_uri())
    net = page.locator(".net[data-ready]")
    net.wait_for()
    assert net.evaluate("box => box.network.getScale()") >= MIN_SCALE - 0.01
    wide = net.evaluate("box => box.clientWidth")
    for left, right in net.evaluate(ENDS):
        assert left >= 0 and right <= wide
    assert page.locator(".pane-map").evaluate("pane => pane.clientWidth") >= 300
