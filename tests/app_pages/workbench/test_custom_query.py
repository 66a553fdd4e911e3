"""A custom query on Ask: its parameters as fields, and a question opened as a query."""

from __future__ import annotations

import pytest

from app_pages.workbench.editor import EnginePlace, place_of
from graph.stores.store import BadQuery
from tests.app_pages.ask.ask_page import address, again, button, run_ask

QUERY = 'SELECT ?name { VALUES ?mechanism { "lending" } ?x skos:notation ?mechanism ; '
QUERY += "skos:prefLabel ?name }"


def test_a_parameter_of_the_catalogues_name_becomes_a_field_and_stands_in_the_address(root):
    test = run_ask(root, by="custom_query", store="rdf")
    test.text_area(key="custom_sparql").set_value(QUERY)
    button(test, "Run").click().run()
    assert not test.exception and not test.error
    names = list(test.dataframe[0].value["name"])
    test.session_state["custom.mechanism"] = "shared-card"
    test.run()
    assert address(test)["mechanism"] == "shared-card"
    assert list(test.dataframe[0].value["name"]) != names
    fresh = again(root, test)
    assert fresh.session_state["custom.mechanism"] == "shared-card"


def test_a_link_with_the_former_name_opens_the_custom_query(root):
    test = run_ask(root, by="own_query", store="rdf")
    assert not test.warning and test.text_area(key="custom_sparql").value.startswith("SELECT")
    assert address(test)["by"] == "custom_query"


def test_a_question_opens_as_a_query_with_its_values(root):
    test = run_ask(root, question="who_took_up", mechanism="lending", store="rdf")
    test.session_state["ask_query_text"] = True  # the panel is open, and made only then
    test.run()
    button(test, "Open as a custom query").click().run()
    assert not test.exception and not test.error
    assert test.text_area(key="custom_sparql").value.startswith("# title = ")
    assert test.session_state["custom.mechanism"] == "lending"
    assert len(test.dataframe) == 1


@pytest.mark.parametrize(
    ("words", "column"),
    [
        ("Syntax error at line 1:15 - mismatched input", 16),
        ("Unexpected input 'RETRUN' at line 1, column 15", 16),
        ("Invalid input 'x' (line 1, column 16 (offset: 15))", 16),
        ("error at 1:16: expected CONSTRUCT", 16),
    ],
)
def test_the_place_where_an_engine_stopped_is_counted_from_one(words, column):
    assert place_of(BadQuery(words), "q") == EnginePlace("q", 1, column)
    assert place_of(BadQuery("no place"), "q") is None
