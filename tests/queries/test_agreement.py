"""Whatever is said, all engines answer alike: embedded, SPARQL, and Neo4j of both lines.

`make agreement` tries more graphs than CI does.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model.property_graph import property_graph
from graph.stores.neo4j.push import load
from graph.stores.neo4j.store import BoltStore, Driver, connect
from graph.stores.sparql.store import SparqlStore
from graph.stores.store import DATASET, Answer, Limits, Parameter, Store
from queries.ask import ask
from queries.catalogue import Question, questions
from settings import AGREEMENT
from tests.queries.random_facts import some_facts, some_known_since, some_values
from tests.servers.neo4j_server import Server
from tests.servers.writable_engine import Refillable, refillable

GRAPHS = int(os.environ.get(AGREEMENT, "100"))
LIMITS = Limits(seconds=60, rows=50_000)


@pytest.fixture(scope="module")
def embedded(tmp_path_factory) -> Iterator[Refillable]:
    with refillable(tmp_path_factory.mktemp("chance"), LIMITS) as engine:
        yield engine


@pytest.fixture(scope="module")
def drivers(both_neo4j: list[Server]) -> Iterator[list[Driver]]:
    with contextlib.ExitStack() as stack:
        yield [stack.enter_context(emptied(server)) for server in both_neo4j]


@contextlib.contextmanager
def emptied(server: Server) -> Iterator[Driver]:
    """A server with nothing of the tests in it, before and after."""
    with connect(server.address, server.user, server.password) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        yield driver
        driver.execute_query("MATCH (n) DETACH DELETE n")


@dataclass(frozen=True)
class OneLoad:
    """A store whose questions are of one dataset, which nobody loads anew between them.

    A BoltStore that knows its dataset looks after each question whether somebody did.
    """

    store: BoltStore
    dataset: str

    def ask(self, query: str, parameters: Mapping[str, Parameter]) -> Answer:
        return self.store.ask(query, {DATASET: self.dataset, **parameters})


@settings(max_examples=GRAPHS)
@given(data=st.data())
def test_every_engine_answers_every_question_alike(embedded, drivers, data):
    made = data.draw(some_facts())
    made = replace(made, known_since=data.draw(some_known_since(made)))
    graph = property_graph(made)
    given_values = {key: data.draw(some_values(made, one)) for key, one in questions().items()}
    embedded.refill(graph)
    for driver in drivers:
        load(driver, None, graph, lambda *_: None)  # what has changed
    # the catalogue needs no leave
    stores = [BoltStore(driver, None, LIMITS, plans=False) for driver in drivers]
    servers = [OneLoad(store, made.dataset.name) for store in stores]
    with contextlib.closing(SparqlStore(made, LIMITS)) as sparql:
        for key, question in questions().items():
            want = rows(question, given_values[key], sparql, "sparql")
            for store in (embedded.store, *servers):
                assert rows(question, given_values[key], store, "cypher") == want, key


def rows(question: Question, given_values: dict, store: Store, language: str) -> list[str]:
    answer = ask(question, given_values, store, language)
    assert not answer.is_cut
    return sorted(map(repr, answer.rows))
