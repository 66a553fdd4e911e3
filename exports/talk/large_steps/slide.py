"""A large network on a slide: lines, signs and names as shapes that stay editable."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from pptx.enum.text import PP_ALIGN
from pptx.util import Inches, Pt

from exports.pictures.large_picture import large_path, node_spots
from exports.talk.pptx.edge import (
    LegendSample,
    freeform,
    legend,
    legend_line,
    look_of,
    pale_line,
    path_line,
)
from exports.talk.pptx.shapes import LINE_HEIGHT, SlideFrame, rgb, width_of, without_shadow, words
from graph.drawing.large_scene import plain_scene
from graph.drawing.layout.edge_path import Point, points, straight
from graph.drawing.layout.label_placement import NamedSign, TakenBoxes, placed_names
from graph.drawing.layout.sign_shapes import sign_corners
from graph.drawing.scene_types.large import LargeScene, PlainEdge, PlainNode
from graph.drawing.scene_types.network import Groups, LabelledNode, NodeLook, SceneLegend

# Pictures are laid out in pixels of a slide shown 1280 wide.
PIXEL = 1 / 96
MIN_SIGN_RADIUS, MARGIN = 3.5, 14.0
# More signs, or more lines, than this are one shape for each look: it opens quickly, and so many
# arrows would cover each other.
MAX_SINGLE_SIGNS, MAX_ARROWS = 400, 150
# A picture of more lines than this has paler ones.
MAX_OPAQUE_LINES, MIN_OPACITY = 800, 0.25
# The radius of a sign in the legend, and the room of an entry beside its name, in inches.
SAMPLE_RADIUS, ENTRY_MARGIN = 0.09, 0.75


def large_shapes(
    shapes: Any, scene: LargeScene, groups: Groups, frame: SlideFrame, signs: SlideFrame
) -> dict[str, Point]:
    """Draws a scene of `large_scene` in a frame, and its legend in the frame of the signs.

    Returns the spot beneath each thing, in inches.
    """
    drawing = plain_scene(scene)
    nodes, edges = drawing["nodes"], drawing["edges"]
    extra_height = _legend(shapes, drawing["legend"], groups, signs) - signs.height
    frame = SlideFrame(
        frame.left, frame.top + extra_height, frame.width, frame.height - extra_height
    )
    box = tuple(side / PIXEL for side in _sides(frame))
    spots, scale, _ = node_spots(nodes, (box[0], box[1], box[2], box[3]), MARGIN)
    radii = {node["id"]: max(MIN_SIGN_RADIUS, node["size"] * scale) for node in nodes}
    _lines(shapes, edges, spots, radii)
    _signs(shapes, nodes, groups, spots, radii)
    order = sorted(nodes, key=lambda node: (-node["links"], node["id"]))
    named_signs = [
        NamedSign(n["label"], *spots[n["id"]], radii[n["id"]], width_of([n["label"]]) / PIXEL)
        for n in order
    ]
    limits = (box[0], box[1], box[2], box[3])
    for sign, left in placed_names(named_signs, LINE_HEIGHT / PIXEL, limits, TakenBoxes()):
        top = sign.y * PIXEL - LINE_HEIGHT / 2
        place = SlideFrame(left * PIXEL, top, sign.width * PIXEL + 0.05, LINE_HEIGHT)
        body = words(shapes, place, sign.name).text_frame
        body.word_wrap = False
        body.paragraphs[0].alignment = PP_ALIGN.LEFT if left > sign.x else PP_ALIGN.RIGHT
    return {id: (x * PIXEL, (y + radii[id]) * PIXEL) for id, (x, y) in spots.items()}


def stretched_spots(nodes: Sequence[LabelledNode], frame: SlideFrame) -> dict[str, Point]:
    """The places of things by their ids, as much further apart across as a frame is wider."""
    xs, ys = [node["x"] for node in nodes], [node["y"] for node in nodes]
    width, height = max(xs) - min(xs) or 1.0, max(ys) - min(ys) or 1.0
    factor = max(1.0, frame.width / frame.height * height / width)
    return {node["id"]: (node["x"] * factor, node["y"]) for node in nodes}


def _sides(frame: SlideFrame) -> tuple[float, float, float, float]:
    return frame.left, frame.top, frame.left + frame.width, frame.top + frame.height


def _lines(
    shapes: Any, edges: Sequence[PlainEdge], spots: Mapping[str, Point], radii: Mapping[str, float]
) -> None:
    if len(edges) <= MAX_ARROWS:
        for edge in edges:
            path = large_path(edge, spots) if edge["bend"] else _straight(edge, spots, radii)
            inches = [(x * PIXEL, y * PIXEL) for x, y in path]
            path_line(shapes, inches, look_of(edge, edge["opacity"]), edge["title"])
        return
    opacity_factor = max(MIN_OPACITY, min(1.0, MAX_OPAQUE_LINES / len(edges)))
    by_look: dict[int, list[PlainEdge]] = defaultdict(list)
    for edge in edges:
        by_look[edge["look"]].append(edge)
    for equal_edges in by_look.values():
        contours = [_contour(edge, spots) for edge in equal_edges]
        shape = _outline(shapes, contours, close=False)
        shape.fill.background()
        pale_line(shape, look_of(equal_edges[0], equal_edges[0]["opacity"] * opacity_factor))


def _straight(
    edge: PlainEdge, spots: Mapping[str, Point], radii: Mapping[str, float]
) -> list[Point]:
    """A straight edge that ends at the rim of its thing, so that its arrow is seen."""
    (x, y), (u, v) = spots[edge["from"]], spots[edge["to"]]
    length = ((u - x) ** 2 + (v - y) ** 2) ** 0.5 or 1.0
    share = max(0.0, length - radii[edge["to"]]) / length
    return straight((x, y), (x + (u - x) * share, y + (v - y) * share))


def _contour(edge: PlainEdge, spots: Mapping[str, Point]) -> list[Point]:
    if not edge["bend"]:
        return [spots[edge["from"]], spots[edge["to"]]]
    return [(x, y) for x, y in points(large_path(edge, spots))[::4].tolist()]


def _signs(
    shapes: Any,
    nodes: Sequence[PlainNode],
    groups: Groups,
    spots: Mapping[str, Point],
    radii: Mapping[str, float],
) -> None:
    """A shape for each thing with its title, or one for each kind if there are very many."""
    nodes_by_shape: dict[str, list[PlainNode]] = defaultdict(list)
    for node in nodes:
        is_many = len(nodes) > MAX_SINGLE_SIGNS
        nodes_by_shape[node["group"] if is_many else node["id"]].append(node)
    for shape_nodes in nodes_by_shape.values():
        look = groups[shape_nodes[0]["group"]]
        contours = [
            sign_corners(look["shape"], spots[n["id"]], radii[n["id"]]) for n in shape_nodes
        ]
        shape = _outline(shapes, contours, close=True)
        shape.name = shape_nodes[0]["title"] if len(shape_nodes) == 1 else shape_nodes[0]["group"]
        _fill(shape, look)
        shape.line.width = Pt(1)


def _fill(shape: Any, look: NodeLook) -> None:
    """Gives a sign the colours of its kind."""
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(look["color"]["background"])
    shape.line.color.rgb = rgb(look["color"]["border"])


def _outline(shapes: Any, contours: Sequence[Sequence[Point]], *, close: bool) -> Any:
    """A freeform of several contours, whose points are in pixels."""
    emu = [[(int(Inches(x * PIXEL)), int(Inches(y * PIXEL))) for x, y in c] for c in contours]
    shape = freeform(shapes, emu, is_closed=close)
    without_shadow(shape)
    return shape


def _legend(shapes: Any, scene_legend: SceneLegend, groups: Groups, frame: SlideFrame) -> float:
    """The types of links and the kinds of things, in rows; returns how high the rows are."""
    left, top, right = frame.left, frame.top, frame.left + frame.width
    samples = [legend_line(line) for line in scene_legend["lines"]]
    entries: list[tuple[str, LegendSample | NodeLook]] = [(x.name, x) for x in samples]
    entries += [(kind["name"], groups[kind["key"]]) for kind in scene_legend["kinds"]]
    for name, sample in entries:
        width = width_of([name]) + ENTRY_MARGIN
        if left > frame.left and left + width > right:
            left, top = frame.left, top + frame.height
        place = SlideFrame(left, top, width, frame.height)
        if isinstance(sample, LegendSample):
            legend(shapes, [sample], place)
        else:
            _kind(shapes, name, sample, place)
        left += width
    return top + frame.height - frame.top


def _kind(shapes: Any, name: str, look: NodeLook, place: SlideFrame) -> None:
    """The sign and the name of a kind."""
    spot = ((place.left + SAMPLE_RADIUS) / PIXEL, (place.top + place.height / 2) / PIXEL)
    shape = _outline(shapes, [sign_corners(look["shape"], spot, SAMPLE_RADIUS / PIXEL)], close=True)
    _fill(shape, look)
    words(shapes, SlideFrame(place.left + 0.3, place.top, place.width - 0.3, place.height), name)
