"""Addresses while a reader is at work: quick clicks are kept, and Back goes back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import at_rest

pytestmark = pytest.mark.needs_chromium


def test_two_clicks_in_haste_are_both_kept(page: Page, address: str):
    page.goto(f"{address}/compare?lang=en&places=11~12")
    page.locator("td button").first.wait_for()
    at_rest(page)
    for switch in ("Only mechanisms that are told of", "Only differences"):
        page.get_by_text(switch).click()
    expect(page).to_have_url(re.compile("told=0&differ=1|differ=1&told=0"))
    at_rest(page)
    expect(page).to_have_url(re.compile("told=0&differ=1|differ=1&told=0"))


def test_back_goes_back_to_the_view_before(page: Page, address: str):
    page.goto(f"{address}/explore?lang=en&thing=21")
    expect(page.get_by_role("heading", name="Cedar")).to_be_visible()
    at_rest(page)
    page.get_by_role("textbox", name="Search").fill("Birch")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Birch")).to_be_visible()
    expect(page).to_have_url(re.compile("thing=12"))
    at_rest(page)
    page.go_back()
    expect(page.get_by_role("heading", name="Cedar")).to_be_visible()
    expect(page).to_have_url(re.compile("thing=21"))
