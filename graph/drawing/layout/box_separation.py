"""Moves overlapping boxes apart within bounds, each as little as possible."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from graph.drawing.layout.edge_path import Box

# The side to which boxes move: mostly down, as columns are years; in every other round mostly
# across, because a full column has no room below.
ACROSS_COSTS = 2.0, 0.5
ROUNDS = 400
# More boxes than these have no room on a slide anyway.
MAX_BOXES = 150


def separate_boxes(boxes: Mapping[str, Box], bounds: Box, gap: float) -> dict[str, Box]:
    """The boxes (left, top, right, bottom) with a `gap` between them, as far as the bounds allow.

    Two boxes that meet each move half of the way, along the side on which they meet less; this is
    repeated until none meet, at most `ROUNDS` times.
    """
    corners = np.array(list(boxes.values()), dtype=float).reshape(-1, 4)
    if len(corners) <= MAX_BOXES:
        for round_number in range(ROUNDS):
            push = _pushes(corners, gap, ACROSS_COSTS[round_number % 2])
            if not push.any():
                break
            corners += np.hstack([push, push])
            corners = _inside(corners, bounds)
    return {code: tuple(corner) for code, corner in zip(boxes, corners.tolist(), strict=True)}


def _pushes(corners: NDArray[np.float64], gap: float, cost: float) -> NDArray[np.float64]:
    """How far each box moves across and down: the mean of what those that it meets ask for."""
    low, high = corners[:, :2], corners[:, 2:]
    shared = np.minimum(high[:, None], high) - np.maximum(low[:, None], low) + gap
    meets = (shared > 1e-6).all(axis=2) & ~np.eye(len(corners), dtype=bool)
    is_across = shared[..., 0] * cost < shared[..., 1]
    middles = low + high
    # of two boxes at the same place, the later one moves right or down
    order = np.sign(np.arange(len(corners))[:, None] - np.arange(len(corners)))[..., None]
    way = np.sign(middles[:, None] - middles)
    way = np.where(way == 0, order, way)
    push_axis = np.stack([is_across, ~is_across], axis=2) & meets[..., None]
    pushes = np.where(push_axis, way * shared / 2, 0.0).sum(axis=1)
    push: NDArray[np.float64] = pushes / np.maximum(1, push_axis.sum(axis=1))
    return push


def _inside(corners: NDArray[np.float64], bounds: Box) -> NDArray[np.float64]:
    left, top, right, bottom = bounds
    low = np.maximum(np.array([left, top]) - corners[:, :2], 0.0)
    high = np.minimum(np.array([right, bottom]) - corners[:, 2:], 0.0)
    shift = low + high
    moved_corners: NDArray[np.float64] = corners + np.hstack([shift, shift])
    return moved_corners
