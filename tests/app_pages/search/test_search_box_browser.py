"""The search box on every page, by keyboard: `/`, words, arrows, Enter, Escape."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import at_rest

pytestmark = pytest.mark.needs_chromium

# The key was kept for the box, or the box has taken it already.
HEARD = """'typedEarly' in document.documentElement.dataset
|| document.activeElement !== document.body"""
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def test_the_search_box_leads_by_keyboard_from_any_page_to_any_other(page: Page, address: str):
    page.set_viewport_size({"width": 1366, "height": 768})
    page.goto(f"{address}/?lang=en", wait_until="commit")
    page.wait_for_selector("#root", state="attached")  # Streamlit's own code is not there yet
    page.keyboard.press("/")  # the box takes the focus when it comes
    assert page.evaluate(HEARD)
    field = page.get_by_role("combobox", name="Find anything")
    expect(field).to_be_focused()
    page.keyboard.type("yi cheng")
    places = page.get_by_role("group", name="Place 1")
    expect(places.get_by_role("option")).to_contain_text("Birch")
    expect(field).to_have_attribute("aria-activedescendant", "hit-0")
    at_rest(page)
    page.evaluate(AXE)
    assert page.evaluate("async () => (await axe.run()).violations.map((one) => one.id)") == []
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"code=12"))
    expect(page.get_by_role("heading", name="Birch").first).to_be_visible()
    expect(field).to_have_value("")
    at_rest(page)
    page.keyboard.press("/")
    page.keyboard.type("took up a mechanism")
    page.get_by_role("option", name="Who took up a mechanism").wait_for()
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/ask\?.*question="))
    at_rest(page)
    page.keyboard.press("/")
    page.keyboard.type("what did Alder do that Birch did not")
    page.get_by_role("option", name="Compare Alder and Birch").wait_for()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/compare\?.*places=11~12"))
    at_rest(page)
    page.keyboard.press("/")
    page.keyboard.type("Birch Alder")
    page.keyboard.press("Enter")  # before the app has answered
    expect(page).to_have_url(re.compile(r"/compare\?.*places=12~11"))
    page.set_viewport_size({"width": 420, "height": 800})
    box = page.locator(".st-key-search_box").bounding_box()
    assert box and 250 < box["width"] < 420 - box["x"]  # in a small window too
