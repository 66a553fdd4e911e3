"""A step's map as freeforms, arrows and dots of a slide: they stay editable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import dist
from typing import Any

import numpy as np
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import PP_ALIGN
from pptx.util import Inches, Pt

from exports.talk.pptx_areas import INK, ColouredAreas, area_legend
from exports.talk.pptx_ground import BORDER, WHITE, AreaLook, MapView, ground
from exports.talk.pptx_line import edge_line, look_of
from exports.talk.pptx_shapes import (
    LINE_HIGH,
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

# The smallest width of the part in the corner, and the room of a line and of a dot, in inches.
SMALLEST, BESIDE = 0.7, 1.6
THIN, THINNEST, SPOT = 0.08, 0.01, 0.2
# The distance from the end of an arc to the middle of its dot, in inches.
GAP = 0.1
PLACE, START, JOINED = "#0072B2", "#D55E00", "#5F6F7C"
# Where a name may stand about its dot, the best first: across and down, in units of its own size.
SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
ALIGNMENT = {1: PP_ALIGN.LEFT, 0: PP_ALIGN.CENTER, -1: PP_ALIGN.RIGHT}
# The distances of a name from the middle of its dot, in inches: a thin line joins all but the
# nearest.
GAPS = 0.14, 0.35, 0.65, 0.9
BOLD = 1.2  # times as wide as other letters


@dataclass(frozen=True)
class NamePlace:
    """A place for a name: `across` is 1 at the right of its dot, -1 at its left, and else 0.

    A far name has the `end` of the line that joins it to its dot, which covers the `joints`.
    """

    frame: SlideFrame
    across: int
    joints: Sequence[SlideFrame] = ()
    end: Point | None = None


@dataclass(frozen=True)
class NameRoom:
    """The frame in which names stand, and what is shut in it."""

    frame: SlideFrame
    shut: Sequence[SlideFrame]


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
    shut = _insets(shapes, scene, (left, frame.top), scale, frame, areas)
    arcs = [arc for arc in scene["arcs"] if arc["id"] in states]
    reach = Counter({mark["at"]: 0.0 for mark in scene["marks"] if mark["id"] in states})
    for start, end in ((arc["from"], arc["to"]) for arc in arcs):
        far = dist(spots[start], spots[end])
        reach.update({start: far, end: far})
    titles = {line["id"]: line["title"] for line in data["lines"]}
    crossed = []
    for arc in arcs:
        path = moved(arc["path"], lambda x: left + x * scale, lambda y: frame.top + y * scale)
        path, state = shortened(path, GAP), states[arc["id"]]
        look = look_of(arc, data["state_opacity"][state])
        edge_line(shapes, path, look, state, titles[arc["id"]])
        crossed += _along(path)
    dots = [dot for dot in scene["spots"] if dot["id"] in reach or dot["origin"]]
    dots.sort(key=lambda dot: (not dot["origin"], -reach[dot["id"]]))
    _dots(shapes, dots, spots, crossed, areas, NameRoom(frame, shut))
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
) -> list[SlideFrame]:
    """The parts in the map's lower right or left corner, side by side; returns their frames."""
    right, bottom = corner[0] + scene["width"] * scale, corner[1] + scene["height"] * scale
    end = min(frame.left + frame.width, right + BESIDE)  # beside the map and its names
    insets = scene.get("insets", [])
    if scene.get("insets_left"):
        end = corner[0] + sum(max(SMALLEST, inset["width"] * scale) for inset in insets)
    drawn = []
    for part, inset in reversed(list(enumerate(insets, 1))):
        drawn.append(_inset(shapes, inset, part, (end, bottom), scale, areas))
        end -= max(SMALLEST, inset["width"] * scale)
    return drawn


def _inset(
    shapes: Any,
    scene: Item,
    part: int,
    corner: Point,
    scale: float,
    areas: ColouredAreas | None,
) -> SlideFrame:
    """A part of the map in its corner; returns its frame."""
    wide = max(SMALLEST, scene["width"] * scale)
    high = wide * scene["height"] / scene["width"]
    box = (corner[0] - wide, corner[1] - high, wide, high)
    frame = shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Inches, box))
    without_shadow(frame)
    frame.fill.solid()
    frame.fill.fore_color.rgb = rgb(WHITE)
    frame.line.color.rgb, frame.line.width = rgb(BORDER), Pt(0.75)
    _part(shapes, scene, part, _view(scene, (box[0], box[1]), wide / scene["width"]), areas)
    return SlideFrame(*box)


def _along(path: Path) -> list[SlideFrame]:
    """The boxes that an arc covers, piece by piece, without its ends."""
    return [_around((x, y), THIN) for x, y in points(path).tolist()[1:-1]]


def _dots(
    shapes: Any,
    dots: Sequence[Item],
    spots: Mapping[str, Point],
    crossed: Sequence[SlideFrame],
    areas: ColouredAreas | None,
    room: NameRoom,
) -> None:
    """A dot for each spot, and its name where no other name and, if there is room, no arrow is.

    The first have the choice; a name without room is left out, which the dot itself still has.
    On coloured areas, where there may be hundreds, dots are small and names have their years.
    """
    obstacles = [*room.shut, *(_around(spots[mark["id"]], SPOT) for mark in dots)]
    for mark in dots:
        year = areas.year_at(mark["id"]) if areas else ""
        at, name = spots[mark["id"]], f"{mark['name']} {year}".strip()
        wide = width_of([name]) * (BOLD if mark["origin"] else 1) + 0.1
        places = [each for each in _places(at, wide) if not (areas and each.end)]
        inside = [each for each in places if room.frame.holds(each.frame)]
        place = _free(inside, [*obstacles, *crossed], obstacles) or _free(
            inside, obstacles, obstacles
        )
        if place is not None:
            obstacles += [place.frame, *place.joints]
            _name(shapes, at, name, place, mark["origin"])
        _dot(shapes, at, name, mark["origin"], areas is not None)


def _name(shapes: Any, at: Point, name: str, place: NamePlace, is_origin: bool) -> None:
    """A name, and the line that joins it to its dot if it is far; letters end towards the dot."""
    frame = place.frame
    if place.end is not None:
        joined = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(Inches, (*at, *place.end)))
        joined.line.color.rgb, joined.line.width = rgb(JOINED), Inches(THINNEST)
    text = words(shapes, frame, name, bold=is_origin).text_frame
    text.word_wrap = False
    text.paragraphs[0].alignment = ALIGNMENT[place.across]


def _dot(shapes: Any, at: Point, name: str, is_origin: bool, is_small: bool) -> None:
    size = 0.08 if is_small else 0.2 if is_origin else 0.14
    box = (at[0] - size / 2, at[1] - size / 2, size, size)
    shape = shapes.add_shape(MSO_SHAPE.OVAL, *map(Inches, box))
    without_shadow(shape)
    shape.name = name
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(INK if is_small else START if is_origin else PLACE)
    shape.line.color.rgb = rgb(WHITE)


def _around(at: Point, size: float) -> SlideFrame:
    return SlideFrame(at[0] - size / 2, at[1] - size / 2, size, size)


def _places(at: Point, wide: float) -> Iterator[NamePlace]:
    """Where a name may stand about its dot, the best first."""
    x, y = at
    for gap in GAPS:
        for across, down in SIDES:
            left = x + gap if across > 0 else x - gap - wide if across < 0 else x - wide / 2
            middle = y + down * (gap + LINE_HIGH / 2)
            frame = SlideFrame(left, middle - LINE_HIGH / 2, wide, LINE_HIGH)
            if gap == GAPS[0]:
                yield NamePlace(frame, across)
                continue
            end = (min(max(x, left), left + wide), middle - down * LINE_HIGH / 2)
            far = dist(at, end)
            shares = [near / far for near in np.arange(SPOT, far, THIN)]
            joints = [(x + share * (end[0] - x), y + share * (end[1] - y)) for share in shares]
            yield NamePlace(frame, across, [_around(joint, THINNEST) for joint in joints], end)


def _free(
    places: Sequence[NamePlace], obstacles: Sequence[SlideFrame], shut: Sequence[SlideFrame]
) -> NamePlace | None:
    """The first place that meets nothing, and whose line runs through nothing shut; or none."""
    for place in places:
        is_free = not any(place.frame.meets(other) for other in obstacles)
        if is_free and not any(joint.meets(box) for joint in place.joints for box in shut):
            return place
    return None
