"""Fields in which things are chosen: found by any name, in the order of choosing, by keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing import at_rest

pytestmark = pytest.mark.needs_chromium


def field(page: Page, label: str) -> Locator:
    found = page.get_by_role("combobox", name=label, exact=True)
    found.wait_for()
    at_rest(page)
    return found


@pytest.mark.parametrize("typed", ["東原", "dongyuan", "dys", "10"])
def test_a_place_to_compare_is_found_by_any_name(page: Page, address: str, typed: str):
    page.goto(f"{address}/compare?lang=en&places=11~12")
    places = field(page, "Places, organisations or persons")
    places.fill(typed)
    expect(places).to_have_attribute("aria-activedescendant", "option-0")
    first = page.get_by_role("option").first
    expect(first).to_contain_text("East Plain")
    expect(first).to_contain_text("东原省")
    places.press("Enter")
    expect(page.get_by_role("columnheader", name="East Plain").first).to_be_visible()


def test_columns_stand_in_the_order_of_choosing_and_are_moved_by_keyboard(page: Page, address: str):
    page.goto(f"{address}/compare?lang=en&places=22~11~12")
    heads = page.locator("table").first.locator("thead th")
    expect(heads).to_have_text(["Mechanism", "Dogwood", "Alder", "Birch"])
    at_rest(page)
    page.get_by_role("button", name="Remove Birch").focus()
    page.keyboard.press("ArrowLeft")
    expect(heads).to_have_text(["Mechanism", "Dogwood", "Birch", "Alder"])
    expect(page).to_have_url(re.compile("places=22~12~11"))
    expect(page.get_by_role("button", name="Remove Birch")).to_be_focused()
    page.keyboard.press("Enter")
    expect(heads).to_have_text(["Mechanism", "Dogwood", "Alder"])
    at_rest(page)
    places = page.get_by_role("combobox", name="Places, organisations or persons")
    places.press("Backspace")
    places.press("Backspace")  # before the app can have answered
    expect(page.get_by_text("Choose 2 to 12 places")).to_be_visible()
    at_rest(page)
    expect(page.get_by_role("button", name="Remove")).to_have_count(0)
    expect(places).to_be_focused()


def test_what_is_typed_in_haste_is_never_guessed(page: Page, address: str):
    page.goto(f"{address}/ask?lang=en&question=who_learned_from&place=11")
    teacher = field(page, "Place learned from")
    teacher.fill("birch")
    teacher.press("Enter")  # before the app can have answered: a name in full is taken
    expect(page).to_have_url(re.compile("place=12"))
    at_rest(page)
    teacher.fill("a")
    teacher.press("Enter")  # several may be meant: they are shown
    page.get_by_role("option").nth(1).wait_for()
    expect(page).to_have_url(re.compile("place=12"))
    teacher.press("Escape")
    expect(teacher).to_have_value("Birch")


def test_a_filter_in_a_panel_is_found_by_pinyin_and_taken_out_again(page: Page, address: str):
    page.goto(f"{address}/spread?lang=zh&scope=all")
    page.get_by_role("button", name="筛选").click()
    place = field(page, "地方、机构或个人（含其下辖）")
    place.fill("yicheng")
    expect(page.get_by_role("option").first).to_contain_text("乙城市")
    place.press("ArrowDown")
    place.press("ArrowUp")
    place.press("Enter")
    expect(page).to_have_url(re.compile("place=12"))
    at_rest(page)
    page.get_by_role("button", name="全部移除").click()
    expect(page).not_to_have_url(re.compile("place="))


def test_what_is_not_there_is_said(page: Page, address: str):
    page.goto(f"{address}/analyse?lang=en")
    mechanism = field(page, "Mechanism (and its narrower ones)")
    mechanism.fill("zzzz")
    expect(page.get_by_role("paragraph").filter(has_text="zzzz")).to_be_visible()
