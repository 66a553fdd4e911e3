"""Names with room never overlap, and the first always has its own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.drawing.layout.label_placement import NamedSign, TakenBoxes, placed_names
from graph.drawing.layout.sign_shapes import FIGURES, sign_corners

LIMITS = (0.0, 0.0, 400.0, 300.0)
ROW = 18.0
SIGNS = st.lists(
    st.builds(
        NamedSign,
        st.just("name"),
        st.floats(10, 390),
        st.floats(10, 290),
        st.floats(1, 9),
        st.floats(5, 180),
    ),
    max_size=30,
)


@given(SIGNS)
def test_no_name_covers_another_or_leaves_the_picture(signs):
    placed = placed_names(signs, ROW, LIMITS, TakenBoxes())
    taken = [(left, sign.y, left + sign.width) for sign, left in placed]
    assert all(left >= 0 and right <= 400 for left, _, right in taken)
    for place, (left, y, right) in enumerate(taken):
        for other_left, other_y, other_right in taken[place + 1 :]:
            assert right <= other_left or other_right <= left or abs(y - other_y) >= ROW


def test_a_name_without_room_at_the_right_stands_at_the_left():
    sign = NamedSign("name", 380, 50, 4, 60)
    [(_, left)] = placed_names([sign], ROW, LIMITS, TakenBoxes())
    assert left + 60 < 380


def test_the_more_important_of_two_names_is_written():
    first, second = NamedSign("first", 100, 50, 4, 350), NamedSign("second", 110, 52, 4, 350)
    wide = (0.0, 0.0, 460.0, 300.0)
    assert [sign.name for sign, _ in placed_names([first, second], ROW, wide, TakenBoxes())] == [
        "first"
    ]


def test_each_sign_lies_about_its_middle():
    for shape in ("dot", *FIGURES):
        xs, ys = zip(*sign_corners(shape, (50.0, 70.0), 10.0), strict=True)
        assert abs(sum(xs) / len(xs) - 50) < 1 and abs(sum(ys) / len(ys) - 70) < 1
        assert 7 <= max(xs) - 50 <= 15
