"""A network of up to thousands of things as plain values, for the canvas of large networks.

Things are small signs in the colours of their kinds. What many links share is written once: their
looks stand in a list, and a link names its ends and its look by their places in lists.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from graph.drawing.edge_looks import REVERSED_TYPES, edge_look
from graph.drawing.layout.edge_path import Point
from graph.drawing.layout.spring_layout import spring_spots
from graph.drawing.network_scene import (
    OPTIONS,
    legend_of,
    link_sentence,
    link_title,
    picture_credit,
)
from graph.drawing.scene_types.large import (
    LargeEvidence,
    LargeNode,
    LargeScene,
    PackedEdge,
    PlainEdge,
    PlainNode,
    PlainScene,
)
from graph.drawing.scene_types.network import NodeLook
from graph.drawing.script_bundle import style_sheets
from graph.drawing.stage_scene import evidence_of
from graph.drawing.texts import all_texts
from graph.drawing.theme import Theme, by_theme, groups, wrap_name
from graph.links.edge_bundle_index import EdgeBundleIndex
from graph.links.edge_bundles import EdgeBundle
from graph.links.edge_filter import MAX_DRAWN_THINGS, limit_nodes
from graph.model.facts import Facts
from ontology.labels.labels import name as word

# The radius of a thing with one link, in pixels, and the largest.
MIN_RADIUS_PX, MAX_RADIUS_PX = 5.0, 22.0
# The greatest width of a name in letters; a Chinese character counts as two.
MAX_NAME_LETTERS = 30
# How far the second edge between two things bends aside, as a share of its length.
BEND = 0.16
# The sign of each kind: the same as before a name, where it has one.
SHAPES: Mapping[str, str] = {
    "Place": "dot",
    "Organisation": "square",
    "Person": "dot",
    "ReformModel": "hexagon",
    "Programme": "diamond",
    "Mechanism": "dot",
    "Event": "star",
    "Source": "triangle",
}


@dataclass(frozen=True)
class NetworkPart:
    """What of a large network is drawn: all but the hidden kinds, in a window of years or any."""

    hidden_kinds: frozenset[str] = frozenset()
    span: tuple[int, int] | None = None

    def bundles(self, facts: Facts, bundles: Sequence[EdgeBundle]) -> tuple[EdgeBundle, ...]:
        """Those of the bundles that are drawn; a bundle without a date is in every window."""
        return tuple(
            bundle
            for bundle in bundles
            if self._may_be_within(bundle)
            and not any(
                type(facts.things[code]).__name__ in self.hidden_kinds for code in bundle.ends
            )
        )

    def years(self, years: tuple[int, int] | None) -> tuple[int, int] | None:
        """The window of years within others, as a filter takes it; None if both are open."""
        if years is None or self.span is None:
            return self.span or years
        first, last = max(years[0], self.span[0]), min(years[1], self.span[1])
        return (first, last) if first <= last else self.span

    def _may_be_within(self, bundle: EdgeBundle) -> bool:
        if self.span is None:
            return True
        first, last = _years(bundle)
        return (first is None or first <= self.span[1]) and (last is None or last >= self.span[0])


def large_style() -> str:
    """The style sheet of a large network."""
    return style_sheets("network/network.css", "stage/evidence.css", "large/large.css")


def large_groups(theme: Theme) -> dict[str, NodeLook]:
    """The look of each kind as a small sign, as vis-network's groups."""
    looks = groups(theme)
    return {kind: look | {"shape": SHAPES.get(kind, "square")} for kind, look in looks.items()}


def large_spots(bundles: Sequence[EdgeBundle]) -> dict[str, Point]:
    """The place of each thing at the ends of bundles; the same bundles give the same places."""
    codes = sorted({code for bundle in bundles for code in bundle.ends})
    return spring_spots(codes, sorted({(bundle.start, bundle.end) for bundle in bundles}))


def home_spots(index: EdgeBundleIndex, types: frozenset[str]) -> dict[str, Point]:
    """The places of things that are the same whatever part of these types of link is drawn."""
    return large_spots(limit_nodes(index.of_types(sorted(types)), MAX_DRAWN_THINGS))


def spots_for(bundles: Sequence[EdgeBundle], home: Mapping[str, Point]) -> Mapping[str, Point]:
    """The places of the things of some bundles: those at home, if all of them are there."""
    is_known = all(code in home for bundle in bundles for code in bundle.ends)
    return home if is_known else large_spots(bundles)


def large_data(facts: Facts, scene: LargeScene, part: NetworkPart, language: str) -> dict[str, Any]:
    """All that a page needs to draw a scene of `large_scene` with a choice, but the evidence."""
    return {
        "scene": scene,
        "hidden": sorted(part.hidden_kinds),
        "span": part.span,
        "about": picture_credit(facts, language),
        "words": all_texts(language),
        "signs": by_theme(large_groups),
        "themes": by_theme(asdict),
        "options": OPTIONS,
    }


def large_evidence(facts: Facts, bundles: Sequence[EdgeBundle], language: str) -> LargeEvidence:
    """The bundles of a large network in words, with their statements, for files of their own."""
    return {
        "lines": [
            {
                "id": bundle.id,
                "ends": bundle.ends,
                "statements": bundle.statements,
                "sentence": link_sentence(facts, bundle, language),
            }
            for bundle in bundles
        ],
        "statements": evidence_of(facts, bundles, language),
    }


def large_scene(
    facts: Facts, bundles: Sequence[EdgeBundle], spots: Mapping[str, Point], language: str
) -> LargeScene:
    """All that is drawn, as plain values that become JSON.

    An edge is a list: its id, the places of its ends among `nodes`, that of its look among `looks`,
    its title, and the first and last year in which it may have come about (None: open).
    """
    counts = Counter(code for bundle in bundles for code in bundle.ends)
    codes = sorted(counts)
    places = {code: at for at, code in enumerate(codes)}
    looks = sorted({(bundle.type, bundle.stance) for bundle in bundles})
    look_places = {look: at for at, look in enumerate(looks)}
    return {
        "nodes": [_node(facts, code, spots[code], counts[code], language) for code in codes],
        "looks": [{"type": type, **edge_look(type, stance)} for type, stance in looks],
        "edges": [
            _pack_edge(facts, bundle, places, look_places[bundle.type, bundle.stance], language)
            for bundle in bundles
        ],
        "legend": legend_of(facts, codes, bundles, language) | {"notes": []},
    }


def plain_scene(scene: LargeScene) -> PlainScene:
    """A packed scene as other pictures take it: edges with ends, looks and how far they bend.

    Edges between the same two things lie side by side, as `web/large/large_scene.js` draws them.
    """
    nodes, looks = scene["nodes"], scene["looks"]
    counts: Counter[tuple[int, int]] = Counter()
    edges: list[PlainEdge] = []
    for id, start, end, look, title, *_ in scene["edges"]:
        pair = (min(start, end), max(start, end))
        side = (1 if counts[pair] % 2 else -1) * (1 if start < end else -1)
        bend = BEND * ((counts[pair] + 1) // 2) * side
        counts[pair] += 1
        edges.append(
            {
                "id": id,
                "from": nodes[start]["id"],
                "to": nodes[end]["id"],
                "title": title,
                "look": look,
                "bend": bend,
                **looks[look],
            }
        )
    labelled_nodes: list[PlainNode] = [{**node, "label": node["name"]} for node in nodes]
    return {"nodes": labelled_nodes, "edges": edges, "columns": [], "legend": scene["legend"]}


def _node(facts: Facts, code: str, spot: Point, count: int, language: str) -> LargeNode:
    name, kind = facts.display_name(code, language), type(facts.things[code]).__name__
    return {
        "id": code,
        "name": wrap_name(name, MAX_NAME_LETTERS, 1),
        "title": f"{name} · {word(kind, language)} · {count}",
        "group": kind,
        "x": spot[0],
        "y": spot[1],
        "size": round(min(MAX_RADIUS_PX, MIN_RADIUS_PX * count**0.3), 1),
        "links": count,
    }


def _pack_edge(
    facts: Facts, bundle: EdgeBundle, places: Mapping[str, int], look: int, language: str
) -> PackedEdge:
    start, end = _drawn_ends(bundle)
    title = link_title(facts, bundle, language)
    return bundle.id, places[start], places[end], look, title, *_years(bundle)


def _drawn_ends(bundle: EdgeBundle) -> tuple[str, str]:
    return (bundle.end, bundle.start) if bundle.type in REVERSED_TYPES else bundle.ends


def _years(bundle: EdgeBundle) -> tuple[int | None, int | None]:
    """The first and last year of a bundle's date; both are None if it has no date."""
    when = bundle.when
    if when is None:
        return None, None
    return (
        when.earliest.year if when.earliest else None,
        when.latest.year if when.latest else None,
    )
