"""NetRate's rates are the likeliest, and near the truth on simulated cascades."""

from __future__ import annotations

from math import log

import numpy as np
import pytest
from scipy.optimize import minimize

from diffusion.inference.cascade_times import sorted_times
from diffusion.inference.netrate import GAP, edge_rates
from diffusion.inference.parent_columns import ParentColumns, Scoring
from diffusion.inference.waiting_times import exponential

NODES, END = 5, 6.0
SCORING = Scoring(exponential(0.5))


def simulated(truth: np.ndarray, count: int, seed: int) -> dict[str, dict[str, float]]:
    """Cascades in which each node waits for each adopter at the true rate, watched until END."""
    generator = np.random.default_rng(seed)
    cascades = {}
    for number in range(count):
        times = {int(generator.integers(NODES)): 0.0}
        while True:
            now = max(times.values())
            rates = [
                sum(truth[j, i] for j in times) if i not in times else 0.0 for i in range(NODES)
            ]
            if not sum(rates):
                break
            now += generator.exponential(1 / sum(rates))
            if now >= END:
                break
            times[int(generator.choice(NODES, p=np.array(rates) / sum(rates)))] = now
        cascades[str(number)] = {str(node): time for node, time in times.items()}
    return cascades


def log_likelihood(cascades, child: int, rates: np.ndarray) -> float:
    """As the paper writes it, cascade by cascade."""
    total = 0.0
    for times in cascades.values():
        mine = times.get(str(child), END)
        before = [(int(j), t) for j, t in times.items() if int(j) != child and t < mine]
        total -= sum(rates[j] * (mine - t) for j, t in before)
        if str(child) in times and before:
            total += log(sum(rates[j] for j, _ in before) + 1e-300)
    return total


@pytest.fixture(scope="module")
def truth() -> np.ndarray:
    rates = np.zeros((NODES, NODES))
    rates[0, 1], rates[1, 2], rates[2, 3], rates[0, 4], rates[3, 0] = 0.6, 0.3, 0.9, 0.2, 0.4
    return rates


def test_no_other_rates_are_likelier(truth):
    cascades = simulated(truth, 60, seed=1)
    found = edge_rates(ParentColumns(sorted_times(cascades), SCORING), END)
    assert found.has_converged
    for child in range(NODES):
        best = minimize(
            lambda rates, child=child: -log_likelihood(cascades, child, rates),
            np.full(NODES, 0.2),
            bounds=[(0, None) if j != child else (0, 0) for j in range(NODES)],
            method="L-BFGS-B",
        )
        mine = log_likelihood(cascades, child, found.rates[:, child])
        assert mine >= -best.fun - 2 * GAP


def test_the_true_rates_are_found_again(truth):
    cascades = simulated(truth, 2000, seed=2)
    found = edge_rates(ParentColumns(sorted_times(cascades), SCORING), END)
    assert found.rates == pytest.approx(truth, abs=0.06)


def test_without_the_censored_the_rates_would_be_too_high(truth):
    cascades = simulated(truth, 300, seed=3)
    last = max(time for times in cascades.values() for time in times.values())
    columns = ParentColumns(sorted_times(cascades), SCORING)
    longer, shorter = edge_rates(columns, 2 * END).rates, edge_rates(columns, last).rates
    assert (longer <= shorter + 1e-6).all()
    assert longer.sum() < shorter.sum()
