"""A network for print: names at their font size whatever the width, on edges that avoid them.

Where a page is narrower than the screen, things move together across, and down as far as they
need so that none covers another.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from exports.pictures.network_legend import MARK, draw_legend, type_letters
from exports.pictures.print_style import LETTER, PrintStyle
from exports.pictures.svg_canvas import SvgCanvas, width_of
from graph.drawing.edge_looks import STATE_OPACITY
from graph.drawing.layout.edge_path import Box, Path, Point, middle, shorten, until_box, wave
from graph.drawing.layout.edge_routes import route
from graph.drawing.scene_types.network import (
    Groups,
    NetworkScene,
    NodeLook,
    SceneColumn,
    SceneEdge,
    SceneNode,
)

ROW, PAD, GAP = LETTER * 1.2, 7.0, 8.0
HEADING_HEIGHT = 24.0
# An edge leaves and arrives horizontally, as on the screen.
ROUNDNESS = 0.5


def network_picture(
    scene: NetworkScene,
    groups: Groups,
    style: PrintStyle,
    texts: Mapping[str, str],
    states: Mapping[str, str] | None = None,
    addresses: Mapping[str, str] | None = None,
) -> str:
    """The SVG of a scene as `network_scene` gives it.

    `texts` are `title`, `source`, and the names of the states `possible` and `undated`. With
    `states` only edges that have one are drawn, with their things. A node that has one of the
    `addresses` is a link to it.
    """
    edge_states = {edge["id"]: "certain" for edge in scene["edges"]} if states is None else states
    edges = [edge for edge in scene["edges"] if edge["id"] in edge_states]
    ends = {end for edge in edges for end in (edge["from"], edge["to"])}
    nodes = [node for node in scene["nodes"] if states is None or node["id"] in ends]
    canvas = SvgCanvas(style)
    canvas.paragraph(texts["title"], font_weight=700)
    letters = type_letters(scene["legend"], edges) if style.grey else {}
    draw_legend(canvas, scene["legend"], groups, nodes, edges, letters)
    top = canvas.height + 2 * HEADING_HEIGHT
    boxes = place_boxes(nodes, groups, style.width, top)
    _columns(canvas, scene["columns"], nodes, boxes, top)
    is_round = {node["id"]: groups[node["group"]]["shape"] == "ellipse" for node in nodes}
    ways = {edge["id"]: _way(edge, boxes, is_round) for edge in edges}
    for edge in edges:
        _edge(canvas, edge, ways[edge["id"]], edge_states[edge["id"]])
    for node in nodes:
        with canvas.link((addresses or {}).get(node["id"])):
            _node(canvas, node, groups[node["group"]], boxes[node["id"]])
    for edge in edges:
        sign = letters.get(edge["color"], "") + "?" * (edge_states[edge["id"]] == "possible")
        _sign(canvas, ways[edge["id"]], sign)
    canvas.height = max((box[3] for box in boxes.values()), default=top) + GAP
    for note in (*_states_in_words(edge_states, texts), *scene["legend"]["notes"], texts["source"]):
        canvas.paragraph(note)
    return canvas.svg(texts["title"], texts["source"])


def place_boxes(
    nodes: Sequence[SceneNode], groups: Groups, room: float, top: float
) -> dict[str, Box]:
    """The box of each thing: across as much room as there is, down until it covers no other."""
    sizes = {node["id"]: _size(node, groups[node["group"]]) for node in nodes}
    if not nodes:
        return {}
    leftmost, rightmost = min(node["x"] for node in nodes), max(node["x"] for node in nodes)
    margin = max(sizes[node["id"]][0] / 2 for node in nodes)
    scale = (
        min(1.0, max(0.0, room - 2 * margin) / (rightmost - leftmost))
        if rightmost > leftmost
        else 0.0
    )
    shift = (room - (rightmost - leftmost) * scale) / 2
    topmost = min(node["y"] for node in nodes)
    boxes: dict[str, Box] = {}
    for node in sorted(nodes, key=lambda item: (item["y"], item["x"], item["id"])):
        width, height = sizes[node["id"]]
        x = shift + (node["x"] - leftmost) * scale
        x = min(max(x, width / 2), room - width / 2)
        y = top + height / 2 + (node["y"] - topmost)
        boxes[node["id"]] = _free_box((x, y), (width, height), boxes)
    return boxes


def _free_box(
    spot: tuple[float, float], size: tuple[float, float], boxes: Mapping[str, Box]
) -> Box:
    """The nearest box at or below a spot that keeps its distance from all others."""
    (x, y), (width, height) = spot, size
    left, right = x - width / 2 - GAP, x + width / 2 + GAP
    for _, top, _, bottom in sorted(
        (box for box in boxes.values() if box[0] < right and box[2] > left), key=lambda b: b[1]
    ):
        if top - GAP < y + height / 2 and bottom + GAP > y - height / 2:
            y = bottom + GAP + height / 2
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _size(node: SceneNode, group: NodeLook) -> Point:
    rows = node["label"].split("\n")
    width, height = max(map(width_of, rows)) + 2 * PAD, ROW * len(rows) + PAD
    return (width * 1.18, height * 1.25) if group["shape"] == "ellipse" else (width, height)


def _columns(
    canvas: SvgCanvas,
    columns: Sequence[SceneColumn],
    nodes: Sequence[SceneNode],
    boxes: Mapping[str, Box],
    top: float,
) -> None:
    """The name of each column above its things, where names do not meet."""
    end = -math.inf
    for column in columns:
        column_nodes = [n["id"] for n in nodes if column["left"] <= n["x"] <= column["right"]]
        if not column_nodes or not column["label"]:
            continue
        x = sum((boxes[id][0] + boxes[id][2]) / 2 for id in column_nodes) / len(column_nodes)
        half_width = width_of(column["label"]) / 2
        x = min(max(x, half_width), canvas.style.width - half_width)
        if x - half_width > end:
            canvas.text(x, top - 12, column["label"], text_anchor="middle", font_weight=600)
            end = x + half_width + GAP


def _way(edge: SceneEdge, boxes: Mapping[str, Box], is_round: Mapping[str, bool]) -> Path:
    """The visible part of an edge, around the things that are in its way."""
    start, end = edge["from"], edge["to"]
    usual = wave(_middle(boxes[start]), _middle(boxes[end]), ROUNDNESS)
    way = route(usual, boxes, (start, end))
    way = until_box(way[::-1], boxes[start], is_round=is_round[start])[::-1]
    return until_box(way, boxes[end], is_round=is_round[end])


def _edge(canvas: SvgCanvas, edge: SceneEdge, way: Path, state: str) -> None:
    opacity = round(edge["opacity"] * STATE_OPACITY[state], 2)
    looks: dict[str, object] = {
        "stroke": edge["color"],
        "stroke_width": max(1.0, edge["width"] * 0.75),
        "opacity": opacity,
    }
    if edge["dashes"]:
        looks["stroke_dasharray"] = " ".join(map(str, edge["dashes"]))
    canvas.path(shorten(way, 5.0) if edge["arrow"] else way, **looks)
    if edge["arrow"]:
        arrowhead = _arrowhead(way, 6 + edge["width"])
        canvas.polygon(arrowhead, fill=edge["color"], opacity=opacity)


def _sign(canvas: SvgCanvas, way: Path, sign: str) -> None:
    """The letter of an edge's type, and the question mark of one that is only possible."""
    if sign:
        x, y = middle(way)
        canvas.halo(x, y + 0.35 * LETTER, sign, **MARK)


def _arrowhead(way: Path, size: float) -> list[Point]:
    (u, v), (x, y) = way[-1], way[-2]
    length = math.hypot(u - x, v - y) or 1.0
    direction_x, direction_y = (u - x) / length, (v - y) / length
    back = u - size * direction_x, v - size * direction_y
    half_width = size * 0.45
    return [
        (u, v),
        (back[0] - half_width * direction_y, back[1] + half_width * direction_x),
        (back[0] + half_width * direction_y, back[1] - half_width * direction_x),
    ]


def _middle(box: Box) -> Point:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _node(canvas: SvgCanvas, node: SceneNode, group: NodeLook, box: Box) -> None:
    left, top, right, bottom = box
    looks = {
        "fill": group["color"]["background"],
        "stroke": group["color"]["border"],
        "stroke_width": 1.2,
    }
    (x, y), width, height = _middle(box), right - left, bottom - top
    if group["shape"] == "ellipse":
        canvas.shape("ellipse", cx=x, cy=y, rx=width / 2, ry=height / 2, **looks)
    else:
        radius = group["shapeProperties"]["borderRadius"]
        canvas.shape(
            "rect", x=left, y=top, width=width, height=height, rx=min(radius, height / 2), **looks
        )
    rows = node["label"].split("\n")
    for place, row in enumerate(rows):
        baseline = y + (place - (len(rows) - 1) / 2) * ROW + 0.36 * LETTER
        canvas.text(x, baseline, row, text_anchor="middle", fill=group["font"]["color"])


def _states_in_words(states: Mapping[str, str], texts: Mapping[str, str]) -> list[str]:
    """What paleness and question marks mean, if any edge has them."""
    present = set(states.values())
    return [
        texts[state] for state in ("possible", "undated") if state in present and state in texts
    ]
