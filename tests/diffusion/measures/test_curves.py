"""Curves, rates and scores are what their definitions say, and say when they cannot be taken."""

from __future__ import annotations

from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffusion.charts.figure import figure
from diffusion.networks.innovativeness import adoption_rate, innovativeness_scores, walker_index
from diffusion.registry import measures
from diffusion.statistics.growth_curves import bass_curve, fit_curve, logistic_curve
from diffusion.study.errors import WrongStudy
from diffusion.study.from_facts import FactSelection, study_from_facts
from diffusion.study.study import UNDATED_INTERVAL, NumericInterval, Study, StudyNode
from tests.diffusion.published import result, study_in_years

TIMES = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 9), min_size=1)


def table(times, nodes="abcdefgh") -> Study:
    adoptions = {node: NumericInterval(time, time) for node, time in times.items()}
    return Study({node: StudyNode(node) for node in nodes}, {"it": adoptions})


def study_of_spans(*spans: NumericInterval) -> Study:
    """What texts tell of some of ten places."""
    adoptions = {str(i): span for i, span in enumerate(spans)}
    return Study(
        {str(i): StudyNode(str(i)) for i in range(10)}, {"it": adoptions}, step=1, is_closed=False
    )


@given(TIMES)
def test_the_curve_counts_who_had_adopted_and_the_hazard_is_of_who_had_not(times):
    rows = result("adoption_curve", table(times)).records()
    before = 0
    for row in rows:
        now = sum(time <= row["period"] for time in times.values())
        assert (row["adopters"], row["cumulative"]) == (now - before, now)
        assert row["share"] == pytest.approx(now / 8)
        if row is not rows[0]:
            hazard = (now - before) / (8 - before) if before < 8 else None
            assert row["hazard"] == pytest.approx(hazard)
            assert row["rate"] == pytest.approx((now - before) / before)
        before = now
    assert before == len(times)


def test_dates_that_are_intervals_bound_the_curve():
    study = study_of_spans(
        NumericInterval(2019, 2019.5),
        NumericInterval(2019.2, 2021.5),
        UNDATED_INTERVAL,
        NumericInterval(2021, 2021.9),
    )
    found = result("adoption_curve", study)
    assert found.column("period") == [2019, 2020, 2021]
    assert found.column("cumulative") == [1, 1, 2]
    assert found.column("least") == [1, 1, 3]
    assert found.column("most") == [3, 3, 4]
    assert (found.n, found.undated, found.unknown) == (2, 2, 6)


def test_the_figure_shows_the_bounds_as_a_band_and_none_where_all_dates_are_sharp():
    asked = measures()["adoption_curve"]
    for spans, kinds in (
        (
            (NumericInterval(2019, 2019.5), NumericInterval(2021, 2021.9), UNDATED_INTERVAL),
            ["area", "line"],
        ),
        (
            (NumericInterval(2019, 2019.5), UNDATED_INTERVAL),
            ["bar", "line"],
        ),  # a band of one period has no width
        ((NumericInterval(2019, 2019.5), NumericInterval(2021, 2021.9)), ["line"]),
    ):
        study = study_of_spans(*spans)
        drawn = figure(asked, asked.run(study), study, "en").to_dict()
        layers = drawn.get("layer", [drawn])
        assert [layer["mark"]["type"] for layer in layers] == kinds
        if len(kinds) > 1:
            ends = layers[0]["encoding"]
            assert (ends["y"]["field"], ends["y2"]["field"]) == ("least", "most")


def test_the_watch_covers_the_ends_of_every_date():
    found = result(
        "adoption_curve",
        study_of_spans(NumericInterval(2020, 2020.5), NumericInterval(2018.5, 2022.5)),
    )
    assert found.column("period") == [2018, 2019, 2020, 2021, 2022]
    assert (found.column("least"), found.column("most")) == ([0, 0, 1, 1, 2], [1, 1, 2, 2, 2])


def test_of_whom_nothing_is_said_is_no_non_adopter():
    found = result(
        "adoption_curve", study_of_spans(NumericInterval(2019, 2019), NumericInterval(2020, 2020))
    )
    assert found.column("share") == [0.5, 1.0]
    assert any("no source mentions" in warning.text("en") for warning in found.warnings)


def test_a_half_open_date_has_no_period():
    assert result("adoption_curve", study_of_spans(NumericInterval(2019, inf))).refusal is not None


def test_the_window_ends_the_watch():
    times = {"a": 1, "b": 4, "c": 9}
    found = result("adoption_curve", study_in_years(table(times), 1, 5))
    assert found.column("period") == [1, 2, 3, 4, 5]
    assert found.column("cumulative") == [1, 1, 1, 2, 2]
    assert found.summary["right_censored"] == 6


def test_numbers_far_finer_than_the_step_are_refused_with_a_way_out():
    with pytest.raises(WrongStudy, match="--step"):
        result("adoption_curve", table({"a": 1, "b": 10**9}))


@pytest.mark.parametrize("curve, found", [(bass_curve, (0.02, 0.4)), (logistic_curve, (0.7, 9.0))])
def test_a_curve_finds_the_parameters_that_made_it(curve, found):
    t = np.arange(1.0, 21)
    fitted = fit_curve(curve, curve(t, *found), (0.1, 0.5) if curve is bass_curve else (0.5, 10))
    assert fitted.parameters == pytest.approx(found, rel=1e-5)
    assert fitted.rss == pytest.approx(0, abs=1e-10)


@pytest.mark.parametrize("name", ["bass", "logistic"])
def test_a_curve_of_few_periods_is_explained_not_drawn(name):
    found = result(name, table({"a": 1, "b": 7}))
    assert found.rows == () and "8" in found.refusal.text("zh")


@pytest.mark.parametrize("name", ["bass", "logistic"])
def test_before_the_inflection_a_warning_is_given(name):
    times = {str(i): t for i, t in enumerate([1, 3, 5, 6, 7, 7, 8, 8, 8, 9, 9, 9, 9, 9])}
    study = table(times, nodes=[str(i) for i in range(500)])
    assert any(w.key == "before_inflection" for w in result(name, study).warnings)


def test_classes_of_fewer_than_twenty_are_explained_not_made():
    found = result("adopter_classes", table({"a": 1, "b": 2, "c": 3}))
    assert found.rows == () and found.n == 3 and "20" in found.refusal.text("en")


# --- innovativeness -----------------------------------------------------------------------------

CASCADES = st.lists(TIMES, min_size=1, max_size=5)


@given(CASCADES)
def test_walkers_index_and_the_rate_are_those_of_the_definition(cascades):
    nodes = list("abcdefgh")
    found = innovativeness_scores(cascades, nodes, 1, is_closed=True)
    used = [times for times in cascades if len(set(times.values())) > 1]
    for i, node in enumerate(nodes):
        score, adopted, could = [], 0, 0
        for times in used:
            first, last = min(times.values()), max(times.values())
            waited = (times[node] - first) / (last - first) if node in times else 1
            score.append(1 - waited)
            adopted += node in times
            could += sum(times.get(node, 99) >= year for year in range(first, last + 1))
        index, rate = walker_index(found)[i], adoption_rate(found)[i]
        assert index == pytest.approx(np.mean(score) if used else np.nan, nan_ok=True)
        assert rate == pytest.approx(adopted / could if could else np.nan, nan_ok=True)


def test_the_same_seed_draws_the_same_intervals_around_the_index():
    cascades = {
        str(c): {n: NumericInterval(i * c % 5, i * c % 5) for i, n in enumerate("abcd")}
        for c in range(1, 9)
    }
    study = Study({}, cascades)
    one, other = (result("innovativeness", study, seed="7", draws="200") for _ in range(2))
    assert one == other
    for row in one.records():
        assert row["walker_low"] <= row["walker"] <= row["walker_high"]


def test_fewer_than_five_mechanisms_are_explained_not_scored():
    study = Study(
        {}, {str(c): {"a": NumericInterval(0, 0), "b": NumericInterval(1, 1)} for c in range(4)}
    )
    found = result("innovativeness", study)
    assert found.rows == () and found.n == 4


def test_measures_of_one_mechanism_ask_which_of_several():
    study = Study({}, {"one": {"a": NumericInterval(0, 0)}, "two": {"a": NumericInterval(0, 0)}})
    with pytest.raises(WrongStudy, match="one, two"):
        result("adoption_curve", study)


def test_exposure_is_never_taken_over_what_was_recorded_because_of_adoption(real_facts):
    study = study_from_facts(real_facts, FactSelection())
    lessons = {tie.id for tie in study.ties}
    assert lessons and "" not in lessons
    assert lessons.isdisjoint(tie.id for tie in study.contacts)
