"""What a regression can estimate: terms of any size, and none where the likelihood has no top."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from diffusion.statistics.design_matrix import (
    dependent_terms,
    design_matrix,
    independent_columns,
    terms_without_estimate,
)
from diffusion.statistics.event_history_model import EventHistoryLink, fit_event_history
from diffusion.study.errors import BadOption, WrongStudy
from diffusion.study.study import NumericInterval, Study, StudyNode, Tie
from tests.diffusion import published


def lists(*columns: object) -> list[np.ndarray]:
    return [np.array(one, dtype=float) for one in columns]


@pytest.mark.parametrize("link", EventHistoryLink)
def test_a_term_in_other_units_has_the_same_p_beside_a_small_one(link):
    rng = np.random.default_rng(4)
    share, money, outcome = rng.random(80), rng.random(80), (rng.random(80) < 0.4) * 1.0
    plain = fit_event_history(outcome, {"share": share, "money": money}, link)
    large = fit_event_history(outcome, {"share": share, "money": 1e13 * money}, link)
    for one, other, size in zip(plain.terms, large.terms, [1, 1, 1e13], strict=True):
        assert (one.estimate, one.std_error, one.low, one.high, one.p) == pytest.approx(
            (
                *(size * n for n in (other.estimate, other.std_error, other.low, other.high)),
                other.p,
            ),
            rel=1e-4,
        )
    for key in plain.numbers.keys() - {"penalised_loglik"}:
        assert plain.numbers[key] == pytest.approx(large.numbers[key])


def test_columns_made_up_of_others_are_known():
    ones, x, y = lists([1, 1, 1, 1], [1, 2, 3, 4], [4, 1, 0, 2])
    assert design_matrix({"x": x, "y": y}, 4).independent
    assert not design_matrix({"x": x, "constant": 7 * ones}, 4).independent
    assert not design_matrix({"x": x, "y": 1e9 * (x - 3)}, 4).independent
    assert not design_matrix({"x": x, "y": y, "x+y": x + y}, 4).independent
    assert not design_matrix({"x": x[:1]}, 1).independent


def test_a_term_that_only_the_rest_leaves_certain_has_no_estimate_either():
    """Who is not of the group never adopts; of the group, in the last period, all do."""
    group, late, outcome = lists(
        [0, 0, 0, 0, 0, 1, 1, 1, 1, 1],
        [0, 0, 1, 1, 1, 0, 0, 0, 1, 1],
        [0, 0, 0, 0, 0, 1, 0, 1, 1, 1],
    )
    given = design_matrix({"group": group, "late": late}, 10)
    assert terms_without_estimate(outcome, given) == ("(Intercept)", "group", "late")


def test_a_covariate_that_tells_nothing_apart_has_an_estimate():
    x, outcome = lists([1, 2, 3, 4, 5, 6], [0, 1, 0, 1, 0, 1])
    assert terms_without_estimate(outcome, design_matrix({"x": x}, 6)) == ()


@given(st.lists(st.tuples(*[st.integers(0, 2)] * 2, st.booleans()), min_size=4, max_size=9))
@settings(deadline=None, max_examples=60)
def test_terms_are_endless_just_where_a_direction_without_loss_moves_them(rows):
    """A term has a finite estimate unless it moves along a direction that never lowers the
    likelihood; the rows that a direction betters are left by the next."""
    x, z, outcome = lists(*zip(*rows, strict=True))
    given = design_matrix({"x": x, "z": z}, len(rows))
    if not given.independent or len(set(outcome)) < 2:
        return
    signed = given.table * (2 * outcome - 1)[:, None]
    moved = set()
    for place, name in enumerate(given.names):
        for sign in (1, -1):
            way = linprog(
                -sign * np.eye(3)[place], A_ub=-signed, b_ub=[0] * len(rows), bounds=(-1, 1)
            )
            if abs(way.fun) > 1e-6:
                moved.add(name)
    assert set(terms_without_estimate(outcome, given)) == moved


def study(x: list[str]) -> Study:
    """Sixty who name each other in a ring and adopt one after the other, but every third."""
    nodes = {f"n{i}": StudyNode(f"n{i}", values={"x": one}) for i, one in enumerate(x)}
    when = {f"n{i}": NumericInterval(i % 7, i % 7) for i in range(60) if i % 3}
    ties = tuple(Tie(f"n{i}", f"n{(i * 7 + 1) % 60}") for i in range(60))
    return Study(nodes, {"a": when}, ties, ties)


def test_a_covariate_that_is_the_same_for_all_is_told():
    found = published.result("event_history", study(["5"] * 60), covariates="x")
    assert found.rows == () and "can be derived from the others" in found.refusal.text("en")


@pytest.mark.parametrize("name", ["event_history", "lagged_exposure"])
def test_a_covariate_must_be_finite(name):
    with pytest.raises(WrongStudy, match="inf"):
        published.result(name, study(["inf", *["1"] * 59]), covariates="x")


def test_a_power_must_be_finite():
    with pytest.raises(BadOption, match=r"x\^3"):
        published.result("lagged_exposure", study(["1e200", *["1"] * 59]), covariates="x^3")


def test_what_has_no_finite_estimate_is_left_empty_and_named():
    tells = [str(int(i % 3 > 0)) for i in range(60)]
    found = published.result("lagged_exposure", study(tells), covariates="x", time="none")
    rows = {row["term"]: row for row in found.records()}
    assert rows["x"]["estimate"] is rows["(Intercept)"]["std_error"] is None
    assert rows["lagged_expo"]["estimate"] is not None
    assert any(one.text("en").startswith("(Intercept), x: ") for one in found.warnings)


def test_one_rule_of_rank_says_which_columns_stay():
    x, y, z = np.random.default_rng(2).random((3, 60))
    table = np.column_stack([np.ones(60), x, 1 - x, y, y + 1e-6 * z, y + 1e-13 * z])
    assert independent_columns(table) == [0, 1, 3, 4]
    names = ("twice", "x", "rest", "y", "almost", "same")
    terms = dict(zip(names, table.T, strict=True))
    assert dependent_terms(design_matrix(terms, 60)) == ("twice", "rest", "same")
