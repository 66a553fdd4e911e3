"""The networks of Explore and Ask as pictures for a paper; what goes wrong is told."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.needs_chromium

PAGES = pytest.mark.parametrize(
    "path", ["explore?lang=en", "ask?lang=en&question=who_learned_from&store=rdf&place=11"]
)


def open_network(page: Page, address: str, path: str) -> list[str]:
    """Opens a page with a network, and gives the names in it."""
    page.goto(f"{address}/{path}")
    page.locator(".net[data-ready]").wait_for()
    return page.locator(".net").evaluate("box => box.nodes.get().map(({ label }) => label)")


@PAGES
def test_a_network_is_saved_with_its_names(page, address, path):
    names = open_network(page, address, path)
    files = {}
    for kind in ("SVG", "PNG"):
        with page.expect_download() as download:
            page.locator(".save button", has_text=kind).click()
        files[kind] = Path(download.value.path()).read_bytes()
    svg = ElementTree.fromstring(files["SVG"])
    written = {"".join(one.itertext()) for one in svg.iter() if one.tag.endswith("text")}
    assert names and all(row in written for name in names for row in name.split("\n"))
    assert files["PNG"].startswith(b"\x89PNG") and len(files["PNG"]) > 10_000
    expect(page.locator(".save-failed")).to_have_text("")


@PAGES
@pytest.mark.parametrize("kind", ["SVG", "PNG"])
def test_a_picture_that_cannot_be_saved_is_told_beside_its_button(page, address, path, kind):
    open_network(page, address, path)
    page.evaluate("() => { URL.createObjectURL = () => { throw new Error('no room left'); }; }")
    page.locator(".save button", has_text=kind).click()
    expect(page.locator(".save-failed")).to_have_text(f"Could not save as {kind}: no room left")
