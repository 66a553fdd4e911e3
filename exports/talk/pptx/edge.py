"""An edge on a slide: a freeform along the path of its scene, with the scene's dashes and arrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.oxml.ns import qn
from pptx.shapes.freeform import FreeformBuilder
from pptx.util import Inches, Length, Pt, lazyproperty

from exports.talk.pptx.shapes import SlideFrame, rgb, width_of, without_shadow, words
from graph.drawing.layout.edge_path import Path, middle, straight
from graph.drawing.scene_types.network import EdgeLook, LegendLine, LegendStance
from graph.drawing.theme import GREY

# The smallest width of a line, in points.
MIN_WIDTH = 1.5
# The width of each of very many lines, in points.
PALE_LINE_PT = 0.75
UNIT = 1000  # the unit of a custom dash: thousandths of a per cent of the line's width


class Outline(FreeformBuilder):
    """A freeform that computes its corner once; python-pptx does so at each of its points."""

    @lazyproperty
    def shape_offset_x(self) -> Length:
        return super().shape_offset_x

    @lazyproperty
    def shape_offset_y(self) -> Length:
        return super().shape_offset_y


def freeform(shapes: Any, contours: Sequence[Sequence[tuple[int, int]]], *, is_closed: bool) -> Any:
    """Adds one shape of several contours, whose points are in EMU; each has two points at least."""
    builder = Outline.new(shapes, *contours[0][0], 1.0, 1.0)
    for place, (start, *corners) in enumerate(contours):
        if place:
            builder.move_to(*start)
        builder.add_line_segments(corners, close=is_closed)
    return builder.convert_to_shape()


@dataclass(frozen=True)
class LineLook:
    """How a line is drawn; `opacity` is the share of its own opacity that its state leaves."""

    colour: str
    width: float
    dashes: Sequence[int] = ()
    arrow: float = 0.0
    opacity: float = 1.0


def look_of(edge: EdgeLook, opacity: float = 1.0) -> LineLook:
    """How an edge or an arc of a scene is drawn."""
    return LineLook(edge["color"], edge["width"], edge["dashes"] or (), edge["arrow"], opacity)


@dataclass(frozen=True)
class LegendSample:
    """An entry of a legend: a line, and its name."""

    name: str
    look: LineLook


def legend_line(line: LegendLine) -> LegendSample:
    """The entry of a type of link."""
    return LegendSample(line["name"], LineLook(line["color"], max(2, line["width"])))


def legend_stance(stance: LegendStance) -> LegendSample:
    """The entry of a stance, which has dashes but no colour."""
    return LegendSample(stance["name"], LineLook(GREY, 2, stance["dashes"]))


def path_line(shapes: Any, path: Path, look: LineLook, title: str = "") -> Any:
    """Draws a path, whose points are in inches."""
    points = [(int(Inches(x)), int(Inches(y))) for x, y in path]
    shape = freeform(shapes, [points], is_closed=False)
    _bend(shape._element.spPr.find(f".//{qn('a:path')}"))
    without_shadow(shape)
    shape.fill.background()
    shape.line.width = Pt(max(MIN_WIDTH, look.width))
    shape.line.color.rgb = _colour_on_white(look.colour, look.opacity)
    _finish(shape.line._get_or_add_ln(), look)
    if title:
        shape.name = title
        shape._element.nvSpPr.cNvPr.set("descr", title)
    return shape


def pale_line(shape: Any, look: LineLook) -> None:
    """Gives a shape of many lines at once the colour and dashes of a look, as thin as can be."""
    shape.line.width = Pt(PALE_LINE_PT)
    shape.line.color.rgb = _colour_on_white(look.colour, look.opacity)
    _finish(shape.line._get_or_add_ln(), replace(look, arrow=0.0))


def edge_line(shapes: Any, path: Path, look: LineLook, state: str, title: str) -> None:
    """Draws an edge; one that is only possible has a question mark."""
    path_line(shapes, path, look, title)
    if state == "possible":
        x, y = middle(path)
        words(shapes, SlideFrame(x - 0.1, y - 0.15, 0.2, 0.3), "?", is_bold=True)


def legend(shapes: Any, entries: Sequence[LegendSample], frame: SlideFrame) -> None:
    """A sample and a name for each of these entries."""
    left = frame.left
    for entry in entries:
        y = frame.top + frame.height / 2
        path_line(shapes, straight((left, y), (left + 0.4, y)), entry.look)
        width = width_of([entry.name]) + 0.2
        words(shapes, SlideFrame(left + 0.45, frame.top, width, frame.height), entry.name)
        left += width + 0.7


def _bend(path: Any) -> None:
    """Turns every three straight pieces of a freeform into the cubic curve of their points."""
    pieces = path.findall(qn("a:lnTo"))
    for start in range(0, len(pieces), 3):
        curve = path.makeelement(qn("a:cubicBezTo"))
        pieces[start].addprevious(curve)
        for piece in pieces[start : start + 3]:
            curve.append(piece[0])
            path.remove(piece)
    path.set("fill", "none")


def _finish(line: Any, look: LineLook) -> None:
    """Dashes and arrowhead, in the order that the schema requires."""
    if look.dashes:
        dashes = line.makeelement(qn("a:custDash"))
        share = 100 * UNIT / look.width
        for dash, gap in zip(look.dashes[::2], look.dashes[1::2], strict=True):
            sizes = {"d": str(round(dash * share)), "sp": str(round(gap * share))}
            dashes.append(dashes.makeelement(qn("a:ds"), sizes))
        line.append(dashes)
    if look.arrow:
        # five times as long as the line is wide: about as long as on a screen
        looks = {"type": "stealth", "w": "lg", "len": "lg"}
        line.append(line.makeelement(qn("a:tailEnd"), looks))


def _colour_on_white(colour: str, opacity: float) -> Any:
    """The colour that this opacity gives on white."""
    plain = rgb(colour)
    return type(plain)(*(round(255 - (255 - part) * opacity) for part in plain))
