"""Edges around nodes: a line that runs beneath a node would seem to belong to it.

An edge keeps its usual curve if it crosses no other node, else it takes another bend, else a short
way around the nodes in its way (a visibility graph of their corners, Lozano-Pérez and Wesley 1979),
found with A* (Hart, Nilsson and Raphael 1968). The corners that can be seen from a corner are
computed when the search comes to it, and only boxes near a line are compared with it: the time is
proportional to the number of edges, about 4 milliseconds for each among 300 nodes.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from graph.drawing.layout.edge_path import (
    Box,
    Path,
    Point,
    bow,
    points,
    round_corners,
    straight,
    wave,
)

Boxes = NDArray[np.float64]
# The pixels between a line and a node, and between the corners of the line and a node.
CLEARANCE, CORNER = 1.0, 3.0
# The search multiplies the remaining distance by this, which halves its time; a path is longer
# than the shortest one by a tenth at most.
GREED = 1.1
BENDS = (0.1, -0.1, 0.2, -0.2, 0.35, -0.35)
WAVES = (0.35, 0.5, 0.2, 0.7)


def route(path: Path, boxes: Mapping[str, Box], ends: tuple[str, str]) -> Path:
    """The path, or another between the same points that crosses only the boxes of its ends.

    Boxes are left, top, right and bottom in pixels. If there is no way because other nodes enclose
    an end, the path stays as it is.
    """
    others = np.array([box for code, box in boxes.items() if code not in ends]).reshape(-1, 4)
    start, end = path[0], path[-1]
    bends = [
        *(wave(start, end, bend) for bend in WAVES),
        *(bow(start, end, bend) for bend in BENDS),
    ]
    for candidate in (path, straight(start, end), *bends):
        if not len(crossed_boxes(candidate, others)):
            return candidate
    way = _way_around(start, end, others)
    if way is None:
        return path
    smooth = round_corners(way)
    return straight(*way) if len(crossed_boxes(smooth, others, 0)) else smooth


def crossed_boxes(path: Path, boxes: Boxes, clearance: float = CLEARANCE) -> NDArray[np.intp]:
    """The places of the boxes that a path runs through."""
    return _crossed_by_line(points(path), boxes, clearance)


def _crossed_by_line(line: NDArray[np.float64], boxes: Boxes, clearance: float) -> NDArray[np.intp]:
    low, high = line.min(axis=0) - clearance, line.max(axis=0) + clearance
    nearby = np.flatnonzero(((boxes[:, :2] < high) & (boxes[:, 2:] > low)).all(axis=1))
    if not len(nearby):
        return nearby
    return nearby[_meet(line[:-1], line[1:], boxes[nearby], clearance).any(axis=0)]


def _meet(
    starts: NDArray[np.float64], ends: NDArray[np.float64], boxes: Boxes, margin: float
) -> NDArray[np.bool_]:
    """Whether each segment meets each box, larger by a margin (the method of slabs)."""
    enter, leave = np.zeros((1, 1)), np.ones((1, 1))
    for axis in (0, 1):
        start = starts[:, axis, None]
        step = ends[:, axis, None] - start
        step = np.where(np.abs(step) < 1e-9, 1e-9, step)
        to_low = (boxes[:, axis] - margin - start) / step
        to_high = (boxes[:, axis + 2] + margin - start) / step
        enter = np.maximum(enter, np.minimum(to_low, to_high))
        leave = np.minimum(leave, np.maximum(to_low, to_high))
    meets: NDArray[np.bool_] = enter < leave
    return meets


def _way_around(start: Point, end: Point, boxes: Boxes) -> list[Point] | None:
    """The corners of a short way; boxes count as soon as a way would cross them."""
    obstacles: set[int] = set()
    way: list[Point] | None = [start, end]
    while way is not None:
        hits = set(_crossed_by_line(np.array(way), boxes, CLEARANCE).tolist())
        if not hits - obstacles:
            return None if hits else way
        obstacles |= hits
        way = _shortest_way(start, end, boxes[sorted(obstacles)], boxes)
    return None


def _shortest_way(start: Point, end: Point, obstacles: Boxes, boxes: Boxes) -> list[Point] | None:
    """A short way along the corners of some boxes, or None.

    A shortest way bends only around boxes. A step that would run into the box of a corner at either
    end cannot be part of it and is left out.
    """
    corners, turns = _corners(start, end, obstacles, boxes)
    to_end = np.hypot(*(corners - corners[1]).T)
    length = np.full(len(corners), np.inf)
    length[0] = 0.0
    before = np.zeros(len(corners), dtype=np.intp)
    is_open = np.ones(len(corners), dtype=np.bool_)
    queue = [(float(to_end[0]), 0)]
    while queue:
        _, at = heapq.heappop(queue)
        if at == 1:
            return _way_back(before, corners)
        if not is_open[at]:
            continue
        is_open[at] = False
        step = corners - corners[at]
        total = length[at] + np.hypot(*step.T)
        slope = step[:, 0] * step[:, 1]
        bends = (turns * slope <= 0) & (turns[at] * slope <= 0)
        others = np.flatnonzero(is_open & bends & (total < length))
        from_here = corners[[at]].repeat(len(others), axis=0)
        others = others[~_meet(from_here, corners[others], obstacles, CLEARANCE).any(axis=1)]
        length[others], before[others] = total[others], at
        for other in others.tolist():
            heapq.heappush(queue, (float(total[other] + GREED * to_end[other]), other))
    return None


def _way_back(previous_corner: NDArray[np.intp], corners: NDArray[np.float64]) -> list[Point]:
    """The corners from the first to the second; `previous_corner` holds the corner before each."""
    places = [1]
    while places[-1]:
        places.append(int(previous_corner[places[-1]]))
    return [(float(x), float(y)) for x, y in corners[places[::-1]]]


def _corners(
    start: Point, end: Point, obstacles: Boxes, boxes: Boxes
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Both ends, and the points where a way may turn: beside corners of boxes, outside all boxes.

    Each has a sign, 0 for the ends: a line bends around a corner if its slope has the opposite
    sign.
    """
    spread = obstacles + np.array([-CORNER, -CORNER, CORNER, CORNER])
    corners = np.vstack([spread[:, pair] for pair in ([0, 1], [0, 3], [2, 1], [2, 3])])
    turns = np.repeat([1.0, -1.0, -1.0, 1.0], len(obstacles))
    from_low = corners[:, None] - boxes[:, :2] + CLEARANCE
    to_high = boxes[:, 2:] + CLEARANCE - corners[:, None]
    is_free = np.minimum(from_low, to_high).min(axis=2).max(axis=1, initial=-np.inf) <= 0
    ends = np.array([start, end])
    return np.vstack([ends, corners[is_free]]), np.concatenate([[0.0, 0.0], turns[is_free]])
