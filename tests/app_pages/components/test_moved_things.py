"""Things in a picture are moved, pinned and chosen, by hand and by keyboard, in the address too."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing import at_rest

pytestmark = pytest.mark.needs_chromium

SpotReader = Callable[[Locator, str], list[float]]
PINNED = re.compile("placed=12~")


@pytest.fixture(scope="module")
def app_folder(mapped_folder: Path) -> Path:
    """The app of the tests of what is in sight, which has a map."""
    return mapped_folder


def open_network(page: Page, address: str, path: str) -> Locator:
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


def place(drawn: Locator, thing: str) -> list[float]:
    """Where the middle of a thing is in its picture, wherever the page is scrolled to."""
    return drawn.evaluate(
        """(box, id) => {
          const {x, y} = box.network.canvasToDOM(box.network.getPosition(id));
          return [x, y];
        }""",
        thing,
    )


def large_spot(drawn: Locator, thing: str) -> list[float]:
    """The same in a large network."""
    return drawn.evaluate(
        """(box, id) => {
          const {left, top} = box.getBoundingClientRect();
          const {network} = box.closest('.box').stage.pane;
          const {x, y} = network.canvasToDOM(network.getPosition(id));
          return [left + x, top + y];
        }""",
        thing,
    )


def dragged(page: Page, drawn: Locator, thing: str, where: SpotReader = spot) -> None:
    x, y = where(drawn, thing)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 50, y + 30, steps=5)
    page.mouse.up()


def test_a_dragged_thing_stays_pinned_until_it_is_taken_back(page, address):
    drawn = open_network(page, address, "explore?lang=en&thing=11")
    start = place(drawn, "12")
    dragged(page, drawn, "12")
    expect(page).to_have_url(PINNED)
    expect(drawn).to_have_attribute("data-pinned", "1")
    at = place(drawn, "12")
    assert at == pytest.approx([start[0] + 50, start[1] + 30], abs=2)
    page.keyboard.press("Control+z")
    expect(page).not_to_have_url(PINNED)
    assert place(drawn, "12") == pytest.approx(start, abs=1)
    page.get_by_role("button", name="Redo").click()
    expect(page).to_have_url(PINNED)
    page.reload()
    expect(page.locator(".net[data-pinned='1']")).to_be_visible()
    page.get_by_role("button", name="Put back all").click()
    expect(page).not_to_have_url(PINNED)


def test_a_lasso_lists_what_is_told_of_the_things_and_draws_only_these(page, address):
    drawn = open_network(page, address, "spread?lang=en&scope=all")
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
    drawn = open_network(page, address, "spread?lang=en&scope=all&pick=12")
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


def test_the_whole_network_keeps_moves_and_choices_in_the_address_and_in_its_files(
    page, address, tmp_path
):
    drawn = open_network(page, address, "explore?lang=en&view=whole&types=LEARNED_FROM~ADOPTED")
    dragged(page, drawn, "12", large_spot)
    expect(page).to_have_url(re.compile("whole_placed=12~"))
    page.get_by_role("button", name="Mechanism").click()
    expect(page).to_have_url(re.compile("hidden=Mechanism"))
    at_rest(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as SVG").click()
    svg = Path(saved.value.path()).read_text(encoding="utf-8")
    counts = page.locator(".counts").inner_text()
    assert svg.count("<title>") - 1 == int(re.findall(r"\d+", counts)[0]) > 2
    page.reload()
    expect(page.locator(".net[data-pinned='1']")).to_be_visible()
    expect(page.locator(".counts")).to_have_text(counts)

    page.get_by_role("button", name="Embed this view").click()
    with page.expect_download() as frozen:
        page.locator(".st-key-embed_file_whole button").click()
    frozen.value.save_as(tmp_path / "frozen.html")
    page.goto((tmp_path / "frozen.html").as_uri())
    page.locator("body[data-ready]").wait_for(state="attached")
    assert page.locator(".counts").inner_text() == counts
    x, y = large_spot(page.locator(".net"), "12")
    page.mouse.click(x, y)
    expect(page.locator(".evidence .statement").first).to_be_visible()
