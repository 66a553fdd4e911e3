"""Loading into a real Neo4j: whole or not at all, only what changed, and nothing of others'."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from graph.model.facts import Facts
from graph.model.property_graph import PropertyGraph, property_graph
from graph.model.withdrawal import without_source
from graph.stores.common.base import StoreError, StoreUnreachable
from graph.stores.neo4j.push import Loaded, load
from graph.stores.neo4j.store import Driver, connect
from ontology.schema.kinds import Source
from settings import NEO4J_PASSWORD, NEO4J_USER

OTHERS = (
    "CREATE (:Place {code: '350400', note: 'not ours'})-[:LEARNED_FROM {since: 'ever'}]->"
    "(:Thing {code: 'not-ours'})"
)


def loaded(driver: Driver, facts: Facts) -> Loaded:
    return load(driver, None, property_graph(facts), facts.dataset.name, lambda *_: None)


def held(driver: Driver, dataset: str) -> tuple[set[str], set[str]]:
    """The ids of the nodes and of the edges that a database holds of a dataset."""
    nodes, _, _ = driver.execute_query(
        "MATCH (n:Thing|Statement|Measurement {dataset: $dataset}) "
        "RETURN coalesce(n.code, n.id) AS id",
        dataset=dataset,
    )
    links, _, _ = driver.execute_query(
        "MATCH ()-[r {dataset: $dataset}]->() RETURN r.id AS id", dataset=dataset
    )
    return {row["id"] for row in nodes}, {row["id"] for row in links}


def wanted(graph: PropertyGraph) -> tuple[set[str], set[str]]:
    return {node.id for node in graph.nodes}, {link.id for link in graph.edges}


def test_a_load_makes_the_database_hold_the_facts(database, small_facts):
    assert loaded(database, small_facts).added > 0
    assert held(database, small_facts.dataset.name) == wanted(property_graph(small_facts))


def test_loading_twice_changes_nothing(database, small_facts):
    loaded(database, small_facts)
    assert loaded(database, small_facts).nothing


def test_a_database_that_lost_its_release_mark_is_compared_and_not_doubled(database, small_facts):
    loaded(database, small_facts)
    database.execute_query("MATCH (r:LearnedFromRelease) REMOVE r.hash")
    assert loaded(database, small_facts).nothing


def test_a_changed_name_is_changed_in_place(database, small_facts):
    loaded(database, small_facts)
    code, thing = next(iter(small_facts.things.items()))
    renamed = thing.model_copy(update={"name_en": "Elsewhere"})
    changed = replace(small_facts, things={**small_facts.things, code: renamed})
    assert loaded(database, changed) == Loaded(added=0, removed=0, changed=1)
    rows, _, _ = database.execute_query("MATCH (n:Thing {code: $code}) RETURN n.name_en", code=code)
    assert [row.value() for row in rows] == ["Elsewhere"]


def test_others_data_under_the_same_labels_is_never_touched(database, small_facts):
    database.execute_query(OTHERS)
    loaded(database, small_facts)
    loaded(database, without_source(small_facts, small_facts.things_of(Source)[0].code))
    rows, _, _ = database.execute_query(
        "MATCH (a:Place {note: 'not ours'})-[r]->(b) RETURN properties(r) AS r, properties(b) AS b"
    )
    assert [row.data() for row in rows] == [{"r": {"since": "ever"}, "b": {"code": "not-ours"}}]


def test_what_others_hung_on_a_node_that_goes_stops_the_load(database, small_facts):
    loaded(database, small_facts)
    before = held(database, small_facts.dataset.name)
    database.execute_query("MATCH (s:Statement) CREATE (:Note)-[:REMARKS]->(s)")
    with pytest.raises(StoreError):
        loaded(database, without_source(small_facts, small_facts.things_of(Source)[0].code))
    assert held(database, small_facts.dataset.name) == before


@pytest.mark.parametrize("number", [0, 1])
def test_withdrawing_a_source_and_adding_it_again_gives_the_same(database, small_facts, number):
    source = small_facts.things_of(Source)[number].code
    without = without_source(small_facts, source)
    loaded(database, small_facts)
    loaded(database, without)
    assert held(database, small_facts.dataset.name) == wanted(property_graph(without))
    loaded(database, small_facts)
    assert held(database, small_facts.dataset.name) == wanted(property_graph(small_facts))


def test_a_load_that_is_killed_leaves_the_old_graph_or_the_new(database, neo4j, small_facts):
    """Killed at ten moments, between a start-up's end and the time that a whole load takes."""
    without = without_source(small_facts, small_facts.things_of(Source)[0].code)
    choices = wanted(property_graph(small_facts)), wanted(property_graph(without))
    loaded(database, without)
    moments = random.Random(7)
    for _ in range(10):
        child = subprocess.Popen(
            [sys.executable, "cli.py", "push", neo4j.address, "--facts", "tests/small"],
            env={**os.environ, NEO4J_USER: neo4j.user, NEO4J_PASSWORD: neo4j.password},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(1 + moments.random() * 2)
        child.send_signal(signal.SIGKILL)
        child.wait()
        assert held(database, small_facts.dataset.name) in choices
        loaded(database, without)


def test_readers_never_see_half_a_load(database, small_facts):
    """While a load is under way another reader counts the old graph, then the new."""
    name = small_facts.dataset.name
    seen = []

    def look(*_: object) -> None:
        seen.append(held(database, name))

    load(database, None, property_graph(small_facts), name, look)
    assert seen
    assert all(nodes == set() and links == set() for nodes, links in seen)


def test_a_wrong_password_is_told_in_one_sentence(neo4j):
    with pytest.raises(StoreUnreachable) as told:
        connect(neo4j.address, neo4j.user, "wrong")
    assert "unauthorized" in str(told.value).lower()


def test_a_server_that_is_down_is_told():
    with pytest.raises(StoreUnreachable):
        connect("bolt://127.0.0.1:1", "neo4j", "any")
