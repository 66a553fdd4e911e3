"""NetInf gives the published figures, and what its definition says on small cascades."""

from __future__ import annotations

import csv
from math import exp, log, sqrt
from statistics import NormalDist, mean, stdev

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from diffusion.inference.cascade_times import possible_edges, sorted_times
from diffusion.inference.netinf import inferred_edges
from diffusion.inference.parent_columns import Scoring
from diffusion.inference.waiting_times import WaitingTimeModel, exponential, lognormal, rayleigh
from diffusion.registry import measure
from diffusion.study.study import NumericInterval, Study, Tie
from loaders.study.study_tables import Tables, read_study
from tests.diffusion import published

EXAMPLE = published.FOLDER / "networkinference" / "example_cascades.csv"


@pytest.fixture(scope="module")
def states() -> Study:
    return published.states()


@pytest.fixture(scope="module")
def older_policies() -> Study:
    return published.older_policies()


def run_netinf(study: Study, **typed: str):
    return published.result("netinf", study, **typed)


def test_the_original_programs_gains_are_met_to_six_digits():
    found = run_netinf(read_study(Tables(EXAMPLE)), rate="1", epsilon="1e-64", edges="5")
    gains = {(source, target): gain for _, source, target, gain, _ in found.rows}
    path = EXAMPLE.with_name("example_cascades_expected_snap.csv")
    with path.open(encoding="utf-8") as file:
        expected = {
            (row["origin_node"], row["destination_node"]): float(row["marginal_gain"])
            for row in csv.DictReader(file)
        }
    assert gains == pytest.approx(expected, abs=1e-6)


def test_the_original_programs_volumes_and_waits_are_met():
    options = {"rate": "1", "epsilon": "1e-64", "edges": "5", "details": "yes"}
    found = run_netinf(read_study(Tables(EXAMPLE)), **options).records()
    path = EXAMPLE.with_name("example_cascades_expected_snap.csv")
    with path.open(encoding="utf-8") as file:
        wanted = {(r["origin_node"], r["destination_node"]): r for r in csv.DictReader(file)}
    for row in found:
        told = wanted[row["source"], row["target"]]
        assert row["volume"] == float(told["volume"])
        assert row["median_wait"] == pytest.approx(float(told["median_time_difference"]), abs=2e-6)
        assert row["mean_wait"] == pytest.approx(float(told["mean_time_difference"]), abs=2e-6)


def test_the_states_first_edges_and_their_number_are_the_published(states):
    found = run_netinf(states, p="0.1")
    first = [(source, target, round(gain)) for _, source, target, gain, _ in found.rows[:6]]
    assert first == [
        ("California", "Oregon", 3745),
        ("California", "Colorado", 3363),
        ("California", "Maryland", 3356),
        ("California", "Washington", 3307),
        ("California", "Illinois", 3286),
        ("California", "North Carolina", 3264),
    ]
    assert abs(len(found.rows) - 866) <= 12
    assert found.n == 728
    assert found.summary["adoptions"] == 17_835
    assert found.summary["possible_edges"] == 2450


def test_the_rate_of_one_half_gives_the_published_number_of_edges(states):
    assert abs(len(run_netinf(states, p="0.1", rate="0.5").rows) - 872) <= 12


def test_the_older_policies_first_edges_are_the_published(older_policies):
    found = run_netinf(older_policies, rate="1", epsilon="1e-9", edges="6")
    assert [(source, target, round(gain)) for _, source, target, gain, _ in found.rows] == [
        ("VA", "TX", 1067),
        ("CA", "NC", 1043),
        ("CA", "IL", 1040),
        ("OR", "KY", 1031),
        ("WA", "CO", 1022),
        ("CA", "MD", 1011),
    ]


def test_the_edge_that_crosses_the_cutoff_is_the_last(states):
    *before, last = run_netinf(states, p="0.001").column("p")
    assert max(before) < 0.001 <= last


def test_an_edge_that_betters_every_cascade_alike_is_sure():
    """Then the deviation is 0 and z infinite, as R's pnorm(Inf)."""
    cascades = {str(c): {"a": NumericInterval(0, 0), "b": NumericInterval(1, 1)} for c in range(12)}
    assert run_netinf(Study({}, cascades)).column("p") == [0]


def test_a_model_may_be_named_as_in_networkinference():
    assert measure("netinf").parse_options({"model": "Log-Normal", "rate": "AUTO"}) == {
        "model": WaitingTimeModel.LOGNORMAL,
        "rate": None,
    }


@pytest.mark.parametrize("model", ["exponential", "rayleigh", "lognormal"])
def test_every_model_finds_the_one_source_of_all(model):
    # the hub is first everywhere; the others follow in an order that changes from one to the next
    names = [f"n{i}" for i in range(6)]
    cascades = {
        str(c): {"hub": NumericInterval(0, 0)}
        | {
            name: NumericInterval(t, t)
            for i, name in enumerate(names)
            if (t := 1 + ((i + 1) * (c + 1)) % 7 / 10)
        }
        for c in range(12)
    }
    found = run_netinf(Study({}, cascades), model=model, edges="6")
    assert {(source, target) for _, source, target, *_ in found.rows} == {
        ("hub", name) for name in names
    }


def test_fewer_than_ten_cascades_are_explained_not_computed(states):
    few = Study(states.nodes, dict(list(states.cascades.items())[:9]))
    found = run_netinf(few)
    assert found.rows == () and found.n == 9
    assert "10" in found.refusal.text("en") and "9" in found.refusal.text("zh")


def test_the_stated_network_is_set_beside_the_inferred(older_policies):
    ties = (Tie("TX", "VA"), Tie("VA", "TX"), Tie("VA", "VA"))
    study = Study(older_policies.nodes, older_policies.cascades, ties)
    summary = run_netinf(study, rate="1", edges="5").summary
    assert (summary["precision"], summary["recall"]) == (1 / 5, 1 / 2)


# --- against the definition, word for word -----------------------------------------------------

TIMES = st.dictionaries(st.sampled_from("abcde"), st.integers(0, 9).map(float), min_size=1)
CASCADES = st.dictionaries(st.integers(0, 20).map(str), TIMES, min_size=1, max_size=6)


def by_definition(cascades, log_density, epsilon, most):
    """Greedy NetInf as it is written down, with no thought of speed."""
    score = lambda weight, dt: log(weight) + float(log_density(np.array(dt)))  # noqa: E731
    current = {
        (c, v): max(score(epsilon, t - s) for s in times.values() if s < t)
        for c, times in cascades.items()
        for v, t in times.items()
        if any(s < t for s in times.values())
    }

    def betters(u, v):
        return {
            c: score(0.5, times[v] - times[u]) - current[c, v]
            for c, times in cascades.items()
            if u in times
            and v in times
            and times[u] < times[v]
            and score(0.5, times[v] - times[u]) > current[c, v]
        }

    found: list[tuple[str, str, float, float]] = []
    while len(found) < most:
        gains = {(u, v): betters(u, v) for u in "abcde" for v in "abcde"}
        total = {edge: round(sum(by.values()), 9) for edge, by in gains.items()}
        u, v = max(total, key=lambda edge: (total[edge], [-ord(x) for x in reversed(edge)]))
        if total[u, v] <= 0:
            return found
        d = [gains[u, v].get(c, 0) - 1 / len(cascades) for c in cascades]
        spread = stdev(d) if len(d) > 1 else None
        if spread is None or spread < 1e-12:  # one cascade tests nothing; all alike is sure
            p = 0.0 if spread is not None and sum(d) > 0 else 1.0
        else:
            p = 1 - NormalDist().cdf(sum(d) / (spread * sqrt(len(d))))
        found.append((u, v, total[u, v], p))
        for c, better in gains[u, v].items():
            current[c, v] += better
    return found


@pytest.mark.parametrize("density", [exponential(0.5), rayleigh(2), lognormal(0.5, 1)])
@given(cascades=CASCADES)
def test_the_edges_are_those_of_the_definition(density, cascades):
    found = inferred_edges(sorted_times(cascades), Scoring(density, 1e-4), None, 5)
    expected = by_definition(cascades, density, 1e-4, 5)
    assert [(e.source, e.target) for e in found] == [(u, v) for u, v, *_ in expected]
    assert [e.gain for e in found] == pytest.approx([gain for *_, gain, _ in expected])
    assert [e.p for e in found] == pytest.approx([p for *_, p in expected], abs=1e-6)


def test_the_densities_are_those_of_their_names():
    t = np.array([0.3, 1.0, 4.5])
    named = {
        exponential(0.7): stats.expon(scale=1 / 0.7),
        rayleigh(1.3): stats.rayleigh(scale=1.3),
        lognormal(0.2, 0.9): stats.lognorm(0.9, scale=exp(0.2)),
    }
    for ours, theirs in named.items():
        assert ours(t) == pytest.approx(theirs.logpdf(t))


@given(CASCADES, st.permutations("abcde"))
def test_other_names_give_the_same_gains(cascades, names):
    called = dict(zip("abcde", names, strict=True))
    renamed = {c: {called[v]: t for v, t in times.items()} for c, times in cascades.items()}
    scoring = Scoring(exponential(0.5), 1e-4)
    first = inferred_edges(sorted_times(cascades), scoring, None, 1)
    again = inferred_edges(sorted_times(renamed), scoring, None, 1)
    assert [e.gain for e in first] == pytest.approx([e.gain for e in again])


@given(CASCADES)
def test_the_possible_edges_are_the_pairs_of_which_one_is_ever_earlier(cascades):
    pairs = {
        (u, v)
        for times in cascades.values()
        for u, s in times.items()
        for v, t in times.items()
        if s < t
    }
    assert possible_edges(sorted_times(cascades)) == len(pairs)


def test_the_mean_of_the_two_rates_is_the_automatic_one():
    cascades = {
        str(c): {"a": NumericInterval(0, 0), "b": NumericInterval(1, 1), "c": NumericInterval(4, 4)}
        for c in range(10)
    }
    found = run_netinf(Study({}, cascades), edges="1")
    assert found.summary["rate"] == pytest.approx(mean([1 / 2.5, 1 / 2]))
