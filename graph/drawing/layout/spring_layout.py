"""Places the things of a network too large for columns or rings: joined ones lie together.

The method is that of Fruchterman and Reingold (1991), as rustworkx has it: things push each other
away and links pull. Its first places come from a fixed seed, so that the same links always make the
same picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import rustworkx

from graph.drawing.layout.edge_path import Point

SEED = 1
# The pixels of a picture grow with its things: each has a square of this side.
ROOM = 90.0
# The width of a picture divided by its height: names and screens are wide.
STRETCH = 1.6
# Every step compares all things with all others: a large network takes fewer steps.
MAX_STEPS, MIN_STEPS, WORK = 100, 20, 600_000_000


def spring_spots(codes: Sequence[str], pairs: Iterable[tuple[str, str]]) -> dict[str, Point]:
    """The place of each thing in pixels.

    `pairs` are the things that links join. The order of both matters: callers sort them. Parts that
    no link joins stand side by side, the largest first.
    """
    places = {code: part_spots for part_spots, code in enumerate(codes)}
    network = rustworkx.PyGraph(multigraph=False)
    network.add_nodes_from(list(codes))
    network.add_edges_from_no_data([(places[start], places[end]) for start, end in pairs])
    parts = [sorted(part) for part in rustworkx.connected_components(network)]
    parts.sort(key=lambda part: (-len(part), part[0]))
    spots: dict[str, Point] = {}
    for part, (x, y) in zip(parts, _middles([_half(len(part)) for part in parts]), strict=True):
        inner = network.subgraph(part)
        part_spots = rustworkx.spring_layout(inner, seed=SEED, num_iter=_steps(len(part)), scale=1)
        half = _half(len(part))
        for place in inner.node_indices():
            across, down = part_spots[place]
            spot = round(x + across * half * STRETCH, 1), round(y + down * half, 1)
            spots[inner[place]] = spot
    return spots


def _half(count: int) -> float:
    """Half the height of the picture of so many things."""
    return float(ROOM * count**0.5 / 2)


def _middles(halves: Sequence[float]) -> list[Point]:
    """The middles of parts in rows, which together are about twice as wide as high."""
    width = max(
        sum((2 * half) ** 2 for half in halves) ** 0.5 * STRETCH, 2 * max(halves, default=0)
    )
    middles: list[Point] = []
    left = top = lowest = 0.0
    for half in halves:
        across = 2 * half * STRETCH
        if left > 0 and left + across > width:
            left, top = 0.0, lowest
        middles.append((left + across / 2, top + half))
        left, lowest = left + across + ROOM, max(lowest, top + 2 * half + ROOM)
    return middles


def _steps(count: int) -> int:
    """The steps for so many things."""
    return max(MIN_STEPS, min(MAX_STEPS, WORK // max(1, count * count)))
