"""What the vocabulary and the shapes share: an empty graph, and the terms of no field."""

from __future__ import annotations

from rdflib import Graph, URIRef

from ontology.derive.iris import ONTOLOGY, PREFIXES
from ontology.labels.labels import Word

SHAPES = ONTOLOGY.removesuffix("#") + "/shapes#"
EVIDENCE = URIRef(ONTOLOGY + "evidence")
STATEMENT_ID = URIRef(ONTOLOGY + "id")
EVIDENCE_WORD = Word("证据", "evidence", "说出它的那段文字", "The spot that states it")
ID_WORD = Word("编号", "id", "由陈述的内容与位置算出", "Computed from what is said and where")
SCHEME_WORD = Word(
    "概念体系", "concept scheme", "它所属的词表", "The vocabulary that it belongs to"
)


def empty_graph() -> Graph:
    """A graph with our prefixes."""
    graph = Graph()
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, replace=True)
    graph.bind("shapes", SHAPES)
    return graph
