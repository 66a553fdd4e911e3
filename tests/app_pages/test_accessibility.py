"""Every page, in both themes and languages, passes axe-core; nothing is excepted.

The rules are all of axe-core's, those of good practice among them.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import at_rest

pytestmark = pytest.mark.needs_chromium

ROOT = Path(__file__).parents[2]
SCRIPTS = [*(ROOT / "app_pages").glob("[a-z]*.py"), *(ROOT / "app_pages/browse").glob("[a-z]*.py")]
# A page is a script that calls its function; beside some stand the modules of their parts.
PAGES = sorted(
    path.stem for path in SCRIPTS if path.read_text(encoding="utf-8").endswith("\npage()\n")
)
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
# With something opened, for its evidence must be readable too.
OPENED = {
    "explore": "thing=11&opened=12&pick=12-LEARNED_FROM-11",
    "spread": "pick=12-LEARNED_FROM-11&curves=lending~mobile-library",
    "compare": "places=11~12~22&cell=shared-card~12",
    # the first learned_from of the small facts
    "statement": "id=learned_from-19cb12ce7b1b",
}
# Pages of which an address chooses the view, without evidence at first.
VIEWED = {"thing": "code=lending"}


def found(page: Page) -> list[str]:
    """What axe-core finds: rule, element, and what is wrong with it."""
    page.evaluate(AXE)
    violations = page.evaluate("async () => (await axe.run()).violations")
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in violations
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", ["light", "dark"], indirect=True)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible(page, address, name, language):
    page.goto(f"{address}/{name}?lang={language}&{(OPENED | VIEWED).get(name, '')}")
    page.locator("h1").first.wait_for()
    if name in OPENED:
        page.locator(".card").first.wait_for()
    at_rest(page)
    assert found(page) == []


@pytest.mark.parametrize(("page", "language"), [("light", "zh"), ("dark", "en")], indirect=["page"])
@pytest.mark.parametrize("name", ["explore", "spread", "compare", "ask", "analyse", "sources"])
def test_a_page_with_its_panel_and_a_list_open_is_accessible(page, address, name, language):
    page.goto(f"{address}/{name}?lang={language}&places=11~12")
    at_rest(page)
    if name in ("explore", "spread"):
        page.get_by_role("button", name={"zh": "筛选", "en": "Filters"}[language]).click()
    field = page.get_by_role("combobox").and_(page.locator("[aria-controls=listed]")).last
    field.click()
    page.get_by_role("option").first.wait_for()
    at_rest(page)
    assert found(page) == []
    field.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "option-0")
    assert found(page) == []


def test_axe_finds_what_is_wrong(page):
    """The check itself can fail."""
    page.set_content("<html lang='en'><main><h1>x</h1><img src='data:,'></main></html>")
    assert [one for one in found(page) if one.startswith("image-alt")]
