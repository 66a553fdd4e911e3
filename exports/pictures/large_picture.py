"""A large network for print: signs and lines as on the screen, and names where they have room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from exports.pictures.network_legend import draw_legend, type_letters
from exports.pictures.print_style import LETTER, MAX_HEIGHT_MM, PrintStyle
from exports.pictures.svg_canvas import SvgCanvas, number, width_of
from graph.drawing.large_scene import plain_scene
from graph.drawing.layout.edge_path import Box, Path, Point, middle
from graph.drawing.layout.label_placement import NamedSign, TakenBoxes, placed_names
from graph.drawing.layout.sign_shapes import sign_corners
from graph.drawing.scene_types.large import LargeScene, PlainEdge, PlainNode
from graph.drawing.scene_types.network import Groups

ROW, MARGIN, MIN_SIGN_RADIUS, GAP = LETTER * 1.2, 8.0, 2.2, 8.0
# A picture of more lines than `MAX_OPAQUE_LINES` has paler ones, but none paler than `MIN_OPACITY`.
MAX_OPAQUE_LINES, MIN_OPACITY = 1_500, 0.2
# The height of a picture with its title, legend and notes, as a share of a page.
PAGE_HEIGHT_SHARE = 0.8
# The most letters that a grey picture has for one type of link.
MAX_LETTERS_OF_TYPE = 40


def large_picture(
    scene: LargeScene, groups: Groups, style: PrintStyle, texts: Mapping[str, str]
) -> str:
    """The SVG of a scene as `large_scene` gives it; `texts` are `title` and `source`."""
    drawing = plain_scene(scene)
    nodes, edges, legend = drawing["nodes"], drawing["edges"], drawing["legend"]
    canvas = SvgCanvas(style)
    canvas.paragraph(texts["title"], font_weight=700)
    letters = type_letters(legend, edges) if style.grey else {}
    draw_legend(canvas, legend, groups, nodes, edges, letters)
    top = canvas.height + GAP
    spots, scale, height = node_spots(
        nodes, (0.0, top, style.width, _bottom_limit(style, top)), MARGIN
    )
    by_id = {node["id"]: node for node in nodes}
    radii = {id: max(MIN_SIGN_RADIUS, node["size"] * scale) for id, node in by_id.items()}
    _edges(canvas, edges, spots, style)
    for node in sorted(nodes, key=lambda item: (item["links"], item["id"])):
        colour = groups[node["group"]]["color"]
        looks = {"fill": colour["background"], "stroke": colour["border"], "stroke_width": 0.9}
        shape = groups[node["group"]]["shape"]
        canvas.polygon(sign_corners(shape, spots[node["id"]], radii[node["id"]]), **looks)
    boxes = TakenBoxes()
    signs = [
        NamedSign(node["label"], *spots[node["id"]], radii[node["id"]], width_of(node["label"]))
        for node in sorted(nodes, key=lambda item: (-item["links"], item["id"]))
    ]
    limits = (0.0, top, style.width, top + height)
    for sign, left in placed_names(signs, ROW, limits, boxes):
        canvas.halo(left, sign.y + 0.36 * LETTER, sign.name)
    _letters(canvas, edges, spots, letters, boxes)
    canvas.height = top + height
    for note in (*legend["notes"], texts["source"]):
        canvas.paragraph(note)
    return canvas.svg(texts["title"], texts["source"])


def node_spots(
    nodes: Sequence[PlainNode], box: Box, margin: float
) -> tuple[dict[str, Point], float, float]:
    """The place of each node in a box as wide, the scale, and the height that they take.

    The picture is in the middle of the box across, and begins at its top.
    """
    left, top, right, bottom = box
    xs, ys = [node["x"] for node in nodes], [node["y"] for node in nodes]
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    free_width, free_height = right - left - 2 * margin, bottom - top - 2 * margin
    scale = min(free_width / (width or 1), free_height / (height or 1), 1.6)
    start = left + margin + (free_width - width * scale) / 2
    spots = {
        node["id"]: (
            start + (node["x"] - min(xs)) * scale,
            top + margin + (node["y"] - min(ys)) * scale,
        )
        for node in nodes
    }
    return spots, scale, height * scale + 2 * margin


def _bottom_limit(style: PrintStyle, top: float) -> float:
    return max(top + style.width / 3, MAX_HEIGHT_MM * PAGE_HEIGHT_SHARE / style.mm_of_unit)


def _edges(
    canvas: SvgCanvas, edges: Sequence[PlainEdge], spots: Mapping[str, Point], style: PrintStyle
) -> None:
    """The edges of each look as one path."""
    opacity_factor = max(MIN_OPACITY, min(1.0, MAX_OPAQUE_LINES / max(1, len(edges))))
    by_look: dict[int, list[str]] = defaultdict(list)
    looks: dict[int, PlainEdge] = {}
    for edge in edges:
        looks[edge["look"]] = edge
        by_look[edge["look"]].append(line_of(large_path(edge, spots)))
    for look, lines in sorted(by_look.items()):
        edge = looks[look]
        dash = {"stroke_dasharray": " ".join(map(str, edge["dashes"]))} if edge["dashes"] else {}
        width = max(0.5, min(edge["width"] * 0.4, 1.2))
        opacity = round(max(0.55, edge["opacity"]) * opacity_factor, 2)
        canvas.shape(
            "path",
            d="".join(lines),
            fill="none",
            stroke=edge["color"],
            stroke_width=width,
            opacity=opacity,
            **dash,
        )


def large_path(edge: PlainEdge, spots: Mapping[str, Point]) -> Path:
    """The path of an edge of `plain_scene` between the places of its ends."""
    (x, y), (u, v) = spots[edge["from"]], spots[edge["to"]]
    third_x, third_y, bend = (u - x) / 3, (v - y) / 3, edge["bend"] * 4
    bend_x, bend_y = -third_y * bend, third_x * bend
    return [
        (x, y),
        (x + third_x + bend_x, y + third_y + bend_y),
        (u - third_x + bend_x, v - third_y + bend_y),
        (u, v),
    ]


def line_of(path: Path) -> str:
    """A path in the words of SVG."""
    start, *controls_and_end = (f"{number(x)} {number(y)}" for x, y in path)
    return f"M{start}C{' '.join(controls_and_end)}"


def _letters(
    canvas: SvgCanvas,
    edges: Sequence[PlainEdge],
    spots: Mapping[str, Point],
    letters: Mapping[str, str],
    boxes: TakenBoxes,
) -> None:
    """The letters of the types of a grey picture, on some edges where they have room."""
    counts: dict[str, int] = defaultdict(int)
    for edge in edges if letters else ():
        letter = letters[edge["color"]]
        x, y = middle(large_path(edge, spots))
        half_letter = LETTER / 2
        if counts[letter] < MAX_LETTERS_OF_TYPE and boxes.take(
            (x - half_letter, y - half_letter, x + half_letter, y + half_letter)
        ):
            counts[letter] += 1
            canvas.halo(x, y + 0.35 * LETTER, letter, text_anchor="middle", font_weight=700)
