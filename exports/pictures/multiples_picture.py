"""Small multiples: the same network or map several times, each thing at the same place in all.

One pane is one map for print. Tufte 1990, Envisioning Information, chapter 4.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from exports.pictures.map_pane import (
    SILENT_FILL,
    UNDATED_FILL,
    area_fill,
    draw_map_pane,
    map_height,
    patterns,
)
from exports.pictures.network_pane import draw_network_pane
from exports.pictures.print_style import LETTER, PrintStyle
from exports.pictures.svg_canvas import ROW, SvgCanvas, legend_rows, rows_of, width_of
from graph.drawing.layout.edge_path import Box
from graph.drawing.scene_types.large import PlainScene
from graph.drawing.scene_types.map import AdoptionMap, MapScene
from graph.drawing.scene_types.network import NetworkScene, SceneLink
from graph.drawing.theme import Theme, groups, map_in_theme

GAP, SAMPLE_WIDTH = 14.0, 28.0
# Narrower panes than this have no room for names; networks are as high as their share of it.
MIN_PANE_WIDTH, NETWORK_HEIGHT_SHARE = 230.0, 0.72


@dataclass(frozen=True)
class Pane:
    """A title, and the lines that are drawn with their states: certain, possible or undated."""

    title: str
    states: Mapping[str, str]


def network_multiples(
    scene: NetworkScene | PlainScene,
    panes: Sequence[Pane],
    style: PrintStyle,
    texts: Mapping[str, str],
) -> str:
    """The SVG of panes that each show the same network; `texts` are `title` and `source`.

    A `note` among the texts stands beneath the panes.
    """
    canvas, looks = SvgCanvas(style), groups(style.theme)
    nodes, links = scene["nodes"], _links_in_theme(scene["edges"], style.theme)

    def draw(pane: Pane, box: Box) -> None:
        draw_network_pane(canvas, nodes, links, looks, box, pane.states)

    canvas.paragraph(texts["title"], font_weight=700)
    width = _pane_width(panes, style)
    _draw_panes(canvas, panes, (width, width * NETWORK_HEIGHT_SHARE), draw)
    return _with_notes(canvas, texts)


def map_multiples(
    scene: MapScene,
    panes: Sequence[Pane],
    style: PrintStyle,
    texts: Mapping[str, str],
    years: Mapping[str, int],
) -> str:
    """The SVG of panes that each show the same map; `years` are those of the lines.

    `texts` are `title`, `source`, the words of the legend, and perhaps a `note`.
    """
    canvas, drawn_map = SvgCanvas(style), map_in_theme(scene, style.theme)
    width = _pane_width(panes, style)

    def draw(pane: Pane, box: Box) -> None:
        draw_map_pane(canvas, drawn_map, box, pane.states, years)

    canvas.define(patterns(width / scene["width"]))
    canvas.paragraph(texts["title"], font_weight=700)
    if scene["adoption"]:
        _legend(canvas, scene["adoption"], texts)
    _draw_panes(canvas, panes, (width, map_height(scene, width)), draw)
    return _with_notes(canvas, texts, scene["credit"])


def _links_in_theme(links: Sequence[SceneLink], theme: Theme) -> list[SceneLink]:
    return [link | {"color": theme.shade(link["color"])} for link in links]


def _columns(panes: Sequence[Pane], style: PrintStyle) -> int:
    return max(1, min(3, len(panes), int(style.width // MIN_PANE_WIDTH)))


def _pane_width(panes: Sequence[Pane], style: PrintStyle) -> float:
    columns = _columns(panes, style)
    return (style.width - GAP * (columns - 1)) / columns


def _draw_panes(
    canvas: SvgCanvas,
    panes: Sequence[Pane],
    size: tuple[float, float],
    draw: Callable[[Pane, Box], None],
) -> None:
    """Rows of panes of one size, each with its title and a frame; `draw` fills the frame."""
    columns, (width, height), theme = _columns(panes, canvas.style), size, canvas.style.theme
    for start in range(0, len(panes), columns):
        row = panes[start : start + columns]
        titles = [rows_of(pane.title, width) for pane in row]
        top = canvas.height + GAP / 2 + ROW * max(map(len, titles)) + 4
        for place, (pane, title_rows) in enumerate(zip(row, titles, strict=True)):
            left = place * (width + GAP)
            for title_index, text in enumerate(title_rows):
                y = canvas.height + GAP / 2 + ROW * (title_index + 0.8)
                canvas.text(left, y, text, font_weight=600)
            frame = {"x": left, "y": top, "width": width, "height": height}
            canvas.shape("rect", **frame, fill=theme.ground, stroke=theme.pale, stroke_width=0.8)
            with canvas.part(pane.title):
                draw(pane, (left, top, left + width, top + height))
        canvas.height = top + height


def _with_notes(canvas: SvgCanvas, texts: Mapping[str, str], credit: str = "") -> str:
    for note in filter(None, (texts.get("note", ""), credit, texts["source"])):
        canvas.paragraph(note)
    return canvas.svg(texts["title"], texts["source"])


def _legend(canvas: SvgCanvas, adoption: AdoptionMap, texts: Mapping[str, str]) -> None:
    """The spans of years, and what has none."""
    classes = adoption["classes"]
    entries = [
        (area_fill(classes, x["from"]), f"{x['from']}–{x['to']}".removesuffix(f"–{x['from']}"))
        for x in classes
    ]
    entries += [
        (UNDATED_FILL, texts["undated"]),
        (canvas.style.theme.ground, texts["outside"]),
        (SILENT_FILL, texts["silent"]),
    ]
    widths = [SAMPLE_WIDTH + 6 + width_of(text) + GAP for _, text in entries]
    for row in legend_rows(widths, canvas.style.width):
        x = 0.0
        canvas.height += ROW * 1.1
        for place in row:
            fill, text = entries[place]
            y = canvas.height - LETTER
            looks = {"x": x, "y": y + 2, "width": SAMPLE_WIDTH, "height": 13}
            canvas.shape("rect", **looks, fill=fill, stroke="#6f8594", stroke_width=0.8)
            canvas.text(x + SAMPLE_WIDTH + 6, canvas.height, text)
            x += widths[place]
