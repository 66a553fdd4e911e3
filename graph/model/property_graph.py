"""Facts into nodes and edges, by the kinds' own declarations.

Things are nodes by their code; facts are edges between them (or a node with edges, where the
kind says so); every statement is a node too, IN its source and ABOUT the things it names.
Every node and edge carries the `dataset` that it is of, so that a database can hold others too,
and every edge its `id`.
What is planned or denied is no deed: it makes a PLANNED or DENIED edge whose `relation` says
what is planned or denied, so that a pattern of the domain's words finds deeds only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from graph.model.closure import transitive_closure
from graph.model.facts import Fact, Facts, references
from graph.model.gc_pause import without_garbage_collection
from ontology.schema.edtf import edtf_interval
from ontology.schema.fields import fields
from ontology.schema.kinds import SELF, EdgeType, Kind, Place, Stance, Statement, Thing
from ontology.schema.value_types import TextSpan

# What the Neo4j driver can send and every Cypher engine can hold.
PropertyValue = str | int | float | list[str]

EDGE_TYPE_BY_STANCE = {Stance.PLANNED.value: "PLANNED", Stance.DENIED.value: "DENIED"}
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
    """All nodes and edges, each sorted by id."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def of_type(self, type: str) -> Sequence[Edge]:
        """All edges of one type, by id."""
        return self._edges_by_type.get(type, ())

    @cached_property
    def _edges_by_type(self) -> Mapping[str, Sequence[Edge]]:
        found: dict[str, list[Edge]] = defaultdict(list)
        for link in self.edges:
            found[link.type].append(link)
        return found


@without_garbage_collection()
def property_graph(facts: Facts) -> PropertyGraph:
    """The property graph of all facts."""
    nodes = [*_thing_nodes(facts), *_statement_nodes(facts)]
    edges = [*_thing_links(facts), *_statement_links(facts), *_listed_links(facts)]
    for fact in facts.distinct_facts:
        if _is_node(fact):
            nodes.append(Node(fact.id, (fact.kind.__name__,), fact_properties(facts, fact)))
        edges += _fact_links(facts, fact)
    own = {"dataset": facts.dataset.name}
    return PropertyGraph(
        tuple(Node(n.id, n.labels, {**n.properties, **own}) for n in _by_id(nodes)),
        tuple(
            Edge(e.id, e.start, e.type, e.end, {**e.properties, **own, "id": e.id})
            for e in _by_id(edges)
        ),
    )


def _by_id(elements: list[Element]) -> list[Element]:
    return sorted(elements, key=lambda element: element.id)


def property_value(value: object) -> PropertyValue:
    """A field's value as a driver can send it: decimals as floats, days as ISO text."""
    if type(value) is str:  # by far the most
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
    held = value.__dict__
    return {
        field.name: property_value(content)
        for field in fields(type(value))
        if (content := held[field.name]) is not None and content != ()
    }


def fact_properties(facts: Facts, fact: Fact) -> dict[str, PropertyValue]:
    """What a fact says, the ids of its statements, and the first and last day of its date."""
    first = fact.statements[0]
    properties: dict[str, PropertyValue] = {
        name: property_value(getattr(first, name)) for name in fact.values
    }
    written = fact.kind.date_field and getattr(first, fact.kind.date_field)
    if written:
        when = edtf_interval(written)
        days = {"earliest": when.earliest, "latest": when.latest}
        properties |= {name: day.isoformat() for name, day in days.items() if day}
    ids = sorted(facts.statement_ids[statement] for statement in fact.statements)
    return {"id": fact.id, **properties, "statements": ids}


def _is_node(fact: Fact) -> bool:
    return any(edge.start == SELF for edge in fact.kind.edges)


def _thing_nodes(facts: Facts) -> Iterator[Node]:
    for thing in facts.things.values():
        labels = (type(thing).__name__, Thing.__name__)
        yield Node(thing.code, labels, kind_properties(thing))


def _thing_links(facts: Facts) -> Iterator[Edge]:
    for thing in facts.things.values():
        for edge in thing.edges:
            held = getattr(thing, edge.end)
            for end in held if isinstance(held, tuple) else [held] if held else []:
                yield _link(thing.code, edge.type, end, {})


def _statement_nodes(facts: Facts) -> Iterator[Node]:
    for id, statement in facts.statements.items():
        kind = type(statement).__name__
        properties = {"id": id, "kind": kind, **kind_properties(statement)}
        yield Node(id, (Statement.__name__,), properties)


def _statement_links(facts: Facts) -> Iterator[Edge]:
    for id, statement in facts.statements.items():
        yield _link(id, "IN", statement.source, {})
        for role, code in references(statement):
            if role != "source":
                yield _link(id, "ABOUT", code, {"role": role})


def _fact_links(facts: Facts, fact: Fact) -> Iterator[Edge]:
    for edge in fact.kind.edges:
        start = fact.id if edge.start == SELF else fact.values.get(edge.start)
        end = fact.values.get(edge.end)
        if start is None or end is None:
            continue
        yield _fact_link(facts, fact, edge, start, end)


def _fact_link(facts: Facts, fact: Fact, edge: EdgeType, start: str, end: str) -> Edge:
    if edge.start == SELF:
        return _link(start, edge.type, end, {})
    ends = {edge.start, edge.end}
    properties = {k: v for k, v in fact_properties(facts, fact).items() if k not in ends}
    if edge.type == "WITHIN":
        properties["basis"] = BY_TEXT
    undone = EDGE_TYPE_BY_STANCE.get(fact.values["stance"])
    if undone:
        return Edge(
            f"{fact.id}-{edge.type}", start, undone, end, {**properties, "relation": edge.type}
        )
    return Edge(f"{fact.id}-{edge.type}", start, edge.type, end, properties)


def _listed_links(facts: Facts) -> Iterator[Edge]:
    """What places lie in by their code list, where no text says so."""
    told = {(fact.values.get("part"), fact.values.get("whole")) for fact in facts.distinct_facts}
    for place in facts.things_of(Place):
        whole = facts.listed_within(place)
        if whole is not None and (place.code, whole) not in told:
            yield _link(place.code, "WITHIN", whole, {"basis": BY_CODE_LIST})


def _link(start: str, type: str, end: str, properties: Mapping[str, PropertyValue]) -> Edge:
    role = properties.get("role", "")
    return Edge(f"{start}-{type}{role}-{end}", start, type, end, properties)


def mechanism_and_narrower(facts: Facts, code: str) -> set[str]:
    """A mechanism and all that are kinds of it, however far down the taxonomy."""
    return transitive_closure([code], lambda one: facts.narrower_mechanisms.get(one, ()))
