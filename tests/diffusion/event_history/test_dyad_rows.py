"""Pairs at risk are those of the definition, and the correction does what its paper says."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffusion.event_history.dyad_rows import DyadOptions, Opportunity, dyad_rows
from diffusion.event_history.model_choice import FitOptions, fit_rows
from diffusion.event_history.risk_table import HazardTime, with_time
from diffusion.statistics.event_history_model import EventHistoryLink
from diffusion.statistics.standard_errors import StandardErrors
from diffusion.study.errors import WrongStudy
from diffusion.study.study import NumericInterval, Study, StudyNode, Tie
from tests.diffusion.published import doctors, result

NODES = "abcde"
TIMES = st.dictionaries(st.sampled_from(NODES), st.integers(1, 4), min_size=1)
PAIRS = st.sets(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=8)


def study(times, ties, values=None) -> Study:
    contacts = tuple(Tie(*ends) for ends in sorted(ties))
    adoptions = {node: NumericInterval(time, time) for node, time in times.items()}
    nodes = {n: StudyNode(n, values=(values or {}).get(n, {})) for n in NODES}
    return Study(nodes, {"it": adoptions}, contacts=contacts, window=(1, 5))


@given(TIMES, PAIRS, st.sampled_from(Opportunity))
def test_the_rows_are_those_of_the_definition(times, ties, opportunity):
    values = {
        node: {"size": str(place), "zone": "ab"[place % 2]} for place, node in enumerate(NODES)
    }
    dyads = dyad_rows(study(times, ties, values), DyadOptions(opportunity, ("size",), "zone"))
    expected = []
    for period in (2, 3, 4, 5):
        for learner in NODES:
            for teacher in NODES:
                before = times.get(teacher, 9) < period
                if times.get(learner, 9) < period or learner == teacher:
                    continue
                if opportunity is Opportunity.ALL or before:
                    sizes = NODES.index(learner), NODES.index(teacher)
                    event = times.get(learner, 9) == period and before
                    same = values[learner]["zone"] == values[teacher]["zone"]
                    row = (learner, period, event, *sizes, abs(sizes[0] - sizes[1]), same)
                    expected.append(row + (((learner, teacher) in ties,) if ties else ()))
    table = dyads.table
    names = ["size of learner", "size of teacher", "size apart", "same zone"]
    columns = [table.terms[name] for name in names + (["tie"] if ties else [])]
    rows = list(zip(table.unit.tolist(), table.period, table.outcome, *columns, strict=True))
    assert sorted(rows) == sorted(expected)
    assert dyads.adoptions == len({row[0] for row in expected if row[2]})


def leaders(seed: int, count: int = 60) -> Study:
    """Nodes that adopt by themselves, the larger the sooner; nobody emulates anybody."""
    generator = np.random.default_rng(seed)
    size = generator.normal(size=count)
    chance = 1 / (1 + np.exp(2.5 - 0.8 * size))
    times = generator.geometric(chance)
    nodes = {str(i): StudyNode(str(i), values={"size": f"{size[i]:.4f}"}) for i in range(count)}
    adoptions = {str(i): NumericInterval(t, t) for i, t in enumerate(times) if t <= 25}
    return Study(nodes, {"it": adoptions}, window=(1, 25))


def test_without_opportunity_leaders_look_emulated_where_nobody_emulates():
    # Boehmke (2009): the data are of a monadic model, and only the correction finds no emulation
    worlds = [leaders(seed) for seed in range(4)]
    uncorrected = [of_teacher(world, Opportunity.ALL) for world in worlds]
    corrected = [of_teacher(world, Opportunity.GIVEN) for world in worlds]
    assert min(uncorrected) > 0.1
    assert abs(np.mean(corrected)) < 0.1 < np.mean(uncorrected)


def of_teacher(world: Study, opportunity: Opportunity) -> float:
    """The estimate that says whether large teachers are emulated more."""
    return fit(world, DyadOptions(opportunity, ("size",), None))["size of teacher"].estimate


def fit(world: Study, options: DyadOptions, errors=StandardErrors.CLUSTER):
    """The terms of a logit with linear time, by name."""
    table = with_time(dyad_rows(world, options).table, HazardTime.LINEAR)
    model = fit_rows(
        table,
        FitOptions(EventHistoryLink.LOGIT, errors, small_sample=False),
        has_enough_events=True,
    )
    return {term.name: term for term in model.terms}


def test_errors_by_pair_are_too_small():
    options = DyadOptions(Opportunity.GIVEN, (), "city")
    clustered = fit(doctors(), options)
    by_pair = fit(doctors(), options, StandardErrors.OBSERVED)
    assert clustered["time"].estimate == by_pair["time"].estimate
    assert clustered["time"].std_error > 2 * by_pair["time"].std_error


def test_the_doctors_pairs_are_counted_in_adoptions():
    city = 4  # the smallest: the skill of all pairs takes long
    study = doctors()
    members = {id: node for id, node in study.nodes.items() if float(node.values["city"]) == city}
    adoptions = next(iter(study.cascades.values()))
    inside = {id: when for id, when in adoptions.items() if id in members}
    world = replace(study, nodes=members, cascades={"it": inside})
    found = result("dyadic_history", world)
    told = {warning.key for warning in found.warnings}
    assert "dyad_events" in told and "dyads_without_opportunity" not in told
    assert found.n > found.summary["adoptions"] == found.summary["members"] > 10
    assert found.summary["events_per_term"] == pytest.approx(found.summary["adoptions"] / 2)
    every = result("dyadic_history", world, opportunity="all", errors="observed")
    told = {warning.key for warning in every.warnings}
    assert {"dyads_not_clustered", "dyads_without_opportunity"} <= told


def test_what_cannot_be_computed_is_refused_with_the_reason():
    with pytest.raises(WrongStudy, match="--contacts"):
        dyad_rows(study({"a": 1, "b": 2}, ()), DyadOptions(Opportunity.GIVEN, (), None))
    few = result("dyadic_history", study({"a": 1, "b": 2}, {("b", "a")}))
    assert few.refusal is not None and few.rows == ()
    many = Study(
        {str(i): StudyNode(str(i), values={"zone": "a"}) for i in range(300)},
        {"it": {str(i): NumericInterval(i % 50, i % 50) for i in range(300)}},
    )
    with pytest.raises(WrongStudy, match="limit"):
        result("dyadic_history", many, same="zone")


def test_pairs_of_several_cascades_are_pooled_each_over_its_own_periods():
    first = {"a": 1, "b": 2, "c": 4}
    second = {"c": 1, "a": 3}
    options = DyadOptions(Opportunity.GIVEN, (), None)
    ties = {("b", "a"), ("a", "c")}
    parts = [dyad_rows(study(times, ties), options) for times in (first, second)]
    spans = {
        name: {node: NumericInterval(time, time) for node, time in times.items()}
        for name, times in (("one", first), ("two", second))
    }
    pooled = dyad_rows(replace(study(first, ties), cascades=spans), options)
    assert pooled.policies == 2 and pooled.adoptions == sum(part.adoptions for part in parts)
    for name, part in zip(("one", "two"), parts, strict=True):
        rows = pooled.table.rows_where(pooled.table.policy == name)
        for column in ("outcome", "unit", "period", "elapsed"):
            assert getattr(rows, column).tolist() == getattr(part.table, column).tolist()
        assert rows.terms["tie"].tolist() == part.table.terms["tie"].tolist()


def test_pooled_cascades_have_intercepts_of_their_own_and_are_left_out_in_turn():
    studies = [leaders(seed, count=25) for seed in range(4)]
    cascades = {f"law {n}": next(iter(one.cascades.values())) for n, one in enumerate(studies)}
    pooled = result(
        "dyadic_history",
        replace(studies[0], cascades=cascades),
        covariates="size",
        policy_terms="yes",
    )
    assert any(warning.key == "dyads_of_policies" for warning in pooled.warnings)
    assert [row["term"] for row in pooled.records()][-3:] == [f"policy law {n}" for n in (1, 2, 3)]
    assert pooled.summary["auc_policies"] is not None
