"""The property graph as GEXF 1.3, for Gephi.

The attribute `kind` of each edge (GEXF 1.3, gexf.net/schema.html) keeps edges of different types
between the same two nodes apart; Gephi merges them when it reads GraphML.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from exports.facts.flat_properties import flat_properties, label
from graph.model.property_graph import PropertyGraph
from ontology.schema.value_types import SEPARATOR

NAMESPACE = "http://gexf.net/1.3"
TYPES = {str: "string", int: "long", float: "double", bool: "boolean"}
Values = Mapping[str, str | int | float]


def gexf(graph: PropertyGraph) -> bytes:
    """The graph as GEXF, without a date, so that the same facts give the same bytes."""
    root = Element("gexf", {"xmlns": NAMESPACE, "version": "1.3"})
    body = SubElement(root, "graph", {"defaultedgetype": "directed", "mode": "static"})
    nodes = [
        ({"id": node.id, "label": label(node)}, _values(node.labels, node.properties))
        for node in graph.nodes
    ]
    edges = [
        (
            {
                "id": edge.id,
                "source": edge.start,
                "target": edge.end,
                "kind": edge.type,
                "label": edge.type,
            },
            _values((), edge.properties),
        )
        for edge in graph.edges
    ]
    _elements(body, "node", nodes)
    _elements(body, "edge", edges)
    ElementTree.indent(root, " ")
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _values(
    labels: Iterable[str], properties: Mapping[str, str | int | float | list[str]]
) -> Values:
    labels_text = SEPARATOR.join(labels)
    return ({"labels": labels_text} if labels_text else {}) | flat_properties(properties)


def _elements(body: Element, name: str, rows: list[tuple[dict[str, str], Values]]) -> None:
    """The declarations of the attributes of all nodes or edges, and the nodes or edges."""
    types: dict[str, set[type]] = defaultdict(set)
    for _, values in rows:
        for key, value in values.items():
            types[key].add(type(value))
    declarations = SubElement(body, "attributes", {"class": name, "mode": "static"})
    for key in sorted(types):
        SubElement(declarations, "attribute", {"id": key, "title": key, "type": _type(types[key])})
    group = SubElement(body, f"{name}s")
    for attributes, values in rows:
        element = SubElement(group, name, attributes)
        cells = SubElement(element, "attvalues")
        for key in sorted(values):
            SubElement(cells, "attvalue", {"for": key, "value": _text(values[key])})


def _type(types: Set[type]) -> str:
    return TYPES[next(iter(types))] if len(types) == 1 else TYPES[str]


def _text(value: str | int | float) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
