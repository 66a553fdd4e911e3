"""Things in a picture are moved, pinned and chosen, by hand and by keyboard, in the address too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing import at_rest

pytestmark = pytest.mark.needs_chromium

PINNED = re.compile("placed=12~")


@pytest.fixture(scope="module")
def app_folder(mapped_folder: Path) -> Path:
    """The app of the tests of what is in sight, which has a map."""
    return mapped_folder


def opened(page: Page, address: str, path: str) -> Locator:
    page.goto(f"{address}/{path}")
    drawn = page.locator(".net[data-ready]")
    drawn.wait_for(state="attached")
    at_rest(page)
    return drawn


def spot(drawn: Locator, thing: str) -> list[float]:
    """Where the middle of a thing is, in pixels of the window."""
    return drawn.evaluate(
        """(box, id) => {
          const {left, top} = box.getBoundingClientRect();
          const {x, y} = box.network.canvasToDOM(box.network.getPosition(id));
          return [left + x, top + y];
        }""",
        thing,
    )


def dragged(page: Page, drawn: Locator, thing: str) -> None:
    x, y = spot(drawn, thing)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 50, y + 30, steps=5)
    page.mouse.up()


def test_a_dragged_thing_stays_pinned_until_it_is_taken_back(page, address):
    drawn = opened(page, address, "explore?lang=en&thing=11")
    start = spot(drawn, "12")
    dragged(page, drawn, "12")
    expect(page).to_have_url(PINNED)
    expect(drawn).to_have_attribute("data-pinned", "1")
    at = spot(drawn, "12")
    assert at == pytest.approx([start[0] + 50, start[1] + 30], abs=2)
    page.keyboard.press("Control+z")
    expect(page).not_to_have_url(PINNED)
    assert spot(drawn, "12") == pytest.approx(start, abs=1)
    page.get_by_role("button", name="Redo").click()
    expect(page).to_have_url(PINNED)
    page.reload()
    expect(page.locator(".net[data-pinned='1']")).to_be_visible()
    page.get_by_role("button", name="Put back all").click()
    expect(page).not_to_have_url(PINNED)


def test_a_lasso_lists_what_is_told_of_the_things_and_draws_only_these(page, address):
    drawn = opened(page, address, "spread?lang=en&scope=all")
    first, second = (spot(drawn, thing) for thing in ("11", "12"))
    left, right = sorted((first[0], second[0]))
    top, bottom = sorted((first[1], second[1]))
    corners = [(left - 9, top - 9), (right + 9, top - 9), (right + 9, bottom + 9)]
    page.get_by_role("button", name="Lasso").click()
    page.mouse.move(left - 9, bottom + 9)
    page.mouse.down()
    for x, y in corners:
        page.mouse.move(x, y, steps=3)
    page.mouse.up()
    drawer = page.locator(".evidence")
    expect(drawer.get_by_role("heading")).to_contain_text("Chosen (")
    expect(page).to_have_url(re.compile("pick=.*~"))
    drawer.get_by_role("button", name="Only the links between these").click()
    expect(page).to_have_url(re.compile("among=.*~"))
    page.get_by_role("button", name="show all").click()
    expect(page).not_to_have_url(re.compile("among="))


def test_the_keyboard_moves_pins_and_chooses_too(page, address):
    drawn = opened(page, address, "spread?lang=en&scope=all&pick=12")
    drawn.focus()
    page.keyboard.press("Shift+ArrowDown")
    expect(page).to_have_url(PINNED)
    page.keyboard.press("p")
    expect(page).not_to_have_url(PINNED)
    at_rest(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("x")
    expect(page.locator(".evidence").get_by_role("heading")).to_contain_text("Chosen (2): ")
    at_rest(page)
    expect(page.locator(".evidence").get_by_role("heading")).to_contain_text("Chosen (2): ")
