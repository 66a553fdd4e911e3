"""The whole network in a browser: more things than a small picture, each link with evidence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from examples.make_spid import make_spid
from graph.links.edge_filter import MAX_NODES
from tests.browsing import at_rest

# The first link that a click in its middle reaches, and four pixels beside it too, and where it is.
LINK = """(net) => {
  const { layer } = net.closest('.box').stage.pane, { clientWidth, clientHeight } = net;
  for (const { id } of layer.drawnEdges) {
    const at = layer.middle(id), isInside = at.x < clientWidth && at.y < clientHeight;
    const isAt = (far) => layer.edgeAt({ x: at.x + far, y: at.y + far }) === id;
    const isFree = layer.network.getNodeAt(at) === undefined && [-4, -2, 0, 2, 4].every(isAt);
    if (Math.min(at.x, at.y) > 0 && isInside && isFree) return { id, at };
  }
}"""


@pytest.fixture(scope="module")
def app_folder(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "spid"
    make_spid(root / "tests" / "published" / "spid", folder)
    (folder / "texts").mkdir()  # nobody holds a copy of a database
    return folder


def test_a_large_network_is_drawn_filtered_at_once_and_bears_out_a_link(page: Page, address: str):
    page.goto(f"{address}/explore?lang=en&view=whole")
    net = page.locator(".net[data-ready]")
    net.wait_for(state="attached")
    at_rest(page)
    assert int(net.get_attribute("data-ready") or 0) > 2 * MAX_NODES
    links = int(net.get_attribute("data-drawn") or 0)
    assert links > 10_000

    since = page.get_by_label("First year of the window of time")
    since.fill("2000")
    expect(page.locator(".span")).to_have_text(re.compile("^2000–"))
    assert 0 < int(net.get_attribute("data-drawn") or 0) < links
    page.get_by_role("button", name="Mechanism").click()
    expect(net).to_have_attribute("data-drawn", "0")
    page.get_by_role("button", name="Mechanism").click()
    since.fill("1600")
    expect(net).to_have_attribute("data-drawn", str(links))

    since.fill("2015")  # of all links, many pass within a pixel
    expect(page.locator(".span")).to_have_text(re.compile("^2015–"))
    link = net.evaluate(LINK)
    net.click(position=link["at"])
    expect(page).to_have_url(re.compile(f"pick={link['id']}"))
    expect(page.locator(".card").first).to_contain_text("adopted")
    expect(page.locator("[data-testid=stDataFrame]")).to_be_visible()
