"""Boxes on a slide move apart: none covers another, none leaves the room, the others stay."""

from __future__ import annotations

from itertools import combinations

import pytest

from graph.drawing.layout.box_separation import separate_boxes

ROOM = (0.0, 0.0, 10.0, 4.0)


def meet(first, second) -> bool:
    across = min(first[2], second[2]) - max(first[0], second[0])
    return across > 1e-3 and min(first[3], second[3]) - max(first[1], second[1]) > 1e-3


def test_boxes_move_apart_within_the_room_and_no_other_moves():
    heap = {f"heap{at}": (1.0, 1.5, 3.0, 2.5) for at in range(4)}
    alone = {"alone": (7.0, 1.0, 9.0, 2.0)}
    boxes = separate_boxes(heap | alone, ROOM, 0.1)
    assert boxes["alone"] == alone["alone"]
    assert not any(meet(first, second) for first, second in combinations(boxes.values(), 2))
    for left, top, right, bottom in boxes.values():
        assert (right - left, bottom - top) == pytest.approx((2, 1))
        assert left >= -0.1 and top >= -0.1 and right <= 10.1 and bottom <= 4.1


def test_more_boxes_than_the_room_holds_stay_in_it():
    boxes = separate_boxes({str(at): (0.0, 0.0, 4.0, 3.0) for at in range(6)}, ROOM, 0.1)
    assert all(
        box[0] >= 0 and box[2] <= 10 and box[1] >= 0 and box[3] <= 4 for box in boxes.values()
    )
    assert not separate_boxes({}, ROOM, 0.1)
