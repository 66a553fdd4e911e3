"""The Ask page on a real Neo4j: the same answer, and one sentence for a wrong password."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from app_pages.state.url_codec import CompressedText
from graph.stores.neo4j.push import load
from settings import NEO4J_PASSWORD, NEO4J_USER, STORE


@pytest.fixture
def loaded(neo4j, database, small_facts, small_graph, monkeypatch) -> None:
    """The small facts on the server, which the app is started with."""
    load(database, None, small_graph, lambda *_: None)
    monkeypatch.setenv(STORE, neo4j.address)
    monkeypatch.setenv(NEO4J_USER, neo4j.user)
    monkeypatch.setenv(NEO4J_PASSWORD, neo4j.password)


def run_ask(root: Path, store: str) -> AppTest:
    test = AppTest.from_file(str(root / "app_pages" / "ask.py"), default_timeout=60)
    test.query_params.update({"lang": "en", "store": store, "question": "who_learned_from"})
    return test.run()


def test_a_server_answers_like_the_embedded_engine(root, loaded):
    theirs, ours = run_ask(root, "neo4j"), run_ask(root, "embedded")
    assert not theirs.exception and not theirs.error
    assert theirs.dataframe[0].value.to_string() == ours.dataframe[0].value.to_string()


def test_a_wrong_password_is_one_sentence_and_a_right_one_mends_it(
    root, loaded, neo4j, monkeypatch
):
    monkeypatch.setenv(NEO4J_PASSWORD, "not-the-password")
    test = run_ask(root, "neo4j")
    assert not test.exception and len(test.error) == 1 and len(test.dataframe) == 0
    assert "not-the-password" not in test.error[0].value
    fields = {one.label: one for one in test.text_input}
    fields["Password"].set_value(neo4j.password)
    next(one for one in test.button if one.label == "Connect").click().run()
    assert not test.error and len(test.dataframe) == 1
    assert neo4j.password not in str(dict(test.query_params))


def test_a_server_tells_what_each_step_of_a_query_cost(root, loaded):
    test = AppTest.from_file(str(root / "app_pages" / "ask.py"), default_timeout=60)
    query = "MATCH (a:Place)-[:LEARNED_FROM]->(b {code: $place}) RETURN a.code AS code"
    packed = CompressedText("query", "").write(query)
    test.query_params.update(
        {"lang": "en", "store": "neo4j", "by": "custom_query", "query": packed}
    )
    test.query_params["place"] = "11"
    test.run()
    test.session_state["custom_view-en"] = "as_profile"
    test.run()
    assert not test.exception and not test.error
    steps = test.dataframe[0].value
    assert steps["Step"][0] == "ProduceResults" and steps["Hits"].sum() > 0
    assert any("LEARNED_FROM" in details for details in steps["Details"])
