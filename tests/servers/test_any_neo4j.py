"""A server of one's own is used for tests only when nothing in it can be lost."""

from __future__ import annotations

import pytest

from graph.model.property_graph import property_graph
from graph.stores.neo4j.push import load
from settings import NEO4J_PASSWORD, NEO4J_USER
from tests.servers.any_neo4j import USER_SERVER, NotEmpty, user_server


@pytest.fixture
def server_in_environment(neo4j, monkeypatch):
    """The environment names the running server."""
    monkeypatch.setenv(USER_SERVER, neo4j.address)
    monkeypatch.setenv(NEO4J_USER, neo4j.user)
    monkeypatch.setenv(NEO4J_PASSWORD, neo4j.password)


def test_a_database_that_holds_data_is_refused_and_left_as_it_is(
    server_in_environment, database, tmp_path
):
    database.execute_query("CREATE (:Mine {note: 'precious'})")
    with pytest.raises(NotEmpty), user_server(tmp_path):
        pass
    assert database.execute_query("MATCH (n:Mine) RETURN n.note")[0][0].value() == "precious"


def test_an_empty_one_is_left_empty(server_in_environment, database, tmp_path, small_facts):
    with user_server(tmp_path) as server:
        assert server.address
        load(database, None, property_graph(small_facts), lambda *_: None)
    assert database.execute_query("MATCH (n) RETURN count(n)")[0][0].value() == 0
    assert database.execute_query("SHOW CONSTRAINTS")[0] == []
