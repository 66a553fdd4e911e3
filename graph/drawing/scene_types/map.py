"""A map: its ground, dots, arcs, and areas coloured by the year of an adoption."""

from __future__ import annotations

from typing import TypedDict, final

from graph.drawing.layout.edge_path import Path
from graph.drawing.scene_types.network import EdgeLook, LinkEnds


class AreaOutline(TypedDict):
    """An area of the ground as an SVG path."""

    code: str
    d: str


class MapGround(TypedDict):
    """The outlines and borders of a map, or of a part of the earth in its corner."""

    width: float
    height: float
    areas: list[AreaOutline]
    borders: list[str]


class MapSpot(TypedDict):
    """A dot: `short` replaces a name that has no room; empty if there is none."""

    id: str
    at: list[float]
    codes: list[str]
    name: str
    short: str
    origin: bool


class MapArc(EdgeLook, LinkEnds):
    """A line between two spots, by their ids."""

    id: str
    path: Path


class MapMark(TypedDict):
    """A line about the thing at a spot."""

    id: str
    at: str


class OffMapLine(TypedDict):
    """A line that the map does not show: both ends at the `same` spot, or one `nowhere`."""

    id: str
    reason: str


class AdoptionArea(TypedDict):
    """An area: its lines by their years, and its path in each part of the map ("": not there)."""

    code: str
    name: str
    lines: list[str]
    paths: list[str]


class AdoptionLevel(TypedDict):
    """The areas of one size, by the key of the size."""

    key: str
    name: str
    areas: list[AdoptionArea]


YearClass = TypedDict("YearClass", {"from": int, "to": int, "color": str})


class AdoptionMap(TypedDict):
    """Areas by the year of the first adoption in them; the smallest areas are the first level."""

    title: str
    levels: list[AdoptionLevel]
    classes: list[YearClass]
    denied: list[str]


@final
class MapScene(MapGround):
    """A map: its ground, dots, arcs and coloured areas."""

    insets: list[MapGround]
    insets_left: bool
    spots: list[MapSpot]
    arcs: list[MapArc]
    marks: list[MapMark]
    adoption: AdoptionMap | None
    off_map: list[OffMapLine]
    credit: str
