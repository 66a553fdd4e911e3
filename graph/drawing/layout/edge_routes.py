"""Edges around nodes: a line that ran beneath a node in between would seem to belong to it.

An edge keeps its usual curve where that is clear of other nodes, else takes another bend, else
the shortest way around the nodes that stand in its way (a visibility graph of their corners,
Lozano-Pérez and Wesley 1979), found with Dijkstra's algorithm.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from graph.drawing.layout.edge_path import Path, Point, bow, points, rounded, straight, wave

Box = tuple[float, float, float, float]
Boxes = NDArray[np.float64]
# Pixels that a line keeps from a node, and that the corners of its way keep.
CLEARANCE, CORNER = 1.0, 3.0
BENDS = (0.1, -0.1, 0.2, -0.2, 0.35, -0.35)
WAVES = (0.35, 0.5, 0.2, 0.7)


def route(path: Path, boxes: Mapping[str, Box], ends: tuple[str, str]) -> Path:
    """The path, or another between the same points that crosses no box but those of its ends.

    Boxes are left, top, right and bottom in pixels. If there is no way, which takes a node that
    others enclose, the path stays as it is.
    """
    others = np.array([box for code, box in boxes.items() if code not in ends]).reshape(-1, 4)
    start, end = path[0], path[-1]
    bends = [
        *(wave(start, end, bend) for bend in WAVES),
        *(bow(start, end, bend) for bend in BENDS),
    ]
    for candidate in (path, straight(start, end), *bends):
        if not len(crossed(candidate, others)):
            return candidate
    way = _way_around(start, end, others)
    if way is None:
        return path
    smooth = rounded(way)
    return straight(*way) if len(crossed(smooth, others, 0)) else smooth


def crossed(path: Path, boxes: Boxes, clearance: float = CLEARANCE) -> NDArray[np.intp]:
    """The places of the boxes that a path runs through."""
    return _crossed(points(path), boxes, clearance)


def _crossed(line: Sequence[Point], boxes: Boxes, clearance: float) -> NDArray[np.intp]:
    segments = np.array([(*first, *second) for first, second in pairwise(line)])
    return np.flatnonzero(np.any(_meet(segments, boxes, clearance), axis=0))


def _meet(segments: NDArray[np.float64], boxes: Boxes, margin: float) -> NDArray[np.bool_]:
    """Whether each segment meets each box, larger by a margin (the method of slabs)."""
    low, high = boxes[:, :2] - margin, boxes[:, 2:] + margin
    first = segments[:, None, :2]
    step = segments[:, None, 2:] - first
    step = np.where(np.abs(step) < 1e-9, 1e-9, step)
    one, other = (low - first) / step, (high - first) / step
    enter = np.minimum(one, other).max(axis=2)
    leave = np.maximum(one, other).min(axis=2)
    meets: NDArray[np.bool_] = (enter < leave) & (enter < 1) & (leave > 0)
    return meets


def _way_around(start: Point, end: Point, boxes: Boxes) -> list[Point] | None:
    """The corners of the shortest way; boxes count as soon as a way would cross them."""
    obstacles: set[int] = set()
    way: list[Point] | None = [start, end]
    while way is not None:
        hits = set(_crossed(way, boxes, CLEARANCE).tolist())
        if not hits - obstacles:
            return None if hits else way
        obstacles |= hits
        way = _shortest(start, end, boxes[sorted(obstacles)], boxes)
    return None


def _shortest(start: Point, end: Point, obstacles: Boxes, boxes: Boxes) -> list[Point] | None:
    """The shortest way past the corners of some boxes, or None."""
    corners = np.array([start, end, *_corners(obstacles, boxes)])
    count = len(corners)
    rows, columns = np.triu_indices(count, 1)
    segments = np.hstack([corners[rows], corners[columns]])
    is_free = ~_meet(segments, obstacles, CLEARANCE).any(axis=1)
    length = np.full((count, count), np.inf)
    far = np.hypot(*(segments[:, 2:] - segments[:, :2]).T)
    length[rows[is_free], columns[is_free]] = length[columns[is_free], rows[is_free]] = far[is_free]
    before = _dijkstra(length)
    if 1 not in before:
        return None
    at, way = 1, [end]
    while at:
        at = before[at]
        way.append((float(corners[at][0]), float(corners[at][1])))
    return way[::-1]


def _corners(obstacles: Boxes, boxes: Boxes) -> Iterable[Point]:
    """Where a way may turn: beside the corners of some boxes, if no box is there."""
    spread = obstacles + np.array([-CORNER, -CORNER, CORNER, CORNER])
    all_corners = np.vstack([spread[:, pair] for pair in ([0, 1], [0, 3], [2, 1], [2, 3])])
    inside = (all_corners[:, None] > boxes[:, :2] - CLEARANCE).all(axis=2)
    inside &= (all_corners[:, None] < boxes[:, 2:] + CLEARANCE).all(axis=2)
    return [(float(x), float(y)) for x, y in all_corners[~np.any(inside, axis=1)]]


def _dijkstra(length: NDArray[np.float64]) -> dict[int, int]:
    """What stands before each point on the shortest way from the first, as far as the second."""
    before: dict[int, int] = {}
    queue: list[tuple[float, int, int]] = [(0.0, 0, 0)]
    while queue and 1 not in before:
        far, at, last = heapq.heappop(queue)
        if at in before:
            continue
        before[at] = last
        for other in np.flatnonzero(np.isfinite(length[at])).tolist():
            if other not in before:
                heapq.heappush(queue, (far + float(length[at, other]), other, at))
    return before
