"""Correlations are numpy's, and their intervals those of scipy's bootstrap."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import bootstrap, pearsonr

from diffusion.statistics.correlations import bootstrap_correlation, correlation

NUMBERS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=3, max_size=20)


@given(NUMBERS)
def test_the_correlation_is_that_of_scipy(pairs):
    x, y = np.array(pairs, dtype=float).T
    value = correlation(x, y)
    if len(set(x)) == 1 or len(set(y)) == 1:
        assert np.isnan(value)
    else:
        assert value == pytest.approx(pearsonr(x, y).statistic)


def test_the_interval_is_that_of_another_bootstrap():
    generator = np.random.default_rng(4)
    x = generator.normal(size=150)
    y = -0.4 * x + generator.normal(size=150)
    interval = bootstrap_correlation(x, y, 4000, seed=1)
    other = bootstrap(
        (x, y),
        lambda a, b: pearsonr(a, b).statistic,
        paired=True,
        vectorized=False,
        n_resamples=4000,
        method="percentile",
        rng=generator,
    )
    assert interval.low == pytest.approx(other.confidence_interval.low, abs=0.015)
    assert interval.high == pytest.approx(other.confidence_interval.high, abs=0.015)
    assert interval.std_error == pytest.approx(other.standard_error, rel=0.1)


def test_intervals_cover_the_truth_as_often_as_they_say():
    generator = np.random.default_rng(7)
    truth, covered, samples = -0.5, 0, 200
    for sample in range(samples):
        x = generator.normal(size=80)
        y = truth * x + np.sqrt(1 - truth**2) * generator.normal(size=80)
        interval = bootstrap_correlation(x, y, 400, seed=sample)
        covered += interval.low <= truth <= interval.high
    assert 0.89 <= covered / samples <= 0.99


def test_without_replicates_there_is_no_interval():
    interval = bootstrap_correlation(np.array([1.0, 2, 3]), np.array([3.0, 2, 1]), 0, seed=1)
    assert interval.value == pytest.approx(-1)
    assert np.isnan([interval.low, interval.high, interval.bias, interval.std_error]).all()
