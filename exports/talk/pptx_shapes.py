"""A step's network as shapes and connectors of a slide: they stay editable.

Shapes are in inches; what a stage gives in pixels is scaled into the frame that it gets.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

Item = dict[str, Any]
# 16 points are 21 pixels of a slide shown 1280 pixels wide.
LETTER = 16
LINE_HIGH, LETTER_WIDE = LETTER * 1.2 / 72, LETTER * 0.52 / 72
TEXT = "1F2933"
# Things that are less apart than this, in inches, stand in one column.
SAME = 0.3


@dataclass(frozen=True)
class SlideFrame:
    """Where on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float


Point = tuple[float, float]
States = Mapping[str, str]


def network(shapes: Any, picture: Item, groups: Item, states: States, frame: SlideFrame) -> None:
    """Draws the lines that have a state, and their things."""
    edges = [edge for edge in picture["edges"] if edge["id"] in states]
    used_ends = {end for edge in edges for end in (edge["from"], edge["to"])}
    nodes = [node for node in picture["nodes"] if node["id"] in used_ends]
    rooms = {node["id"]: _size(node, groups[node["group"]])[0] / 2 for node in nodes}
    spots = _fitted({node["id"]: (node["x"], node["y"]) for node in nodes}, rooms, frame)
    _columns(shapes, picture["columns"], nodes, spots, frame)
    shape_of = {n["id"]: _node(shapes, n, groups[n["group"]], spots[n["id"]]) for n in nodes}
    for edge in edges:
        look = (
            edge["color"]["color"],
            edge["width"],
            edge["dashes"],
            edge["arrows"]["to"]["enabled"],
        )
        ends = spots[edge["from"]], spots[edge["to"]]
        line = connector(shapes, ends, look, states[edge["id"]])
        sides = _sides(*ends, rooms[edge["from"]] + rooms[edge["to"]])
        _join(line, shape_of[edge["from"]], shape_of[edge["to"]], sides)
        shape_of[nodes[0]["id"]]._element.addprevious(line._element)  # a line is behind all names


def _join(line: Any, start: Any, end: Any, sides: tuple[int, int]) -> None:
    """Fastens a line to two shapes, so that it follows them when they are moved.

    A rectangle is met at four spots, an oval at eight, of which every other one is a side.
    """
    line.begin_connect(start, sides[0])
    line.end_connect(end, sides[1])
    joints = line._element.nvCxnSpPr.cNvCxnSpPr
    for joint, shape, side in zip((joints.stCxn, joints.endCxn), (start, end), sides, strict=True):
        joint.set("idx", str(side * 2 if shape.auto_shape_type == MSO_SHAPE.OVAL else side))


def legend(shapes: Any, lines: Sequence[Item], frame: SlideFrame) -> None:
    """A sample and a name for each of these sorts of line."""
    left = frame.left
    for entry in lines:
        look = entry["color"], max(2, entry["width"]), False, False
        middle = frame.top + frame.height / 2
        connector(shapes, ((left, middle), (left + 0.4, middle)), look, "certain")
        wide = width_of([entry["name"]]) + 0.2
        words(shapes, SlideFrame(left + 0.45, frame.top, wide, frame.height), entry["name"])
        left += wide + 0.7


def words(shapes: Any, frame: SlideFrame, text: str, size: int = LETTER, bold: bool = False) -> Any:
    """A text on a slide."""
    box = shapes.add_textbox(*map(Inches, (frame.left, frame.top, frame.width, frame.height)))
    _write(box.text_frame, text, TEXT, size, bold)
    box.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    return box


def _write(body: Any, text: str, colour: str, size: int, bold: bool = False) -> None:
    body.margin_left = body.margin_right = body.margin_top = body.margin_bottom = 0
    body.word_wrap = True
    body.vertical_anchor = MSO_ANCHOR.MIDDLE
    body.text = text
    for paragraph in body.paragraphs:
        paragraph.alignment = PP_ALIGN.CENTER
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(size), bold
            run.font.color.rgb = rgb(colour)


def _fitted(
    spots: Mapping[str, Point], rooms: Mapping[str, float], frame: SlideFrame
) -> dict[str, Point]:
    """Spots in pixels as spots in a frame; `rooms` is half the width of each thing."""
    if not spots:
        return {}
    across, down = zip(*spots.values(), strict=True)
    margins = [
        max(rooms[code] for code, (x, _) in spots.items() if x == end)
        for end in (min(across), max(across))
    ]
    x = _scaled(across, frame.left + margins[0], frame.width - sum(margins), 0.02)
    headroom = 0.8
    y = _scaled(down, frame.top + headroom + 0.15, frame.height - 2 * headroom, 0.017)
    return {code: (x(at[0]), y(at[1])) for code, at in spots.items()}


def _scaled(
    pixels: Sequence[float], start: float, length: float, largest: float
) -> Callable[[float], float]:
    """What puts these pixels into the middle of a length, at most so large."""
    first, far = min(pixels), max(pixels) - min(pixels)
    scale = min(largest, length / max(1.0, far))
    return lambda pixel: start + (length - far * scale) / 2 + (pixel - first) * scale


def _columns(
    shapes: Any,
    columns: Sequence[Item],
    nodes: Sequence[Item],
    spots: Mapping[str, Point],
    f: SlideFrame,
) -> None:
    """The heading of each column that holds something, above its things."""
    for column in columns:
        middles = [spots[n["id"]][0] for n in nodes if column["left"] <= n["x"] <= column["right"]]
        if middles:
            middle, wide = sum(middles) / len(middles), width_of([column["label"]]) + 0.2
            words(
                shapes, SlideFrame(middle - wide / 2, f.top, wide, 0.3), column["label"], bold=True
            )


def _node(shapes: Any, node: Item, group: Item, at: Point) -> Any:
    kind = MSO_SHAPE.OVAL if group["shape"] == "ellipse" else MSO_SHAPE.RECTANGLE
    wide, high = _size(node, group)
    box = (at[0] - wide / 2, at[1] - high / 2, wide, high)
    shape = shapes.add_shape(kind, *map(Inches, box))
    shape.shadow.inherit = False
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(group["color"]["background"])
    shape.line.color.rgb = rgb(group["color"]["border"])
    _write(shape.text_frame, node["label"], group["font"]["color"].lstrip("#"), LETTER)
    shape.text_frame.word_wrap = False
    return shape


def _size(node: Item, group: Item) -> tuple[float, float]:
    """How wide and high a thing is, for its name to have room."""
    rows = node["label"].split("\n")
    wide, high = width_of(rows) + 0.3, LINE_HIGH * len(rows) + 0.12
    return (wide * 1.25, high * 1.35) if group["shape"] == "ellipse" else (wide, high)


def connector(
    shapes: Any, ends: tuple[Point, Point], look: tuple[str, float, Any, bool], state: str
) -> Any:
    """A line; one that is not certain is paler, one that is only possible has a question mark."""
    colour, width, dashes, pointed = look
    (x, y), (u, v) = ends
    line = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(Inches, (x, y, u, v)))
    line.line.width = Pt(max(1.5, width))
    line.line.color.rgb = rgb(colour) if state == "certain" else _paler(colour)
    if dashes:
        line.line.dash_style = MSO_LINE.DASH
    if pointed:
        tail = line.line._get_or_add_ln().makeelement(qn("a:tailEnd"), {"type": "triangle"})
        line.line._get_or_add_ln().append(tail)
    if state == "possible":
        words(shapes, SlideFrame((x + u) / 2 - 0.1, (y + v) / 2 - 0.15, 0.2, 0.3), "?", bold=True)
    return line


def _sides(start: Point, end: Point, wide: float) -> tuple[int, int]:
    """Where a line leaves and meets: 0 top, 1 left, 2 bottom, 3 right.

    Two things of half widths that are `wide` together are met between them, or one above the other.
    """
    across, down = end[0] - start[0], end[1] - start[1]
    if abs(across) > wide:
        return (3, 1) if across > 0 else (1, 3)
    if abs(across) < SAME:
        return 3, 3
    return (2, 0) if down > 0 else (0, 2)


def width_of(rows: Sequence[str]) -> float:
    """How wide a text is, in inches; a Chinese character is two letters wide."""
    return (
        max(sum(2 if ord(letter) > 0x2E80 else 1.05 for letter in row) for row in rows)
        * LETTER_WIDE
    )


def rgb(colour: str) -> Any:
    """A colour such as `#0072B2`."""
    return RGBColor.from_string(colour.lstrip("#").upper())


def _paler(colour: str) -> Any:
    """Half way to white."""
    return RGBColor(*((part + 255) // 2 for part in rgb(colour)))
