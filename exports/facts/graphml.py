"""The property graph as GraphML, for networkx, igraph, Cytoscape and yEd.

Gephi merges edges of different types between two nodes when it reads GraphML; GEXF is there for
Gephi. The lines are written here, one element after the other: networkx's writer builds the whole
document as objects first, which takes four times as long, and gigabytes for a large graph.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from exports.facts.flat_properties import flat_properties, label
from graph.model.property_graph import PropertyGraph
from ontology.schema.value_types import SEPARATOR

SPACE = "http://graphml.graphdrawing.org/xmlns"
XML = f"{{{SPACE}}}"
DECLARATION = "<?xml version='1.0' encoding='utf-8'?>"
ROOT = (
    f'<graphml xmlns="{SPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    f' xsi:schemaLocation="{SPACE} {SPACE}/1.0/graphml.xsd">'
)
TYPES: Mapping[type, str] = {str: "string", bool: "boolean", int: "long", float: "double"}

Value = str | int | float


@dataclass
class _Keys:
    """The attributes of nodes and of edges: each has a key, which says its name and type.

    A key is the name of its attribute, for some readers show the key, not the name; what nodes
    and edges both have needs two keys.
    """

    ids: dict[tuple[str, str, type], str] = field(default_factory=dict)

    def id(self, scope: str, name: str, type_: type) -> str:
        """The key of an attribute of a `node` or `edge`."""
        known_key = self.ids.get((scope, name, type_))
        if known_key is not None:
            return known_key
        used_keys = set(self.ids.values())
        names = (name, f"{name}_{scope}", f"{name}_{scope}_{TYPES[type_]}")
        id = next(key for key in names if key not in used_keys)
        self.ids[scope, name, type_] = id
        return id

    def lines(self) -> Iterator[str]:
        """The elements that declare the keys."""
        for (scope, name, type_), id in self.ids.items():
            yield (
                f'  <key id={quoteattr(id)} for="{scope}" attr.name={quoteattr(name)}'
                f' attr.type="{TYPES[type_]}" />'
            )


def graphml(graph: PropertyGraph) -> bytes:
    """The graph as GraphML; each node and edge has a `label`, list items are joined by `|`.

    No attribute is called `id`: igraph would take it for the id of the node itself.
    """
    keys, body = _Keys(), io.BytesIO()
    for node in graph.nodes:
        marks: dict[str, Value] = {"label": label(node), "labels": SEPARATOR.join(node.labels)}
        marks |= _without_label(flat_properties(node.properties))
        body.write(_element("node", {"id": node.id}, marks, keys))
    for edge in graph.edges:
        marks = {"label": edge.type, "type": edge.type}
        marks |= _without_label(flat_properties(edge.properties))
        ends = {"source": edge.start, "target": edge.end, "id": edge.id}
        body.write(_element("edge", ends, marks, keys))
    start = [DECLARATION, ROOT, *keys.lines(), '  <graph edgedefault="directed">', ""]
    return "\n".join(start).encode() + body.getvalue() + b"  </graph>\n</graphml>\n"


def _element(
    tag: str, attributes: Mapping[str, str], data: Mapping[str, Value], keys: _Keys
) -> bytes:
    """A node or edge with its data, as lines."""
    attribute_text = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())
    lines = [
        f"      <data key={quoteattr(keys.id(tag, name, type(value)))}>{_text(value)}</data>\n"
        for name, value in data.items()
    ]
    return f"    <{tag}{attribute_text}>\n{''.join(lines)}    </{tag}>\n".encode()


def _text(value: Value) -> str:
    text = str(value)
    return text.lower() if isinstance(value, bool) else escape(text)


def _without_label(properties: dict[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in properties.items() if name not in ("label", "type")}


def graphml_elements(content: bytes) -> dict[tuple[str, str], dict[str, str]]:
    """The attributes of each node and edge of a GraphML file, by `node` or `edge` and its id.

    The ends of an edge are its `source` and `target`. Raises ValueError if it is no GraphML.
    """
    if b"<!DOCTYPE" in content:  # protection against entities that expand without end
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
