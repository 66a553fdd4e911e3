"""Properties and labels of nodes and edges for formats that know no lists."""

from __future__ import annotations

from collections.abc import Mapping

from graph.model.property_graph import Node, PropertyValue
from ontology.schema.value_types import SEPARATOR


def flat_properties(properties: Mapping[str, PropertyValue]) -> dict[str, str | int | float]:
    """The properties without `id`, for which each format has its own place.

    Lists become text joined by `|`, which separates list items in the tables of the facts too, so
    that no value can contain it.
    """
    return {name: _flat(value) for name, value in properties.items() if name != "id"}


def _flat(value: PropertyValue) -> str | int | float:
    return SEPARATOR.join(value) if isinstance(value, list) else value


def label(node: Node, language: str = "zh") -> str:
    """The label of a node: its name, or its id if it has no name."""
    return str(node.properties.get(f"name_{language}") or node.id)
