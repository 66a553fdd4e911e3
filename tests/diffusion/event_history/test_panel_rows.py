"""A panel as rows at risk, and every reason why it is none, at once and in both languages."""

from __future__ import annotations

import numpy as np
import pytest

from diffusion.event_history.panel_rows import panel_rows
from diffusion.event_history.risk_table import HazardTime, policy_terms, with_time
from diffusion.study.errors import WrongStudy
from tests.diffusion import simulated

HEADER = ("state", "year", "x", "event")
POOLED_HEADER = ("policy", *HEADER)


def refusals(rows, outcome="event", covariates=("x",), header=HEADER) -> dict[str, dict]:
    with pytest.raises(WrongStudy) as caught:
        panel_rows(simulated.table(rows, header), outcome, covariates)
    told = caught.value.sentences
    assert all(fault.text("zh") and fault.text("en") for fault in told)
    return {fault.key: dict(fault.values) for fault in told}


def test_rows_without_an_outcome_are_not_at_risk():
    rows = [("a", "1", "", "0"), ("a", "2", "5", "1"), ("a", "3", "6", ""), ("b", "1", "7", "0")]
    table = panel_rows(simulated.table(rows, HEADER), "event", ["x"])
    assert (len(table.outcome), table.events) == (3, 1)
    assert table.is_complete.tolist() == [False, True, True]
    assert table.elapsed.tolist() == [0, 1, 0]


def test_every_fault_of_a_panel_is_told_at_once():
    rows = [
        ("a", "1", "one", "0"),
        ("a", "1", "2", "0"),
        ("a", "2", "inf", "1"),
        ("a", "3", "4", "0"),
        ("b", "1", "5", "2"),
    ]
    told = refusals(rows, covariates=("x", "wealth"))
    assert told.keys() == {
        *("panel_no_column", "panel_no_number", "panel_outcome"),
        *("panel_repeated", "panel_after_event"),
    }
    assert told["panel_no_column"]["wrong"] == "wealth"
    assert told["panel_no_number"] == {"column": "x", "count": 2, "value": "one", "line": 2}
    assert told["panel_outcome"] == {"column": "event", "count": 1, "value": "2", "line": 6}
    assert told["panel_repeated"] == {"count": 1, "line": 3, "unit": "a", "period": "1"}
    assert told["panel_after_event"] == {"count": 1, "line": 5, "unit": "a", "period": "3"}


def test_an_outcome_that_nobody_has_is_refused():
    assert refusals([("a", "1", "2", "")]).keys() == {"panel_no_outcome"}


def test_the_same_unit_and_year_may_stand_in_two_policies():
    rows = [("p", "a", "1", "1", "1"), ("q", "a", "4", "1", "0"), ("q", "a", "5", "1", "1")]
    table = panel_rows(simulated.table(rows, POOLED_HEADER), "event", ["x"])
    assert table.elapsed.tolist() == [0, 0, 1]
    assert policy_terms(table.policy)["policy q"].tolist() == [0, 1, 1]
    assert "panel_repeated" in refusals([*rows, rows[0]], header=POOLED_HEADER)


def test_the_terms_of_time_are_those_of_their_definitions():
    rows = panel_rows(simulated.table(simulated.panel(seed=1)), "event", ["wealth"])
    cubic = with_time(rows, HazardTime.CUBIC)
    assert list(cubic.terms) == ["wealth", "time", "time^2", "time^3"]
    assert np.array_equal(cubic.terms["time^3"], (rows.period - 1990) ** 3)
    splines = with_time(rows, HazardTime.SPLINES).terms
    assert list(splines) == ["wealth", "time", "spline 1", "spline 2"]
    last = np.quantile(rows.elapsed, 0.95)
    after = sorted(set(rows.elapsed[rows.elapsed >= last].tolist()))
    before = rows.elapsed <= np.quantile(rows.elapsed, 0.05)
    assert splines["spline 1"][before] == pytest.approx(0)
    values = [splines["spline 1"][rows.elapsed == when][0] for when in after]
    slopes = np.diff(values) / np.diff(after)  # linear after the last knot
    assert slopes == pytest.approx(np.full(len(slopes), slopes[0]) if len(slopes) else slopes)


def test_splines_of_a_few_periods_are_refused():
    rows = panel_rows(simulated.table(simulated.panel(seed=1, periods=3)), "event", [])
    with pytest.raises(WrongStudy, match="different periods"):
        with_time(rows, HazardTime.SPLINES)


def test_periods_in_which_nobody_has_the_event_have_no_term():
    rows = [("a", "1", "1", "0"), ("b", "1", "1", "0"), ("a", "2", "1", "1"), ("b", "2", "1", "0")]
    rows += [("b", "3", "1", "0"), ("c", "3", "1", "1")]
    table = panel_rows(simulated.table(rows, HEADER), "event", [])
    dated = with_time(table, HazardTime.PERIODS)
    assert list(dated.terms) == ["period 3"] and len(dated.outcome) == 4
