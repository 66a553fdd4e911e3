"""Values of Neo4j's driver as the structures by which Bolt 5 sends them."""

from __future__ import annotations

from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time

from commands.serving.bolt.packstream import Structure

NODE, EDGE, LOOSE_EDGE, PATH = 0x4E, 0x52, 0x72, 0x50
DATE, TIME, LOCAL_TIME, DATE_TIME, LOCAL_DATE_TIME, DURATION = 0x44, 0x54, 0x74, 0x49, 0x64, 0x45
POINT_BY_LENGTH = {2: 0x58, 3: 0x59}
# The ordinal of 1970-01-01.
EPOCH, DAY_SECONDS, NANOSECONDS = 719_163, 86_400, 1_000_000_000


def structure(value: Any) -> Any:
    """A value that PackStream can write."""
    match value:
        case Node():
            return _node(value)
        case Relationship():
            start, end = value.start_node, value.end_node
            ends = [_id(part) for part in (start, end) if part is not None]
            names = [part.element_id for part in (start, end) if part is not None]
            properties = _properties(value)
            fields = (_id(value), *ends, value.type, properties, value.element_id, *names)
            return Structure(EDGE, fields)
        case Path():
            return _path(value)
        case Duration():
            return Structure(DURATION, (value.months, value.days, value.seconds, value.nanoseconds))
        case DateTime():
            return _date_time(value)
        case Date():
            return Structure(DATE, (value.to_ordinal() - EPOCH,))
        case Time():
            offset = value.utcoffset()
            if offset is None:
                return Structure(LOCAL_TIME, (value.ticks,))
            return Structure(TIME, (value.ticks, int(offset.total_seconds())))
        case Point():
            return Structure(POINT_BY_LENGTH[len(value)], (value.srid, *value))
        case list() | tuple():
            return [structure(part) for part in value]
        case dict():
            return {str(key): structure(part) for key, part in value.items()}
        case None | bool() | int() | float() | str() | bytes():
            return value
        case _:
            return str(value)


def _id(value: Any) -> int:
    """The number that older clients know a node or an edge by."""
    return hash(value.element_id) & 0x7FFF_FFFF_FFFF_FFFF


def _node(node: Node) -> Structure:
    return Structure(NODE, (_id(node), sorted(node.labels), _properties(node), node.element_id))


def _path(path: Path) -> Structure:
    """The nodes and edges of a path, each once, and the steps by their places."""
    nodes = list(dict.fromkeys(path.nodes))
    edges = list(dict.fromkeys(path.relationships))
    loose = [
        Structure(LOOSE_EDGE, (_id(edge), edge.type, _properties(edge), edge.element_id))
        for edge in edges
    ]
    steps: list[int] = []
    for start, edge, end in zip(path.nodes, path.relationships, path.nodes[1:], strict=False):
        place = edges.index(edge) + 1
        steps += [place if edge.start_node == start else -place, nodes.index(end)]
    return Structure(PATH, ([_node(node) for node in nodes], loose, steps))


def _date_time(value: DateTime) -> Structure:
    """Seconds since 1970, in UTC if the time has an offset."""
    ticks = value.time().ticks
    days = value.date().to_ordinal() - EPOCH
    seconds, nanoseconds = days * DAY_SECONDS + ticks // NANOSECONDS, ticks % NANOSECONDS
    offset = value.utcoffset()
    if offset is None:
        return Structure(LOCAL_DATE_TIME, (seconds, nanoseconds))
    east = int(offset.total_seconds())
    return Structure(DATE_TIME, (seconds - east, nanoseconds, east))


def _properties(value: Node | Relationship) -> dict[str, Any]:
    return {key: structure(part) for key, part in value.items()}
