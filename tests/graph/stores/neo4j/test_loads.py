"""Readers see a load that is complete, and ask again if another takes its place meanwhile."""

from __future__ import annotations

import pytest

from graph.model.property_graph import property_graph
from graph.stores.neo4j.load_in_use import LoadInUse
from graph.stores.neo4j.loads import Load, LoadIncomplete, prepare, remove_unseen, switch_readers
from graph.stores.neo4j.push import load
from graph.stores.neo4j.store import BoltStore
from graph.stores.store import Limits, OtherDataset

COUNT_THINGS = "MATCH (n:Thing {dataset: $dataset}) RETURN count(n) AS count"
# A load as Spark leaves it: its nodes and edges carry a name of their own.
COPY = "MATCH (n:Thing {dataset: $dataset}) CREATE (c:Thing {dataset: $name, code: n.code})"


@pytest.fixture
def filled_database(database, small_facts):
    """A database with pushed facts, and beside them a load of as many things."""
    graph = property_graph(small_facts)
    load(database, None, graph, lambda *_: None)
    new = Load(graph.dataset, graph.iri, "key")
    database.execute_query(COPY, dataset=graph.dataset, name=new.name)
    return database, new, len(small_facts.things)


def visible_things(driver, dataset: str) -> object:
    return BoltStore(driver, None, Limits(), dataset=dataset).ask(COUNT_THINGS, {}).rows[0][0]


def test_an_incomplete_load_is_not_shown(filled_database):
    driver, new, count = filled_database
    with driver.session() as session:
        with pytest.raises(LoadIncomplete, match=f"{count} of {count + 1} nodes"):
            switch_readers(session, new, count + 1, 0)
        with pytest.raises(OtherDataset):
            switch_readers(session, Load(new.dataset, "https://other.example/", "key"), count, 0)
        driver.execute_query(
            "MATCH (n:Thing {dataset: $name}) WITH n LIMIT 1 DELETE n", name=new.name
        )
        assert visible_things(driver, new.dataset) == count
        prepare(session, new)
    left, _, _ = driver.execute_query("MATCH (n {dataset: $name}) RETURN n", name=new.name)
    assert not left
    assert visible_things(driver, new.dataset) == count


def test_a_question_is_asked_again_of_the_load_that_took_the_place_of_its_own(filled_database):
    driver, new, count = filled_database
    names: list[object] = []
    with driver.session() as session:

        def question(values):
            names.append(values["dataset"])
            if len(names) == 1:
                switch_readers(session, new, count, 0)
                remove_unseen(session, new.dataset)
            return session.run(COUNT_THINGS, values).single()["count"]

        assert LoadInUse(new.dataset).ask(session, question, {}) == count
    assert names == [new.dataset, new.name]


def test_a_node_with_an_edge_of_another_program_stays(filled_database):
    driver, new, count = filled_database
    note = "MATCH (n:Thing {dataset: $dataset}) WITH n LIMIT 1 CREATE (:Note)-[:ON]->(n)"
    driver.execute_query(note, dataset=new.dataset)
    with driver.session() as session:
        switch_readers(session, new, count, 0)
        remove_unseen(session, new.dataset)
    left, _, _ = driver.execute_query(
        "MATCH (:Note)-[:ON]->(n {dataset: $d}) RETURN n", d=new.dataset
    )
    assert len(left) == 1
    assert visible_things(driver, new.dataset) == count
