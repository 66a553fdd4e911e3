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
    for switch in ("Only mechanisms that sources mention", "Only differences"):
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


def test_back_to_the_address_without_a_choice_shows_the_view_at_first(page: Page, address: str):
    page.goto(f"{address}/compare?lang=en")
    page.locator("td button").first.wait_for()
    at_rest(page)
    switch = page.get_by_role("switch", name="Only differences")
    expect(switch).not_to_be_checked()
    page.get_by_text("Only differences").click()
    expect(page).to_have_url(re.compile("differ=1"))
    at_rest(page)
    page.go_back()
    expect(switch).not_to_be_checked()
    at_rest(page)
    assert "differ" not in page.url
    page.go_forward()
    expect(switch).to_be_checked()


def test_a_page_that_one_comes_back_to_from_another_is_as_it_was_left(page: Page, address: str):
    page.goto(f"{address}/explore?lang=en&thing=21&view=told")
    expect(page.get_by_role("heading", name="Cedar")).to_be_visible()
    at_rest(page)
    pages = page.get_by_test_id("stSidebarNav")
    for other in ("Overview", "Compare"):
        pages.get_by_text(other, exact=True).click()
        at_rest(page)
        pages.get_by_text("Explore", exact=True).click()
        expect(page).to_have_url(re.compile("thing=21&view=told"))
        expect(page.get_by_role("heading", name="Cedar")).to_be_visible()
        at_rest(page)
