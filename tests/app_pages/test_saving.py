"""The network of Explore as a picture for a paper."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

pytestmark = pytest.mark.needs_chromium


def test_what_lies_around_a_thing_is_saved_with_its_names(page, address):
    page.goto(f"{address}/explore?lang=en")
    page.locator(".net[data-ready]").wait_for()
    names = page.locator(".net").evaluate("box => box.nodes.get().map(({ label }) => label)")
    files = {}
    for kind in ("SVG", "PNG"):
        with page.expect_download() as download:
            page.locator(".save button", has_text=kind).click()
        files[kind] = Path(download.value.path()).read_bytes()
    svg = ElementTree.fromstring(files["SVG"])
    written = {"".join(one.itertext()) for one in svg.iter() if one.tag.endswith("text")}
    assert names and all(row in written for name in names for row in name.split("\n"))
    assert files["PNG"].startswith(b"\x89PNG") and len(files["PNG"]) > 10_000
