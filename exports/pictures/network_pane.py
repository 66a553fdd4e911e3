"""A small network within a picture: each thing at the same place in each, names where room is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from exports.pictures.svg_canvas import ROW, SvgCanvas, width_of
from graph.drawing.layout.edge_path import Box, Path, Point, map_path
from graph.drawing.scene_types.network import Groups, LabelledNode, SceneLink
from graph.drawing.theme import sign

# A name beside the outermost dot has room within the margin.
DOT, PALE_DOT, MARGIN = 4.5, 2.5, 12.0
# More dots than these are smaller.
MAX_LARGE_DOTS = 100
# The most things whose names are tried, those with most links first.
MAX_NAMES = 80
# Rows of a name that a space divides: neither after a hyphen or slash nor beside wide letters.
ROW_WITH_SPACE = re.compile(r"(?<=[!-,.0-\u024f])\n(?=[!-\u024f])")


def draw_network_pane(
    canvas: SvgCanvas,
    nodes: Sequence[LabelledNode],
    links: Sequence[SceneLink],
    groups: Groups,
    box: Box,
    states: Mapping[str, str],
) -> None:
    """Draws a network into a box: what has no drawn edge is a pale dot."""
    spots, theme = _spots(nodes, box), canvas.style.theme
    edges = [edge for edge in links if edge["id"] in states]
    active = {end for edge in edges for end in (edge["from"], edge["to"])}
    for edge in edges:
        dash = {"stroke_dasharray": "4 3"} if states[edge["id"]] != "certain" else {}
        way = _way(spots[edge["from"]], spots[edge["to"]])
        looks = {"stroke_width": 1.1, "opacity": 0.8, "data_pick": edge["id"]}
        canvas.path(way, stroke=edge["color"], **looks, **dash)
    taken_boxes: list[Box] = []
    dot_scale = 1.0 if len(spots) <= MAX_LARGE_DOTS else 0.7
    for node in nodes:
        x, y = spots[node["id"]]
        is_active = node["id"] in active
        colour = groups[node["group"]]["color"]["border"] if is_active else theme.pale
        radius = (DOT if is_active else PALE_DOT) * dot_scale
        looks = {"fill": colour, "stroke": theme.ground, "stroke_width": 0.8}
        canvas.shape("circle", cx=x, cy=y, r=radius, **looks, data_pick=node["id"])
        if is_active:  # a name may cover a pale dot
            taken_boxes.append((x - radius, y - radius, x + radius, y + radius))
    degrees = Counter(end for edge in edges for end in (edge["from"], edge["to"]))
    named_nodes = sorted(
        (node for node in nodes if node["id"] in active),
        key=lambda node: (-degrees[node["id"]], node["id"]),
    )
    for node in named_nodes[:MAX_NAMES]:
        place_name(canvas, _one_row(node), spots[node["id"]], box, taken_boxes)


def _one_row(node: LabelledNode) -> str:
    """The name of a thing in one row; its dot shows the kind, so the kind's sign is left out."""
    name = node["label"].removeprefix(f"{sign(node['group'])} ")
    return ROW_WITH_SPACE.sub(" ", name).replace("\n", "")


def _spots(nodes: Sequence[LabelledNode], box: Box) -> dict[str, Point]:
    """Things in a box, in the order in which they stand in the full picture."""
    left, top, right, bottom = (
        box[0] + MARGIN,
        box[1] + MARGIN,
        box[2] - MARGIN,
        box[3] - MARGIN,
    )
    xs, ys = [node["x"] for node in nodes], [node["y"] for node in nodes]
    scale_x = (right - left) / (max(xs) - min(xs) or 1)
    scale_y = (bottom - top) / (max(ys) - min(ys) or 1)
    return {
        node["id"]: (left + (node["x"] - min(xs)) * scale_x, top + (node["y"] - min(ys)) * scale_y)
        for node in nodes
    }


def _way(start: Point, end: Point) -> Path:
    (x, y), (u, v) = start, end
    return map_path([(x, y), ((x + u) / 2, y), ((x + u) / 2, v), (u, v)], float, float)


def place_name(
    canvas: SvgCanvas,
    text: str,
    spot: Point,
    box: Box,
    taken_boxes: list[Box],
    *,
    on_spot: bool = False,
) -> bool:
    """Writes a name beside or over its dot if it covers nothing; returns whether it did."""
    width, (x, y) = width_of(text), spot
    centred_left = min(max(x - width / 2, box[0]), box[2] - width)
    centred_corner = [(x - width / 2, y - ROW / 2)] * on_spot
    for left, top in (
        *centred_corner,
        (x + DOT + 2, y - ROW / 2),
        (x - DOT - 2 - width, y - ROW / 2),
        (centred_left, y - ROW - DOT),
        (centred_left, y + DOT),
    ):
        name_box = (left, top, left + width, top + ROW)
        is_inside = (
            left >= box[0] and name_box[2] <= box[2] and top >= box[1] and name_box[3] <= box[3]
        )
        if is_inside and not any(_boxes_overlap(name_box, taken_box) for taken_box in taken_boxes):
            taken_boxes.append(name_box)
            canvas.halo(left, top + ROW * 0.72, text)
            return True
    return False


def _boxes_overlap(box: Box, other_box: Box) -> bool:
    return (
        box[0] < other_box[2]
        and other_box[0] < box[2]
        and box[1] < other_box[3]
        and other_box[1] < box[3]
    )
