"""Bare numbers in the cells of invented tables have the unit of their head."""

from __future__ import annotations

import pytest

from drafting.recognition.numbers.table_figures import table_figures


def read(table: str, units: dict[str, str] | None = None) -> list[tuple[str, str]]:
    return [(f"{f.value:f}", f.unit) for f in table_figures(table, units or {})]


@pytest.mark.parametrize(
    ("table", "figures"),
    [
        ("指标|甲县|乙县\n风筝率(%)|64.8|52\n", [("64.8", "percent"), ("52", "percent")]),
        ("县|风筝占比|风筝塔（家）\n甲县|64.8|3\n", [("64.8", "percent"), ("3", "institution")]),
        ("指标\t2022年\n风筝钱（万元）\t1,234\n", [("12340000", "CNY")]),
    ],
)
def test_the_unit_stands_in_the_head_of_the_row_or_of_the_column(table, figures):
    assert read(table) == figures


def test_a_number_without_a_unit_is_left_out():
    assert read("指标|甲县\n风筝|3\n") == []


def test_the_facts_own_units_count():
    assert read("指标|甲县\n风筝（串）|3\n", {"串": "string"}) == [("3", "string")]
