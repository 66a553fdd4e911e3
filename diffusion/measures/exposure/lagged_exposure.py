"""Whether exposure in one period raises the chance to adopt in the next."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from diffusion.framework.measure import Measure
from diffusion.framework.panel_result import adopters, not_computed, report
from diffusion.networks.exposure import exposure
from diffusion.statistics.design_matrix import design, endless
from diffusion.statistics.regression import Fitted, Link, Rows, Time, at_risk, dummies, fit
from diffusion.study.errors import BadOption, require
from diffusion.study.number_format import period
from diffusion.study.panel import Array, Panel, adjacency, groups, numbers, panel, values
from diffusion.study.result import Cell, Result, Sentence, say
from diffusion.study.selection import adoptions, contacts
from diffusion.study.study import Study

# Below this many adoptions for each term estimates are not to be trusted (Peduzzi et al. 1996).
EVENTS_PER_TERM = 10
FEWEST = 10
COLUMNS = ("term", "estimate", "std_error", "z", "p")
POWER = re.compile(r"(.+)\^([2-9])")
EXPOSURE = "lagged_expo"


def lagged_exposure(
    study: Study,
    *,
    covariates: str | None = None,
    factors: str | None = None,
    time: Time = Time.PERIODS,
    lag: int = 1,
    link: Link = Link.LOGIT,
) -> Result:
    """A row for each term of the model of adopting in a period at whose beginning one had not.

    `covariates` are columns of numbers (`belief,proage,proage^2`), `factors` columns of groups,
    whose first value is the base. `time` is a term for each period after the first at risk, one
    term (`per`, the period's own number) or none. Rows in which a cell is empty are left out. With
    a term for each, periods in which all who are left adopt are left out: diffreg() of netdiffuseR
    keeps them, with an infinite estimate and the same others, and counts their rows.
    """
    require(lag >= 1, "lag", lag, "lag >= 1")
    watched = panel(study, adoptions(study))
    if adopters(watched) < FEWEST:
        why = say("too_few_events", needed=FEWEST, found=adopters(watched))
        return not_computed(watched, COLUMNS, adopters(watched), why)
    rows = at_risk(watched, lag)
    terms = _terms(study, watched, rows, lag, covariates or "", factors or "")
    used = _used(rows, terms, time)
    terms = {name: column[used] for name, column in terms.items()}
    terms |= _over_time(watched, rows.period[used], time)
    outcome, events = rows.adopted[used], int(rows.adopted[used].sum())
    model = fit(outcome, terms, link)
    if model is None:
        return not_computed(watched, COLUMNS, events, say("no_estimate"))
    apart = endless(outcome, design(terms, len(outcome)))
    notes = (*_few(events, model), *_said(apart))
    return report(study, watched, COLUMNS, _rows(model, apart), events, model.numbers, notes)


def _said(apart: tuple[str, ...]) -> tuple[Sentence, ...]:
    return (say("no_finite_estimate", terms=", ".join(apart)),) if apart else ()


def _few(events: int, model: Fitted) -> tuple[Sentence, ...]:
    terms = len(model.terms) - 1
    if events >= EVENTS_PER_TERM * terms:
        return ()
    return (say("few_events", events=events, terms=terms, wanted=EVENTS_PER_TERM),)


def _rows(model: Fitted, apart: tuple[str, ...]) -> list[tuple[Cell, ...]]:
    columns = zip(model.terms, model.estimates, model.errors, model.p, strict=True)
    return [
        (name, None, None, None, None)
        if name in apart
        else (name, float(estimate), float(error), float(estimate / error), float(p))
        for name, estimate, error, p in columns
    ]


def _terms(
    study: Study, watched: Panel, rows: Rows, lag: int, covariates: str, factors: str
) -> dict[str, Array]:
    ties = adjacency(contacts(study), watched.nodes)
    expo = exposure(ties, watched.adopted.astype(float), lag=lag)
    terms = {EXPOSURE: expo[rows.node, rows.period]}
    for name in filter(None, factors.split(",")):
        sorted_by = dummies(name, groups(study, watched.nodes, name))
        terms |= {key: indicator[rows.node] for key, indicator in sorted_by.items()}
    for name in filter(None, covariates.split(",")):
        power = POWER.fullmatch(name)
        column = power[1] if power else name
        covariate = numbers(values(study, watched.nodes, column), column)
        terms[name] = (_raised(covariate, name, int(power[2])) if power else covariate)[rows.node]
    if len(terms) > len(rows.adopted):
        raise BadOption(f"--covariates {covariates} --factors {factors}")
    return terms


def _raised(column: Array, name: str, power: int) -> Array:
    with np.errstate(over="ignore"):
        powers = np.asarray(column**power)
    require(not np.isinf(powers).any(), "covariates", name, f"|{name}| < 1e308")
    return powers


def _used(rows: Rows, terms: dict[str, Array], time: Time) -> NDArray[np.bool_]:
    """The rows without an empty cell; with a term a period, where not all at risk adopt."""
    complete = np.all([~np.isnan(column) for column in terms.values()], axis=0)
    if time is not Time.PERIODS:
        return np.asarray(complete)
    here = [(place, complete & (rows.period == place)) for place in set(rows.period[complete])]
    certain = [place for place, at in here if rows.adopted[at].all()]
    return np.asarray(complete & ~np.isin(rows.period, certain))


def _over_time(watched: Panel, places: NDArray[np.intp], time: Time) -> dict[str, Array]:
    """The terms of time: a column of 0 and 1 for each period but the first, its number, none."""
    match time:
        case Time.PERIODS:
            others = sorted(set(places))[1:]
            return {f"per{period(watched.periods[place])}": 1.0 * (places == place) for place in others}
        case Time.LINEAR:
            return {"per": watched.periods[places]}
        case Time.NONE:
            return {}


MEASURE = Measure("lagged_exposure", lagged_exposure, frozenset({"adoptions", "contacts"}))
