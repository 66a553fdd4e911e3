"""Numbers as people read them."""

from __future__ import annotations

import pytest

from diffusion.study.number_format import round_cell


@pytest.mark.parametrize(
    ("number", "read"),
    [
        (2021 + 364 / 365, "2021.997"),  # the last day of 2021 is not yet 2022
        (2012.5, "2012.5"),
        (2000.0001, "2000"),
        (1234.5678, "1234.568"),
        (0.123456, "0.1235"),
        (0.000012, "1.2e-05"),
        (3.0, 3),
        (88150946813549104.0, "8.8e+16"),
        (None, None),
        ("a", "a"),
    ],
)
def test_a_number_is_read_at_a_glance_and_not_as_another(number, read):
    assert round_cell(number) == read
