"""A network: things, lines, columns and a legend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NotRequired, TypedDict, final

from graph.drawing.layout.edge_path import Path

LinkEnds = TypedDict("LinkEnds", {"from": str, "to": str})


class FillColours(TypedDict):
    """The background and the border of a sign; vis-network also takes those of a chosen one."""

    background: str
    border: str
    highlight: NotRequired[Mapping[str, str]]
    hover: NotRequired[Mapping[str, str]]


class NodeLook(TypedDict):
    """The look of a kind of thing, as a group of vis-network."""

    shape: str
    color: FillColours
    font: dict[str, Any]
    shapeProperties: dict[str, Any]
    borderWidth: float
    borderWidthSelected: float
    margin: dict[str, int]


Groups = Mapping[str, NodeLook]


class EdgeLook(TypedDict):
    """How an edge or arc is drawn; an `arrow` of 0 is none, else the size of the arrowhead."""

    color: str
    opacity: float
    width: float
    dashes: Sequence[int] | Literal[False]
    arrow: float


class LabelledNode(TypedDict):
    """A thing at its place, with the label that is written."""

    id: str
    label: str
    title: str
    group: str
    x: float
    y: float


class SceneNode(LabelledNode):
    """A thing, or with `many` a hub's links of one type, so many of them."""

    many: NotRequired[int]


class SceneLink(EdgeLook, LinkEnds):
    """A line between two things."""

    id: str
    title: str


class SceneEdge(SceneLink):
    """A line with its path between the places of its ends."""

    path: Path


class SceneColumn(TypedDict):
    """A column of a network, such as a year, and its sides."""

    label: str
    left: float
    right: float


class LegendKind(TypedDict):
    """A kind of thing in a legend."""

    key: str
    name: str
    sign: str


class LegendLine(TypedDict):
    """A type of link in a legend."""

    name: str
    color: str
    width: float


class LegendStance(TypedDict):
    """A stance in a legend."""

    name: str
    dashes: Sequence[int]


class SceneLegend(TypedDict):
    """A legend; its `notes` are sentences about the edges, such as which way arrows point."""

    kinds: list[LegendKind]
    lines: list[LegendLine]
    stances: list[LegendStance]
    notes: list[str]


@final
class NetworkScene(TypedDict):
    """A network: things and lines, the columns behind them, and the legend."""

    nodes: list[SceneNode]
    edges: list[SceneEdge]
    columns: list[SceneColumn]
    legend: SceneLegend
