"""The base map on a slide: outlines and areas as freeforms that stay editable."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import dist
from typing import Any

from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN
from pptx.util import Inches, Pt

from exports.talk.pptx.edge import freeform
from exports.talk.pptx.shapes import rgb, without_shadow
from graph.drawing.layout.edge_path import Point
from graph.drawing.scene_types.map import MapGround

WHITE, LAND, BORDER, DASH = "#FFFFFF", "#EEF2F5", "#B4C1CB", "#6F8594"
# Points nearer to each other than this are one, in inches: about a pixel of a slide.
MIN_POINT_DISTANCE = 0.01
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True)
class AreaLook:
    """How an area is filled and bounded; a pattern is drawn in DASH on the fill.

    `width` is that of its edge in points.
    """

    fill: str = LAND
    pattern: MSO_PATTERN | None = None
    edge: str = BORDER
    width: float = 0.5
    is_dashed: bool = False


@dataclass(frozen=True)
class MapView:
    """The position of a part of a map on a slide: its corner in inches, and inches of a pixel.

    `limits` are its width and height in pixels.
    """

    corner: Point
    scale: float
    limits: Point


def draw_base_map(shapes: Any, scene: MapGround, view: MapView, look: AreaLook) -> None:
    """Draws all outlines and borders of a map, or of the part in its corner."""
    for area in scene["areas"]:
        draw_area(shapes, area["d"], view, look)
    for path in scene["borders"]:
        _border(shapes, path, view)


def draw_area(shapes: Any, path: str, view: MapView, look: AreaLook, title: str = "") -> None:
    """Draws the rings of an SVG path as one freeform."""
    rings = [_points(ring, view) for ring in path.split("Z") if ring]
    rings = [ring for ring in rings if len(ring) > 2]
    if not rings:
        return
    area = freeform(shapes, rings, is_closed=True)
    fill(area, look)
    if title:
        area.name = title
        area._element.nvSpPr.cNvPr.set("descr", title)


def fill(shape: Any, look: AreaLook) -> None:
    """Gives a shape the look of an area."""
    without_shadow(shape)
    if look.pattern is None:
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(look.fill)
    else:
        shape.fill.patterned()
        shape.fill.pattern = look.pattern
        shape.fill.fore_color.rgb, shape.fill.back_color.rgb = rgb(DASH), rgb(look.fill)
    shape.line.color.rgb, shape.line.width = rgb(look.edge), Pt(look.width)
    if look.is_dashed:
        shape.line.dash_style = MSO_LINE_DASH_STYLE.DASH


def _border(shapes: Any, path: str, view: MapView) -> None:
    """An open line."""
    line = freeform(shapes, [_points(path, view)], is_closed=False)
    without_shadow(line)
    line.fill.background()
    line.line.color.rgb, line.line.width = rgb(DASH), Pt(1.25)


def _points(ring: str, view: MapView) -> list[tuple[int, int]]:
    """The points of a path; one beyond the edge of the map is drawn at its edge."""
    numbers = [float(text) for text in NUMBER.findall(ring)]
    (left, top), (right, bottom) = view.corner, view.limits
    spots = [
        (
            left + max(0.0, min(x, right)) * view.scale,
            top + max(0.0, min(y, bottom)) * view.scale,
        )
        for x, y in zip(numbers[::2], numbers[1::2], strict=False)
    ]
    return [(int(Inches(x)), int(Inches(y))) for x, y in _distinct_points(spots)]


def _distinct_points(spots: Sequence[Point]) -> Sequence[Point]:
    """The points without those too close to be seen; all of them if fewer than three are left.

    Each point costs time here, and in the program that opens the slides.
    """
    distinct = list(spots[:1])
    for spot in spots:
        if dist(distinct[-1], spot) >= MIN_POINT_DISTANCE:
            distinct.append(spot)
    return distinct if len(distinct) > 2 else spots
