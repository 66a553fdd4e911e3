"""Dates of spreadsheets and data frames become EDTF; whatever else is written is left alone."""

from __future__ import annotations

import pytest

from loaders.tables.spreadsheet_dates import as_edtf


@pytest.mark.parametrize(
    ("saved", "edtf"),
    [
        ("2016/8/17", "2016-08-17"),
        ("2016.8.17", "2016-08-17"),
        ("2016-8-17", "2016-08-17"),
        ("2016年8月17日", "2016-08-17"),
        ("2016-08-17 00:00:00", "2016-08-17"),
        ("2016-08-17T00:00", "2016-08-17"),
        ("2016/12", "2016-12"),
        ("2016年8月", "2016-08"),
        ("2016年", "2016"),
    ],
)
def test_the_year_comes_first(saved, edtf):
    assert as_edtf(saved) == edtf


@pytest.mark.parametrize(
    "text",
    ["2016", "2016-08", "2016-08-17", "2016/2018", "../2016-08", "2016~", "201X", "", "soon"]
    + ["8/17/2016", "17.8.2016", "2016-08-17 10:30", "2016年17日", "2016/8/17/1", "20160817"],
)
def test_all_else_is_left_as_it_is(text):
    assert as_edtf(text) == text
