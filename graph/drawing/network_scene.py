"""Lines and their things as the nodes, edges, columns and legend of a picture on any page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from graph.drawing.edge_looks import DASHES, REVERSED_TYPES, edge_look
from graph.drawing.layout.column_layout import DEFAULT_ROOM, Layout, layout
from graph.drawing.layout.edge_path import Box, Path, Point, arc, wave
from graph.drawing.layout.edge_routes import route
from graph.drawing.layout.lane_assignment import START_COLUMN, UNDATED_COLUMN
from graph.drawing.scene_types.network import (
    LegendLine,
    NetworkScene,
    SceneEdge,
    SceneLegend,
    SceneNode,
)
from graph.drawing.texts import say
from graph.drawing.theme import chip_size, sign, wrap_name
from graph.links.edge_bundles import EdgeBundle, bundle_types
from graph.model.facts import Facts
from ontology.labels.labels import name as word
from ontology.schema.edtf import edtf_interval
from ontology.schema.kinds import Source
from texts.tables import LANGUAGES

# A picture of more edges than this keeps its usual curves, and says so in its legend: routing takes
# up to 5 milliseconds an edge.
MAX_ROUTED_EDGES = 2000

# The options of vis-network: things are drawn at their given positions; only a reader moves them.
OPTIONS: dict[str, object] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "tooltipDelay": 120,
        "dragNodes": True,
        "selectConnectedEdges": True,
        "zoomSpeed": 0.6,
    },
    "nodes": {"chosen": True},
    "edges": {"selectionWidth": 2, "hoverWidth": 1, "arrowStrikethrough": False},
}


def network_layout(facts: Facts, bundles: Sequence[EdgeBundle]) -> Layout:
    """The place of each thing at the ends of these bundles."""
    kinds = {code: type(thing).__name__ for code, thing in facts.things.items()}
    dates = {
        s.code: edtf_interval(s.published).earliest for s in facts.things_of(Source) if s.published
    }
    published = {code: day.year for code, day in dates.items() if day}
    codes = {code for bundle in bundles for code in bundle.ends}
    own_years = {code: year for code, year in published.items() if code in codes}
    labels = {
        code: [_label(facts, code, language) for language in LANGUAGES] for code in sorted(codes)
    }
    return layout(kinds, bundles, facts.dataset.start, own_years, labels)


def network_scene(
    facts: Facts, bundles: Sequence[EdgeBundle], places: Layout, language: str
) -> NetworkScene:
    """All that is drawn, as plain values that become JSON; edges run around nodes."""
    return with_routes(unrouted_scene(facts, bundles, places, language))


def with_routes(drawing: NetworkScene) -> NetworkScene:
    """A picture whose edges cross no node but those at their ends.

    A picture of more than `MAX_ROUTED_EDGES` edges keeps its usual curves, which its legend notes.
    """
    if len(drawing["edges"]) > MAX_ROUTED_EDGES:
        return drawing
    boxes = tuple((node["id"], node_box(node)) for node in drawing["nodes"])
    routes_key = tuple((tuple(edge["path"]), edge["from"], edge["to"]) for edge in drawing["edges"])
    edges = zip(drawing["edges"], _routes(routes_key, boxes), strict=True)
    return drawing | {"edges": [edge | {"path": list(path)} for edge, path in edges]}


@lru_cache(maxsize=64)
def _routes(
    paths: tuple[tuple[tuple[Point, ...], str, str], ...], boxes: tuple[tuple[str, Box], ...]
) -> tuple[Path, ...]:
    """The ways of all edges, cached because a page asks for them each time it is drawn."""
    by_code = dict(boxes)
    return tuple(route(list(path), by_code, (start, end)) for path, start, end in paths)


def node_box(node: SceneNode) -> Box:
    """About the room that a node of a picture takes: left, top, right, bottom in pixels."""
    width, height = chip_size(node["label"], node["group"])
    x, y = node["x"], node["y"]
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def unrouted_scene(
    facts: Facts, bundles: Sequence[EdgeBundle], places: Layout, language: str
) -> NetworkScene:
    """A picture whose edges run as if there were no nodes between their ends."""
    codes = sorted({code for bundle in bundles for code in bundle.ends})
    return {
        "nodes": [_node(facts, code, places, language) for code in codes],
        "edges": [_edge(facts, bundle, places, language) for bundle in bundles],
        "columns": [
            {
                "label": column_label(column.key, language),
                "left": column.left,
                "right": column.right,
            }
            for column in places.columns
        ],
        "legend": legend_of(facts, codes, bundles, language),
    }


def link_sentence(facts: Facts, bundle: EdgeBundle, language: str) -> str:
    """A bundle in words: learner, relation, teacher."""
    start, end = (facts.display_name(code, language) for code in bundle.ends)
    return f"{start} {word(bundle.type, language)} {end}"


def link_title(facts: Facts, bundle: EdgeBundle, language: str) -> str:
    """A bundle in words, with its year and its stance."""
    details = [
        str(bundle.year or undated_text(language)),
        word(f"Stance.{bundle.stance}", language),
    ]
    return f"{link_sentence(facts, bundle, language)} · {' · '.join(details)}"


def column_label(key: str, language: str) -> str:
    """The heading of a column."""
    if key == START_COLUMN:
        return say("start", language)
    return undated_text(language) if key == UNDATED_COLUMN else key


def undated_text(language: str) -> str:
    """The text for a year that no source gives."""
    return say("undated", language)


def picture_credit(facts: Facts, language: str) -> dict[str, str]:
    """The credit of a saved picture: the facts that it shows, and their curators."""
    source = say("about_data", language, licence=facts.dataset.licence)
    return {"title": facts.dataset.title(language), "source": source}


def thing_node(facts: Facts, code: str, spot: tuple[float, float], language: str) -> SceneNode:
    """A thing as a node at a place of its own."""
    return _node(facts, code, Layout({code: spot}, ()), language)


def _node(facts: Facts, code: str, places: Layout, language: str) -> SceneNode:
    x, y = places.spots[code]
    name = facts.display_name(code, language)
    kind = type(facts.things[code]).__name__
    return {
        "id": code,
        "label": wrap_name(_label(facts, code, language), *places.room.get(code, DEFAULT_ROOM)),
        "title": f"{name} · {word(kind, language)}",
        "group": kind,
        "x": x,
        "y": y,
    }


def _label(facts: Facts, code: str, language: str) -> str:
    """The label of a thing: the sign of its kind, and its name."""
    return f"{sign(type(facts.things[code]).__name__)} {facts.display_name(code, language)}".strip()


def _edge(facts: Facts, bundle: EdgeBundle, places: Layout, language: str) -> SceneEdge:
    source, target = bundle.ends[::-1] if bundle.type in REVERSED_TYPES else bundle.ends
    return {
        "id": bundle.id,
        "from": source,
        "to": target,
        "title": link_title(facts, bundle, language),
        "path": _path(places.spots[source], places.spots[target]),
        **edge_look(bundle.type, bundle.stance),
    }


def _path(start: tuple[float, float], end: tuple[float, float]) -> Path:
    """Things in one column are joined by an arc beside it, others by a wave from left to right."""
    if abs(start[0] - end[0]) < 1:
        return arc(start, end, 0.25)
    return wave(start, end, 0.5 if abs(start[0] - end[0]) > 250 else 0.35)


def legend_of(
    facts: Facts, codes: Sequence[str], bundles: Sequence[EdgeBundle], language: str
) -> SceneLegend:
    """The legend of a picture of these things and bundles."""
    kinds = dict.fromkeys(type(facts.things[code]).__name__ for code in codes)
    used_types = {bundle.type for bundle in bundles}
    types = [type for type in bundle_types() if type in used_types]
    stances = sorted({bundle.stance for bundle in bundles if bundle.stance in DASHES})
    return {
        "kinds": [
            {"key": kind, "name": word(kind, language), "sign": sign(kind)}
            for kind in sorted(kinds)
        ],
        "lines": [_legend_line(type, language) for type in types],
        "notes": _notes(bundles, language),
        "stances": [
            {"name": word(f"Stance.{stance}", language), "dashes": DASHES[stance]}
            for stance in stances
        ],
    }


def _notes(bundles: Sequence[EdgeBundle], language: str) -> list[str]:
    """Notes on the edges that a reader needs."""
    is_reversed = any(bundle.type in REVERSED_TYPES for bundle in bundles)
    notes = [say("arrow_help", language)] if is_reversed else []
    if len(bundles) > MAX_ROUTED_EDGES:
        notes.append(say("unrouted_edges", language, count=MAX_ROUTED_EDGES))
    return notes


def _legend_line(type: str, language: str) -> LegendLine:
    look = edge_look(type, "stated")
    return {"name": word(type, language), "color": look["color"], "width": look["width"]}
