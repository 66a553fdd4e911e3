"""A large network, packed for the browser and unpacked for other pictures."""

from __future__ import annotations

from typing import TypedDict, final

from graph.drawing.scene_types.network import EdgeLook, SceneColumn, SceneLegend, SceneLink
from graph.drawing.scene_types.stage import LineEvidence, StatementEvidence


class LargeNode(TypedDict):
    """A small sign of a large network: its radius, and how many links it has."""

    id: str
    name: str
    title: str
    group: str
    x: float
    y: float
    size: float
    links: int


class TypeLook(EdgeLook):
    """The look of a type of edge."""

    type: str


# An edge: its id, the places of its ends among the nodes, that of its look among the looks, its
# title, and the first and the last year in which it may have come about (None: open).
PackedEdge = tuple[str, int, int, int, str, int | None, int | None]


class LargeScene(TypedDict):
    """A large network, packed: what many edges share is written once."""

    nodes: list[LargeNode]
    looks: list[TypeLook]
    edges: list[PackedEdge]
    legend: SceneLegend


class PlainNode(LargeNode):
    """A sign of a large network with the label that other pictures write."""

    label: str


class PlainEdge(SceneLink):
    """An edge of a large network: the place of its look, and how far it bends aside."""

    look: int
    type: str
    bend: float


@final
class PlainScene(TypedDict):
    """A large network, unpacked."""

    nodes: list[PlainNode]
    edges: list[PlainEdge]
    columns: list[SceneColumn]
    legend: SceneLegend


class LargeEvidence(TypedDict):
    """The lines of a large network in words, with their statements."""

    lines: list[LineEvidence]
    statements: dict[str, StatementEvidence]
