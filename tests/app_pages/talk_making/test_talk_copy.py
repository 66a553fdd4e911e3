"""The talk in the making outlasts a reload of the page, for the browser keeps it."""

from __future__ import annotations

import pytest

from tests.browsing import at_rest

pytestmark = pytest.mark.needs_chromium

# Relative luminance and contrast as WCAG 2.2 defines them.
CONTRAST = """button => {
  const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const { color, backgroundColor } = getComputedStyle(button);
  const [dark, bright] = [light(color), light(backgroundColor)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}"""


@pytest.mark.parametrize("page", ["dark"], indirect=True)
def test_a_talk_is_there_after_a_reload(page, address):
    page.goto(f"{address}/compare?lang=en&places=11~12")
    at_rest(page)
    page.get_by_role("button", name="Add to a talk").click()
    page.get_by_text("Added as step 1").wait_for()
    page.wait_for_function("() => Object.keys(localStorage).some((k) => k.includes('-talk'))")
    page.goto(f"{address}/talks?lang=en&mode=make")
    page.get_by_text("This browser has kept the talk").wait_for()


@pytest.mark.parametrize("page", ["dark"], indirect=True)
def test_a_main_button_is_easy_to_read_in_the_dark(page, address):
    page.goto(f"{address}/ask?lang=en&by=custom_query")
    button = page.locator('[data-testid="stBaseButton-primary"]').first
    button.wait_for()
    at_rest(page)
    assert button.evaluate(CONTRAST) >= 4.5
