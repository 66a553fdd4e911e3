"""A step's network on a slide: its scene scaled into a frame, as shapes that stay editable."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches

from exports.talk.pptx.edge import edge_line, look_of
from exports.talk.pptx.shapes import (
    LETTER_PT,
    LINE_HEIGHT,
    SlideFrame,
    States,
    rgb,
    width_of,
    without_shadow,
    words,
    write,
)
from graph.drawing.layout.box_separation import separate_boxes
from graph.drawing.layout.edge_path import Box, Path, Point, map_path, points, until_box, wave
from graph.drawing.layout.edge_routes import route
from graph.drawing.scene_types.network import (
    Groups,
    NetworkScene,
    NodeLook,
    SceneColumn,
    SceneEdge,
    SceneNode,
)

# The most inches that a pixel of a scene may take, across and down.
MAX_PIXEL_WIDTH, MAX_PIXEL_HEIGHT = 0.02, 0.017
# The room above the things for the names of columns, and around a path, in inches.
HEADING_HEIGHT, PATH_MARGIN = 0.4, 0.05
# Between things, in inches; and the share of a frame that things may fill so that edges have room.
THING_GAP, MAX_FILLED_SHARE = 0.1, 0.65
# An edge between things that moved leaves and arrives horizontally.
ROUNDNESS = 0.5
PIXEL = 1 / 96  # a pixel of a slide, in inches: routes count in pixels

Scale = Callable[[float], float]


def network(
    shapes: Any,
    scene: NetworkScene,
    groups: Groups,
    states: States,
    frame: SlideFrame,
    opacity: Mapping[str, float],
) -> dict[str, Point]:
    """Draws the edges that have a state along their paths, and their things.

    Returns the middle of each thing's lower side, in inches.

    Names are large enough to be read across a room, so things take more of the picture than on a
    screen. A path that would run beneath one of them goes around it here, too.
    """
    edges = [edge for edge in scene["edges"] if edge["id"] in states]
    used_ends = {end for edge in edges for end in (edge["from"], edge["to"])}
    nodes = [node for node in scene["nodes"] if node["id"] in used_ends]
    sizes = {node["id"]: _size(node, groups[node["group"]]) for node in nodes}
    x, y = _scales(nodes, edges, sizes, frame)
    homes = {node["id"]: _box((x(node["x"]), y(node["y"])), sizes[node["id"]]) for node in nodes}
    boxes = separate_boxes(homes, _things_room(frame), THING_GAP)
    _columns(shapes, scene["columns"], nodes, x, frame)
    is_round = {node["id"]: groups[node["group"]]["shape"] == "ellipse" for node in nodes}
    pixels = {code: _in_pixels(box) for code, box in boxes.items()}
    for edge in edges:
        ends = edge["from"], edge["to"]
        is_moved = any(boxes[end] != homes[end] for end in ends)
        path = _wave(boxes, ends) if is_moved else map_path(edge["path"], x, y)
        path = _route(path, pixels, ends)
        path = until_box(path, boxes[edge["to"]], is_round=is_round[edge["to"]])
        state = states[edge["id"]]
        edge_line(shapes, path, look_of(edge, opacity[state]), state, edge["title"])
    for node in nodes:
        _node(shapes, node, groups[node["group"]], boxes[node["id"]])
    return {code: ((box[0] + box[2]) / 2, box[3]) for code, box in boxes.items()}


def has_room(scene: NetworkScene, groups: Groups, states: States, frame: SlideFrame) -> bool:
    """Whether the things of the edges that have a state can stand in a frame side by side."""
    ends = {end for x in scene["edges"] if x["id"] in states for end in (x["from"], x["to"])}
    sizes = (_size(x, groups[x["group"]]) for x in scene["nodes"] if x["id"] in ends)
    area = sum((width + THING_GAP) * (height + THING_GAP) for width, height in sizes)
    return area <= MAX_FILLED_SHARE * frame.width * (frame.height - HEADING_HEIGHT)


def _things_room(frame: SlideFrame) -> Box:
    """Where things may stand: beneath the names of the columns."""
    bottom = frame.top + frame.height
    return frame.left, frame.top + HEADING_HEIGHT, frame.left + frame.width, bottom


def _wave(boxes: Mapping[str, Box], ends: tuple[str, str]) -> Path:
    """An edge between things, one of which is not where the scene has it."""
    (left, top, right, bottom), (west, north, east, south) = (boxes[end] for end in ends)
    start, end = ((left + right) / 2, (top + bottom) / 2), ((west + east) / 2, (north + south) / 2)
    return wave(start, end, ROUNDNESS)


def _route(path: Path, pixels: Mapping[str, Box], ends: tuple[str, str]) -> Path:
    """The path, or a way around the boxes that it would cross; paths in inches, boxes in pixels."""
    way = route(map_path(path, lambda x: x / PIXEL, lambda y: y / PIXEL), pixels, ends)
    return map_path(way, lambda x: x * PIXEL, lambda y: y * PIXEL)


def _in_pixels(box: Box) -> Box:
    left, top, right, bottom = (side / PIXEL for side in box)
    return left, top, right, bottom


def _scales(
    nodes: Sequence[SceneNode],
    edges: Sequence[SceneEdge],
    sizes: Mapping[str, tuple[float, float]],
    frame: SlideFrame,
) -> tuple[Scale, Scale]:
    """The functions that place pixels of the scene in the frame, across and down."""
    path_points = [tuple(spot) for edge in edges for spot in points(edge["path"]).tolist()]
    xs = [(node["x"], sizes[node["id"]][0] / 2) for node in nodes]
    ys = [(node["y"], sizes[node["id"]][1] / 2) for node in nodes]
    xs += [(x, PATH_MARGIN) for x, _ in path_points]
    ys += [(y, PATH_MARGIN) for _, y in path_points]
    top, height = frame.top + HEADING_HEIGHT, frame.height - HEADING_HEIGHT
    return (
        _centred_scale(xs, frame.left, frame.width, MAX_PIXEL_WIDTH),
        _centred_scale(ys, top, height, MAX_PIXEL_HEIGHT),
    )


def _centred_scale(
    spots: Sequence[tuple[float, float]], start: float, length: float, max_scale: float
) -> Scale:
    """The function that centres these pixels in a length, each with room on both sides."""
    fitting, too_large = 0.0, max_scale
    for _ in range(40):  # the extent of names grows with the scale
        scale = (fitting + too_large) / 2
        start_of_extent, end_of_extent = _extent(spots, scale)
        fitting, too_large = (
            (scale, too_large) if end_of_extent - start_of_extent <= length else (fitting, scale)
        )
    start_of_extent, end_of_extent = _extent(spots, fitting)
    shift = start + (length - (end_of_extent - start_of_extent)) / 2 - start_of_extent
    return lambda pixel: shift + pixel * fitting


def _extent(spots: Iterable[tuple[float, float]], scale: float) -> tuple[float, float]:
    spots = list(spots) or [(0.0, 0.0)]
    return (
        min(pixel * scale - room for pixel, room in spots),
        max(pixel * scale + room for pixel, room in spots),
    )


def _box(middle: tuple[float, float], size: tuple[float, float]) -> Box:
    (x, y), (width, height) = middle, size
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _columns(
    shapes: Any,
    columns: Sequence[SceneColumn],
    nodes: Sequence[SceneNode],
    x: Scale,
    frame: SlideFrame,
) -> None:
    """The heading of each column that holds something, above its things."""
    for column in columns:
        middles = [x(n["x"]) for n in nodes if column["left"] <= n["x"] <= column["right"]]
        if middles:
            middle, width = sum(middles) / len(middles), width_of([column["label"]]) + 0.2
            heading = SlideFrame(middle - width / 2, frame.top, width, 0.3)
            words(shapes, heading, column["label"], is_bold=True)


def _node(shapes: Any, node: SceneNode, group: NodeLook, box: Box) -> None:
    kind = MSO_SHAPE.OVAL if group["shape"] == "ellipse" else MSO_SHAPE.RECTANGLE
    left, top, right, bottom = box
    shape = shapes.add_shape(kind, *map(Inches, (left, top, right - left, bottom - top)))
    shape.name = node["title"]
    without_shadow(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(group["color"]["background"])
    shape.line.color.rgb = rgb(group["color"]["border"])
    write(shape.text_frame, node["label"], group["font"]["color"].lstrip("#"), LETTER_PT)
    shape.text_frame.word_wrap = False


def _size(node: SceneNode, group: NodeLook) -> tuple[float, float]:
    """The width and height of a thing, so that its name has room."""
    rows = node["label"].split("\n")
    width, height = width_of(rows) + 0.3, LINE_HEIGHT * len(rows) + 0.12
    return (width * 1.25, height * 1.35) if group["shape"] == "ellipse" else (width, height)
