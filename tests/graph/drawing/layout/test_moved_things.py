"""Things that a reader has moved: kept beside the same things in another picture."""

from __future__ import annotations

from graph.drawing.layout.column_layout import Layout
from graph.drawing.layout.moved_things import move_things, moved_elsewhere

CORNER_SPOTS = {"a": (0, 0), "b": (900, 0), "c": (900, 300)}
THERE = {"a": (0, 0), "b": (300, 40), "c": (300, 200)}


def test_a_thing_put_beside_another_one_stays_beside_it():
    assert moved_elsewhere({"a": (880, 60)}, CORNER_SPOTS, THERE) == (("a", 280, 100),)


def test_a_thing_moved_a_little_stays_near_its_own_place():
    assert moved_elsewhere({"c": (930, 310)}, CORNER_SPOTS, THERE) == (("c", 330, 210),)


def test_a_thing_is_not_kept_beside_one_that_was_moved_too_or_is_not_in_both():
    moved = {"a": (905, 250), "c": (20, 10)}
    assert moved_elsewhere(moved, CORNER_SPOTS, THERE)[0] == (
        "a",
        305,
        290,
    )  # b is the nearest unmoved
    assert moved_elsewhere({"d": (1, 2)}, CORNER_SPOTS | {"d": (0, 0)}, THERE) == ()


def test_a_layout_takes_the_places_of_the_things_that_it_has():
    layout = move_things(Layout(THERE, ()), [("a", 5, 6), ("d", 1, 2)])
    assert layout.spots == {**THERE, "a": (5, 6)}
    assert move_things(layout, ()) is layout
