"""The legend of a slide: the types and stances of the edges and arcs that are on it."""

from __future__ import annotations

from collections.abc import Collection

from exports.talk.pptx.edge import LegendSample, legend_line, legend_stance
from graph.drawing.scene_types.map import MapArc
from graph.drawing.scene_types.network import SceneEdge
from graph.drawing.scene_types.stage import StageScene


def legend_samples(
    frame_names: Collection[str], data: StageScene, line_ids: Collection[str]
) -> list[LegendSample]:
    """The legend entries of types and stances on the slide: a map has arcs of some only."""
    lines = _slide_lines(frame_names, data, line_ids)
    colours, dashes = {line["color"] for line in lines}, [line["dashes"] for line in lines]
    entries = data["network"]["legend"]
    return [
        *(legend_line(line) for line in entries["lines"] if line["color"] in colours),
        *(legend_stance(stance) for stance in entries["stances"] if stance["dashes"] in dashes),
    ]


def _slide_lines(
    frame_names: Collection[str], data: StageScene, line_ids: Collection[str]
) -> list[SceneEdge | MapArc]:
    """The edges and arcs of the slide."""
    edges = data["network"]["edges"] if "network" in frame_names else []
    arcs = data["map"]["arcs"] if data["map"] and "map" in frame_names else []
    return [line for line in (*edges, *arcs) if line["id"] in line_ids]
