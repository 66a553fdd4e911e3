"""The parts that vocabulary and shapes share: an empty graph, and the terms of no field."""

from __future__ import annotations

from rdflib import Graph, URIRef

from ontology.derive.iris import (
    CONTESTED_IRI,
    CONTRADICTS_IRI,
    ONTOLOGY,
    PREFIXES,
    SOURCE_COUNT_IRI,
)
from ontology.labels.labels import Word

SHAPES = ONTOLOGY.removesuffix("#") + "/shapes#"
EVIDENCE = URIRef(ONTOLOGY + "evidence")
STATEMENT_ID = URIRef(ONTOLOGY + "id")
EVIDENCE_WORD = Word("证据", "evidence", "说出它的那段文字", "The spot that states it")
ID_WORD = Word("编号", "id", "由陈述的内容与位置算出", "Computed from what is said and where")
# Names and comments of what is computed from all statements, see `graph.model.claims`.
CLAIM_WORDS = {
    SOURCE_COUNT_IRI: Word(
        "来源数",
        "source count",
        "说到同一联系、同样两端（数据还须数值与时期相同）的来源有几个；计划与否认没有",
        "How many sources tell the same relation between the same ends (of a figure also its value "
        "and period); plans and denials have none",
    ),
    CONTESTED_IRI: Word(
        "有争议",
        "contested",
        "另一来源的陈述与它不能同时为真",
        "A statement of another source and this one cannot both be true",
    ),
    CONTRADICTS_IRI: Word(
        "相矛盾",
        "contradicts",
        "另一来源的、与它不能同时为真的陈述；两个方向都写",
        "A statement of another source that cannot be true beside this one; written both ways",
    ),
}
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
