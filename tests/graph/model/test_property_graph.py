"""Facts as nodes and edges."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from graph.formats.networkx_graph import networkx_graph
from graph.model.closure import mechanism_and_narrower
from graph.model.facts import build_facts
from graph.model.property_graph import (
    BY_TEXT,
    PropertyGraph,
    property_graph,
    property_value,
)
from ontology.schema.kinds import STATEMENTS, TABLES, LearnedFrom, Stance
from ontology.schema.value_types import TextSpan

BOTH_GRAPHS = pytest.mark.parametrize("graph", ["small", "real"], indirect=True)


@pytest.fixture(scope="module")
def graph(request) -> PropertyGraph:
    return property_graph(request.getfixturevalue(f"{request.param}_facts"))


def links(graph: PropertyGraph, type: str) -> list[tuple[str, str]]:
    return [(link.start, link.end) for link in graph.edges if link.type == type]


@BOTH_GRAPHS
def test_ids_are_unique_and_sorted(graph):
    for elements in (graph.nodes, graph.edges):
        ids = [element.id for element in elements]
        assert ids == sorted(set(ids))


@BOTH_GRAPHS
def test_every_end_of_every_link_exists(graph):
    ids = {node.id for node in graph.nodes}
    for link in graph.edges:
        assert {link.start, link.end} <= ids


@BOTH_GRAPHS
def test_every_listed_statement_exists_and_every_fact_lists_one(graph):
    said = {node.id for node in graph.nodes if "Statement" in node.labels}
    edges = {edge.type for kind in STATEMENTS for edge in kind.edges if edge.start != "self"}
    for element in (*graph.nodes, *graph.edges):
        listed = element.properties.get("statements")
        if listed is not None:
            assert listed and set(listed) <= said
    for link in graph.edges:
        if link.type in edges | {"PLANNED", "DENIED"}:
            by_list = link.properties.get("basis") == "code list"
            assert by_list or link.properties["statements"]


@BOTH_GRAPHS
def test_links_of_deeds_are_stated_or_implied(graph):
    for link in graph.edges:
        stance = link.properties.get("stance")
        if link.type in ("PLANNED", "DENIED"):
            assert stance == link.type.lower()
        else:
            assert stance in (None, "stated", "implied")


@BOTH_GRAPHS
def test_every_statement_is_in_its_source_and_about_what_it_names(graph):
    said = {node.id for node in graph.nodes if "Statement" in node.labels}
    assert {start for start, _ in links(graph, "IN")} == said
    assert {start for start, _ in links(graph, "ABOUT")} == said


@BOTH_GRAPHS
def test_labels_are_kinds(graph):
    names = {kind.__name__ for kind in TABLES} | {"Thing", "Statement"}
    for node in graph.nodes:
        assert set(node.labels) <= names


def test_what_two_sources_say_is_one_edge_that_lists_both(small_graph):
    found = [
        link
        for link in small_graph.edges
        if link.type == "LEARNED_FROM" and link.properties.get("model") == "one-card"
    ]
    assert [(link.start, link.end, len(link.properties["statements"])) for link in found] == [
        ("12", "11", 2)
    ]


def test_what_is_planned_or_denied_is_an_edge_that_says_so_and_no_deed(small_graph):
    undone = [
        (link.start, link.type, link.properties["relation"], link.end)
        for link in small_graph.edges
        if link.type in ("PLANNED", "DENIED")
    ]
    assert sorted(undone) == [
        ("22", "DENIED", "ADOPTED", "night-opening"),
        ("22", "DENIED", "LEARNED_FROM", "12"),
        ("22", "PLANNED", "TOOK_PART_IN", "reading-congress"),
        ("23", "PLANNED", "ADOPTED", "mobile-library"),
        ("23", "PLANNED", "HAS_MODEL", "elm-vans"),
        ("23", "PLANNED", "LEARNED_FROM", "11"),
        ("elm-vans", "PLANNED", "COMPRISES", "mobile-library"),
    ]
    assert ("23", "11") not in links(small_graph, "LEARNED_FROM")
    assert ("22", "12") not in links(small_graph, "LEARNED_FROM")


def test_an_adoption_under_a_model_makes_the_model_comprise_the_mechanism(small_graph):
    assert sorted(links(small_graph, "COMPRISES")) == [
        ("birch-loans", "shared-card"),
        ("hill-vans", "mobile-library"),
        ("one-card", "shared-card"),
    ]


def test_a_figure_is_a_node_of_its_subject_and_indicator(small_graph):
    (figure,) = (
        node
        for node in small_graph.nodes
        if node.properties.get("indicator") == "loans" and node.labels == ("Measurement",)
    )
    assert figure.properties["value"] == 1200000.0
    assert figure.properties["bound"] == ">"
    assert (figure.properties["earliest"], figure.properties["latest"]) == (
        "2005-01-01",
        "2005-12-31",
    )
    assert (figure.id, "11") in links(small_graph, "OF")
    assert (figure.id, "loans") in links(small_graph, "MEASURES")


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("2001", "2001-01-01", "2001-12-31"),
        ("2003~", "2002-01-01", "2004-12-31"),
        ("2005-06/2006", "2005-06-01", "2006-12-31"),
    ],
)
def test_an_edge_has_the_first_and_last_day_of_its_date(small_graph, written, earliest, latest):
    found = [
        link.properties
        for link in small_graph.edges
        if link.type == "LEARNED_FROM" and link.properties.get("when") == written
    ]
    assert found
    for properties in found:
        assert (properties["earliest"], properties["latest"]) == (earliest, latest)
        assert properties["begun_by"] == latest


def test_an_open_date_has_one_bound(small_graph):
    (link,) = (
        link for link in small_graph.edges if link.type == "HAS_MODEL" and link.end == "one-card"
    )
    assert link.properties["earliest"] == "1999-01-01"
    assert "latest" not in link.properties
    assert link.properties["begun_by"] == "1999-12-31"


def test_a_place_lies_in_its_whole_by_text_or_else_by_its_code_list(small_graph):
    within = {
        (link.start, link.end): link.properties["basis"]
        for link in small_graph.edges
        if link.type == "WITHIN"
    }
    assert within == {
        ("11", "10"): "text",
        ("hill-road", "22"): "text",
        ("dogwood-library", "22"): "text",
        ("12", "10"): "code list",
        ("10", "NW"): "code list",
        ("21", "NW"): "code list",
        ("22", "NW"): "code list",
        ("23", "22"): "code list",
    }


def test_the_ends_of_an_edge_are_not_among_its_properties(small_graph):
    for link in small_graph.edges:
        if link.type == "LEARNED_FROM":
            assert not {"learner", "teacher"} & set(link.properties)


def test_a_statement_withdrawn_leaves_its_fact_and_the_last_takes_it_away(small_facts):
    said = [one for one in small_facts.statements_of(LearnedFrom) if one.model == "one-card"]

    def statements_without(*gone: LearnedFrom) -> list[object]:
        kept = [one for one in small_facts.statements.values() if one not in gone]
        graph = property_graph(build_facts(small_facts.dataset, small_facts.things.values(), kept))
        return [
            link.properties["statements"]
            for link in graph.edges
            if link.type == "LEARNED_FROM" and link.properties.get("model") == "one-card"
        ]

    assert statements_without(said[0]) == [[small_facts.statement_ids[said[1]]]]
    assert statements_without(*said) == []


def test_a_non_link_is_in_no_edge(small_facts, small_graph):
    (barred,) = small_facts.non_links
    assert (barred.learner, barred.teacher) not in {(x.start, x.end) for x in small_graph.edges}


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        (Decimal("26.08"), 26.08),
        (date(2026, 1, 2), "2026-01-02"),
        (("a", "b"), ["a", "b"]),
        ((), []),
        (Stance.STATED, "stated"),
        (TextSpan(1, 2, "ab"), "1-2:ab"),
        (7, 7),
        ("text", "text"),
    ],
)
def test_values_are_sent_in_a_form_that_every_driver_takes(value, sent):
    assert property_value(value) == sent
    assert type(property_value(value)) is type(sent)


def test_a_mechanism_has_all_that_are_kinds_of_it(small_facts):
    assert mechanism_and_narrower(small_facts, "lending") == {
        "lending",
        "shared-card",
        "mobile-library",
    }
    assert mechanism_and_narrower(small_facts, "night-opening") == {"night-opening"}


def test_a_network_keeps_nodes_edges_and_their_properties(small_graph):
    full = networkx_graph(small_graph)
    assert set(full) == {node.id for node in small_graph.nodes}
    assert full.number_of_edges() == len(small_graph.edges)
    assert full.nodes["11"]["labels"] == ("Place", "Thing")
    assert full.nodes["11"]["properties"]["name_en"] == "Alder"
    assert {data["type"] for data in full.get_edge_data("12", "11").values()} == {"LEARNED_FROM"}
    assert len(full.get_edge_data("12", "11")) == 2


def test_a_network_of_some_edge_types_has_no_others(small_graph):
    some = networkx_graph(small_graph, {"LEARNED_FROM"})
    assert {data["type"] for *_, data in some.edges(data=True)} == {"LEARNED_FROM"}
    assert set(some) == {node.id for node in small_graph.nodes}


@pytest.mark.parametrize("folder", ["small", "real"])
def test_wholes_and_parts_are_the_within_edges(request, folder):
    facts = request.getfixturevalue(f"{folder}_facts")
    edges = {
        (edge.start, edge.end, edge.properties["basis"] == BY_TEXT)
        for edge in property_graph(facts).of_type("WITHIN")
    }
    for by_part, pairs in ((True, facts.wholes), (False, facts.parts)):
        ends = {
            ((code, other) if by_part else (other, code)) + (by_text,)
            for code, others in pairs.items()
            for other, by_text in others.items()
        }
        assert ends == edges
