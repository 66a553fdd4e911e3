"""The legend of a printed network: kinds of things, types of links by colour or letter, stances."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exports.pictures.print_style import LETTER
from exports.pictures.svg_canvas import SvgCanvas, legend_rows, width_of
from graph.drawing.layout.sign_shapes import FIGURES, sign_corners
from graph.drawing.scene_types.network import (
    Groups,
    LabelledNode,
    NodeLook,
    SceneLegend,
    SceneLink,
)

# The shapes of a large network's signs; others are boxes around names.
SIGNS = {"dot", *FIGURES}
ROW = LETTER * 1.5
SAMPLE_WIDTH, ENTRY_GAP = 32.0, 18.0
MARK: Mapping[str, object] = {"text_anchor": "middle", "font_weight": 700}
# The colour of the sample of a stance.
STANCE = "#6f8594"


@dataclass(frozen=True)
class _Sign:
    """A kind of thing in a legend."""

    name: str
    look: NodeLook


@dataclass(frozen=True)
class _Line:
    """A type of link or a stance in a legend."""

    name: str
    colour: str
    width: float
    dashes: tuple[int, ...] = ()


def type_letters(legend: SceneLegend, edges: Sequence[SceneLink]) -> dict[str, str]:
    """A letter for each type of edge that is drawn, by its colour."""
    colours = {edge["color"] for edge in edges}
    colours_of_lines = [line["color"] for line in legend["lines"] if line["color"] in colours]
    return {
        colour: chr(ord("A") + place)
        for place, colour in enumerate(dict.fromkeys(colours_of_lines))
    }


def draw_legend(
    canvas: SvgCanvas,
    legend: SceneLegend,
    groups: Groups,
    nodes: Sequence[LabelledNode],
    edges: Sequence[SceneLink],
    letters: Mapping[str, str],
) -> None:
    """A sample and a name for each kind, type and stance that is drawn."""
    entries = _entries(legend, groups, nodes, edges)
    widths = [SAMPLE_WIDTH + 6 + width_of(entry.name) + ENTRY_GAP for entry in entries]
    for row in legend_rows(widths, canvas.style.width):
        x = 0.0
        canvas.height += ROW
        for place in row:
            entry, y = entries[place], canvas.height - 0.35 * LETTER
            if isinstance(entry, _Sign):
                _draw_sign(canvas, entry.look, x, y)
            else:
                _draw_line(canvas, entry, x, y, letters.get(entry.colour, ""))
            canvas.text(x + SAMPLE_WIDTH + 6, canvas.height, entry.name)
            x += widths[place]


def _entries(
    legend: SceneLegend,
    groups: Groups,
    nodes: Sequence[LabelledNode],
    edges: Sequence[SceneLink],
) -> list[_Sign | _Line]:
    """What is drawn of a legend: kinds, then types, then stances."""
    kinds, colours = {node["group"] for node in nodes}, {edge["color"] for edge in edges}
    dashes = {tuple(edge["dashes"]) for edge in edges if edge["dashes"]}
    return [
        *(_Sign(x["name"], groups[x["key"]]) for x in legend["kinds"] if x["key"] in kinds),
        *(
            _Line(x["name"], x["color"], x["width"])
            for x in legend["lines"]
            if x["color"] in colours
        ),
        *(
            _Line(x["name"], STANCE, 2.0, tuple(x["dashes"]))
            for x in legend["stances"]
            if tuple(x["dashes"]) in dashes
        ),
    ]


def _draw_sign(canvas: SvgCanvas, look: NodeLook, x: float, y: float) -> None:
    colours = {"fill": look["color"]["background"], "stroke": look["color"]["border"]}
    if look["shape"] in SIGNS:
        canvas.polygon(sign_corners(look["shape"], (x + SAMPLE_WIDTH / 2, y), 7), **colours)
    elif look["shape"] == "ellipse":
        canvas.shape("ellipse", cx=x + SAMPLE_WIDTH / 2, cy=y, rx=SAMPLE_WIDTH / 2, ry=7, **colours)
    else:
        radius = min(7, look["shapeProperties"]["borderRadius"])
        canvas.shape("rect", x=x, y=y - 7, width=SAMPLE_WIDTH, height=14, rx=radius, **colours)


def _draw_line(canvas: SvgCanvas, line: _Line, x: float, y: float, letter: str) -> None:
    looks: dict[str, object] = {"stroke": line.colour, "stroke_width": max(1.5, line.width * 0.75)}
    if line.dashes:
        looks["stroke_dasharray"] = " ".join(map(str, line.dashes))
    canvas.shape("path", d=f"M{x} {y}h{SAMPLE_WIDTH}", fill="none", **looks)
    if letter:
        canvas.halo(x + SAMPLE_WIDTH / 2, y + 0.35 * LETTER, letter, **MARK)
