"""Facts as an RDF dataset: n-ary statements with their evidence, and the direct edges derived.

Four named graphs: `facts` (things and statements), `taxonomy` (mechanisms), `documents` (sources
and the spots cited in them), `derived` (one direct triple for each stated link, so that a short
pattern finds it). Written from the facts, sorted, so that the same facts give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pyoxigraph as ox

from graph.facts import Facts
from ontology.dates import interval
from ontology.fields import Field, fields
from ontology.kinds import SELF, Kind, Mechanism, Place, Source, Stance, Statement, Thing
from ontology.terms import (
    EDTF,
    LANGUAGE_OF,
    LISTED_WITHIN,
    ONTOLOGY,
    PREFIXES,
    SUPERPROPERTIES,
    bound_iris,
    class_iri,
    edge_iri,
    iri,
    property_iri,
)
from ontology.values import Span

Triple = tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]

TYPE = ox.NamedNode(iri("rdf:type"))
EVIDENCE = ox.NamedNode(ONTOLOGY + "evidence")
FURTHER_EVIDENCE = ox.NamedNode(property_iri("also_at"))
# How a statement's spot is said: by evidence nodes, not by fields of its own.
SPOT_FIELDS = {"start", "end", "sha256", "also_at"}


class Iris:
    """The IRIs of one dataset's things, statements, spots and graphs."""

    def __init__(self, facts: Facts) -> None:
        self._base = facts.dataset.base_iri
        self._things = facts.things

    def thing(self, code: str) -> ox.NamedNode:
        kind = type(self._things[code]).__name__
        return ox.NamedNode(f"{self._base}{kind}/{code}")

    def statement(self, id: str) -> ox.NamedNode:
        return ox.NamedNode(f"{self._base}Statement/{id}")

    def spot(self, source: str, span: Span) -> ox.NamedNode:
        return ox.NamedNode(f"{self._base}Spot/{source}/{span.start}-{span.end}")

    def graph(self, name: str) -> ox.NamedNode:
        return ox.NamedNode(f"{self._base}graph/{name}")


def quads(facts: Facts) -> list[ox.Quad]:
    """The whole dataset, sorted."""
    iris = Iris(facts)
    graphs = {
        "facts": [*_things(facts, iris, "facts"), *_statements(facts, iris)],
        "taxonomy": list(_things(facts, iris, "taxonomy")),
        "documents": [*_things(facts, iris, "documents"), *_spots(facts, iris)],
        "derived": list(_direct(facts, iris)),
    }
    found = {
        ox.Quad(*triple, iris.graph(name)) for name, triples in graphs.items() for triple in triples
    }
    return sorted(found, key=lambda quad: (str(quad.graph_name), str(quad)))


def prefixes(facts: Facts) -> dict[str, str]:
    """The prefixes under which the dataset is written and asked."""
    names = ("lf", "dcterms", "geo", "oa", "org", "prov", "qudt", "skos", "sosa", "xsd")
    return {name: PREFIXES[name] for name in names} | {"data": facts.dataset.base_iri}


def trig(facts: Facts) -> bytes:
    """The dataset as TriG."""
    return _serialize(facts, ox.RdfFormat.TRIG)


def nquads(facts: Facts) -> bytes:
    """The dataset as N-Quads."""
    return _serialize(facts, ox.RdfFormat.N_QUADS)


def _serialize(facts: Facts, format: ox.RdfFormat) -> bytes:
    named = prefixes(facts) if format == ox.RdfFormat.TRIG else None
    content = ox.serialize(quads(facts), format=format, prefixes=named)
    assert content is not None  # it is None only when written to a file
    return content


def _things(facts: Facts, iris: Iris, graph: str) -> Iterator[Triple]:
    for thing in facts.things.values():
        if _graph_of(thing) == graph:
            yield from _values(iris.thing(thing.code), thing, iris)


def _graph_of(thing: Thing) -> str:
    match thing:
        case Mechanism():
            return "taxonomy"
        case Source():
            return "documents"
        case _:
            return "facts"


def _statements(facts: Facts, iris: Iris) -> Iterator[Triple]:
    id_property = ox.NamedNode(ONTOLOGY + "id")
    for id, statement in facts.statements.items():
        node = iris.statement(id)
        yield node, TYPE, ox.NamedNode(class_iri(Statement))
        yield node, id_property, ox.Literal(id)
        yield from _values(node, statement, iris)
        first, *further = statement.spans
        yield node, EVIDENCE, iris.spot(statement.source, first)
        for span in further:
            yield node, FURTHER_EVIDENCE, iris.spot(statement.source, span)


def _values(node: ox.NamedNode, value: Kind, iris: Iris) -> Iterator[Triple]:
    yield node, TYPE, ox.NamedNode(class_iri(type(value)))
    for field in fields(type(value)):
        if isinstance(value, Statement) and field.name in SPOT_FIELDS:
            continue
        held = getattr(value, field.name)
        for one in held if field.many else [held]:
            if one is not None:
                yield from _said(node, field, one, iris)


def _said(node: ox.NamedNode, field: Field, value: object, iris: Iris) -> Iterator[Triple]:
    predicate = ox.NamedNode(property_iri(field.name))
    if field.refers:
        yield node, predicate, iris.thing(str(value))
        return
    yield node, predicate, _literal(field, value)
    if field.is_date:
        days = interval(str(value))
        for name, day in zip(bound_iris(field.name), (days.earliest, days.latest), strict=True):
            if day is not None:
                yield node, ox.NamedNode(name), _day(day)


def _literal(field: Field, value: object) -> ox.Literal:
    if field.name in LANGUAGE_OF:
        return ox.Literal(str(value), language=LANGUAGE_OF[field.name])
    if field.is_date:
        return ox.Literal(str(value), datatype=ox.NamedNode(EDTF))
    match value:
        case Decimal():
            # never with an exponent, which xsd:decimal does not have
            return ox.Literal(f"{value:f}", datatype=ox.NamedNode(iri("xsd:decimal")))
        case date():
            return _day(value)
        case StrEnum():
            return ox.Literal(value.value)
        case int():
            return ox.Literal(str(value), datatype=ox.NamedNode(iri("xsd:integer")))
        case _:
            return ox.Literal(str(value))


def _day(day: date) -> ox.Literal:
    return ox.Literal(day.isoformat(), datatype=ox.NamedNode(iri("xsd:date")))


def _spots(facts: Facts, iris: Iris) -> Iterator[Triple]:
    whole = ox.NamedNode(iri("xsd:integer"))
    for statement in facts.statements.values():
        for span in statement.spans:
            spot = iris.spot(statement.source, span)
            selector = ox.NamedNode(spot.value + "/selector")
            yield spot, TYPE, ox.NamedNode(iri("oa:SpecificResource"))
            yield spot, ox.NamedNode(iri("oa:hasSource")), iris.thing(statement.source)
            yield spot, ox.NamedNode(property_iri("sha256")), ox.Literal(span.sha256)
            yield spot, ox.NamedNode(iri("oa:hasSelector")), selector
            yield selector, TYPE, ox.NamedNode(iri("oa:TextPositionSelector"))
            for name, position in (("start", span.start), ("end", span.end)):
                predicate = ox.NamedNode(property_iri(name))
                yield selector, predicate, ox.Literal(str(position), datatype=whole)


def _direct(facts: Facts, iris: Iris) -> Iterator[Triple]:
    """One triple a stated link or listed place, and one with the property it specialises."""
    for fact in facts.grouped:
        if fact.values["stance"] != Stance.STATED:
            continue
        for edge in fact.kind.edges:
            start, end = fact.values.get(edge.start), fact.values.get(edge.end)
            if edge.start == SELF or start is None or end is None:
                continue
            ends = iris.thing(start), iris.thing(end)
            yield from _link(ends[0], edge.type, ends[1])
    for place in facts.of(Place):
        whole = facts.listed_within(place)
        if whole is not None:
            yield from _link(iris.thing(place.code), LISTED_WITHIN, iris.thing(whole))


def _link(start: ox.NamedNode, type: str, end: ox.NamedNode) -> Iterator[Triple]:
    yield start, ox.NamedNode(edge_iri(type)), end
    if type in SUPERPROPERTIES:
        yield start, ox.NamedNode(iri(SUPERPROPERTIES[type])), end
