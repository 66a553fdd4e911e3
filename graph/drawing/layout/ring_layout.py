"""Places things in rings around the thing that a reader starts from.

Rings of places lie around the start. Each thing takes the free place nearest to the thing it was
opened from, and keeps it: opening or filtering others later moves nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate

from graph.drawing.layout.edge_path import Point
from graph.links.edge_bundles import MAIN_EDGE_TYPES, EdgeBundle

# Half the width and height of the innermost ring, in pixels: names are wide and low.
HALF_WIDTH_PX, HALF_HEIGHT_PX = 250.0, 118.0
# How many places each ring has. The second looks through the gaps of the first.
COUNTS = (8, 8, 20, 28, 36, 44, 52, 60, 68)


def ring_spots(bundles: Sequence[EdgeBundle], opened_things: Sequence[str]) -> dict[str, Point]:
    """The place of the start, `opened_things[0]`, and of all neighbours of the opened things.

    `bundles` are all bundles, whatever part of them is drawn. Things that only the further types of
    link name stand outside the rings that the main types need. A thing that finds no place has
    none.
    """
    start = opened_things[0]
    spots: dict[str, Point] = {start: (0.0, 0.0)}
    inner = [
        bundle for bundle in bundles if start in bundle.ends and bundle.type in MAIN_EDGE_TYPES
    ]
    main = {code for bundle in inner for code in bundle.ends} - {start}
    outside = _ring_count(min(len(main), sum(COUNTS[:-1]))) + 1
    free_places = list(_places())
    for hub in opened_things:
        if hub not in spots:
            continue
        by_distance = sorted(
            free_places, key=lambda place: (_distance(place[1], spots[hub]), place[0])
        )
        for code, is_main in _ranked_neighbours(bundles, hub):
            if code not in spots:
                inner_ring = 1 if is_main else outside
                place = next(
                    (candidate for candidate in by_distance if candidate[0] >= inner_ring), None
                )
                if place is not None:
                    by_distance.remove(place)
                    spots[code] = place[1]
        free_places = [place for place in free_places if place in by_distance]
    return spots


def _ranked_neighbours(bundles: Sequence[EdgeBundle], hub: str) -> Iterator[tuple[str, bool]]:
    """The neighbours of a thing, the most important first, and whether a main type joins them."""
    hub_bundles = sorted((bundle for bundle in bundles if hub in bundle.ends), key=_rank)
    for bundle in hub_bundles:
        yield (bundle.end if bundle.start == hub else bundle.start), bundle.type in MAIN_EDGE_TYPES


def _rank(bundle: EdgeBundle) -> tuple[int, int, str]:
    rank = (
        MAIN_EDGE_TYPES.index(bundle.type)
        if bundle.type in MAIN_EDGE_TYPES
        else len(MAIN_EDGE_TYPES)
    )
    return rank, bundle.year or 9999, bundle.id


Place = tuple[int, Point]


def _places() -> Iterator[Place]:
    """All places, ring by ring; every second ring is turned by half a step."""
    for ring, count in enumerate(COUNTS, 1):
        for step in range(count):
            turn = 2 * math.pi * (step + (ring % 2 == 0) / 2) / count
            x, y = HALF_WIDTH_PX * ring * math.cos(turn), HALF_HEIGHT_PX * ring * math.sin(turn)
            yield ring, (round(x, 1), round(y, 1))


def _distance(first: Point, second: Point) -> float:
    return round(
        math.hypot((first[0] - second[0]) / HALF_WIDTH_PX, (first[1] - second[1]) / HALF_HEIGHT_PX),
        6,
    )


def _ring_count(count: int) -> int:
    """How many rings hold `count` things."""
    return next(
        (ring for ring, capacity in enumerate(accumulate(COUNTS, initial=0)) if capacity >= count)
    )
