"""Several mechanisms on one curve of the Spread page, held in its address."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest

CURVES = "lending~mobile-library~shared-card"


def run_spread(root: Path, **address: str) -> AppTest:
    test = AppTest.from_file(str(root / "app_pages" / "spread.py"), default_timeout=60)
    for name, value in {"lang": "en", **address}.items():
        test.query_params[name] = value
    return test.run()


def test_the_address_holds_the_curves_in_the_order_of_choosing(root):
    test = run_spread(root, curves="shared-card~lending")
    assert not test.exception and not test.warning
    assert test.query_params["curves"] == "shared-card~lending"
    assert test.session_state["spread_curves"] == ["shared-card", "lending"]


def test_a_curve_that_is_no_mechanism_is_told(root):
    test = run_spread(root, curves="lending~11")
    assert not test.exception
    assert "curves=11" in test.warning[0].value


@pytest.mark.needs_chromium
def test_each_curve_is_named_with_what_it_cannot_count_and_is_saved_so(page: Page, address: str):
    page.goto(f"{address}/spread?lang=en&scope=all&layout=curve&curves={CURVES}")
    pane = page.locator(".pane-curve")
    names = pane.locator("svg.curve .name")
    expect(names).to_have_count(3)
    assert set(names.all_text_contents()) == {"Lending", "Mobile library", "Shared card"}
    told = pane.locator("svg.curve .tick", has_text="undated")
    expect(told).to_have_count(3)
    assert all("not said" in one and "at most" in one for one in told.all_text_contents())
    last = told.all_text_contents()
    page.locator(".slider").focus()
    page.keyboard.press("Home")
    expect(pane.locator("svg.curve .tick.now")).to_have_count(1)
    assert told.all_text_contents() != last
    with page.expect_download() as download:
        pane.locator(".save button", has_text="SVG").click()
    svg = ElementTree.fromstring(Path(download.value.path()).read_bytes())
    written = {"".join(one.itertext()) for one in svg.iter() if one.tag.endswith("text")}
    assert {"Lending", "Mobile library", "Shared card"} <= written
