"""Facts as a property graph: the nodes and edges that Neo4j and the exports hold.

A thing is a node with its code as id. A fact is an edge between things, or a node with edges if its
kind says so. A statement is a node too, IN its source and ABOUT the things that it names. Every
node and edge carries its `dataset`, so that a database can hold others beside it, and every edge
carries its `id`. Plans and denials have not happened: each makes a PLANNED or DENIED edge, whose
`relation` says what was planned or denied. A pattern such as `-[:LEARNED_FROM]->` finds only what
happened.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import TypeVar

from graph.model.claims import relation_properties
from graph.model.dataset import ReleasedVersion
from graph.model.fact import Fact, edge_id
from graph.model.facts import Facts
from graph.model.gc_pause import without_garbage_collection
from graph.model.statement_content import references
from ontology.schema.fields import fields
from ontology.schema.kinds import SELF, Kind, Stance, Statement, Thing
from ontology.schema.value_types import TextSpan

# Values that the Neo4j driver can send and every Cypher engine can hold.
PropertyValue = str | int | float | list[str]

# The edge types of planned and denied facts; all others have an edge of their own type.
EDGE_TYPE_BY_STANCE = {Stance.PLANNED: "PLANNED", Stance.DENIED: "DENIED"}
BY_TEXT, BY_CODE_LIST = "text", "code list"


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its labels, the first being its kind, and its properties."""

    id: str
    labels: tuple[str, ...]
    properties: Mapping[str, PropertyValue]


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge of the property graph between two nodes, by their ids."""

    id: str
    start: str
    type: str
    end: str
    properties: Mapping[str, PropertyValue]


Element = TypeVar("Element", Node, Edge)


@dataclass(frozen=True)
class PropertyGraph:
    """All nodes and edges of a dataset, each sorted by id.

    `dataset` is the dataset's name, which every node and edge carries; `iri` is its base IRI.
    `release` is the release of the facts, if they are those of a release.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    dataset: str = ""
    iri: str = ""
    release: ReleasedVersion | None = None

    def of_type(self, type: str) -> Sequence[Edge]:
        """All edges of one type, by id."""
        return self._edges_by_type.get(type, ())

    @cached_property
    def _edges_by_type(self) -> Mapping[str, Sequence[Edge]]:
        by_type: dict[str, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            by_type[edge.type].append(edge)
        return by_type


@without_garbage_collection()
def property_graph(facts: Facts) -> PropertyGraph:
    """The property graph of all facts."""
    nodes = tuple(_by_id(graph_nodes(facts)))
    edges = tuple(_by_id(graph_edges(facts)))
    return PropertyGraph(nodes, edges, facts.dataset.name, facts.dataset.base_iri, facts.release)


def graph_nodes(facts: Facts) -> Iterator[Node]:
    """The nodes of some facts, not in order."""
    return chain(_thing_nodes(facts), _statement_nodes(facts), _fact_nodes(facts))


def graph_edges(facts: Facts) -> Iterator[Edge]:
    """The edges of some facts, not in order."""
    return chain(
        *(_thing_edges(facts), _statement_edges(facts), _listed_edges(facts), _fact_edges(facts)),
        (_plain_edge(facts, id, "CONTRADICTS", other) for id, other in facts.claims.contradictions),
    )


def _by_id(elements: Iterable[Element]) -> list[Element]:
    return sorted(elements, key=lambda element: element.id)


def property_value(value: object) -> PropertyValue:
    """A field's value as a driver can send it: decimals as floats, days as ISO text."""
    if type(value) is str:  # the fast way for the most frequent type
        return value
    match value:
        case Decimal():
            return float(value)
        case bool() | int() | float():
            return value
        case date():
            return value.isoformat()
        case TextSpan():
            return f"{value.start}-{value.end}:{value.sha256}"
        case tuple():
            return [str(property_value(part)) for part in value]
        case _:
            return str(value)


def kind_properties(value: Kind) -> dict[str, PropertyValue]:
    """All filled fields of a thing or statement."""
    field_values = value.__dict__
    return {
        field.name: property_value(content)
        for field in fields(type(value))
        if (content := field_values[field.name]) is not None and content != ()
    }


def fact_properties(fact: Fact) -> dict[str, PropertyValue]:
    """The content of a fact, the ids of its statements, and the days of its date.

    `earliest` and `latest` are the first and last day that the date may mean, and `begun_by` the
    day by which it has certainly begun, which a date with an open end (`2019/..`) has too.
    """
    properties = {name: property_value(value) for name, value in fact.content.items()}
    when, names = fact.interval, ("earliest", "latest", "begun_by")
    days = {name: getattr(when, name) for name in names} if when else {}
    return {
        "id": fact.id,
        **properties,
        "stance": fact.stance.value,
        **{name: day.isoformat() for name, day in days.items() if day},
        "statements": list(fact.statement_ids),
    }


def _thing_nodes(facts: Facts) -> Iterator[Node]:
    for thing in facts.things.values():
        labels = (type(thing).__name__, Thing.__name__)
        yield _node(facts, thing.code, labels, kind_properties(thing))


def _statement_nodes(facts: Facts) -> Iterator[Node]:
    for id, statement in facts.statements.items():
        content = {"id": id, "kind": type(statement).__name__, **relation_properties(statement)}
        properties = content | kind_properties(statement) | facts.derived_properties([id])
        yield _node(facts, id, (Statement.__name__,), properties)


def _fact_nodes(facts: Facts) -> Iterator[Node]:
    """A node for each fact of a kind whose edges start at the fact itself."""
    for fact in facts.distinct_facts:
        if any(edge_type.start == SELF for edge_type in fact.kind.edges):
            properties = fact_properties(fact) | facts.derived_properties(fact.statement_ids)
            yield _node(facts, fact.id, (fact.kind.__name__,), properties)


def _thing_edges(facts: Facts) -> Iterator[Edge]:
    for thing in facts.things.values():
        for edge_type in thing.edges:
            value = getattr(thing, edge_type.end)
            for end in value if isinstance(value, tuple) else [value] if value else []:
                yield _plain_edge(facts, thing.code, edge_type.type, end)


def _statement_edges(facts: Facts) -> Iterator[Edge]:
    for id, statement in facts.statements.items():
        since = facts.known_since_property([id])
        yield _plain_edge(facts, id, "IN", statement.source, since)
        for role, code in references(statement):
            if role != "source":
                edge = f"{id}-ABOUT{role}-{code}"
                yield _edge(facts, edge, id, "ABOUT", code, {"role": role} | since)


def _listed_edges(facts: Facts) -> Iterator[Edge]:
    """Edges to the places above in the code list, where no text says so."""
    for place, container in facts.listed_edges():
        if (place, container) not in facts.stated_containment:
            yield _plain_edge(facts, place, "WITHIN", container, {"basis": BY_CODE_LIST})


def _fact_edges(facts: Facts) -> Iterator[Edge]:
    for edge in facts.edges:
        is_claim = edge.edge_type == edge.fact.kind.edges[0]
        since = facts.known_since_property(edge.fact.statement_ids)
        if not edge.joins_things:
            yield _edge(facts, edge.id, edge.start, edge.type, edge.end, since)
            continue
        ends = (edge.edge_type.start, edge.edge_type.end)
        properties = {k: v for k, v in fact_properties(edge.fact).items() if k not in ends}
        properties |= facts.derived_properties(edge.fact.statement_ids) if is_claim else since
        if edge.type == "WITHIN":
            properties["basis"] = BY_TEXT
        type = EDGE_TYPE_BY_STANCE.get(edge.fact.stance, edge.type)
        if type != edge.type:
            properties["relation"] = edge.type
        yield _edge(facts, edge.id, edge.start, type, edge.end, properties)


def _node(
    facts: Facts, id: str, labels: tuple[str, ...], properties: Mapping[str, PropertyValue]
) -> Node:
    return Node(id, labels, {**properties, "dataset": facts.dataset.name})


def _plain_edge(
    facts: Facts,
    start: str,
    type: str,
    end: str,
    properties: Mapping[str, PropertyValue] = MappingProxyType({}),
) -> Edge:
    return _edge(facts, edge_id(start, type, end), start, type, end, properties)


def _edge(
    facts: Facts,
    id: str,
    start: str,
    type: str,
    end: str,
    properties: Mapping[str, PropertyValue],
) -> Edge:
    return Edge(id, start, type, end, {**properties, "dataset": facts.dataset.name, "id": id})
