"""The schema of a graph on one card, for a program that writes queries: what there is, how often.

The card counts what the facts hold: labels with their properties, types of edges with their ends,
and the classes and predicates of RDF. It says where a query goes wrong: plans and denials,
silence, vague dates, and what stands without a statement. It has at most MAX_TOKENS.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.formats.rdf import prefixed_name, prefixes, rdf_quads
from graph.model.facts import Facts
from graph.model.property_graph import Node, PropertyGraph, property_graph
from ontology.schema.kinds import Source
from queries.rendering.token_estimate import token_estimate
from texts.tables import ASSISTANT

MAX_TOKENS = 4000
PITFALLS = (
    *("pitfall_statements", "pitfall_plans", "pitfall_silence", "pitfall_dates", "pitfall_names"),
    *("pitfall_listed", "pitfall_broader", "pitfall_learned", "pitfall_labels", "pitfall_rdf"),
)
# Properties that every node and edge has, or that only programs read.
COMMON_PROPERTIES = frozenset({"dataset", "id", "sha256"})
# Properties, ends of a type, classes and predicates: how many of each are named.
MAX_PROPERTIES, MAX_ENDS, MAX_IRIS = 14, 4, 45
# The prefixes that queries of the catalogue use.
PREFIXES_IN_USE = ("lf", "skos", "dcterms", "prov", "oa", "data")
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
EXAMPLES = (
    "MATCH (a:Thing)-[r:LEARNED_FROM {dataset: $dataset}]->(b:Thing)\n"
    "RETURN a.code, a.name_en, r.when, r.stance, b.code, r.statements LIMIT 20",
    "SELECT ?code ?when (GROUP_CONCAT(?id; separator=' ') AS ?statements) WHERE {\n"
    "  ?s a lf:Adoption ; lf:adopter/skos:notation ?code ; lf:stance 'stated' ; lf:id ?id .\n"
    "  OPTIONAL { ?s lf:since ?when } } GROUP BY ?code ?when LIMIT 20",
)


def schema_card(facts: Facts, language: str) -> str:
    """The card in `zh` or `en`, as Markdown.

    If the facts have so many kinds that it would be too long, the rarest are left out.
    """
    most_lines = 60
    while True:
        card = "\n".join(_lines(facts, language, most_lines))
        if token_estimate(card) <= MAX_TOKENS or most_lines < 1:
            return card
        most_lines -= 5


def _lines(facts: Facts, language: str, most_lines: int) -> Iterator[str]:
    graph = property_graph(facts)
    counts = {"statements": len(facts.statements), "sources": len(facts.things_of(Source))}
    yield f"# {facts.dataset.title(language)}"
    yield ASSISTANT.say("card_counts", language, name=facts.dataset.name, **counts)
    yield f"\n## {ASSISTANT.say('card_pitfalls', language)}"
    yield from (f"- {ASSISTANT.say(key, language)}" for key in PITFALLS)
    yield f"\n## {ASSISTANT.say('card_nodes', language)}"
    yield from _nodes(graph, most_lines)
    yield f"\n## {ASSISTANT.say('card_edges', language)}"
    yield from _edges(graph, most_lines)
    yield f"\n## {ASSISTANT.say('card_rdf', language)}"
    yield from _rdf(facts, most_lines)
    yield f"\n## {ASSISTANT.say('card_examples', language)}"
    yield from (f"```\n{example}\n```" for example in EXAMPLES)


def _nodes(graph: PropertyGraph, most_lines: int) -> Iterator[str]:
    """A line for each label: how many nodes, and the properties that most of them have."""
    by_label: dict[str, list[Node]] = defaultdict(list)
    for node in graph.nodes:
        by_label[node.labels[0]].append(node)
    nodes_by_label = sorted(by_label.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    for label, nodes in nodes_by_label[:most_lines]:
        common = _common_properties(node.properties for node in nodes)
        yield f"- {label} {len(nodes)}: {common}"


def _edges(graph: PropertyGraph, most_lines: int) -> Iterator[str]:
    """A line for each type: how many edges between nodes of which labels, and the properties."""
    labels = {node.id: node.labels[0] for node in graph.nodes}
    ends: dict[str, Counter[str]] = defaultdict(Counter)
    for edge in graph.edges:
        ends[edge.type][f"{labels[edge.start]}→{labels[edge.end]}"] += 1
    ends_by_type = sorted(ends.items(), key=lambda entry: (-entry[1].total(), entry[0]))
    for type, pairs in ends_by_type[:most_lines]:
        end_counts = ", ".join(f"{pair} {count}" for pair, count in pairs.most_common(MAX_ENDS))
        ellipsis = ", …" if len(pairs) > MAX_ENDS else ""
        common = _common_properties(edge.properties for edge in graph.of_type(type))
        yield f"- {type} {pairs.total()} ({end_counts}{ellipsis}){f': {common}' if common else ''}"


def _common_properties(properties: Iterable[Mapping[str, object]]) -> str:
    """The names of the properties that most have, the commonest first."""
    counts = Counter(
        name for entry in properties for name in entry if name not in COMMON_PROPERTIES
    )
    names = [name for name, _ in counts.most_common(MAX_PROPERTIES)]
    return ", ".join([*names, *["…"] * (len(counts) > MAX_PROPERTIES)])


def _rdf(facts: Facts, most_lines: int) -> Iterator[str]:
    """The prefixes, and the classes and predicates with how often they stand."""
    spaces = prefixes(facts)
    classes: Counter[str] = Counter()
    predicates: Counter[str] = Counter()
    quad: Any
    for quad in rdf_quads(facts):
        predicate = quad.predicate.value
        predicates[predicate] += 1
        if predicate == RDF_TYPE:
            classes[quad.object.value] += 1
    yield " ".join(
        f"PREFIX {name}: <{iri}>" for name, iri in spaces.items() if name in PREFIXES_IN_USE
    )
    for counter in (classes, predicates):
        usual = counter.most_common(min(MAX_IRIS, most_lines))
        yield "- " + ", ".join(f"{_term(iri, spaces)} {count}" for iri, count in usual)


def _term(iri: str, spaces: Mapping[str, str]) -> str:
    """An IRI as a query writes it."""
    return prefixed_name(iri, spaces) or ("a" if iri == RDF_TYPE else f"<{iri}>")
