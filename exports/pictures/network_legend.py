"""The legend of a printed network: kinds of things, types of links by colour or letter, stances."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from exports.pictures.print_style import LETTER
from exports.pictures.svg_canvas import SvgCanvas, legend_rows, width_of
from graph.drawing.layout.sign_shapes import FIGURES, sign_corners

Item = dict[str, Any]
# The shapes of a large network's signs; others are boxes around names.
SIGNS = {"dot", *FIGURES}
ROW = LETTER * 1.5
SAMPLE, SPACE = 32.0, 18.0
MARK = {"text_anchor": "middle", "font_weight": 700}


def type_letters(scene: Item, edges: Sequence[Item]) -> dict[str, str]:
    """A letter for each type of edge that is drawn, by its colour."""
    colours = {edge["color"] for edge in edges}
    used = [line["color"] for line in scene["legend"]["lines"] if line["color"] in colours]
    return {colour: chr(ord("A") + place) for place, colour in enumerate(dict.fromkeys(used))}


def draw_legend(
    canvas: SvgCanvas,
    scene: Item,
    groups: Item,
    nodes: Sequence[Item],
    edges: Sequence[Item],
    letters: Mapping[str, str],
) -> None:
    """A sample and a name for each kind, type and stance that is drawn."""
    kinds, colours = {node["group"] for node in nodes}, {edge["color"] for edge in edges}
    dashes = {str(edge["dashes"]) for edge in edges if edge["dashes"]}
    legend = scene["legend"]
    lines = [line | {"dashes": None} for line in legend["lines"] if line["color"] in colours]
    stances = [x | {"color": "#6f8594", "width": 2} for x in legend["stances"]]
    entries = [kind for kind in legend["kinds"] if kind["key"] in kinds]
    entries += [*lines, *(stance for stance in stances if str(stance["dashes"]) in dashes)]
    widths = [SAMPLE + 6 + width_of(entry["name"]) + SPACE for entry in entries]
    for row in legend_rows(widths, canvas.style.width):
        x = 0.0
        canvas.height += ROW
        for place in row:
            _sample(canvas, entries[place], groups, x, letters)
            canvas.text(x + SAMPLE + 6, canvas.height, entries[place]["name"])
            x += widths[place]


def _sample(
    canvas: SvgCanvas, entry: Item, groups: Item, x: float, letters: Mapping[str, str]
) -> None:
    y = canvas.height - 0.35 * LETTER
    if "key" in entry:
        group = groups[entry["key"]]
        looks = {"fill": group["color"]["background"], "stroke": group["color"]["border"]}
        if group["shape"] in SIGNS:
            canvas.polygon(sign_corners(group["shape"], (x + SAMPLE / 2, y), 7), **looks)
        elif group["shape"] == "ellipse":
            canvas.shape("ellipse", cx=x + SAMPLE / 2, cy=y, rx=SAMPLE / 2, ry=7, **looks)
        else:
            radius = min(7, group["shapeProperties"]["borderRadius"])
            canvas.shape("rect", x=x, y=y - 7, width=SAMPLE, height=14, rx=radius, **looks)
        return
    dash = {"stroke_dasharray": " ".join(map(str, entry["dashes"]))} if entry["dashes"] else {}
    looks = {"stroke": entry["color"], "stroke_width": max(1.5, entry["width"] * 0.75)}
    canvas.shape("path", d=f"M{x} {y}h{SAMPLE}", fill="none", **looks, **dash)
    if letter := letters.get(entry["color"]):
        canvas.halo(x + SAMPLE / 2, y + 0.35 * LETTER, letter, **MARK)
