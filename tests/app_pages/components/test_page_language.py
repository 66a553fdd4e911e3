"""A page declares its language, and Streamlit's own words are in it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from app_pages.components.page_language import KEYS, words_of
from tests.browsing import at_rest
from texts.tables import APP


def test_a_word_of_streamlit_is_said_in_the_language_whichever_it_stands_in():
    for language in ("zh", "en"):
        words = dict(words_of(language))
        for key in KEYS:
            assert {words[APP.say(key, other)] for other in ("zh", "en")} == {
                APP.say(key, language)
            }


@pytest.mark.needs_chromium
def test_the_toolbar_of_a_table_and_the_page_itself_speak_the_readers_language(page, address):
    page.goto(f"{address}/sources?lang=zh")
    page.locator("h1").first.wait_for()
    at_rest(page)
    toolbar = page.get_by_test_id("stElementToolbar").first
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    page.get_by_test_id("stDataFrame").first.hover()
    expect(toolbar.get_by_role("button", name="搜索")).to_be_attached()
    assert not toolbar.get_by_role("button", name="Search").count()
    folder_help = page.locator("[data-testid=stSidebar] [data-testid=stTooltipIcon] button")
    expect(folder_help.first).to_have_attribute("aria-label", re.compile("的说明$"))
    expect(page.locator("[aria-label='收起侧栏']")).to_be_attached()
    page.get_by_role("button", name="English").or_(
        page.get_by_role("radio", name="English")
    ).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_test_id("stDataFrame").first.hover()
    expect(toolbar.get_by_role("button", name="Search")).to_be_attached()
