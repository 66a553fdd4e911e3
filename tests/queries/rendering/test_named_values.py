"""Every value that a store can give, as a reader calls it."""

from __future__ import annotations

import csv
import io
import json

import pytest

from graph.model.facts import build_facts
from graph.stores.store import Answer
from ontology.schema.kinds import LearnedFrom
from queries.rendering.citations import cited_markdown
from queries.rendering.formats import Format, render
from queries.rendering.named_values import ValueNames, with_names

PATHS = "MATCH p=(a)-[r:LEARNED_FROM*1..2]->(b) RETURN p"
NODE = {"labels": ["Place", "Thing"], "code": "12", "name_zh": "乙城市", "name_en": "Birch"}


@pytest.fixture
def names(small_facts) -> ValueNames:
    return ValueNames(small_facts, "en")


def cells(store, names: ValueNames, query: str) -> list:
    answer = store.ask(query, {})
    return [names.value(cell) for row in answer.rows for cell in row]


def test_a_path_is_its_nodes_by_name_with_the_relations_between(small_embedded, names):
    assert "Birch —learned from→ Alder" in cells(small_embedded, names, PATHS)


def test_each_edge_of_a_path_points_in_its_own_direction(small_embedded, names):
    backwards = "MATCH p=(a {code: '11'})<-[:LEARNED_FROM]-(b {code: '12'}) RETURN p LIMIT 1"
    assert cells(small_embedded, names, backwards) == ["Alder ←learned from— Birch"]


def test_nodes_and_edges_are_names_alone_in_lists_and_in_maps(small_embedded, names):
    query = """MATCH p=(a {code: '12'})-[r:LEARNED_FROM]->(b {code: '11'})
        RETURN a, r, nodes(p) AS n, relationships(p) AS e, {who: a, of: [b, 1]} AS m,
        collect(p) AS c LIMIT 1"""
    assert cells(small_embedded, names, query) == [
        "Birch",
        "learned from",
        "Birch, Alder",
        "learned from",
        "who: Birch, of: (Alder, 1)",
        "Birch —learned from→ Alder",
    ]


def test_what_is_planned_says_so(small_embedded, names):
    planned = "MATCH ()-[r:PLANNED]->() RETURN r LIMIT 1"
    assert cells(small_embedded, names, planned)[0].endswith(" (planned)")


def test_a_figure_is_called_by_what_it_is_of_and_a_statement_by_its_id(small_embedded, names):
    figure = cells(small_embedded, names, "MATCH (m:Measurement) RETURN m LIMIT 1")[0]
    assert figure.startswith("Measurement · ") and "{" not in figure
    statement = cells(small_embedded, names, "MATCH (s:Statement) RETURN s LIMIT 1")[0]
    assert statement in names.facts.statements


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("date('2020-01-02')", "2020-01-02"),
        ("datetime('2020-01-02T03:04:05Z')", "2020-01-02T03:04:05+00:00"),
        ("duration({days: 2})", "P2D"),
        ("null", None),
        ("true", True),
        ("[1, 'a', null, [2, 3]]", "1, a, , (2, 3)"),
        ("{a: 1, b: {c: 'x'}}", "a: 1, b: (c: x)"),
        ("[]", []),
    ],
)
def test_values_of_every_type_are_text_or_numbers(small_embedded, names, expression, expected):
    assert cells(small_embedded, names, f"RETURN {expression} AS x") == [expected]


def test_a_point_is_its_coordinates(names):
    assert names.value({"x": 1.0, "y": 2.0, "srid": 4326}) == "x: 1.0, y: 2.0, srid: 4326"


def test_a_map_that_a_query_made_is_no_edge(names):
    assert names.value({"type": "own", "n": 1}) == "type: own, n: 1"


def test_iris_have_names(small_sparql, names):
    base = names.facts.dataset.base_iri
    things = "SELECT ?x WHERE { ?x a lf:Place . FILTER(STRENDS(STR(?x), '/12')) } LIMIT 1"
    assert cells(small_sparql, names, things) == ["Birch"]
    assert names.value(f"{base}Statement/none") == "data:Statement/none"
    assert names.value("https://elsewhere.example/x") == "https://elsewhere.example/x"
    kinds = "SELECT DISTINCT ?k WHERE { ?x a ?k . ?x skos:notation '12' }"
    assert "Place" in cells(small_sparql, names, kinds)
    relations = "SELECT ?p WHERE { ?x ?p ?y FILTER(?p IN (lf:learnedFrom, skos:broader)) }"
    assert {"learned from", "skos:broader"} <= set(cells(small_sparql, names, relations))


def test_iris_stand_in_full_where_programs_read_them(small_facts):
    iri = f"{small_facts.dataset.base_iri}Place/12"
    answer = Answer(("x", "y"), ((iri, NODE),))
    assert with_names(small_facts, answer, "en").rows == (("Birch", "Birch"),)
    assert with_names(small_facts, answer, "en", keeps_iris=True).rows == ((iri, "Birch"),)


def test_a_node_that_shares_its_name_is_told_apart(small_facts):
    namesake = small_facts.things["12"].model_copy(update={"code": "12-b"})
    things = [*small_facts.things.values(), namesake]
    more = build_facts(small_facts.dataset, things, small_facts.statements.values())
    label = ValueNames(more, "zh").value(NODE)
    assert str(label).startswith("乙城市（")
    assert label == more.display_name("12", "zh") != more.display_name("12-b", "zh")


def test_no_table_shows_raw_json_and_json_keeps_all(small_embedded, small_facts):
    answer = small_embedded.ask(PATHS, {})
    shown = with_names(small_facts, answer, "en")
    for format in (Format.TABLE, Format.CSV, Format.MARKDOWN):
        assert "{" not in render(shown, format)
    rows = list(csv.reader(io.StringIO(render(shown, Format.CSV))))
    assert ["Birch —learned from→ Alder"] in rows
    nodes = json.loads(render(answer, Format.JSON))[0]["p"]
    assert nodes[0]["labels"] == ["Place", "Thing"]


def test_a_path_keeps_its_citations(small_embedded, small_facts):
    lesson = small_facts.statements_of(LearnedFrom)[0]
    ends = f"{{code: '{lesson.learner}'}})-[r:LEARNED_FROM]->({{code: '{lesson.teacher}'}}"
    text = cited_markdown(small_facts, small_embedded.ask(f"MATCH p=({ends}) RETURN p", {}), "en")
    assert "—learned from→" in text and "[^1]:" in text and "{" not in text
