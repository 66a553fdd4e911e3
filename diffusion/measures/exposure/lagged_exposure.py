"""Whether exposure in one period raises the chance to adopt in the next."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from diffusion.framework.measure import Measure
from diffusion.framework.panel_result import count_adopters, panel_refusal, panel_result
from diffusion.networks.exposure import exposure_matrix
from diffusion.statistics.design_matrix import design_matrix, terms_without_estimate
from diffusion.statistics.regression import (
    LinkFunction,
    RegressionFit,
    RiskRows,
    TimeTerms,
    dummy_columns,
    fit_regression,
    rows_at_risk,
)
from diffusion.study.errors import BadOption, require
from diffusion.study.number_format import period_cell
from diffusion.study.panel import (
    Array,
    Panel,
    adjacency,
    build_panel,
    group_labels,
    node_values,
    parse_numbers,
)
from diffusion.study.result import Cell, Result, Sentence, sentence
from diffusion.study.selection import require_contacts, single_cascade
from diffusion.study.study import Study

# Below this many adoptions for each term estimates are not to be trusted (Peduzzi et al. 1996).
EVENTS_PER_TERM = 10
MIN_EVENTS = 10
COLUMNS = ("term", "estimate", "std_error", "z", "p")
POWER = re.compile(r"(.+)\^([2-9])")
EXPOSURE = "lagged_expo"


def lagged_exposure(
    study: Study,
    *,
    covariates: str | None = None,
    factors: str | None = None,
    time: TimeTerms = TimeTerms.PERIODS,
    lag: int = 1,
    link: LinkFunction = LinkFunction.LOGIT,
) -> Result:
    """A row for each term of the model of adopting in a period at whose beginning one had not.

    `covariates` are columns of numbers (`belief,proage,proage^2`), `factors` columns of groups,
    whose first value is the base. `time` is a term for each period after the first at risk, one
    term (`per`, the period's own number) or none. Rows in which a cell is empty are left out. With
    a term for each, periods in which all who are left adopt are left out: diffreg() of netdiffuseR
    keeps them, with an infinite estimate and the same others, and counts their rows.
    """
    require(lag >= 1, "lag", lag, "lag >= 1")
    panel = build_panel(study, single_cascade(study))
    if count_adopters(panel) < MIN_EVENTS:
        reason = sentence("too_few_events", needed=MIN_EVENTS, found=count_adopters(panel))
        return panel_refusal(panel, COLUMNS, count_adopters(panel), reason)
    rows = rows_at_risk(panel, lag)
    if not len(rows.outcome):
        return panel_refusal(panel, COLUMNS, 0, sentence("nobody_at_risk"))
    terms = _terms(study, panel, rows, lag, covariates or "", factors or "")
    usable_rows = _usable_rows(rows, terms, time)
    terms = {name: column[usable_rows] for name, column in terms.items()}
    terms |= _time_terms(panel, rows.period[usable_rows], time)
    outcome, events = rows.outcome[usable_rows], int(rows.outcome[usable_rows].sum())
    model = fit_regression(outcome, terms, link)
    if model is None:
        return panel_refusal(panel, COLUMNS, events, sentence("no_estimate"))
    separating_terms = terms_without_estimate(outcome, design_matrix(terms, len(outcome)))
    notes = (*_few_events_warning(events, model), *_separation_warning(separating_terms))
    return panel_result(
        study, panel, COLUMNS, _rows(model, separating_terms), events, model.numbers, notes
    )


def _separation_warning(separating_terms: tuple[str, ...]) -> tuple[Sentence, ...]:
    return (
        (sentence("no_finite_estimate", terms=", ".join(separating_terms)),)
        if separating_terms
        else ()
    )


def _few_events_warning(events: int, model: RegressionFit) -> tuple[Sentence, ...]:
    terms = len(model.terms) - 1
    if events >= EVENTS_PER_TERM * terms:
        return ()
    return (sentence("few_events", events=events, terms=terms, wanted=EVENTS_PER_TERM),)


def _rows(model: RegressionFit, separating_terms: tuple[str, ...]) -> list[tuple[Cell, ...]]:
    columns = zip(model.terms, model.estimates, model.errors, model.p, strict=True)
    return [
        (name, None, None, None, None)
        if name in separating_terms
        else (name, float(estimate), float(error), float(estimate / error), float(p))
        for name, estimate, error, p in columns
    ]


def _terms(
    study: Study, panel: Panel, rows: RiskRows, lag: int, covariates: str, factors: str
) -> dict[str, Array]:
    ties = adjacency(require_contacts(study), panel.nodes)
    expo = exposure_matrix(ties, panel.has_adopted.astype(float), lag=lag)
    terms = {EXPOSURE: expo[rows.node, rows.period]}
    for name in filter(None, factors.split(",")):
        sorted_by = dummy_columns(name, group_labels(study, panel.nodes, name))
        terms |= {key: indicator[rows.node] for key, indicator in sorted_by.items()}
    for name in filter(None, covariates.split(",")):
        power = POWER.fullmatch(name)
        column = power[1] if power else name
        covariate = parse_numbers(node_values(study, panel.nodes, column), column)
        terms[name] = (_power(covariate, name, int(power[2])) if power else covariate)[rows.node]
    if len(terms) > len(rows.outcome):
        counts = f"{len(terms) - 1} ≤ {len(rows.outcome) - 1}"
        raise BadOption(f"--covariates {covariates} --factors {factors} → {counts}")
    return terms


def _power(column: Array, name: str, power: int) -> Array:
    with np.errstate(over="ignore"):
        powers = np.asarray(column**power)
    require(not np.isinf(powers).any(), "covariates", name, f"|{name}| < 1e308")
    return powers


def _usable_rows(rows: RiskRows, terms: dict[str, Array], time: TimeTerms) -> NDArray[np.bool_]:
    """The rows without an empty cell; with a term a period, where not all at risk adopt."""
    complete = np.all([~np.isnan(column) for column in terms.values()], axis=0)
    if time is not TimeTerms.PERIODS:
        return np.asarray(complete)
    rows_by_period = [
        (place, complete & (rows.period == place)) for place in set(rows.period[complete])
    ]
    certain = [place for place, in_period in rows_by_period if rows.outcome[in_period].all()]
    return np.asarray(complete & ~np.isin(rows.period, certain))


def _time_terms(panel: Panel, places: NDArray[np.intp], time: TimeTerms) -> dict[str, Array]:
    """The terms of time: a column of 0 and 1 for each period but the first, its number, none."""
    match time:
        case TimeTerms.PERIODS:
            others = sorted(set(places))[1:]
            return {
                f"per{period_cell(panel.periods[place])}": 1.0 * (places == place)
                for place in others
            }
        case TimeTerms.LINEAR:
            return {"per": panel.periods[places]}
        case TimeTerms.NONE:
            return {}


MEASURE = Measure("lagged_exposure", lagged_exposure, frozenset({"adoptions", "contacts"}))
