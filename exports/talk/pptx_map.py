"""A step's map as freeforms, arrows and dots of a slide: they stay editable."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt

from exports.talk.pptx_line import Outline, edge_line, look_of
from exports.talk.pptx_shapes import (
    Item,
    Point,
    SlideFrame,
    States,
    rgb,
    width_of,
    words,
)
from graph.drawing.layout.edge_path import Path, moved, points, shortened

WHITE, LAND, BORDER, DASH = "#FFFFFF", "#EEF2F5", "#B4C1CB", "#6F8594"
# The smallest width of the part in the corner, in inches.
SMALLEST, BESIDE = 0.7, 1.6
THIN = 0.08
# The distance from the end of an arc to the middle of its dot, in inches.
GAP = 0.1
PLACE, START = "#0072B2", "#D55E00"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def map_shapes(shapes: Any, data: Item, states: States, frame: SlideFrame) -> dict[str, Point]:
    """Draws the outlines, an arc for each edge that has a state, and a dot for each spot.

    The part that the map shows in its corner has its own frame there. Returns the spot of each
    thing that is drawn, in inches.
    """
    scene = data["map"]
    scale = min(frame.width / scene["width"], frame.height / scene["height"])
    left = frame.left + (frame.width - scene["width"] * scale) / 2
    spots = {
        dot["id"]: (left + dot["at"][0] * scale, frame.top + dot["at"][1] * scale)
        for dot in scene["spots"]
    }
    _ground(shapes, scene, (left, frame.top), scale)
    _insets(shapes, scene, (left, frame.top), scale, frame)
    arcs = [arc for arc in scene["arcs"] if arc["id"] in states]
    used_ends = {end for arc in arcs for end in (arc["from"], arc["to"])}
    used_ends |= {mark["at"] for mark in scene["marks"] if mark["id"] in states}
    titles = {line["id"]: line["title"] for line in data["lines"]}
    crossed = []
    for arc in arcs:
        path = moved(arc["path"], lambda x: left + x * scale, lambda y: frame.top + y * scale)
        path, state = shortened(path, GAP), states[arc["id"]]
        look = look_of(arc, data["state_opacity"][state])
        edge_line(shapes, path, look, state, titles[arc["id"]])
        crossed += _along(path)
    dots = [dot for dot in scene["spots"] if dot["id"] in used_ends or dot["origin"]]
    _dots(shapes, dots, spots, crossed)
    return {code: spots[dot["id"]] for dot in dots for code in dot["codes"]}


def _ground(shapes: Any, scene: Item, corner: Point, scale: float) -> None:
    limits = scene["width"], scene["height"]
    for area in scene["areas"]:
        _area(shapes, area["d"], corner, scale, limits)
    for path in scene["borders"]:
        _border(shapes, path, corner, scale, limits)


def _insets(shapes: Any, scene: Item, corner: Point, scale: float, frame: SlideFrame) -> None:
    """The parts in the map's lower right or left corner, side by side."""
    right, bottom = corner[0] + scene["width"] * scale, corner[1] + scene["height"] * scale
    end = min(frame.left + frame.width, right + BESIDE)  # beside the map and its names
    insets = scene.get("insets", [])
    if scene.get("insets_left"):
        end = corner[0] + sum(max(SMALLEST, inset["width"] * scale) for inset in insets)
    for inset in reversed(insets):
        _inset(shapes, inset, (end, bottom), scale)
        end -= max(SMALLEST, inset["width"] * scale)


def _inset(shapes: Any, scene: Item, corner: Point, scale: float) -> None:
    """A part of the map in its lower right corner."""
    wide = max(SMALLEST, scene["width"] * scale)
    high = wide * scene["height"] / scene["width"]
    box = (corner[0] - wide, corner[1] - high, wide, high)
    frame = shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Inches, box))
    frame.shadow.inherit = False
    frame.fill.solid()
    frame.fill.fore_color.rgb = rgb(WHITE)
    frame.line.color.rgb, frame.line.width = rgb(BORDER), Pt(0.75)
    _ground(shapes, scene, (box[0], box[1]), wide / scene["width"])


def _border(shapes: Any, path: str, corner: Point, scale: float, limits: Point) -> None:
    """An open line."""
    first, *rest = _points(path, corner, scale, limits)
    builder = Outline.new(shapes, *first, 1.0, 1.0)
    builder.add_line_segments(rest, close=False)
    line = builder.convert_to_shape()
    line.shadow.inherit = False
    line.fill.background()
    line.line.color.rgb, line.line.width = rgb(DASH), Pt(1.25)


def _area(shapes: Any, path: str, corner: Point, scale: float, limits: Point) -> None:
    rings = [list(_points(ring, corner, scale, limits)) for ring in path.split("Z") if ring]
    rings = [ring for ring in rings if len(ring) > 2]
    if not rings:
        return
    builder = Outline.new(shapes, *rings[0][0], 1.0, 1.0)
    for index, ring in enumerate(rings):
        if index:
            builder.move_to(*ring[0])
        builder.add_line_segments(ring[1:], close=True)
    area = builder.convert_to_shape()
    area.shadow.inherit = False
    area.fill.solid()
    area.fill.fore_color.rgb = rgb(LAND)
    area.line.color.rgb = rgb(BORDER)
    area.line.width = Pt(0.5)


def _points(ring: str, corner: Point, scale: float, limits: Point) -> Iterable[tuple[int, int]]:
    """The points of a path; one beyond the edge of the map is drawn at its edge."""
    numbers = [float(text) for text in NUMBER.findall(ring)]
    for x, y in zip(numbers[::2], numbers[1::2], strict=False):
        inside = (
            max(0.0, min(coordinate, far)) for coordinate, far in zip((x, y), limits, strict=True)
        )
        at = [start + coordinate * scale for start, coordinate in zip(corner, inside, strict=True)]
        yield int(Inches(at[0])), int(Inches(at[1]))


def _along(path: Path) -> list[SlideFrame]:
    """The boxes that an arc covers, piece by piece, without its ends."""
    middles = points(path).tolist()[1:-1]
    return [SlideFrame(x - THIN / 2, y - THIN / 2, THIN, THIN) for x, y in middles]


def _dots(
    shapes: Any, dots: Sequence[Item], spots: Mapping[str, Point], crossed: Sequence[SlideFrame]
) -> None:
    """A dot for each spot, and its name where no other name and no arrow is."""
    occupied = [*crossed, *(_round(spots[mark["id"]]) for mark in dots)]
    for mark in sorted(dots, key=lambda dot: not dot["origin"]):
        x, y = spots[mark["id"]]
        size = 0.2 if mark["origin"] else 0.14
        box = (x - size / 2, y - size / 2, size, size)
        shape = shapes.add_shape(MSO_SHAPE.OVAL, *map(Inches, box))
        shape.shadow.inherit = False
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(START if mark["origin"] else PLACE)
        shape.line.color.rgb = rgb(WHITE)
        label = _free((x, y), width_of([mark["name"]]) + 0.1, occupied)
        occupied.append(label)
        words(shapes, label, mark["name"], bold=mark["origin"]).text_frame.word_wrap = False


def _round(at: Point) -> SlideFrame:
    """The box that a dot covers."""
    return SlideFrame(at[0] - 0.1, at[1] - 0.1, 0.2, 0.2)


def _free(at: Point, wide: float, occupied: Sequence[SlideFrame]) -> SlideFrame:
    """The nearest free room for a name beside a dot; to its right if none is free."""
    (x, y), high = at, 0.3
    lefts = (x + 0.14, x - 0.14 - wide)
    rises = (0.0, 0.32, -0.32, 0.64, -0.64)
    places = [SlideFrame(left, y - high / 2 + rise, wide, high) for rise in rises for left in lefts]
    return next(
        (place for place in places if not any(_meet(place, two) for two in occupied)), places[0]
    )


def _meet(first: SlideFrame, second: SlideFrame) -> bool:
    across = first.left < second.left + second.width and second.left < first.left + first.width
    return (
        across and first.top < second.top + second.height and second.top < first.top + first.height
    )
