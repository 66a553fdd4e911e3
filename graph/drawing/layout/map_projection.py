"""Degrees into the pixels of a map: Albers' conic projection, which keeps areas true.

The standard parallels lie a sixth of the height inside the frame (Snyder, Map Projections: A
Working Manual, USGS Professional Paper 1395, 1987, p. 99).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from graph.model.outlines import Frame, GeoLine, LonLat

# A cone needs a distance from the equator; nearer than these degrees, a cylinder is used.
MIN_CONE = 0.05
STEPS = 40


@dataclass(frozen=True)
class Projection:
    """Puts a frame of the earth into a picture `width` pixels wide; `height` follows."""

    cone: float
    constant: float
    middle: float
    scale: float
    left: float
    top: float
    width: float
    height: float

    def point(self, spot: LonLat) -> LonLat:
        """The position of a spot in the picture, from its upper left corner."""
        x, y = _plane(self.cone, self.constant, self.middle, spot)
        return (x - self.left) * self.scale, (self.top - y) * self.scale

    def path(self, spots: GeoLine) -> str:
        """A line through these spots, as the `d` of an SVG path; repeated pixels are left out."""
        points = [f"{x:.1f} {y:.1f}" for x, y in map(self.point, spots)]
        distinct = [text for at, text in enumerate(points) if at == 0 or text != points[at - 1]]
        return "M" + "L".join(distinct)


def projection(frame: Frame, width: float) -> Projection:
    """The projection of a frame."""
    sixth = (frame.north - frame.south) / 6
    south, north = (math.radians(degrees) for degrees in (frame.south + sixth, frame.north - sixth))
    cone = (math.sin(south) + math.sin(north)) / 2
    cone = 0.0 if abs(cone) < MIN_CONE else cone
    constant = math.cos(south) ** 2 + 2 * cone * math.sin(south)
    middle = (frame.west + frame.east) / 2
    edge = [_plane(cone, constant, middle, spot) for spot in _edge(frame)]
    left, right = min(x for x, _ in edge), max(x for x, _ in edge)
    bottom, top = min(y for _, y in edge), max(y for _, y in edge)
    scale = width / (right - left)
    return Projection(cone, constant, middle, scale, left, top, width, (top - bottom) * scale)


def _plane(cone: float, constant: float, middle: float, spot: LonLat) -> LonLat:
    """A spot on the plane, in radii of the earth."""
    turn, height = math.radians(spot[0] - middle), math.sin(math.radians(spot[1]))
    if not cone:
        return turn, height
    radius = math.sqrt(max(0.0, constant - 2 * cone * height)) / cone
    return radius * math.sin(cone * turn), math.sqrt(constant) / cone - radius * math.cos(
        cone * turn
    )


def _edge(frame: Frame) -> list[LonLat]:
    """Spots along the four sides."""
    parts = [at / STEPS for at in range(STEPS + 1)]
    across = [frame.west + (frame.east - frame.west) * part for part in parts]
    upward = [frame.south + (frame.north - frame.south) * part for part in parts]
    return [(x, y) for x in across for y in (frame.south, frame.north)] + [
        (x, y) for y in upward for x in (frame.west, frame.east)
    ]
