"""The answers of the Ask page: every kind of value, paths with evidence, names as links."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from app_pages.panels import answer
from tests.app_pages.ask.ask_page import address, ask_custom_query, run_ask

CYPHER_VALUES = """MATCH p=(a)-[r:LEARNED_FROM*1..2]->(b) RETURN p, a, r, nodes(p) AS n,
    {who: a, of: [b, 1]} AS m, [1, 'a', null] AS l, date('2020-01-02') AS d,
    duration({days: 2}) AS u, 9223372036854775807 AS i, 1.0/0.0 AS f, true AS t, null AS z"""
SPARQL_VALUES = """SELECT ?s ?p ?o ?n (12345678901234567890123 AS ?i) (true AS ?t)
    WHERE { ?s ?p ?o . OPTIONAL { ?s lf:none ?n } } LIMIT 200"""


def answer_with_citations(test: AppTest) -> str:
    """The Markdown with citations, from its panel."""
    test.session_state["copy_custom"] = True
    return str(test.run().code[0].value)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_path_is_shown_with_its_picture_and_its_evidence(root, language):
    query = "MATCH p=(a)-[r:LEARNED_FROM*1..2]->(b) RETURN p"
    test = ask_custom_query(root, query, language)
    assert not test.exception and not test.error
    path = {"zh": "乙城市 —学自→ 甲城市", "en": "Birch —learned from→ Alder"}[language]
    assert path in list(test.dataframe[0].value["p"])
    headings = [heading.value for heading in test.header]
    assert {"zh": "与结果有关的网络", "en": "The network of the answer"}[language] in headings
    assert path in answer_with_citations(test)


def test_a_network_of_many_links_is_drawn_when_the_reader_wants_it(root, monkeypatch):
    monkeypatch.setattr(answer, "MAX_LINKS_AT_ONCE", 0)
    drawn = []
    monkeypatch.setattr(answer, "network", lambda *_, **__: drawn.append("network"))
    test = run_ask(root)
    assert not drawn
    test.toggle(key="ask_network-en").set_value(True).run()
    assert drawn == ["network"]


@pytest.mark.parametrize(
    ("store", "query"), [("embedded", CYPHER_VALUES), ("rdf", SPARQL_VALUES)], ids=["cypher", "rdf"]
)
def test_every_value_that_a_store_gives_is_shown_by_name(root, store, query):
    test = ask_custom_query(root, query, store=store)
    assert not test.exception and not test.error
    shown = test.dataframe[0].value.to_string() + answer_with_citations(test)
    assert "{" not in shown and "labels" not in shown and "example.org" not in shown


# --- the rows and their passages ------------------------------------------------------------


def test_names_in_the_table_lead_to_their_pages(root):
    table = run_ask(root, store="rdf").dataframe[0].value
    assert all("thing?label=" in cell for cell in table["learner"])
    assert any(cell.endswith("label=Birch&lang=en&code=12") for cell in table["learner"])


def test_the_address_has_the_selected_row_and_the_passages_of_all(root):
    test = run_ask(root, store="rdf", question="who_learned_from", row="2", passages="1")
    assert not test.exception
    cards = "".join(element.proto.body for element in test.get("html"))
    statements = [note.value for note in test.text]
    assert any("row 2" in note for note in statements)
    assert any("All rows" in note for note in statements)
    assert "data-statement" in cards
    assert (address(test)["row"], address(test)["passages"]) == ("2", "1")
    test.selectbox(key="ask_question-en").select("who_took_up").run()
    assert "row" not in address(test)
    assert not any("row 2" in note.value for note in test.text)


def test_a_row_that_is_not_there_selects_none(root):
    test = run_ask(root, store="rdf", question="who_learned_from", row="999")
    assert not test.exception and not any("row 999" in note.value for note in test.text)


def test_questions_stand_by_groups(root):
    options = run_ask(root, store="rdf").selectbox(key="ask_question-en").options
    assert options[0].startswith("Learning · ")
    assert [option.partition(" · ")[0] for option in options] == sorted(
        (option.partition(" · ")[0] for option in options),
        key=[option.partition(" · ")[0] for option in options].index,
    )
