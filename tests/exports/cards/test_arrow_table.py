"""Rows as a table of Arrow: each cell keeps its kind."""

from __future__ import annotations

from exports.cards.arrow_table import arrow_table


def test_each_cell_keeps_its_kind_and_its_words():
    rows = [
        {"name": "2019-01-01", "count": 3, "share": 1, "mixed": "a"},
        {"name": "三明\n“1+N”", "count": None, "share": 0.5, "mixed": 2},
        {"count": 2**40},
    ]
    assert arrow_table(rows).to_pydict() == {
        "name": ["2019-01-01", "三明\n“1+N”", None],
        "count": [3, None, 2**40],
        "share": [1.0, 0.5, None],
        "mixed": ["a", "2", None],
    }


def test_rows_that_no_table_of_plain_cells_holds_stay_rows():
    several: list[list[dict[str, object]]] = [[], [{}], [{"names": ["a", "b"]}]]
    for rows in several:
        assert arrow_table(rows) is rows
