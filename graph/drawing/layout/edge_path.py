"""The path of an edge: cubic Bezier curves one after another, as points in pixels of a picture.

A path of n curves has 3n + 1 points: a start, and two control points and an end for each curve.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Path = list[Point]
Box = tuple[float, float, float, float]  # left, top, right, bottom
# How finely a curve is divided to find where it enters a box.
CUTS = 512


def straight(*points: Point) -> Path:
    """A path of straight pieces through these points."""
    path = [points[0]]
    for (x, y), (u, v) in zip(points, points[1:], strict=False):
        path += [(x + (u - x) / 3, y + (v - y) / 3), (x + (u - x) / 1.5, y + (v - y) / 1.5), (u, v)]
    return path


def round_corners(way: Sequence[Point], radius: float = 8.0) -> Path:
    """Straight pieces through these points, with round corners of at most this reach."""
    path = [way[0]]
    for before, corner, after in zip(way, way[1:], way[2:], strict=False):
        near, far = _towards(corner, before, radius), _towards(corner, after, radius)
        path += straight(path[-1], near)[1:] + curve(near, corner, far)[1:]
    return path + straight(path[-1], way[-1])[1:]


def _towards(start: Point, end: Point, distance: float) -> Point:
    """The point that many pixels from a start, but at most half-way to an end."""
    share = min(0.5, distance / (math.dist(start, end) or 1))
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])


def wave(start: Point, end: Point, roundness: float) -> Path:
    """A curve that leaves and arrives horizontally; a larger `roundness` bends it more."""
    (x, y), (u, v) = start, end
    return [start, (x + roundness * (u - x), y), (u - roundness * (u - x), v), end]


def arc(start: Point, end: Point, roundness: float) -> Path:
    """A curve to one side of the straight line; to the other if `roundness` is negative.

    The control point stands as far from the start as vis-network's `curvedCW` puts it.
    """
    if not roundness:
        return straight(start, end)
    (x, y), (u, v) = start, end
    distance = (abs(roundness) / 2 + 0.5) * math.hypot(u - x, v - y)
    turn = math.atan2(y - v, u - x) + (roundness / 2 + math.copysign(0.5, roundness)) * math.pi
    return curve(start, (x + distance * math.sin(turn), y + distance * math.cos(turn)), end)


def bow(start: Point, end: Point, share: float) -> Path:
    """A curve to the left of the straight line, at a distance that is a share of its length."""
    (x, y), (u, v) = start, end
    return curve(start, ((x + u) / 2 + share * (v - y), (y + v) / 2 - share * (u - x)), end)


def curve(start: Point, control: Point, end: Point) -> Path:
    """A quadratic curve as a cubic one."""
    first, second = (
        (end_x + (control[0] - end_x) / 1.5, end_y + (control[1] - end_y) / 1.5)
        for end_x, end_y in (start, end)
    )
    return [start, first, second, end]


def map_path(path: Path, x: Callable[[float], float], y: Callable[[float], float]) -> Path:
    """The path in other coordinates, which a function gives for each axis."""
    return [(x(across), y(down)) for across, down in path]


def shorten(path: Path, length: float) -> Path:
    """The path with its last point that much nearer to the control point before it."""
    return [*path[:-1], _towards(path[-1], path[-2], length)]


def until_box(path: Path, box: Box, *, is_round: bool = False) -> Path:
    """The path up to where it enters the box at its end, or the ellipse in the box."""
    left, top, right, bottom = box
    offset = points(path, CUTS) - ((left + right) / 2, (top + bottom) / 2)
    offset /= ((right - left) / 2, (bottom - top) / 2)
    is_outside = np.hypot(*offset.T) >= 1 if is_round else np.abs(offset).max(axis=1) >= 1
    last = int(np.flatnonzero(is_outside).max(initial=0))
    piece, step = divmod(last, CUTS)
    if not step:
        return path[: 3 * piece + 1] if piece else path
    return [*path[: 3 * piece], *_part(path[3 * piece : 3 * piece + 4], step / CUTS)]


def _part(piece: Path, share: float) -> Path:
    """The first part of a curve, as a curve (de Casteljau's algorithm)."""
    row, part = np.array(piece), []
    while len(row):
        part.append((float(row[0][0]), float(row[0][1])))
        row = row[:-1] + share * (row[1:] - row[:-1])
    return part


def middle(path: Path) -> Point:
    """The point half-way along a path."""
    spots = points(path)
    lengths = np.hypot(*np.diff(spots, axis=0).T).cumsum()
    x, y = spots[1 + int(np.searchsorted(lengths, lengths[-1] / 2))].tolist()
    return x, y


def points(path: Path, count: int = 16) -> NDArray[np.float64]:
    """Points along a path, `count` for each of its curves: a row of x and y for each point."""
    spots = np.array(path)
    pieces = np.stack([spots[at : len(spots) - 3 + at : 3] for at in range(4)], axis=1)
    along = np.einsum("kw,pwa->pka", _weights(count), pieces).reshape(-1, 2)
    return np.vstack([spots[:1], along])


@cache
def _weights(count: int) -> NDArray[np.float64]:
    """The shares of the four points of a curve at each step (Bernstein polynomials)."""
    t = np.arange(1, count + 1) / count
    return np.stack([(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3], axis=1)
