"""The answer to a custom query as a network, a map, a chart or JSON."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from app_pages.workbench.result_links import links_of_answer
from graph.links.edge_bundle_index import bundle_index
from graph.stores.store import Answer, Cell
from tests.app_pages.ask.ask_page import ask_custom_query

BY_LEVEL = """SELECT ?level (COUNT(?place) AS ?count)
    { ?place a lf:Place ; lf:level ?level } GROUP BY ?level ORDER BY ?level"""


def shown_as(test: AppTest, view: str) -> AppTest:
    """The page after the choice of a view."""
    test.session_state["custom_view-en"] = view
    test.run()
    assert not test.exception and not test.error
    return test


def test_links_are_those_of_the_statements_or_between_the_things(small_facts):
    index = bundle_index(small_facts)
    link = next(link for link in index if link.type == "LEARNED_FROM")
    by_statement = links_of_answer(small_facts, Answer(("s",), ((link.statements[0],),)), index)
    assert link in by_statement
    start, end = link.ends
    node: dict[str, Cell] = {"labels": ["Place"], "code": end}
    iri = f"{small_facts.dataset.base_iri}{start}"
    between = links_of_answer(small_facts, Answer(("a", "b"), ((iri, [node]),)), index)
    assert link in between and all(set(other.ends) <= {start, end} for other in between)
    assert links_of_answer(small_facts, Answer(("a",), (("nothing",), (None,))), index) == []


def test_one_answer_is_shown_in_each_way_without_being_asked_again(root):
    query = "SELECT ?to ?from { ?s a lf:LearnedFrom ; lf:learner ?to ; lf:teacher ?from }"
    test = ask_custom_query(root, query, store="rdf")
    rows = len(test.dataframe[0].value)
    asked = test.session_state["ask_answered"]
    assert len(json.loads(shown_as(test, "as_json").code[0].value)) == rows
    for view in ("as_network", "as_map"):
        assert not shown_as(test, view).info
    assert "two columns" in shown_as(test, "as_chart").info[0].value
    assert test.session_state["ask_answered"] is asked


def test_a_chart_draws_the_column_of_numbers_by_the_other(root):
    test = shown_as(ask_custom_query(root, BY_LEVEL, store="rdf"), "as_chart")
    assert [box.value for box in test.selectbox][-2:] == ["count", "level"]
    (chart,) = test.get("vega_lite_chart") or test.get("arrow_vega_lite_chart")
    assert '"bar"' in chart.proto.spec


def test_an_answer_that_names_no_thing_says_what_a_network_needs(root):
    test = shown_as(ask_custom_query(root, "SELECT (1 AS ?one) {}", store="rdf"), "as_network")
    assert "statements" in test.info[0].value


@pytest.mark.parametrize("view", ["as_table", "as_json"])
def test_a_view_that_an_answer_does_not_have_is_forgotten(root, view):
    test = ask_custom_query(root, "SELECT (1 AS ?one) {}", store="rdf")
    test.session_state["custom_view"] = "as_profile"
    shown_as(test, view)
