"""The answers of the catalogue are of one dataset, whatever else a Neo4j holds."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from graph.model.facts import Facts
from graph.model.property_graph import property_graph
from graph.stores.neo4j.push import load
from graph.stores.neo4j.store import BoltStore
from graph.stores.open import Login, OpenStore, open_store
from graph.stores.store import DatasetMissing, Limits, OtherDataset, Store
from queries.ask import ask, shell_parameters
from queries.catalogue import Question, questions
from tests.queries.test_questions import SMALL_VALUES

EVERY_QUESTION = pytest.mark.parametrize("question", questions().values(), ids=questions().keys())
LIMITS = Limits(seconds=60, rows=20_000)
SCOPE = "{dataset: $dataset"
EDGE = re.compile(r"-\[[^\]]*\]-")
# A pattern that is one node and no more, or one that may have no edge.
LONE_NODE = re.compile(r"MATCH \([^)]*\)\s*$", re.MULTILINE)

# Edges of others as they might stand: of our types, with our properties but no dataset, between
# our nodes, from ours to those of another dataset, and to nodes of no dataset.
FOREIGN_ROWS = """
MATCH (a {dataset: $dataset})-[r {dataset: $dataset}]->(b {dataset: $dataset})
MATCH (twin:Thing {dataset: 'elsewhere', code: '22'})
CREATE (guest:Place:Mechanism:Thing {code: 'guest', name_zh: '客', name_en: 'Guest'})
WITH a, r, b, twin, guest, properties(r) AS properties
CALL (a, r, b, twin, guest, properties) {
  CREATE (a)-[x:$(type(r))]->(twin) SET x = properties REMOVE x.dataset
  CREATE (b)-[y:$(type(r))]->(a) SET y = properties REMOVE y.dataset
  CREATE (guest)-[z:$(type(r))]->(b) SET z = properties REMOVE z.dataset
}
"""


def other_dataset(facts: Facts, base_iri: str = "https://example.org/elsewhere/") -> Facts:
    """The same facts as another dataset: each code stands in both."""
    return replace(facts, dataset=replace(facts.dataset, base_iri=base_iri))


def pushed(driver, facts: Facts) -> None:
    load(driver, None, property_graph(facts), lambda *_: None)


def rows(question: Question, store: Store, language: str) -> Counter[str]:
    answer = ask(question, SMALL_VALUES.get(question.key, {}), store, language)
    assert not answer.is_cut
    return Counter(map(repr, answer.rows))


@EVERY_QUESTION
def test_every_edge_and_lone_node_of_a_question_names_the_dataset(question):
    query = "".join(line for line in question.cypher.splitlines(keepends=True) if line[:2] != "//")
    patterns = [*EDGE.findall(query), *LONE_NODE.findall(query)]
    assert patterns and [text for text in patterns if SCOPE not in text] == []
    for line in query.splitlines():
        if "*0.." in line and "*0..3" not in line:  # it may have no edge
            assert SCOPE + ", code" in line or "[:MEASURES {dataset" in line, line


def test_another_dataset_and_edges_of_others_change_no_answer(database, small_facts, small_sparql):
    pushed(database, small_facts)
    pushed(database, other_dataset(small_facts))
    database.execute_query(FOREIGN_ROWS, dataset=small_facts.dataset.name)
    store = BoltStore(database, None, LIMITS, dataset=small_facts.dataset.name)
    mixed = [
        key
        for key, question in questions().items()
        if rows(question, store, "cypher") != rows(question, small_sparql, "sparql")
    ]
    assert mixed == []


def test_a_server_that_lacks_the_dataset_says_so(neo4j, database, small_facts):
    with_store = open_neo4j(neo4j, small_facts)
    with pytest.raises(DatasetMissing, match="nowhere"):
        with_store.check_dataset(small_facts.dataset)
    pushed(database, small_facts)
    with_store.check_dataset(small_facts.dataset)
    assert with_store.other_datasets(small_facts.dataset) == []
    pushed(database, other_dataset(small_facts))
    assert with_store.other_datasets(small_facts.dataset) == ["elsewhere"]
    with pytest.raises(OtherDataset):
        with_store.check_dataset(other_dataset(small_facts, "https://b.example/nowhere/").dataset)
    with_store.store.close()


def test_a_query_of_ones_own_gets_the_dataset(neo4j, database, small_facts, small_embedded):
    pushed(database, small_facts)
    pushed(database, other_dataset(small_facts))
    opened_store = open_neo4j(neo4j, small_facts)
    query = "MATCH (n:Place {dataset: $dataset}) RETURN count(n) AS n"
    assert opened_store.store.ask(query, {}).rows == small_embedded.ask(query, {}).rows
    opened_store.store.close()


def open_neo4j(neo4j, facts: Facts) -> OpenStore:
    return open_store(neo4j.address, facts, LIMITS, lambda: Login(neo4j.user, neo4j.password))


def test_an_engine_of_our_own_holds_one_dataset(small_facts, small_embedded):
    engine = OpenStore(small_embedded, "cypher")
    engine.check_dataset(small_facts.dataset)
    assert engine.other_datasets(small_facts.dataset) == []


def test_the_parameters_can_be_pasted_into_a_shell():
    values = {"place": "it's \\", "at_least": 3}
    assert shell_parameters("nowhere", values).splitlines() == [
        ":param dataset => 'nowhere'",
        ":param place => 'it\\'s \\\\'",
        ":param at_least => 3",
    ]
