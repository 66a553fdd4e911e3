"""Values of Neo4j's driver as plain data that a table, CSV and JSON can hold."""

from __future__ import annotations

import math
import re
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import DateTime, Duration, Time

from graph.stores.store import Cell

NOT_FINITE = {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}
FRACTION = re.compile(r"\.(\d{9})")


def cell(value: Any) -> Cell:
    """A value of the driver as plain data; nodes and edges as their properties."""
    match value:
        case float() if not math.isfinite(value):
            return NOT_FINITE[str(value)]  # JSON has no such numbers
        case None | bool() | int() | float() | str():
            return value
        case Duration():
            return value.iso_format()
        case DateTime() | Time():
            return FRACTION.sub(_short_fraction, value.iso_format())
        case Point():
            return {**dict(zip("xyz", value, strict=False)), "srid": value.srid}
        case Node():
            labels = cell(sorted(value.labels))
            return {"labels": labels, **_properties(value)}
        case Relationship():
            return {"type": value.type, **_properties(value)}
        case Path():
            steps: list[Cell] = [cell(value.start_node)]
            for edge, node in zip(value.relationships, value.nodes[1:], strict=True):
                steps += [cell(edge), cell(node)]
            return steps
        case list() | tuple():
            return [cell(part) for part in value]
        case dict():
            return {str(key): cell(part) for key, part in value.items()}
        case _:
            return str(value)


def _short_fraction(fraction: re.Match[str]) -> str:
    return f".{fraction[1].rstrip('0')}".rstrip(".")


def _properties(value: Node | Relationship) -> dict[str, Cell]:
    return {key: cell(part) for key, part in sorted(value.items())}
