"""A step's map as freeforms, arrows and dots of a slide: they stay editable."""

from __future__ import annotations

from collections.abc import Mapping
from math import dist
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt

from exports.talk.pptx.areas import ColouredAreas, area_legend
from exports.talk.pptx.base_map import BORDER, WHITE, AreaLook, MapView, draw_base_map
from exports.talk.pptx.dots import LabelSpace, draw_dots
from exports.talk.pptx.edge import edge_line, look_of
from exports.talk.pptx.label_positions import LINE_ROOM, box_around
from exports.talk.pptx.shapes import SlideFrame, States, rgb, without_shadow
from graph.drawing.layout.edge_path import Path, Point, map_path, points, shorten
from graph.drawing.maps.adoption_areas import FINER_LEVEL
from graph.drawing.scene_types.map import MapGround, MapScene
from graph.drawing.scene_types.stage import StageScene

# The smallest width of the part in the corner, and its greatest distance from the map, in inches.
MIN_INSET_WIDTH, MAX_INSET_DISTANCE = 0.7, 1.6
# The distance from the end of an arc to the middle of its dot, in inches.
ARROW_GAP = 0.1


def map_shapes(
    shapes: Any,
    data: StageScene,
    scene: MapScene,
    states: States,
    frame: SlideFrame,
    level: str = FINER_LEVEL,
) -> dict[str, Point]:
    """Draws the map of a stage: outlines, an arc for each edge with a state, a dot for each spot.

    The areas of a map of adoptions are coloured by year; `level` is the key of their size. The part
    that the map shows in its corner has its own frame there. Returns the spot of each thing that is
    drawn, in inches.
    """
    adoption = scene["adoption"]
    areas = ColouredAreas(data, scene, adoption, states, level) if adoption else None
    if areas:
        frame = area_legend(shapes, areas, frame)
    scale = min(frame.width / scene["width"], frame.height / scene["height"])
    left = frame.left + (0 if areas else (frame.width - scene["width"] * scale) / 2)
    spots = {
        dot["id"]: (left + dot["at"][0] * scale, frame.top + dot["at"][1] * scale)
        for dot in scene["spots"]
    }
    _part(shapes, scene, 0, _view(scene, (left, frame.top), scale), areas)
    inset_frames = _insets(shapes, scene, (left, frame.top), scale, frame, areas)
    arc_boxes = _arcs(shapes, data, scene, states, (left, frame.top, scale))
    reach = _reach(scene, states, spots)
    dots = [dot for dot in scene["spots"] if dot["id"] in reach or dot["origin"]]
    dots.sort(key=lambda dot: (not dot["origin"], -reach.get(dot["id"], 0.0)))
    draw_dots(shapes, dots, spots, arc_boxes, areas, LabelSpace(frame, inset_frames))
    return {code: spots[dot["id"]] for dot in dots for code in dot["codes"]}


def _arcs(
    shapes: Any,
    data: StageScene,
    scene: MapScene,
    states: States,
    view: tuple[float, float, float],
) -> list[SlideFrame]:
    """Draws the arcs that have a state; returns the boxes that they cover."""
    left, top, scale = view
    titles = {line["id"]: line["title"] for line in data["lines"]}
    boxes = []
    for arc in scene["arcs"]:
        if (state := states.get(arc["id"])) is None:
            continue
        path = map_path(arc["path"], lambda x: left + x * scale, lambda y: top + y * scale)
        path = shorten(path, ARROW_GAP)
        look = look_of(arc, data["state_opacity"][state])
        edge_line(shapes, path, look, state, titles[arc["id"]])
        boxes += _along(path)
    return boxes


def _reach(scene: MapScene, states: States, spots: Mapping[str, Point]) -> Mapping[str, float]:
    """How far the arcs of each spot reach in all; spots of which nothing is drawn are not in it."""
    reach = {mark["at"]: 0.0 for mark in scene["marks"] if mark["id"] in states}
    for arc in scene["arcs"]:
        if arc["id"] in states:
            length = dist(spots[arc["from"]], spots[arc["to"]])
            for end in (arc["from"], arc["to"]):
                reach[end] = reach.get(end, 0.0) + length
    return reach


def _view(scene: MapGround, corner: Point, scale: float) -> MapView:
    return MapView(corner, scale, (scene["width"], scene["height"]))


def _part(
    shapes: Any, scene: MapGround, part: int, view: MapView, areas: ColouredAreas | None
) -> None:
    """The base map of a part, and the areas on it that are coloured."""
    if areas is None:
        draw_base_map(shapes, scene, view, AreaLook())
    else:
        areas.paint(shapes, scene, part, view)
        draw_base_map(shapes, scene | {"areas": []}, view, AreaLook())


def _insets(
    shapes: Any,
    scene: MapScene,
    corner: Point,
    scale: float,
    frame: SlideFrame,
    areas: ColouredAreas | None,
) -> list[SlideFrame]:
    """The parts in the map's lower right or left corner, side by side; returns their frames."""
    right, bottom = corner[0] + scene["width"] * scale, corner[1] + scene["height"] * scale
    # to the right of the map and its names
    end = min(frame.left + frame.width, right + MAX_INSET_DISTANCE)
    insets = scene["insets"]
    if scene["insets_left"]:
        end = corner[0] + sum(max(MIN_INSET_WIDTH, inset["width"] * scale) for inset in insets)
    frames = []
    for part, inset in reversed(list(enumerate(insets, 1))):
        frames.append(_inset(shapes, inset, part, (end, bottom), scale, areas))
        end -= max(MIN_INSET_WIDTH, inset["width"] * scale)
    return frames


def _inset(
    shapes: Any,
    scene: MapGround,
    part: int,
    corner: Point,
    scale: float,
    areas: ColouredAreas | None,
) -> SlideFrame:
    """A part of the map in its corner; returns its frame."""
    width = max(MIN_INSET_WIDTH, scene["width"] * scale)
    height = width * scene["height"] / scene["width"]
    box = (corner[0] - width, corner[1] - height, width, height)
    frame = shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Inches, box))
    without_shadow(frame)
    frame.fill.solid()
    frame.fill.fore_color.rgb = rgb(WHITE)
    frame.line.color.rgb, frame.line.width = rgb(BORDER), Pt(0.75)
    _part(shapes, scene, part, _view(scene, (box[0], box[1]), width / scene["width"]), areas)
    return SlideFrame(*box)


def _along(path: Path) -> list[SlideFrame]:
    """The boxes that an arc covers, piece by piece, without its ends."""
    return [box_around((x, y), LINE_ROOM) for x, y in points(path).tolist()[1:-1]]
