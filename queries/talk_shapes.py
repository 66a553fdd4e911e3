"""A step's network as shapes and connectors of a slide: they stay editable.

Shapes are in inches; what a stage gives in pixels is scaled into the frame that it gets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


@dataclass(frozen=True)
class Frame:
    """Where on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float


Spot = tuple[float, float]
States = Mapping[str, str]


def network(shapes: Any, picture: Item, groups: Item, states: States, frame: Frame) -> None:
    """Draws the lines that have a state, and their things."""
    edges = [edge for edge in picture["edges"] if edge["id"] in states]
    shown = {end for edge in edges for end in (edge["from"], edge["to"])}
    nodes = [node for node in picture["nodes"] if node["id"] in shown]
    spots = _fitted({node["id"]: (node["x"], node["y"]) for node in nodes}, frame)
    _columns(shapes, picture["columns"], nodes, spots, frame)
    drawn = {n["id"]: _node(shapes, n, groups[n["group"]], spots[n["id"]]) for n in nodes}
    for edge in edges:
        look = (
            edge["color"]["color"],
            edge["width"],
            edge["dashes"],
            edge["arrows"]["to"]["enabled"],
        )
        ends = spots[edge["from"]], spots[edge["to"]]
        made = connector(shapes, ends, look, states[edge["id"]])
        sides = _sides(*ends)
        made.begin_connect(drawn[edge["from"]], sides[0])
        made.end_connect(drawn[edge["to"]], sides[1])


def legend(shapes: Any, picture: Item, frame: Frame) -> None:
    """A sample and a name for each sort of line."""
    left = frame.left
    for one in picture["legend"]["lines"]:
        look = one["color"], max(2, one["width"]), False, False
        middle = frame.top + frame.height / 2
        connector(shapes, ((left, middle), (left + 0.4, middle)), look, "certain")
        wide = width_of([one["name"]]) + 0.2
        words(shapes, Frame(left + 0.45, frame.top, wide, frame.height), one["name"])
        left += wide + 0.7


def words(shapes: Any, frame: Frame, text: str, size: int = LETTER, bold: bool = False) -> Any:
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


def _fitted(spots: Mapping[str, Spot], frame: Frame) -> dict[str, Spot]:
    """Spots in pixels as spots in a frame, with room for the outermost names."""
    if not spots:
        return {}
    across, down = (sorted(one) for one in zip(*spots.values(), strict=True))
    beside, above = 1.0, 0.8
    scale = [
        min(most, (size - 2 * room) / max(1.0, far[-1] - far[0]))
        for size, room, far, most in (
            (frame.width, beside, across, 0.02),
            (frame.height, above, down, 0.017),
        )
    ]
    middle = [(one[0] + one[-1]) / 2 for one in (across, down)]
    x, y = frame.left + frame.width / 2, frame.top + frame.height / 2 + 0.15
    return {
        code: (x + (at[0] - middle[0]) * scale[0], y + (at[1] - middle[1]) * scale[1])
        for code, at in spots.items()
    }


def _columns(
    shapes: Any, columns: Sequence[Item], nodes: Sequence[Item], spots: Mapping[str, Spot], f: Frame
) -> None:
    """The heading of each column that holds something, above its things."""
    for one in columns:
        held = [spots[n["id"]][0] for n in nodes if one["left"] <= n["x"] <= one["right"]]
        if held:
            middle, wide = sum(held) / len(held), width_of([one["label"]]) + 0.2
            words(shapes, Frame(middle - wide / 2, f.top, wide, 0.3), one["label"], bold=True)


def _node(shapes: Any, node: Item, group: Item, at: Spot) -> Any:
    rows = node["label"].split("\n")
    wide, high = width_of(rows) + 0.3, LINE_HIGH * len(rows) + 0.12
    is_round = group["shape"] == "ellipse"
    kind = MSO_SHAPE.OVAL if is_round else MSO_SHAPE.RECTANGLE
    if is_round:
        wide, high = wide * 1.25, high * 1.35
    box = (at[0] - wide / 2, at[1] - high / 2, wide, high)
    made = shapes.add_shape(kind, *map(Inches, box))
    made.shadow.inherit = False
    made.fill.solid()
    made.fill.fore_color.rgb = rgb(group["color"]["background"])
    made.line.color.rgb = rgb(group["color"]["border"])
    _write(made.text_frame, "\n".join(rows), group["font"]["color"].lstrip("#"), LETTER)
    made.text_frame.word_wrap = False
    return made


def connector(
    shapes: Any, ends: tuple[Spot, Spot], look: tuple[str, float, Any, bool], state: str
) -> Any:
    """A line; one that is not certain is paler, one that is only possible has a question mark."""
    colour, width, dashes, pointed = look
    (x, y), (u, v) = ends
    made = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(Inches, (x, y, u, v)))
    made.line.width = Pt(max(1.5, width))
    made.line.color.rgb = rgb(colour) if state == "certain" else _paler(colour)
    if dashes:
        made.line.dash_style = MSO_LINE.DASH
    if pointed:
        tail = made.line._get_or_add_ln().makeelement(qn("a:tailEnd"), {"type": "triangle"})
        made.line._get_or_add_ln().append(tail)
    if state == "possible":
        words(shapes, Frame((x + u) / 2 - 0.1, (y + v) / 2 - 0.15, 0.2, 0.3), "?", bold=True)
    return made


def _sides(start: Spot, end: Spot) -> tuple[int, int]:
    """Where a connector leaves and meets: 0 top, 1 left, 2 bottom, 3 right."""
    if abs(end[0] - start[0]) > 1.2:
        return (3, 1) if end[0] > start[0] else (1, 3)
    return 3, 3


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
