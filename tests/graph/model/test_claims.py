"""How many sources tell a claim, and which statements contradict each other."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal

import pytest

from graph.model.claims import contradict, relation_of
from graph.model.facts import Facts, build_facts
from graph.model.property_graph import Edge, Node, property_graph
from ontology.schema.kinds import STATEMENTS, Adoption, Measurement, Stance, Statement

READ = {"start": 0, "end": 1, "sha256": "0" * 64, "curator": "tests", "accepted": "2026-01-02"}
BOTH_FACTS = pytest.mark.parametrize("facts", ["small", "real"], indirect=True)


@pytest.fixture(scope="module")
def facts(request) -> Facts:
    return request.getfixturevalue(f"{request.param}_facts")


def adoption(source: str, **values: object) -> Adoption:
    base = {"adopter": "12", "mechanism": "lending", "stance": "stated"}
    return Adoption(**{**base, "source": source, **READ, **values})


def figure(source: str, value: str, **values: object) -> Measurement:
    base = {"subject": "12", "indicator": "vans", "unit": "vehicle", "period": "2005"}
    written = {"value": Decimal(value), "value_written": value, "bound": "=", "stance": "stated"}
    return Measurement(**{**base, **written, "source": source, **READ, **values})


def with_statements(facts: Facts, *statements: Statement) -> Facts:
    """The things of some facts with other statements."""
    return build_facts(facts.dataset, facts.things.values(), statements)


def counts(facts: Facts, *statements: Statement) -> list[int | None]:
    """The number of sources of the claim of each statement, among these alone."""
    made = with_statements(facts, *statements)
    return [
        made.claims.source_counts.get(made.statement_ids[statement]) for statement in statements
    ]


@BOTH_FACTS
def test_a_link_counts_the_sources_of_all_links_of_its_type_between_its_ends(facts):
    graph = property_graph(facts)
    sources: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    links = [
        link
        for type in {kind.edges[0].type for kind in STATEMENTS} - {"OF"}
        for link in graph.of_type(type)
        if "statements" in link.properties
    ]
    for link in links:
        ids = link.properties["statements"]
        assert isinstance(ids, list)
        sources[link.start, link.type, link.end] |= {facts.statements[id].source for id in ids}
    assert links
    for link in links:
        expected = len(sources[link.start, link.type, link.end])
        assert link.properties["source_count"] == expected, link.id


@BOTH_FACTS
def test_a_statement_has_the_count_of_its_link_and_its_two_ends(facts):
    graph = property_graph(facts)
    nodes = {node.id: node.properties for node in graph.nodes if node.labels[0] == "Statement"}
    for link in graph.edges:
        if "source_count" in link.properties:
            ids = link.properties["statements"]
            assert isinstance(ids, list)
            for id in ids:
                properties = nodes[id]
                assert properties["source_count"] == link.properties["source_count"]
                ends = properties["subject"], properties["relation"], properties["object"]
                assert ends == (link.start, link.type, link.end)


@BOTH_FACTS
def test_plans_and_denials_are_no_claims(facts):
    for id, statement in facts.statements.items():
        is_claim = statement.stance in (Stance.STATED, Stance.IMPLIED)
        assert (id in facts.claims.source_counts) is is_claim


def test_another_date_is_the_same_claim_and_a_plan_adds_no_source(small_facts):
    first, later = adoption("north-daily"), adoption("hill-notes", since="2004")
    plan = adoption("east-gazette", stance="planned")
    assert counts(small_facts, first, later, plan) == [2, 2, None]


def test_one_source_that_tells_it_twice_is_one(small_facts):
    assert counts(small_facts, adoption("hill-notes"), adoption("hill-notes", start=5)) == [1, 1]


def test_another_value_or_period_is_another_claim(small_facts):
    figures = figure("north-daily", "30"), figure("hill-notes", "30.0"), figure("hill-notes", "31")
    assert counts(small_facts, *figures) == [2, 2, 1]
    other = figure("hill-notes", "30", period="2006")
    assert counts(small_facts, figures[0], other) == [1, 1]


def test_a_figure_is_related_to_its_subject_and_its_indicator():
    assert relation_of(figure("hill-notes", "30")) == ("MEASURES", "12", "vans")


def test_what_contradicts_does_so_both_ways_and_never_itself():
    done, denied = adoption("north-daily"), adoption("hill-notes", stance="denied")
    assert contradict(done, denied) and contradict(denied, done)
    assert not contradict(denied, denied)
    assert not contradict(done, adoption("north-daily", stance="denied")), "one source"


def test_a_contradiction_is_an_edge_from_the_source_whose_code_comes_first(small_facts):
    done, denied = adoption("north-daily"), adoption("hill-notes", stance="denied")
    made = with_statements(small_facts, done, denied)
    first, second = made.statement_ids[denied], made.statement_ids[done]
    graph = property_graph(made)
    (edge,) = graph.of_type("CONTRADICTS")
    assert (edge.start, edge.end) == (first, second)
    elements: list[Node | Edge] = [*graph.nodes, *graph.edges]
    contested = {one.id for one in elements if one.properties.get("contested")}
    by_stance = {fact.stance: fact.id for fact in made.distinct_facts}
    links = {f"{by_stance[stance]}-ADOPTED" for stance in (Stance.STATED, Stance.DENIED)}
    assert contested == {first, second, *links}


def test_marks_follow_the_facts_that_are_left(small_facts):
    made = with_statements(small_facts, adoption("north-daily"), adoption("hill-notes"))
    (first, second) = made.statements
    left = replace(made, statements={first: made.statements[first]})
    assert made.claims.source_counts == {first: 2, second: 2}
    assert left.claims.source_counts == {first: 1}
