"""The map as plain values: outlines as SVG paths, spots in pixels, and which bundles are arcs."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from graph.drawing.edge_looks import REVERSED_TYPES, edge_look
from graph.drawing.layout.edge_path import Path, bow
from graph.drawing.layout.map_projection import Projection, projection
from graph.drawing.maps.adoption_areas import adoption_areas
from graph.drawing.scene_types.map import (
    AdoptionMap,
    AreaOutline,
    MapArc,
    MapGround,
    MapMark,
    MapScene,
    MapSpot,
    OffMapLine,
)
from graph.links.edge_bundles import EdgeBundle
from graph.model.facts import Facts
from graph.model.outlines import Frame, GeoLine, LonLat, Outlines
from ontology.schema.kinds import ACTORS, Place

WIDTH, INSET_WIDTH = 1000.0, 150.0
# A code of ISO 3166-2: its end is what people write where a name has no room, as in `US-RI`.
SUBDIVISION = re.compile(r"[A-Z]{2}-([A-Z0-9]{1,3})")
# How far an arc is from the straight line: a share of its length, more for each further arc
# between the same spots, and a least number of pixels.
BEND, FURTHER_BEND, MIN_BEND = 0.16, 0.11, 6.0


class _Ground(MapGround):
    """The ground of a map with the parts in its corner, the same for all readers."""

    insets: list[MapGround]
    insets_left: bool


def map_scene(
    facts: Facts,
    bundles: Sequence[EdgeBundle],
    spots: Mapping[str, LonLat],
    language: str,
    years: Sequence[int] = (),
    mechanism: str | None = None,
) -> MapScene | None:
    """The data of a map of these bundles; None if the facts folder has no outlines.

    If all bundles are adoptions, of a `mechanism` or of any, `adoption` has the areas to colour by
    the `years` of a timeline.

    A bundle whose ends have two spots is an arc; one about a single actor, such as its adoption,
    marks that actor's spot. The others are listed in `off_map`, with the reason: the `same` spot
    for both ends, or an actor that is `nowhere` on the map.
    """
    outlines = facts.dataset.outlines
    if outlines is None:
        return None
    view = projection(outlines.frame, WIDTH)
    views = [(view, outlines.frame), *_corners(outlines)]
    adoption = adoption_areas(facts, bundles, years, views, mechanism, language)
    visible = {code: spot for code, spot in spots.items() if outlines.frame.contains(spot)}
    sorts: dict[str, list[EdgeBundle]] = {sort: [] for sort in ("arc", "mark", "same", "nowhere")}
    for bundle in bundles:
        sorts[_sort(facts, bundle, visible)].append(bundle)
    marks: list[MapMark] = [
        {"id": bundle.id, "at": _key(visible[_actors(facts, bundle)[0]])}
        for bundle in sorts["mark"]
    ]
    return {
        **_ground(outlines),
        "spots": _spots(facts, sorts["arc"] + sorts["mark"], visible, view, language),
        "arcs": _arcs(sorts["arc"], visible, view),
        "marks": marks,
        "adoption": adoption,
        "off_map": _off_map(sorts, _bundles_of_areas(adoption)),
        "credit": outlines.credit(language),
    }


def _off_map(
    sorts: Mapping[str, Sequence[EdgeBundle]], coloured_bundles: set[str]
) -> list[OffMapLine]:
    """The bundles that the map does not show, and why."""
    return [
        {"id": bundle.id, "reason": sort}
        for sort in ("same", "nowhere")
        for bundle in sorts[sort]
        if bundle.id not in coloured_bundles
    ]


def _bundles_of_areas(adoption: AdoptionMap | None) -> set[str]:
    """The bundles that an area shows, though they have no spot."""
    levels = adoption["levels"] if adoption else []
    return {id for level in levels for area in level["areas"] for id in area["lines"]}


def _sort(facts: Facts, bundle: EdgeBundle, spots: Mapping[str, LonLat]) -> str:
    """How the map shows a bundle."""
    ends, actors = [spots.get(code) for code in bundle.ends], _actors(facts, bundle)
    if None not in ends and ends[0] != ends[1]:
        return "arc"
    if len(actors) == 1 and actors[0] in spots:
        return "mark"
    return "nowhere" if None in ends else "same"


def _actors(facts: Facts, bundle: EdgeBundle) -> list[str]:
    """Those ends of a bundle that can act, and so have a spot."""
    return [code for code in bundle.ends if isinstance(facts.things[code], ACTORS)]


@cache  # thousands of points, the same for every reader
def _ground(outlines: Outlines) -> _Ground:
    """The outlines and the corner with the inset."""
    view = projection(outlines.frame, WIDTH)
    ground = _map_ground(outlines, view, outlines.frame)
    return {
        **ground,
        "insets": [_map_ground(outlines, corner, frame) for corner, frame in _corners(outlines)],
        "insets_left": outlines.insets_left,
    }


def _corners(outlines: Outlines) -> list[tuple[Projection, Frame]]:
    """The parts of the earth that the map shows in its corner, side by side."""
    width = INSET_WIDTH / (1 if len(outlines.insets) < 2 else len(outlines.insets) * 0.7)
    return [(projection(frame, width), frame) for frame in outlines.insets]


def _map_ground(outlines: Outlines, view: Projection, frame: Frame) -> MapGround:
    areas: list[AreaOutline] = [
        {"code": code, "d": "Z".join(view.path(ring) for ring in visible_rings) + "Z"}
        for code, rings in outlines.areas
        if (visible_rings := _visible_paths(rings, frame))
    ]
    return {
        "width": view.width,
        "height": view.height,
        "areas": areas,
        "borders": [view.path(border) for border in _visible_paths(outlines.borders, frame)],
    }


def _visible_paths(paths: Iterable[GeoLine], frame: Frame) -> list[GeoLine]:
    """The paths with some spot in the frame."""
    return [path for path in paths if any(map(frame.contains, path))]


def _spots(
    facts: Facts,
    bundles: Iterable[EdgeBundle],
    spots: Mapping[str, LonLat],
    view: Projection,
    language: str,
) -> list[MapSpot]:
    """The dots: all things at a spot share a dot, named after a place if one is there."""
    codes_at: dict[LonLat, set[str]] = defaultdict(set)
    names = {}
    for code in (code for bundle in bundles for code in bundle.ends if code in spots):
        codes_at[spots[code]].add(code)
    for spot, codes in codes_at.items():
        names[spot] = _namesake(facts, spot, codes, spots)
    return [
        {
            "id": _key(spot),
            "at": [round(pixel, 1) for pixel in view.point(spot)],
            "codes": sorted(codes),
            "name": facts.display_name(names[spot], language),
            "short": part[1] if (part := SUBDIVISION.fullmatch(names[spot])) else "",
            "origin": facts.dataset.start in codes or spots.get(facts.dataset.start or "") == spot,
        }
        for spot, codes in sorted(codes_at.items())
    ]


def _namesake(facts: Facts, spot: LonLat, codes: Iterable[str], spots: Mapping[str, LonLat]) -> str:
    """The thing that a spot is named after: a place, else the first thing there."""
    places = [place.code for place in facts.things_of(Place) if spots.get(place.code) == spot]
    return min(places, default=min(codes))


def _arcs(
    bundles: Iterable[EdgeBundle], spots: Mapping[str, LonLat], view: Projection
) -> list[MapArc]:
    """Arcs in the direction of the lesson; each further arc between the same spots bends more."""
    arc_counts: dict[frozenset[LonLat], int] = defaultdict(int)
    arcs: list[MapArc] = []
    for bundle in bundles:
        source, target = bundle.ends[::-1] if bundle.type in REVERSED_TYPES else bundle.ends
        pair = frozenset((spots[source], spots[target]))
        start, end = view.point(spots[source]), view.point(spots[target])
        arcs.append(
            {
                "id": bundle.id,
                "from": _key(spots[source]),
                "to": _key(spots[target]),
                "path": _arc(start, end, arc_counts[pair]),
                **edge_look(bundle.type, bundle.stance),
            }
        )
        arc_counts[pair] += 1
    return arcs


def _arc(start: LonLat, end: LonLat, rank: int) -> Path:
    """A bent line between two points of the map; those of a higher rank bend more."""
    distance = math.dist(start, end) or 1.0
    path = bow(start, end, BEND + FURTHER_BEND * rank + MIN_BEND / distance)
    return [(round(x, 1), round(y, 1)) for x, y in path]


def _key(spot: LonLat) -> str:
    return f"{spot[0]},{spot[1]}"
