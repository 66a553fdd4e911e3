"""Every page passes axe-core, in Chinese by day, in English by day and night; nothing is excepted.

The rules are all of axe-core's, those of good practice among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.app_pages.axe import violations
from tests.browsing import at_rest, page_without_network

pytestmark = pytest.mark.needs_chromium

ROOT = Path(__file__).parents[3]
SCRIPTS = [*(ROOT / "app_pages").glob("[a-z]*.py"), *(ROOT / "app_pages/browse").glob("[a-z]*.py")]
# A page is a script that calls its function; beside some stand the modules of their parts.
PAGES = sorted(
    path.stem for path in SCRIPTS if path.read_text(encoding="utf-8").endswith("\npage()\n")
)
# With something opened, for its evidence must be readable too.
OPENED_QUERIES = {
    "explore": "thing=11&opened=12&pick=12-LEARNED_FROM-11",
    "spread": "pick=12-LEARNED_FROM-11&curves=lending~mobile-library",
    "compare": "places=11~12~22&cell=shared-card~12",
    # the first learned_from of the small facts
    "statement": "id=learned_from-19cb12ce7b1b",
}
# Pages of which an address chooses the view, without evidence at first.
VIEWED = {"thing": "code=lending"}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for all: the browser reads the scripts of the app once, and not for every test."""
    with page_without_network(browser) as opened:
        yield opened


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible(page, address, name, language):
    page.emulate_media(color_scheme="light")
    page.goto(f"{address}/{name}?lang={language}&{(OPENED_QUERIES | VIEWED).get(name, '')}")
    page.locator("h1").first.wait_for()
    if name in OPENED_QUERIES:
        page.locator(".card").first.wait_for()
    at_rest(page)
    assert violations(page) == []
    if language == "zh":  # the dark colours are those of the page in English
        return
    # The page follows its reader's system at once, which is far quicker than to load it again.
    page.emulate_media(color_scheme="dark")
    expect(page.locator('[data-testid="stApp"]')).to_have_css("color-scheme", "dark")
    at_rest(page)
    assert violations(page) == []


@pytest.mark.parametrize(("theme", "language"), [("light", "zh"), ("dark", "en")])
@pytest.mark.parametrize("name", ["explore", "spread", "compare", "ask", "analyse", "sources"])
def test_a_page_with_its_panel_and_a_list_open_is_accessible(page, address, name, theme, language):
    page.emulate_media(color_scheme=theme)
    page.goto(f"{address}/{name}?lang={language}&places=11~12")
    at_rest(page)
    if name in ("explore", "spread"):
        page.get_by_role("button", name={"zh": "筛选", "en": "Filters"}[language]).click()
    field = page.get_by_role("combobox").and_(page.locator("[aria-controls=listed]")).last
    field.click()
    page.get_by_role("option").first.wait_for()
    at_rest(page)
    assert violations(page) == []
    field.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "option-0")
    assert violations(page) == []


def test_axe_finds_what_is_wrong(page):
    """The check itself can fail."""
    page.goto("about:blank")
    page.set_content("<html lang='en'><main><h1>x</h1><img src='data:,'></main></html>")
    assert [one for one in violations(page) if one.startswith("image-alt")]
