"""Small multiples: the same network or map several times, each thing at the same place in all.

One pane is one map for print. Tufte 1990, Envisioning Information, chapter 4.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from exports.pictures.pane_map import (
    DOTTED,
    SILENT,
    area_fill,
    map_height,
    pane_map,
    patterns,
)
from exports.pictures.pane_network import pane_network
from exports.pictures.print_style import LETTER, PrintStyle
from exports.pictures.svg_canvas import ROW, SvgCanvas, legend_rows, rows_of, width_of
from graph.drawing.theme import in_theme

Item = dict[str, Any]
GAP, SAMPLE = 14.0, 28.0
# Narrower panes than this have no room for names; networks are as high as their share of it.
NARROWEST, SHARE = 230.0, 0.72


@dataclass(frozen=True)
class Pane:
    """A title, and the lines that are drawn with their states: certain, possible or undated."""

    title: str
    states: Mapping[str, str]


def multiples_picture(
    scene: Item,
    panes: Sequence[Pane],
    style: PrintStyle,
    texts: Mapping[str, str],
    years: Mapping[str, int],
    groups: Item | None = None,
) -> str:
    """The SVG of panes with one scene: a network with its `groups`, else a map.

    `years` are those of the lines. `texts` are `title`, `source` and the words of the legend.
    """
    canvas, scene = SvgCanvas(style), in_theme(scene, style.theme)
    columns = max(1, min(3, len(panes), int(style.width // NARROWEST)))
    wide = (style.width - GAP * (columns - 1)) / columns
    if groups is None:
        canvas.define(patterns(wide / scene["width"]))
    canvas.paragraph(texts["title"], font_weight=700)
    if groups is None and scene["adoption"]:
        _legend(canvas, scene["adoption"], texts)
    for start in range(0, len(panes), columns):
        _row(canvas, scene, panes[start : start + columns], wide, years, groups)
    for note in filter(None, (texts.get("note", ""), scene.get("credit", ""), texts["source"])):
        canvas.paragraph(note)
    return canvas.svg(texts["title"], texts["source"])


def _row(
    canvas: SvgCanvas,
    scene: Item,
    panes: Sequence[Pane],
    wide: float,
    years: Mapping[str, int],
    groups: Item | None,
) -> None:
    titles, theme = [rows_of(pane.title, wide) for pane in panes], canvas.style.theme
    top = canvas.height + GAP / 2 + ROW * max(map(len, titles)) + 4
    high = wide * SHARE if groups is not None else map_height(scene, wide)
    for place, (pane, rows) in enumerate(zip(panes, titles, strict=True)):
        left = place * (wide + GAP)
        for at, row in enumerate(rows):
            canvas.text(left, canvas.height + GAP / 2 + ROW * (at + 0.8), row, font_weight=600)
        box = (left, top, left + wide, top + high)
        looks = {"x": left, "y": top, "width": wide, "height": high}
        canvas.shape("rect", **looks, fill=theme.ground, stroke=theme.pale, stroke_width=0.8)
        if groups is None:
            pane_map(canvas, scene, box, pane.states, years)
        else:
            pane_network(canvas, scene, groups, box, pane.states)
    canvas.height = top + high


def _legend(canvas: SvgCanvas, adoption: Item, texts: Mapping[str, str]) -> None:
    """The spans of years, and what has none."""
    classes = adoption["classes"]
    entries = [
        (area_fill(classes, x["from"]), f"{x['from']}–{x['to']}".removesuffix(f"–{x['from']}"))
        for x in classes
    ]
    entries += [
        (DOTTED, texts["undated"]),
        (canvas.style.theme.ground, texts["outside"]),
        (SILENT, texts["silent"]),
    ]
    widths = [SAMPLE + 6 + width_of(text) + GAP for _, text in entries]
    for row in legend_rows(widths, canvas.style.width):
        x = 0.0
        canvas.height += ROW * 1.1
        for place in row:
            fill, text = entries[place]
            y = canvas.height - LETTER
            looks = {"x": x, "y": y + 2, "width": SAMPLE, "height": 13}
            canvas.shape("rect", **looks, fill=fill, stroke="#6f8594", stroke_width=0.8)
            canvas.text(x + SAMPLE + 6, canvas.height, text)
            x += widths[place]
