"""A step's map as freeforms, arrows and dots of a slide: they stay editable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt

from exports.talk.pptx_areas import INK, ColouredAreas, area_legend
from exports.talk.pptx_ground import BORDER, WHITE, AreaLook, MapView, ground
from exports.talk.pptx_line import edge_line, look_of
from exports.talk.pptx_shapes import (
    Item,
    Point,
    SlideFrame,
    States,
    rgb,
    width_of,
    without_shadow,
    words,
)
from graph.drawing.layout.edge_path import Path, moved, points, shortened
from graph.drawing.maps.adoption_areas import FINER

# The smallest width of the part in the corner, in inches.
SMALLEST, BESIDE = 0.7, 1.6
THIN = 0.08
# The distance from the end of an arc to the middle of its dot, in inches.
GAP = 0.1
PLACE, START = "#0072B2", "#D55E00"


def map_shapes(
    shapes: Any, data: Item, states: States, frame: SlideFrame, level: str = FINER
) -> dict[str, Point]:
    """Draws the outlines, an arc for each edge that has a state, and a dot for each spot.

    The areas of a map of adoptions are coloured by year; `level` is the key of their size. The part
    that the map shows in its corner has its own frame there. Returns the spot of each thing that is
    drawn, in inches.
    """
    scene = data["map"]
    areas = ColouredAreas(data, states, level) if scene.get("adoption") else None
    if areas:
        frame = area_legend(shapes, areas, frame)
    scale = min(frame.width / scene["width"], frame.height / scene["height"])
    left = frame.left + (0 if areas else (frame.width - scene["width"] * scale) / 2)
    spots = {
        dot["id"]: (left + dot["at"][0] * scale, frame.top + dot["at"][1] * scale)
        for dot in scene["spots"]
    }
    _part(shapes, scene, 0, _view(scene, (left, frame.top), scale), areas)
    _insets(shapes, scene, (left, frame.top), scale, frame, areas)
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
    _dots(shapes, dots, spots, crossed, areas, frame)
    return {code: spots[dot["id"]] for dot in dots for code in dot["codes"]}


def _view(scene: Item, corner: Point, scale: float) -> MapView:
    return MapView(corner, scale, (scene["width"], scene["height"]))


def _part(shapes: Any, scene: Item, part: int, view: MapView, areas: ColouredAreas | None) -> None:
    """The ground of a part of the map, and the areas on it that are coloured."""
    if areas is None:
        ground(shapes, scene, view, AreaLook())
    else:
        areas.paint(shapes, scene, part, view)
        ground(shapes, scene | {"areas": []}, view, AreaLook())


def _insets(
    shapes: Any,
    scene: Item,
    corner: Point,
    scale: float,
    frame: SlideFrame,
    areas: ColouredAreas | None,
) -> None:
    """The parts in the map's lower right or left corner, side by side."""
    right, bottom = corner[0] + scene["width"] * scale, corner[1] + scene["height"] * scale
    end = min(frame.left + frame.width, right + BESIDE)  # beside the map and its names
    insets = scene.get("insets", [])
    if scene.get("insets_left"):
        end = corner[0] + sum(max(SMALLEST, inset["width"] * scale) for inset in insets)
    for part, inset in reversed(list(enumerate(insets, 1))):
        _inset(shapes, inset, part, (end, bottom), scale, areas)
        end -= max(SMALLEST, inset["width"] * scale)


def _inset(
    shapes: Any,
    scene: Item,
    part: int,
    corner: Point,
    scale: float,
    areas: ColouredAreas | None,
) -> None:
    """A part of the map in its lower right corner."""
    wide = max(SMALLEST, scene["width"] * scale)
    high = wide * scene["height"] / scene["width"]
    box = (corner[0] - wide, corner[1] - high, wide, high)
    frame = shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Inches, box))
    without_shadow(frame)
    frame.fill.solid()
    frame.fill.fore_color.rgb = rgb(WHITE)
    frame.line.color.rgb, frame.line.width = rgb(BORDER), Pt(0.75)
    _part(shapes, scene, part, _view(scene, (box[0], box[1]), wide / scene["width"]), areas)


def _along(path: Path) -> list[SlideFrame]:
    """The boxes that an arc covers, piece by piece, without its ends."""
    middles = points(path).tolist()[1:-1]
    return [SlideFrame(x - THIN / 2, y - THIN / 2, THIN, THIN) for x, y in middles]


def _dots(
    shapes: Any,
    dots: Sequence[Item],
    spots: Mapping[str, Point],
    crossed: Sequence[SlideFrame],
    areas: ColouredAreas | None,
    room: SlideFrame,
) -> None:
    """A dot for each spot, and its name where no other name and no arrow is.

    On coloured areas dots are small and names have their years; there may be hundreds of them, so
    one without room is left out.
    """
    occupied = [*crossed, *(_round(spots[mark["id"]]) for mark in dots)]
    for mark in sorted(dots, key=lambda dot: not dot["origin"]):
        _dot(shapes, spots[mark["id"]], mark["origin"], areas is not None)
        year = areas.year_at(mark["id"]) if areas else ""
        name = f"{mark['name']} {year}".strip()
        label, is_free = _free(spots[mark["id"]], width_of([name]) + 0.1, occupied, room)
        if is_free or areas is None:
            occupied.append(label)
            words(shapes, label, name, bold=mark["origin"]).text_frame.word_wrap = False


def _dot(shapes: Any, at: Point, is_origin: bool, is_small: bool) -> None:
    size = 0.08 if is_small else 0.2 if is_origin else 0.14
    box = (at[0] - size / 2, at[1] - size / 2, size, size)
    shape = shapes.add_shape(MSO_SHAPE.OVAL, *map(Inches, box))
    without_shadow(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(INK if is_small else START if is_origin else PLACE)
    shape.line.color.rgb = rgb(WHITE)


def _round(at: Point) -> SlideFrame:
    """The box that a dot covers."""
    return SlideFrame(at[0] - 0.1, at[1] - 0.1, 0.2, 0.2)


def _free(
    at: Point, wide: float, occupied: Sequence[SlideFrame], room: SlideFrame
) -> tuple[SlideFrame, bool]:
    """The nearest free room for a name beside a dot, and whether it is free; else at its right.

    A name that would leave the picture at its right stands at the left of its dot.
    """
    (x, y), high = at, 0.3
    lefts = [x + 0.14, x - 0.14 - wide]
    if lefts[0] + wide > room.left + room.width:
        lefts.reverse()
    rises = (0.0, 0.32, -0.32, 0.64, -0.64)
    places = [SlideFrame(left, y - high / 2 + rise, wide, high) for rise in rises for left in lefts]
    inside = [place for place in places if _is_within(place, room)]
    free = (place for place in inside if not any(_meet(place, two) for two in occupied))
    label = next(free, None)
    return label or places[0], label is not None


def _is_within(place: SlideFrame, room: SlideFrame) -> bool:
    across = room.left <= place.left <= room.left + room.width - place.width
    return across and room.top <= place.top <= room.top + room.height - place.height


def _meet(first: SlideFrame, second: SlideFrame) -> bool:
    across = first.left < second.left + second.width and second.left < first.left + first.width
    return (
        across and first.top < second.top + second.height and second.top < first.top + first.height
    )
