"""Drawing cascades by weights is drawing the cascades themselves."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffusion.inference.cascade_times import sorted_times
from diffusion.inference.netinf import inferred_edges, search_steps
from diffusion.inference.parent_columns import ParentColumns, Scoring
from diffusion.inference.stability import edge_shares
from diffusion.inference.waiting_times import exponential
from tests.diffusion.published import older_policies, result

CASCADES = st.lists(
    st.dictionaries(st.sampled_from("abcde"), st.integers(0, 6), min_size=1),
    min_size=2,
    max_size=6,
)
SCORING = Scoring(exponential(0.5))


@given(CASCADES, st.data())
def test_a_weight_is_a_number_of_copies(cascades, data):
    weights = data.draw(st.lists(st.integers(0, 3), min_size=len(cascades), max_size=len(cascades)))
    by_name = {str(place): times for place, times in enumerate(cascades)}
    copies = {
        f"{place} {copy}": times
        for place, times in enumerate(cascades)
        for copy in range(weights[place])
    }
    times = sorted_times(by_name)
    weighted = [
        (times.names[step.parent], times.names[step.child], step.gain, step.p)
        for step in search_steps(ParentColumns(times, SCORING), None, np.array(weights, float))
    ]
    copied = [
        (edge.source, edge.target, edge.gain, edge.p)
        for edge in inferred_edges(sorted_times(copies), SCORING, None)
    ]
    assert [edge[:2] for edge in weighted] == [edge[:2] for edge in copied]
    for mine, other in zip(weighted, copied, strict=True):
        assert mine[2:] == pytest.approx(other[2:], abs=1e-9)


def test_shares_are_those_of_cascades_drawn_one_by_one():
    generator = np.random.default_rng(2)
    cascades = {}
    for number in range(30):
        order, waits = generator.permutation(list("abcdef")), generator.integers(0, 3, 6)
        ticks = map(float, np.cumsum(waits))
        cascades[str(number)] = dict(zip(map(str, order), ticks, strict=True))
    times = sorted_times(cascades)
    replicates = 400
    shares = edge_shares(ParentColumns(times, SCORING), 0.1, None, replicates, seed=3)
    counts: dict[tuple[int, int], int] = {}
    for _ in range(replicates):
        drawn = {str(i): cascades[str(k)] for i, k in enumerate(generator.integers(30, size=30))}
        for edge in inferred_edges(sorted_times(drawn), SCORING, 0.1):
            pair = times.names.index(edge.source), times.names.index(edge.target)
            counts[pair] = counts.get(pair, 0) + 1
    for pair in {*shares, *counts}:
        assert shares.get(pair, 0) == pytest.approx(counts.get(pair, 0) / replicates, abs=0.12)


def test_a_seed_draws_the_same_again_and_the_steadiest_edges_come_first():
    study = older_policies()
    found = result("netinf_stability", study, edges="10", replicates="10", rate="1")
    assert found == result("netinf_stability", study, edges="10", replicates="10", rate="1")
    assert ("VA", "TX") in {(row["source"], row["target"]) for row in found.records()}
    shares = found.column("share")
    assert shares == sorted(shares, reverse=True)
    assert 0 <= shares[-1] < shares[0] <= 1
    assert found.summary["edges"] == 10
    assert found.summary["censored"] == 187 * 50 - 6_196
    assert 0 < found.summary["same_time"] < found.summary["adoptions"] == 6_196


def test_large_cascades_are_computed_column_by_column(monkeypatch):
    times = sorted_times({"1": {"a": 0, "b": 1, "c": 2}, "2": {"b": 0, "a": 2, "c": 3}})
    steps = [step.gain for step in search_steps(ParentColumns(times, SCORING), None)]
    monkeypatch.setattr("diffusion.inference.parent_columns.MAX_ENTRIES", 0)
    again = [step.gain for step in search_steps(ParentColumns(times, SCORING), None)]
    assert steps == again
