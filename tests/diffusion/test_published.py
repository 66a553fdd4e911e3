"""The figures that netdiffuseR, NetworkInference and Walker publish, each at its tolerance."""

from __future__ import annotations

import csv

import numpy as np
import pytest

from tests.diffusion import published
from tests.diffusion.published import expected, result, study_in_years


@pytest.fixture(scope="module")
def doctors():
    return published.doctors()


@pytest.fixture(scope="module")
def farmers():
    return published.farmers()


@pytest.fixture(scope="module")
def states():
    return published.states()


ENDS = ("low", "mean", "high")


def number(text: str) -> float | None:
    return float(text) if text else None


def test_the_doctors_summary_is_that_of_netdiffuser(doctors):
    found = result("moran", doctors).records()
    wanted = expected("netdiffuser/medinn_expected_summary.csv")
    assert len(found) == len(wanted)
    for row, published_row in zip(found, wanted, strict=True):
        assert (row["period"], row["adopters"], row["cum"]) == (
            int(published_row["period"]),
            int(published_row["adopters"]),
            int(published_row["cum"]),
        )
        for key in ("hazard", "moran_I"):
            assert row[key] == pytest.approx(number(published_row[key]), abs=0.005), row


def test_the_doctors_curve_agrees_with_their_summary(doctors):
    curve, summary = result("adoption_curve", doctors), result("moran", doctors)
    assert curve.column("cumulative") == summary.column("cum")
    assert curve.column("hazard") == summary.column("hazard")
    # the dates are points: nothing is uncertain
    assert curve.column("least") == curve.column("cumulative") == curve.column("most")


def test_mean_thresholds_by_city_are_the_published(doctors):
    found = {row["group"]: row["mean"] for row in result("threshold", doctors, by="city").records()}
    wanted = {"1": 0.6304, "2": 0.4931, "3": 0.4365, "4": 0.5926, "all": 0.5660}
    assert found == pytest.approx(wanted, abs=5e-5)


def test_the_regression_on_lagged_exposure_is_the_published(doctors):
    options = {"factors": "city", "covariates": "belief,proage,proage^2"}
    found = result("lagged_exposure", doctors, **options)
    rows = {row["term"]: row for row in found.records()}
    wanted = expected("netdiffuser/medinn_expected_glm.csv")
    assert rows.keys() == {row["term"] for row in wanted}
    for row in wanted:
        assert rows[row["term"]]["estimate"] == pytest.approx(float(row["estimate"]), abs=5e-6)
        assert rows[row["term"]]["std_error"] == pytest.approx(float(row["std_error"]), abs=5e-6)
    numbers = found.summary
    assert (numbers["null_df"], numbers["residual_df"]) == (825, 803)
    assert numbers["null_deviance"] == pytest.approx(585.45, abs=0.005)
    assert numbers["residual_deviance"] == pytest.approx(548.47, abs=0.005)
    assert numbers["aic"] == pytest.approx(594.47, abs=0.005)


def test_the_month_in_which_all_who_are_left_adopt_weighs_nothing(doctors):
    whole = result("lagged_exposure", doctors, factors="city").summary
    assert (
        whole
        == result("lagged_exposure", study_in_years(doctors, None, 17), factors="city").summary
    )


def test_the_example_of_diffreg_is_met(doctors):
    """The reference page of netdiffuseR: exposure + factor(city) + proage + per."""
    options = {"time": "linear", "factors": "city", "covariates": "proage"}
    found = result("lagged_exposure", doctors, **options)
    wanted = {
        "(Intercept)": (-3.17030, 0.34339),
        "lagged_expo": (-0.23786, 0.30608),
        "city2": (-0.18010, 0.29894),
        "city3": (-0.24595, 0.29236),
        "city4": (-0.26689, 0.30147),
        "proage": (0.18482, 0.06292),
        "per": (0.11016, 0.02696),
    }
    rows = {row["term"]: row for row in found.records()}
    assert rows.keys() == wanted.keys()
    for term, (estimate, error) in wanted.items():
        assert rows[term]["estimate"] == pytest.approx(estimate, abs=5e-6)
        assert rows[term]["std_error"] == pytest.approx(error, abs=5e-6)
    numbers = found.summary
    assert (numbers["null_df"], numbers["residual_df"]) == (865, 859)
    assert numbers["null_deviance"] == pytest.approx(670.82, abs=0.005)
    assert numbers["residual_deviance"] == pytest.approx(646.55, abs=0.005)
    assert numbers["aic"] == pytest.approx(660.55, abs=0.005)


def test_the_doctors_lagged_exposure_begins_as_published(doctors):
    """The first doctors of netdiffuseR's article on these data; the first month has none."""
    rows = result("exposure", doctors, lag="1").records()
    found = {(row["node"], row["period"]): row["exposure"] for row in rows}
    wanted = {
        "1001": [None, 0, 0, 0.5, 1, 1],
        "1003": [None, 0, 0.2, 0.4, 0.6, 0.8, 0.8, 0.8, 1],
        "1004": [None, 0, 1 / 3, 1 / 3, 1 / 3, 1 / 3, 2 / 3],
        "1005": [None, 0, 0, 0, 0, 1],
        "1006": [None, 0, 1 / 3, 2 / 3, 2 / 3, 1],
    }
    for doctor, exposures in wanted.items():
        mine = [found[doctor, month] for month in range(1, len(exposures) + 1)]
        assert mine == pytest.approx(exposures), doctor


def test_the_doctors_index_differs_from_chance_in_the_published_months(doctors):
    """The summary marks p up to .05 in the first month, up to .1 in the fifteenth, and no other."""
    marked = {
        row["period"]: 2 if row["p"] <= 0.05 else 1
        for row in result("moran", doctors).records()
        if row["p"] is not None and row["p"] <= 0.1
    }
    assert marked == {1: 2, 15: 1}


def test_the_farmers_bass_curve_is_the_published(farmers):
    """netdiffuseR's periods go on to 1966, a year after the last date."""
    numbers = result("bass", study_in_years(farmers, 1946, 1966)).summary
    assert numbers["p_error"] == pytest.approx(0.0007245, abs=5e-8)
    assert numbers["q_error"] == pytest.approx(0.0268004, abs=5e-7)
    assert numbers["residual_error"] == pytest.approx(0.05223, abs=1e-5)
    assert numbers["residual_df"] == 19
    assert numbers["p"] == pytest.approx(0.002278742, rel=1e-4)
    assert numbers["q"] == pytest.approx(0.336735345, rel=1e-4)
    assert numbers["rss"] == pytest.approx(0.05184, abs=5e-6)


def test_the_farmers_classes_are_the_published(farmers):
    """1965 is when the watch ended: whoever has it had not adopted."""
    found = result("adopter_classes", study_in_years(farmers, None, 1964)).records()
    wanted = expected("netdiffuser/brfarmers_expected_classify_pct.csv")
    assert [{key: str(cell) for key, cell in row.items()} for row in found] == wanted


def test_the_farmers_cut_offs_are_the_published(farmers):
    """Published for all farmers, 1965 taken as a year of adoption."""
    found = result("adopter_classes", farmers).summary
    assert [round(found[f"time_{end}"]) for end in ENDS] == [1955, 1960, 1965]
    assert [found[f"threshold_{end}"] for end in ENDS] == pytest.approx(
        [0.206, 0.614, 1.021], abs=5e-4
    )


def test_without_ties_nobody_is_of_a_class_by_threshold(states):
    """Thresholds that are all 0 would all be very high."""
    found = result(
        "adopter_classes", published.study_of_cascades(states, ["antibully"]), counts="yes"
    )
    assert sum(found.column("Non")) == found.n == 50
    assert "no ties" in found.warnings[-1].text("en")


def test_the_states_cascades_are_as_long_as_published(states):
    found = result("cascades", states)
    length, _ = found.records()
    assert [length[key] for key in ("min", "q1", "median", "q3", "max")] == [1, 11, 23, 40, 50]
    assert length["mean"] == pytest.approx(24.49863, abs=5e-6)
    assert (found.n, found.summary["adoptions"]) == (728, 17_835)
    assert found.summary["possible_edges"] == 2450


def test_walkers_index_puts_new_york_first(states):
    """SPID's 79 policies of Walker's, 48 states: NY .636 first, MS .304."""
    with (published.FOLDER / "spid" / "walker_policies.csv").open(encoding="utf-8") as file:
        walker = [row["policy"] for row in csv.DictReader(file)]
    assert len(walker) == 79
    study = published.study_of_cascades(states, walker)
    found = result("innovativeness", study, exclude="Alaska,Hawaii", draws="50")
    index = {row["node"]: row["walker"] for row in found.records()}
    assert found.records()[0]["node"] == "New York"
    assert index["New York"] == pytest.approx(0.636, abs=5e-4)
    assert index["Mississippi"] == pytest.approx(0.304, abs=5e-4)
    assert found.n == 79 and len(index) == 48


def test_the_doctors_whom_many_name_adopted_early(doctors):
    # numpy's correlation of the same columns; R's degree_adoption_diagnostic() takes cor() too
    found = {row["degree"]: row for row in result("opinion_leaders", doctors).records()}
    nodes = result("opinion_leaders", doctors, show="nodes").records()
    for degree, row in found.items():
        columns = [[float(str(node[key])) for node in nodes] for key in (str(degree), "period")]
        assert row["correlation"] == pytest.approx(np.corrcoef(columns[0], columns[1])[0, 1])
        assert row["low"] < row["correlation"] < row["high"]
    assert found["indegree"]["high"] < 0
    assert (nodes[0]["node"], nodes[0]["indegree"]) == ("1029", 19)
