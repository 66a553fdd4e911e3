"""Facts as an RDF dataset: n-ary statements with their evidence, and the direct edges derived.

Named graphs: `facts` (things and statements), `taxonomy` (mechanisms and the concept schemes),
`documents` (sources and the spots cited in them), `derived` (one direct triple for each stated
edge, so that a short pattern finds it, and what is worked out of claims) and `withdrawn`
(statements that no longer stand, if there are any); with releases also `releases`. The order of
the facts is the order of the triples: the same facts give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Any

import pyoxigraph as ox

from graph.formats.claim_triples import claim_triples
from graph.formats.concept_schemes import concept_triples
from graph.formats.dataset_iris import Iris, Triple
from graph.formats.rdf_fields import RdfField, class_of, day_literals, integer, rdf_fields
from graph.formats.release_triples import DCAT, RELEASES_GRAPH, release_triples
from graph.formats.withdrawn_rdf import withdrawn_triples
from graph.model.facts import Facts
from graph.model.gc_pause import without_garbage_collection
from ontology.derive.iris import (
    AGENTS,
    ONTOLOGY,
    PREFIXES,
    SUPERPROPERTIES,
    edge_iri,
    iri,
    property_iri,
)
from ontology.schema.kinds import (
    LISTED_WITHIN,
    Kind,
    Mechanism,
    Source,
    Stance,
    Statement,
    Thing,
)

TYPE, SPECIFIC_RESOURCE, HAS_SOURCE, HAS_SELECTOR, POSITION_SELECTOR = (
    ox.NamedNode(iri(name))
    for name in (
        "rdf:type",
        "oa:SpecificResource",
        "oa:hasSource",
        "oa:hasSelector",
        "oa:TextPositionSelector",
    )
)
SOFTWARE_AGENT, LABEL = (ox.NamedNode(iri(name)) for name in ("prov:SoftwareAgent", "rdfs:label"))
ID, EVIDENCE = ox.NamedNode(ONTOLOGY + "id"), ox.NamedNode(ONTOLOGY + "evidence")
FURTHER_EVIDENCE, SHA256, START, END = (
    ox.NamedNode(property_iri(name)) for name in ("also_at", "sha256", "start", "end")
)


@without_garbage_collection()
def rdf_quads(facts: Facts) -> list[ox.Quad]:
    """The whole dataset, each quad once: graph by graph, in each by code or id."""
    graphs = rdf_graphs(facts).items()
    return [ox.Quad(*triple, graph) for graph, triples in graphs for triple in triples]


def rdf_graphs(facts: Facts) -> Mapping[ox.NamedNode, Iterable[Triple]]:
    """The triples of each named graph, each once, by code or id."""
    iris = Iris(facts)
    graphs: dict[str, Iterable[Triple]] = {
        "facts": chain(
            _things(facts, iris, "facts"), _statement_triples(facts, iris), _agents(facts, iris)
        ),
        "taxonomy": chain(_things(facts, iris, "taxonomy"), concept_triples(facts, iris)),
        "documents": chain(_things(facts, iris, "documents"), _spots(facts, iris)),
        # two facts may make the same triple
        "derived": chain(_distinct(_direct(facts, iris)), claim_triples(facts, iris)),
        RELEASES_GRAPH: release_triples(facts, iris),
        "withdrawn": withdrawn_triples(facts, iris),
    }
    return {iris.graph(name): triples for name, triples in graphs.items()}


def prefixes(facts: Facts) -> dict[str, str]:
    """The prefixes with which the dataset is written and queried."""
    names = ("lf", "dcterms", "geo", "oa", "org", "prov", "qudt", "skos", "sosa", "xsd")
    further = {"dcat": DCAT} if facts.releases else {}
    return {name: PREFIXES[name] for name in names} | further | {"data": facts.dataset.base_iri}


def prefixed_name(iri: str, spaces: Mapping[str, str]) -> str | None:
    """An IRI by its prefix; None if none of these is for it."""
    for name, space in spaces.items():
        if iri.startswith(space):
            return f"{name}:{iri.removeprefix(space)}"
    return None


def trig(facts: Facts) -> bytes:
    """The dataset as TriG."""
    spaces = prefixes(facts)
    if any(code.endswith(".") for code in facts.things):
        # `data:a\\.` is TriG, but rdflib refuses a name that ends with an escaped dot
        spaces.pop("data", None)
    content = ox.serialize(rdf_quads(facts), format=ox.RdfFormat.TRIG, prefixes=spaces)
    assert content is not None  # for the same reason
    return content


def _things(facts: Facts, iris: Iris, graph: str) -> Iterator[Triple]:
    for thing in facts.things.values():
        if _graph_of(thing) == graph:
            yield from _field_triples(iris.thing(thing.code), thing, iris)


def _graph_of(thing: Thing) -> str:
    match thing:
        case Mechanism():
            return "taxonomy"
        case Source():
            return "documents"
        case _:
            return "facts"


def _statement_triples(facts: Facts, iris: Iris) -> Iterator[Triple]:
    for id, statement in facts.statements.items():
        node = iris.statement(id)
        yield node, TYPE, class_of(Statement)
        yield node, ID, ox.Literal(id)
        yield from _field_triples(node, statement, iris)
        first, *further = statement.spans
        yield node, EVIDENCE, iris.spot(statement.source, first)
        for span in further:
            yield node, FURTHER_EVIDENCE, iris.spot(statement.source, span)


def _agents(facts: Facts, iris: Iris) -> Iterator[Triple]:
    """The programs that have drafted statements, each once."""
    for name in sorted({s.drafted_by for s in facts.statements.values() if s.drafted_by}):
        yield iris.agent(name), TYPE, SOFTWARE_AGENT
        yield iris.agent(name), LABEL, ox.Literal(name)


def _field_triples(node: ox.NamedNode, value: Kind, iris: Iris) -> list[Triple]:
    triples: list[Triple] = [(node, TYPE, class_of(type(value)))]
    field_values = value.__dict__
    for field in rdf_fields(type(value), iris.named_in):
        content = field_values[field.name]
        if content is not None:
            for element in content if field.is_list else (content,):
                triples.append((node, field.property, _object(field, element, iris)))
            if field.bounds:
                triples += _bound_triples(node, field.bounds, content)
    return triples


def _object(field: RdfField, value: Any, iris: Iris) -> ox.NamedNode | ox.Literal:
    if field.literal is not None:
        return iris.agent(value) if field.name in AGENTS else field.literal(value)
    return iris.thing(value)


def _bound_triples(
    node: ox.NamedNode, bounds: tuple[ox.NamedNode, ...], date_text: str
) -> Iterator[Triple]:
    """The days that a date may mean."""
    for bound, day in zip(bounds, day_literals(date_text), strict=False):
        if day is not None:
            yield node, bound, day


def _spots(facts: Facts, iris: Iris) -> Iterator[Triple]:
    """Each spot once, however many statements cite it."""
    cited = {
        (statement.source, span): None
        for statement in facts.statements.values()
        for span in statement.spans
    }
    for source, span in cited:
        spot = iris.spot(source, span)
        selector = ox.NamedNode(spot.value + "/selector")
        yield spot, TYPE, SPECIFIC_RESOURCE
        yield spot, HAS_SOURCE, iris.thing(source)
        yield spot, SHA256, ox.Literal(span.sha256)
        yield spot, HAS_SELECTOR, selector
        yield selector, TYPE, POSITION_SELECTOR
        yield selector, START, integer(span.start)
        yield selector, END, integer(span.end)


def _direct(facts: Facts, iris: Iris) -> Iterator[Triple]:
    """A triple for each stated edge or listed place, and another with the broader property."""
    for edge in facts.edges:
        if edge.joins_things and edge.fact.stance is Stance.STATED:
            yield from _edge_triples(iris.thing(edge.start), edge.type, iris.thing(edge.end))
    for place, container in facts.listed_edges():
        yield from _edge_triples(iris.thing(place), LISTED_WITHIN, iris.thing(container))


def _distinct(triples: Iterable[Triple]) -> Iterator[Triple]:
    yield from dict.fromkeys(triples)


def _edge_triples(start: ox.NamedNode, type: str, end: ox.NamedNode) -> Iterator[Triple]:
    for property in _direct_properties(type):
        yield start, property, end


@cache
def _direct_properties(type: str) -> tuple[ox.NamedNode, ...]:
    """The direct property of an edge type, and the broader one of another vocabulary."""
    broader = [iri(SUPERPROPERTIES[type])] if type in SUPERPROPERTIES else []
    return tuple(ox.NamedNode(name) for name in (edge_iri(type), *broader))
