"""Answers end at a size, visibly, and without reading what is beyond it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.stores.answer_size import shorten, size_rows


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("x" * 10, "x" * 10),
        ("医" * 3 + "x", "医" * 3 + "x"),
        ("医" * 4, "医" * 3 + "… (0.0 kB)"),
        ("x" * 2_500_000, "x" * 10 + "… (2.5 MB)"),
        (["abc"] * 9, ["abc"] * 3 + ["a… (0.0 kB)", "… (+5)"]),
        ({"a": "x" * 20, "b": 1}, {"a": "x" * 10 + "… (0.0 kB)", "…": "(+1)"}),
        (12345678901234567, 12345678901234567),
        (None, None),
    ],
)
def test_a_cell_is_shortened_and_shows_it(cell, kept):
    assert shorten(cell, 10)[0] == kept


def test_an_answer_has_no_more_rows_once_it_is_large_and_no_more_are_read():
    read = []

    def rows() -> Iterator[tuple[str]]:
        for number in range(1000):
            read.append(number)
            yield ("x" * 100,)

    sized = size_rows(rows(), 500, 100, 1000)
    assert len(sized.rows) == 11 and sized.is_cut and not sized.is_shortened
    assert len(read) == 12


def test_what_is_within_the_limits_is_whole():
    sized = size_rows([("a", 1), ("b", None)], 2, 10, 100)
    assert sized.rows == [("a", 1), ("b", None)]
    assert not sized.is_cut and not sized.is_shortened
