"""On a laptop's small window, what bears out a pick comes into sight, and the focus is not lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing import at_rest

pytestmark = pytest.mark.needs_chromium

LESSON = "12-LEARNED_FROM-11"
LAPTOP = {"width": 1366, "height": 768}


@pytest.fixture(scope="module")
def app_folder(mapped_folder: Path) -> Path:
    """These tests' app has a map."""
    return mapped_folder


def open_page(page: Page, address: str, path: str) -> None:
    page.set_viewport_size(LAPTOP)
    page.goto(f"{address}/{path}")
    page.locator(".net[data-ready], td button").first.wait_for(state="attached")
    at_rest(page)


def focused(page: Page) -> str:
    """The class names of what has the focus, in whatever component it is."""
    return page.evaluate(
        """() => {
          let at = document.activeElement;
          while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
          return at.className;
        }"""
    )


def scale_and_centre(drawn: Locator) -> list:
    return drawn.evaluate("box => [box.network.getScale(), box.network.getViewPosition()]")


def test_the_evidence_of_a_picked_thing_comes_into_sight_beneath_the_picture(page, address):
    open_page(page, address, "explore?lang=en&thing=11")
    hint = page.get_by_text("Click a line")
    expect(hint).to_be_in_viewport(ratio=1)
    drawn = page.locator(".net")
    view = scale_and_centre(drawn)
    drawn.focus()
    for key in ("ArrowRight", "Enter"):
        page.keyboard.press(key)
    panel = page.locator(".st-key-evidence-explore")
    expect(panel.locator(".card .head").first).to_be_in_viewport()
    expect(drawn).to_be_in_viewport(ratio=0.5)
    assert scale_and_centre(drawn) == view


def test_the_evidence_of_an_opened_cell_comes_into_sight_and_the_cell_stays(page, address):
    open_page(page, address, "compare?lang=en&places=11~12~22&told=0")
    cell = page.locator("td button").first
    cell.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-evidence-compare_cell .card .head").first).to_be_in_viewport()
    expect(cell).to_be_in_viewport(ratio=1)
    expect(cell).to_be_focused()


def test_the_box_in_the_head_of_a_table_shows_the_evidence_of_all_its_rows(page, address):
    page.set_viewport_size(LAPTOP)
    page.goto(f"{address}/thing?lang=en&code=11")
    table = page.get_by_test_id("stDataFrame").first
    table.locator("canvas").first.wait_for()
    at_rest(page)
    table.click(position={"x": 17, "y": 17})
    panel = page.locator("[class*='st-key-evidence-']").first
    expect(panel.locator(".card .head").first).to_be_in_viewport()
    rows = page.get_by_test_id("stHeading").filter(has_text=" · ").first.inner_text()
    expect(panel.locator(".card")).to_have_count(int(rows.rpartition(" ")[2]))


def test_the_drawer_of_a_long_stage_stays_beneath_the_time_control(page, address):
    open_page(page, address, "spread?lang=en&scope=all")
    arc = page.locator(f".arc[data-line='{LESSON}']")
    arc.scroll_into_view_if_needed()
    arc.focus()
    page.keyboard.press("Enter")
    drawer = page.locator(".evidence")
    expect(drawer).to_be_in_viewport(ratio=0.99)
    under = "box => box.getBoundingClientRect().bottom"
    top = drawer.evaluate("box => box.getBoundingClientRect().top")
    assert top >= page.locator(".clock").evaluate(under)


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_the_pictures_and_their_time_control_fit_in_the_window(page, address, size):
    open_page(page, address, "spread?lang=en&scope=all")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    for part in (".clock", ".pane-network .frame", ".pane-map .frame", ".pane-curve .frame"):
        expect(page.locator(part)).to_be_in_viewport(ratio=0.99)


def test_a_window_of_time_is_in_the_address_and_is_played_as_a_whole(page, address):
    open_page(page, address, "spread?lang=en&scope=all&since=2001&moment=2003")
    expect(page.locator(".year")).to_have_text("2001–2003")
    page.get_by_role("button", name="Step forward").click()
    expect(page.locator(".year")).to_have_text("2002–2004")
    expect(page).to_have_url(re.compile("since=2002"))
    page.locator(".slider-from").focus()
    page.keyboard.press("Home")
    expect(page.locator(".year")).to_have_text("2004")


def test_what_places_did_is_one_click_away(page, address):
    open_page(page, address, "spread?lang=en")
    page.get_by_text("What places did (adoptions)").click()
    expect(page).to_have_url(re.compile("types=ADOPTED"))
    expect(page.get_by_text("Adopters of anything so far")).to_be_visible()


def test_a_drawer_that_is_closed_gives_the_focus_back_to_the_picture(page, address):
    open_page(page, address, "spread?lang=en&scope=all")
    page.locator(".net").focus()
    for key in ("ArrowRight", "Enter", "Tab"):
        page.keyboard.press(key)
    assert "close" in focused(page)  # the next stop after the picture
    page.keyboard.press("Enter")
    expect(page.locator(".evidence")).to_be_hidden()
    assert focused(page) == "net"


def test_all_that_bears_it_out_is_reached_from_a_full_screen_too(page, address):
    open_page(page, address, "spread?lang=en&scope=all")
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_function("document.fullscreenElement !== null")
    page.locator(f".arc[data-line='{LESSON}']").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Words and all fields").click()
    page.wait_for_function("document.fullscreenElement === null")
    panel = page.locator(".st-key-evidence-spread")
    expect(panel.locator(".card .head").first).to_be_in_viewport()
    expect(panel).to_be_focused()


@pytest.mark.parametrize("name", ["explore", "spread"])
def test_who_opens_the_filters_by_keyboard_is_brought_to_them(page, address, name):
    open_page(page, address, f"{name}?lang=en")
    button = page.get_by_role("button", name="Filters")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox", name="Links shown")).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_what_is_written_around_a_grown_picture_changes_its_language_too(page, address):
    open_page(page, address, "explore?lang=en&thing=11")
    page.get_by_text("中文", exact=True).click()
    expect(page.get_by_role("button", name="复位")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^存为 SVG"))).to_be_visible()
    said = re.compile("周围的网络")
    expect(page.get_by_role("application")).to_have_attribute("aria-label", said)


def test_what_grows_beyond_the_window_of_a_picture_is_told(page, address):
    open_page(page, address, "explore?lang=en&thing=11")
    told = page.get_by_text("The picture is larger than its window")
    drawn = page.locator(".net")
    drawn.evaluate("box => { box.network.moveTo({scale: 3}); box.dataset.at = '12'; }")
    expect(told).to_be_hidden()
    drawn.focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("opened=12"))
    expect(told).to_be_visible()
