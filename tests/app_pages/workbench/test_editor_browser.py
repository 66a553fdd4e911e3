"""The workbench in a browser: a mistake is mended, the query runs and becomes a question."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from queries.custom_queries.custom_question import custom_question, split_header

pytestmark = pytest.mark.needs_chromium

MISSPELT_QUERY = (
    "MATCH (learner:Plcae)-[r:LEARNED_FROM]->(b {code: $place})\nRETURN learner.code AS learner"
)


def test_a_mistake_is_mended_and_the_query_becomes_a_question(page, address):
    page.goto(f"{address}/ask?by=custom_query&lang=en")
    page.locator(".query-layer").wait_for(state="attached")
    box = page.locator("textarea.query-box")
    box.fill(MISSPELT_QUERY)
    fault = page.locator(".faults li")
    expect(fault).to_contain_text("no label Plcae")
    assert page.workers  # typing does not wait for it
    fault.get_by_role("button", name="Place").click()
    expect(fault).to_have_count(0)
    box.press("Control+End")
    box.press_sequentially(", r.statem")
    expect(page.get_by_role("option").first).to_contain_text("statements")
    box.press("Enter")
    box.press("Control+Enter")
    page.get_by_test_id("stDataFrame").first.wait_for()
    page.get_by_text("History and favourites").click()
    name = page.get_by_label("Name of the favourite").first
    name.fill("Who learned from here")
    name.press("Enter")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save as a question file").click()
    assert waiting.value.suggested_filename == "who_learned_from_here.cypher"
    text = Path(waiting.value.path()).read_text(encoding="utf-8")
    question = custom_question(text, "cypher")
    assert question.title.en == "Who learned from here"
    assert [parameter.key for parameter in question.parameters] == ["place"]
    assert [column.key for column in question.columns] == ["learner", "r.statements"]
    assert split_header(text, "cypher")[1].startswith("MATCH (learner:Place)")
