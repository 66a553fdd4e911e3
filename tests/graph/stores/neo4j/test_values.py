"""What a driver gives as plain data that a table, CSV and JSON can hold."""

from __future__ import annotations

import pytest
from neo4j.spatial import CartesianPoint
from neo4j.time import Date, DateTime, Duration, Time

from graph.stores.neo4j.values import cell


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Date(2020, 1, 2), "2020-01-02"),
        (DateTime(2020, 1, 2, 3, 4, 5), "2020-01-02T03:04:05"),
        (DateTime(2020, 1, 2, 3, 4, 5, 500_000_000), "2020-01-02T03:04:05.5"),
        (Time(3, 4, 10), "03:04:10"),
        (Duration(months=14, days=3, seconds=5), "P1Y2M3DT5S"),
        (float("nan"), "NaN"),
        (float("-inf"), "-Infinity"),
        (CartesianPoint((1.0, 2.0)), {"x": 1.0, "y": 2.0, "srid": 7203}),
        ([1, {"a": Date(2020, 1, 2)}], [1, {"a": "2020-01-02"}]),
    ],
)
def test_a_value_comes_as_it_is_written(value, shown):
    assert cell(value) == shown
