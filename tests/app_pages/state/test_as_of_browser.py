"""The release that a reader chooses stays chosen from page to page, and the address opens it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import at_rest
from tests.releases import released_facts

pytestmark = pytest.mark.needs_chromium


@pytest.fixture(scope="module")
def app_folder(tmp_path_factory) -> Path:
    return released_facts(tmp_path_factory.mktemp("as_of") / "facts")


def test_a_release_stays_chosen_from_page_to_page_until_the_present_is(page: Page, address: str):
    told = page.get_by_text("As of release 1.0 of 2026-03-01")
    page.goto(f"{address}/sources?lang=en&as_of=1.0")
    expect(told).to_be_visible()
    at_rest(page)
    page.get_by_role("link", name="Explore").click()
    expect(page.get_by_role("heading", name="Alder", exact=True)).to_be_visible()
    expect(told).to_be_visible()
    expect(page).to_have_url(re.compile("as_of=1.0"))
    at_rest(page)
    page.get_by_role("combobox", name="As of").click()
    page.get_by_role("option", name="present").click()
    expect(page.get_by_role("heading", name="New Alder", exact=True)).to_be_visible()
    expect(told).to_have_count(0)
    expect(page).not_to_have_url(re.compile("as_of"))
