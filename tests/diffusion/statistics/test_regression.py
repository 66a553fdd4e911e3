"""The rows and terms of the regression on lagged exposure."""

from __future__ import annotations

import numpy as np

from diffusion.statistics.regression import dummy_columns


def test_a_group_that_is_not_known_is_no_group_of_its_own():
    found = dummy_columns("city", ["2", "", "1", "10"])
    assert list(found) == ["city2", "city10"]
    np.testing.assert_array_equal(found["city2"], [1, np.nan, 0, 0])
