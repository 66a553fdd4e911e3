"""The outlines of the signs of a large network; web/large/signs.js has the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import cos, pi, sin, sqrt

from graph.drawing.layout.edge_path import Point

UPWARD_ANGLE = -pi / 2
CIRCLE = 16  # corners of a circle


def _corners(count: int, radius: float, turn: float, inner: float | None = None) -> list[Point]:
    """The corners of a regular figure; a second radius makes it a star."""
    radii = (radius, radius if inner is None else inner)
    return [
        (
            radii[at % 2] * cos(turn + 2 * pi * at / count),
            radii[at % 2] * sin(turn + 2 * pi * at / count),
        )
        for at in range(count)
    ]


FIGURES: Mapping[str, Callable[[float], list[Point]]] = {
    "square": lambda radius: _corners(4, radius * sqrt(2), pi / 4),
    "diamond": lambda radius: _corners(4, radius, 0),
    "hexagon": lambda radius: _corners(6, radius, 0),
    "triangle": lambda radius: _corners(3, radius * 1.15, UPWARD_ANGLE),
    "star": lambda radius: _corners(10, radius * 1.3, UPWARD_ANGLE, radius * 0.55),
}


def sign_corners(shape: str, middle: Point, radius: float) -> list[Point]:
    """The corners of a sign about a point; a `dot` has as many as make it look round."""
    corners = FIGURES[shape](radius) if shape in FIGURES else _corners(CIRCLE, radius, 0)
    return [(middle[0] + x, middle[1] + y) for x, y in corners]
