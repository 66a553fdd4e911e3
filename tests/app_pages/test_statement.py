"""The page of a statement: opened by its address or by a typed id, in both languages."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest

from drafting.settlement.withdrawal import correct, withdrawal_note
from graph.drawing.statement_headline import headline
from graph.model.facts import Facts
from loaders.facts.facts_folder import read_facts
from ontology.labels.labels import name as word
from ontology.schema.kinds import LearnedFrom
from settings import FACTS, SOURCES
from tests.app_pages.axe import violations
from tests.app_pages.page_run import page_text, run_page
from tests.browsing import at_rest

LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


def lesson(facts: Facts) -> str:
    return next(id for id, s in facts.statements.items() if isinstance(s, LearnedFrom))


def type_id(test: AppTest, text: str, language: str = "en") -> AppTest:
    return test.text_input(key=f"statement_id-{language}").set_value(text).run()


@LANGUAGES
def test_a_permalink_shows_all_that_is_known_of_a_statement(root, small_facts, language):
    id = lesson(small_facts)
    test = run_page(root, "statement", language, id=id)
    assert not test.exception
    statement, text = small_facts.statements[id], page_text(test)
    assert test.header[0].value == headline(small_facts, statement, language)
    for expected in (id, statement.curator, word("LearnedFrom", language)):
        assert expected in text
    assert f"{statement.start}–{statement.end}" in text
    for code in (statement.learner, statement.teacher):
        assert f'href="thing?lang={language}&amp;code={code}"' in text
    assert f'href="thing?lang={language}&amp;code={statement.source}"' in text
    assert test.query_params["id"] in (id, [id])


def test_every_statement_opens_with_a_copy_and_its_passage(
    root, small_facts, small_folder, monkeypatch
):
    monkeypatch.setenv(SOURCES, str(small_folder / "texts"))
    test = run_page(root, "statement", "en", id=lesson(small_facts))
    assert "<mark>" in page_text(test) and "has the same words" in page_text(test)
    for kind in sorted({type(s) for s in small_facts.statements.values()}, key=str):
        id = next(id for id, s in small_facts.statements.items() if type(s) is kind)
        assert not type_id(test, id).exception
        assert f'data-statement="{id}"' in page_text(test)


@LANGUAGES
def test_the_fact_of_a_statement_leads_to_its_other_statements(root, small_facts, language):
    fact = next(fact for fact in small_facts.distinct_facts if len(fact.statement_ids) == 2)
    id, other = fact.statement_ids
    test = run_page(root, "statement", language, id=id)
    assert fact.id in page_text(test)
    table = test.dataframe[0].value
    assert list(table.iloc[:, 0]) == [f"statement?lang={language}&id={other}"]


def test_the_beginning_of_an_id_opens_the_only_one_or_offers_all(root, small_facts):
    id = lesson(small_facts)
    test = type_id(run_page(root, "statement", "en"), id[:-3])
    assert f'data-statement="{id}"' in page_text(test)
    test = type_id(test, "learned_from-")
    assert test.dataframe[0].value["Id"].str.contains(id).any()
    assert "Only the first 12" in page_text(type_id(test, "a"))


@LANGUAGES
def test_an_unknown_id_is_one_sentence_with_the_nearest(root, small_facts, language):
    id = lesson(small_facts)
    slip = id[:-1] + ("0" if id[-1] != "0" else "1")
    test = run_page(root, "statement", language, id=slip)
    assert not test.exception and len(test.warning) == 1
    assert slip in test.warning[0].value.replace("\\", "") and f"id={id}" in test.warning[0].value
    far = type_id(test, "<b>*x*", language)
    assert len(far.warning) == 1 and "<b>" not in far.warning[0].value
    nothing = type_id(test, "", language)
    assert len(nothing.info) == 1 and next(iter(small_facts.statements)) in nothing.info[
        0
    ].value.replace("\\", "")


@LANGUAGES
def test_a_withdrawn_statement_says_why_and_what_replaced_it(
    root, small_folder, small_facts, tmp_path, monkeypatch, language
):
    folder = Path(shutil.copytree(small_folder, tmp_path / "facts"))
    id = lesson(small_facts)
    correct(folder, id, {"when": "2005"}, withdrawal_note(date(2026, 11, 29), "Ada", "misread"))
    successor = read_facts(folder).withdrawn[id].replaced_by
    monkeypatch.setenv(FACTS, str(folder))
    test = run_page(root, "statement", language, id=id)
    assert not test.exception
    text = page_text(test)
    assert "misread" in text and "Ada" in text
    assert f"statement?lang={language}&amp;id={successor}" in text
    after = type_id(test, str(successor), language)
    assert not after.exception
    assert f'data-statement="{id}"' in page_text(after)


def test_an_answer_with_a_column_of_statements_leads_to_their_pages(root, small_facts):
    test = run_page(root, "ask", "en", by="custom_query", store="rdf")
    query = """SELECT DISTINCT ?statement ?kind WHERE { ?statement a ?kind
    FILTER CONTAINS(STR(?statement), "/learned_from-") } ORDER BY ?statement"""
    test.text_area(key="custom_sparql").set_value(query)
    next(button for button in test.button if button.label == "Run").click().run()
    assert not test.exception
    table = test.dataframe[0].value
    ids = [address.partition("&id=")[2] for address in table["statement"]]
    assert ids and set(ids) <= set(small_facts.statements)
    assert not table["kind"].str.contains("statement[?]").any()


@pytest.mark.needs_chromium
def test_a_card_leads_to_the_statement_and_its_open_citation_is_accessible(
    page: Page, address: str, small_facts: Facts
):
    page.goto(f"{address}/explore?lang=en&thing=11&pick=12-LEARNED_FROM-11")
    link = page.locator(".card a:has(code)").first
    link.wait_for()
    permalink = str(link.get_attribute("href"))
    id = permalink.partition("&id=")[2]
    page.goto(f"{address}/{permalink}")
    expect(page.locator(f'.card[data-statement="{id}"]')).to_be_visible()
    page.get_by_role("button", name="Cite").focus()
    page.keyboard.press("Enter")
    panel = page.get_by_test_id("stPopoverBody")
    expect(panel.locator(":focus")).to_have_count(1)
    expect(page.get_by_test_id("stCode")).to_contain_text(id)
    at_rest(page)
    assert violations(page) == []
    # who leaves the panel by Tab is not brought back, and Escape leads to its button
    page.keyboard.press("Shift+Tab")
    expect(panel.locator(":focus")).to_have_count(0)
    page.get_by_test_id("stCode").get_by_role("button").or_(
        panel.get_by_role("button")
    ).first.focus()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Cite")).to_be_focused()
