"""The Ask page in a real browser: what is copied, what is saved, and what a link opens."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing import at_rest

pytestmark = pytest.mark.needs_chromium

WHO_LEARNED = "ask?question=who_learned_from&store=rdf&place=11"
HEADINGS = {
    "zh": ["学习者", "学习者（代码）", "经由", "方式", "时间", "时间（EDTF）", "立场", "陈述"],
    "en": [
        "learner",
        "learner (code)",
        "through",
        "how",
        "when",
        "when (EDTF)",
        "stance",
        "statements",
    ],
}
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


def open_answer(page: Page, address: str, path: str, language: str = "en") -> Page:
    page.goto(f"{address}/{path}&lang={language}")
    page.get_by_test_id("stDataFrame").first.wait_for()
    return page


def downloaded_text(page: Page, button: str) -> str:
    with page.expect_download() as waiting:
        page.get_by_test_id("stDownloadButton").filter(has_text=button).click()
    return Path(waiting.value.path()).read_text(encoding="utf-8")


def chart(page: Page) -> Locator:
    drawn = page.get_by_test_id("stVegaLiteChart").first
    drawn.wait_for()
    return drawn


@LANGUAGES
def test_an_answer_is_copied_with_citations_without_a_network(page, address, language):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_answer(page, address, WHO_LEARNED, language)
    page.get_by_text("带引注复制" if language == "zh" else "Copy with citations").click()
    page.get_by_test_id("stCode").first.wait_for()
    at_rest(page)  # the button is there while the pointer is: nothing may move the text away
    code = page.get_by_test_id("stCode").first
    code.hover()
    code.get_by_role("button").click()
    page.wait_for_timeout(500)
    copied = page.evaluate("navigator.clipboard.readText()")
    table, notes = copied.strip().split("\n\n")
    assert table.startswith(f"| {HEADINGS[language][0]} |")
    assert notes.startswith("[^1]: 《" if language == "zh" else "[^1]: “")
    assert "80–110" in notes
    assert copied.strip() == downloaded_text(page, "Markdown").strip()


@LANGUAGES
def test_an_answer_is_saved_in_the_readers_language(page, address, language):
    open_answer(page, address, WHO_LEARNED, language)
    rows = json.loads(downloaded_text(page, "JSON"))
    table = list(csv.DictReader(io.StringIO(downloaded_text(page, "CSV").removeprefix("\ufeff"))))
    assert list(rows[0]) == list(table[0]) == HEADINGS[language]
    name, code = HEADINGS[language][:2]
    birch = "乙城市" if language == "zh" else "Birch"
    assert [row[name] for row in rows if row[code] == "12"] == [birch, birch]
    assert [row[code] for row in table] == [row[code] for row in rows]


def test_figures_of_one_indicator_are_drawn_with_their_bounds(page, address):
    open_answer(page, address, "ask?question=figures_of_indicator&store=rdf&indicator=holdings")
    expect(chart(page)).to_be_visible()
    expect(page.get_by_text("Triangle: points to the side of the true value")).to_be_visible()


@LANGUAGES
def test_a_chart_is_saved_whole_in_the_readers_language(page, address, language):
    """What was asked, every name and figure of the page's chart, and what it leaves out."""
    asked = "ask?question=figures_of_indicator&store=rdf&indicator=holdings"
    open_answer(page, address, asked, language)
    chart(page)
    zh = language == "zh"
    svg = ElementTree.fromstring(downloaded_text(page, "图 SVG" if zh else "Figure SVG"))
    written = ["".join(one.itertext()) for one in svg.iter() if one.tag.endswith("text")]
    notes = (
        ("指标：藏书量", "同一坐标轴上") if zh else ("Indicator: Holdings", "Only figures of one")
    )
    assert all(any(note in row for row in written) for note in notes)
    subjects = {
        row["主体" if zh else "subject"] for row in json.loads(downloaded_text(page, "JSON"))
    }
    assert subjects and all(any(name in row for row in written) for name in subjects)
    assert [one.get("fill") for one in svg.iter() if one.tag.endswith("rect")][0] == "white"
    with page.expect_download() as waiting:
        page.get_by_test_id("stDownloadButton").filter(has_text="PNG").first.click()
    assert waiting.value.suggested_filename == "learned-from-figures_of_indicator.png"
    assert Path(waiting.value.path()).read_bytes().startswith(b"\x89PNG")


def test_a_link_opens_the_same_view_in_a_fresh_session(page, address, browser):
    """The question, its value and the store are chosen by hand; the address is then sent."""
    page.goto(f"{address}/ask?lang=en")
    page.get_by_text("SPARQL (RDF)").click()
    page.wait_for_function("location.search.includes('store=rdf')")
    at_rest(page)
    for label, typed in (("Question", "Who took up a mech"), ("Mechanism", "Night opening")):
        box = page.get_by_role("combobox", name=label)
        box.click()
        box.fill(typed)
        page.get_by_role("option", name=typed).first.click()
        at_rest(page)
    page.wait_for_function("location.search.includes('mechanism=night-opening')")
    shown = page.locator('[data-testid="stCaptionContainer"]').first.inner_text()
    fresh = browser.new_context(locale="en-US")
    sent = fresh.new_page()
    sent.goto(page.url)
    sent.get_by_test_id("stDataFrame").first.wait_for()
    at_rest(sent)
    assert sent.url == page.url
    assert sent.locator('[data-testid="stCaptionContainer"]').first.inner_text() == shown
    expect(sent.get_by_role("radio", name="SPARQL (RDF)")).to_be_checked()
    expect(sent.get_by_role("combobox", name="Mechanism")).to_have_value("Night opening")
    # what bears out the row of an address is in sight, also in a low window
    sent.set_viewport_size({"width": 1366, "height": 500})
    sent.goto(f"{page.url}&row=1")
    expect(sent.get_by_role("heading", name="Evidence", exact=True)).to_be_in_viewport()
    fresh.close()


def test_a_table_offers_no_download_that_a_spreadsheet_would_run(page, address):
    """Streamlit's own CSV leaves cells that begin like a formula as they are."""
    open_answer(page, address, WHO_LEARNED)
    page.get_by_test_id("stDataFrame").first.hover()
    expect(page.get_by_role("button", name="Fullscreen").first).to_be_attached()
    expect(page.get_by_role("button", name="Download as CSV")).to_have_count(0)
