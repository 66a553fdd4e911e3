"""The Filters panel shows what is in force, also if it is first opened after something else."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.needs_chromium


def open_filters(page: Page, name: str = "Filters") -> None:
    page.wait_for_timeout(1500)  # the run after the click has been shown
    page.get_by_role("button", name=name).click()


def filters_of_everything(page: Page, url: str) -> None:
    """Opens a view of Spread, has it show everything, and only then opens the filters."""
    page.goto(url)
    page.locator(".net[data-ready]").first.wait_for()
    page.get_by_role("radio", name="Everything").or_(
        page.get_by_role("button", name="Everything")
    ).first.click()
    open_filters(page)


def expect_defaults(page: Page) -> None:
    """The open panel shows the links and the stance that a view begins with."""
    assert "learned from" in chips(page, "Links shown")
    assert chips(page, "Stance") == ["stated"]


def chips(page: Page, label: str) -> list[str]:
    """What is chosen in a box of the open panel."""
    box = page.locator("[data-testid=stMultiSelect]").filter(has_text=label)
    expect(box).to_be_visible()
    return [tag.strip() for tag in box.locator("[data-tag]").all_inner_texts()]


def test_on_spread_after_everything_was_chosen(page: Page, address: str):
    filters_of_everything(page, f"{address}/spread?lang=en")
    expect_defaults(page)


def test_adding_a_stance_keeps_those_in_force(page: Page, address: str):
    filters_of_everything(page, f"{address}/spread?lang=en")
    page.get_by_role("combobox", name="Stance").click()
    page.get_by_role("option", name="implied").click()
    expect(page).to_have_url(re.compile("stances=stated~implied"))
    assert chips(page, "Stance") == ["stated", "implied"]


def test_on_explore_after_a_search(page: Page, address: str):
    page.goto(f"{address}/explore?lang=en")
    expect(page.get_by_role("heading", name="Alder")).to_be_visible()
    search = page.get_by_role("textbox", name="Search")
    search.fill("Birch")
    search.press("Enter")
    expect(page.get_by_role("heading", name="Birch")).to_be_visible()
    open_filters(page)
    expect_defaults(page)


def test_years_of_an_address_are_in_the_slider_that_opens_late(page: Page, address: str):
    filters_of_everything(page, f"{address}/spread?lang=en&years=2000~2003")
    thumbs = page.locator("[data-testid=stSlider]").get_by_role("slider")
    expect(thumbs).to_have_count(2)
    expect(thumbs.nth(0)).to_have_value("2000")
    expect(thumbs.nth(1)).to_have_value("2003")


def test_options_of_a_measure_are_in_force_when_they_are_shown_late(page: Page, address: str):
    page.goto(f"{address}/analyse?lang=en&implied=1&window=1990:2010&actors=places")
    page.get_by_role("combobox", name="Measure").wait_for()
    page.wait_for_timeout(1500)
    page.get_by_text("中文", exact=True).click()
    page.wait_for_timeout(1500)
    page.get_by_text("English", exact=True).click()
    open_filters(page, "Filters and options")
    expect(
        page.get_by_role("switch", name="Count implied adoptions")
        .or_(page.get_by_role("checkbox", name="Count implied adoptions"))
        .first
    ).to_be_checked()
    expect(page.get_by_role("radio", name="Places", exact=True)).to_be_checked()
    expect(page.get_by_label(re.compile("^Observation window"))).to_have_value("1990:2010")
