"""The schema of a graph for an editor: names with counts, an example, and what goes with them.

Everything is counted from the facts, as on the schema card; things are named in both languages.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any, NotRequired, TypedDict

from graph.formats.rdf import prefixed_name, prefixes, rdf_quads
from graph.lookup.romanization import syllables
from graph.model.facts import Facts
from graph.model.property_graph import Edge, Node, PropertyGraph
from graph.stores.store import DATASET
from ontology.labels.labels import name as word
from queries.custom_queries.custom_question import catalogue_parameters

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
# Properties and ends that a term names, and things that an editor completes.
MAX_PROPERTIES, MAX_ENDS, MAX_THINGS = 16, 3, 3000
# An example shows the first of these properties that a node has.
NAME_PROPERTIES = ("name_zh", "title_zh", "name_en", "code", "id")


class SchemaTerm(TypedDict):
    """A name of the schema: how often it stands, and an example or what goes with it."""

    name: str
    count: int
    more: NotRequired[str]
    example: NotRequired[str]
    properties: NotRequired[list[str]]


class QuerySchema(TypedDict):
    """The terms of the graph and of RDF; `things` have code, both names, pinyin and kind."""

    labels: list[SchemaTerm]
    types: list[SchemaTerm]
    properties: list[SchemaTerm]
    classes: list[SchemaTerm]
    predicates: list[SchemaTerm]
    parameters: list[SchemaTerm]
    prefixes: dict[str, str]
    things: list[tuple[str, str, str, str, str]]


def query_schema(facts: Facts, graph: PropertyGraph, language: str) -> QuerySchema:
    """Labels, types, properties, classes, predicates, parameters, prefixes and things."""
    classes, predicates = _rdf_terms(facts)
    return {
        "labels": _labels(graph),
        "types": _types(graph),
        "properties": _properties(graph),
        "classes": classes,
        "predicates": predicates,
        "parameters": _parameters(language),
        "prefixes": prefixes(facts),
        "things": _things(facts, language),
    }


def _labels(graph: PropertyGraph) -> list[SchemaTerm]:
    by_label: dict[str, list[Node]] = defaultdict(list)
    for node in graph.nodes:
        for label in node.labels:
            by_label[label].append(node)
    return _by_count(
        {
            "name": label,
            "count": len(nodes),
            "example": _example(nodes),
            "properties": _properties_of(nodes),
        }
        for label, nodes in by_label.items()
    )


def _types(graph: PropertyGraph) -> list[SchemaTerm]:
    labels = {node.id: node.labels[0] for node in graph.nodes}
    by_type: dict[str, list[Edge]] = defaultdict(list)
    for edge in graph.edges:
        by_type[edge.type].append(edge)
    return _by_count(
        {
            "name": type,
            "count": len(edges),
            "more": _ends(edges, labels),
            "properties": _properties_of(edges),
        }
        for type, edges in by_type.items()
    )


def _ends(edges: Iterable[Edge], labels: Mapping[str, str]) -> str:
    pairs = Counter(f"{labels[edge.start]}→{labels[edge.end]}" for edge in edges)
    ellipsis = ["…"] if len(pairs) > MAX_ENDS else []
    return ", ".join([pair for pair, _ in pairs.most_common(MAX_ENDS)] + ellipsis)


def _properties_of(elements: Iterable[Node | Edge]) -> list[str]:
    counts = Counter(name for element in elements for name in element.properties)
    return [name for name, _ in counts.most_common(MAX_PROPERTIES)]


def _example(nodes: Iterable[Node]) -> str:
    properties = next(iter(nodes)).properties
    return next((str(properties[name]) for name in NAME_PROPERTIES if properties.get(name)), "")


def _properties(graph: PropertyGraph) -> list[SchemaTerm]:
    counts: Counter[str] = Counter()
    examples: dict[str, str] = {}
    elements: list[Node | Edge] = [*graph.nodes, *graph.edges]
    for element in elements:
        counts.update(element.properties.keys())
        for name, value in element.properties.items():
            examples.setdefault(name, str(value)[:60])
    return _by_count(
        {"name": name, "count": count, "example": examples[name]} for name, count in counts.items()
    )


def _parameters(language: str) -> list[SchemaTerm]:
    """The dataset's, which is filled in, and those of the catalogue, which become fields."""
    terms: list[SchemaTerm] = [
        {"name": name, "count": 0, "more": parameter.name.name(language)}
        for name, parameter in catalogue_parameters().items()
    ]
    return [*terms, {"name": DATASET, "count": 0}]


def _rdf_terms(facts: Facts) -> tuple[list[SchemaTerm], list[SchemaTerm]]:
    """Classes and predicates by their prefixed names."""
    classes: Counter[str] = Counter()
    predicates: Counter[str] = Counter()
    examples: dict[str, str] = {}
    quad: Any
    for quad in rdf_quads(facts):
        predicate = quad.predicate.value
        predicates[predicate] += 1
        examples.setdefault(predicate, quad.object.value[:60])
        if predicate == RDF_TYPE:
            classes[quad.object.value] += 1
    spaces = prefixes(facts)
    return (
        _by_count({"name": _short_iri(iri, spaces), "count": n} for iri, n in classes.items()),
        _by_count(
            {
                "name": _short_iri(iri, spaces),
                "count": n,
                "example": _short_iri(examples[iri], spaces),
            }
            for iri, n in predicates.items()
            if iri != RDF_TYPE
        ),
    )


def _short_iri(iri: str, spaces: Mapping[str, str]) -> str:
    """An IRI by its prefix; as it is if no prefix is for it."""
    return prefixed_name(iri, spaces) or iri


def _by_count(terms: Iterable[SchemaTerm]) -> list[SchemaTerm]:
    return sorted(terms, key=lambda term: (-term["count"], term["name"]))


def _things(facts: Facts, language: str) -> list[tuple[str, str, str, str, str]]:
    """Code, names in Chinese and English, pinyin and kind, of the first things."""
    return [
        (code, name, facts.display_name(code, "en"), _pinyin(name), word(kind, language))
        for code, thing in islice(facts.things.items(), MAX_THINGS)
        for name, kind in [(facts.display_name(code, "zh"), type(thing).__name__)]
    ]


def _pinyin(name: str) -> str:
    return "".join(next(iter(sounds), "") for sounds in syllables(name))
