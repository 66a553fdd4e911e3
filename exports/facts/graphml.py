"""The property graph as GraphML, for networkx, igraph, Cytoscape and yEd.

Gephi merges edges of different types between two nodes when it reads GraphML; GEXF is there for
Gephi.
"""

from __future__ import annotations

import io
from xml.etree import ElementTree

import networkx as nx
from networkx.readwrite.graphml import GraphMLWriter

from exports.facts.flat_properties import flat_properties, label
from graph.model.property_graph import PropertyGraph
from ontology.schema.value_types import SEPARATOR


XML = "{http://graphml.graphdrawing.org/xmlns}"


class _NamedKeys(GraphMLWriter):  # type: ignore[misc]  # networkx carries no types
    """Keys by the names of their attributes: some readers show the key, not the name.

    networkx's own `named_key_ids` gives an attribute of nodes and one of edges the same key,
    which GraphML forbids.
    """

    def get_key(self, name: str, attr_type: str, scope: str, default: object) -> str:
        is_old = (name, attr_type, scope) in self.keys
        id = str(super().get_key(name, attr_type, scope, default))
        if is_old:
            return id
        used = set(self.keys.values())
        named = next(
            key for key in (name, f"{name}_{scope}", f"{name}_{scope}_{id}") if key not in used
        )
        self.keys[name, attr_type, scope] = named
        self.xml.find(f"key[@id='{id}']").set("id", named)
        return named


def graphml(graph: PropertyGraph) -> bytes:
    """The graph as GraphML; each node and edge has a `label`, list items are joined by `|`.

    No attribute is called `id`: igraph would take it for the id of the node itself.
    """
    flat = nx.MultiDiGraph()
    for node in graph.nodes:
        flat.add_node(
            node.id,
            label=label(node),
            labels=SEPARATOR.join(node.labels),
            **_without_label(flat_properties(node.properties)),
        )
    for edge in graph.edges:
        flat.add_edge(
            edge.start,
            edge.end,
            key=edge.id,
            label=edge.type,
            type=edge.type,
            **_without_label(flat_properties(edge.properties)),
        )
    writer = _NamedKeys(encoding="utf-8", prettyprint=True)
    writer.add_graph_element(flat)
    file = io.BytesIO()
    writer.dump(file)
    return file.getvalue()


def _without_label(properties: dict[str, str | int | float]) -> dict[str, str | int | float]:
    return {name: value for name, value in properties.items() if name not in ("label", "type")}


def graphml_elements(content: bytes) -> dict[tuple[str, str], dict[str, str]]:
    """The attributes of each node and edge of a GraphML file, by `node` or `edge` and its id.

    The ends of an edge are its `source` and `target`. Raises ValueError if it is no GraphML.
    """
    if b"<!DOCTYPE" in content:  # entities could be expanded without end
        raise ValueError("a document type")
    try:
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, LookupError) as error:
        raise ValueError(str(error)) from error
    names = {key.get("id"): key.get("attr.name", "") for key in root.iter(f"{XML}key")}
    elements: dict[tuple[str, str], dict[str, str]] = {}
    for tag in ("node", "edge"):
        for element in root.iter(XML + tag):
            data = {names.get(part.get("key"), ""): part.text or "" for part in element}
            elements[tag, element.get("id", "")] = {**data, **element.attrib}
    return elements
