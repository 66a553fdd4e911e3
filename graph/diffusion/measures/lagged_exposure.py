"""Whether exposure in one period raises the chance to adopt in the next."""

from __future__ import annotations

import re

import numpy as np

from graph.diffusion.cells import period
from graph.diffusion.choosing import adoptions, contacts
from graph.diffusion.data import Study
from graph.diffusion.errors import BadOption
from graph.diffusion.exposure import exposure
from graph.diffusion.logit import Fitted, Link, Rows, at_risk, dummies, fit
from graph.diffusion.measure import Measure
from graph.diffusion.panel import Array, Panel, adjacency, groups, numbers, panel, values
from graph.diffusion.result import Result, refused, say

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
    periods: bool = True,
    lag: int = 1,
    link: Link = Link.LOGIT,
) -> Result:
    """A row for each term of the model of adopting in a period at whose beginning one had not.

    `covariates` are columns of numbers (`belief,proage,proage^2`), `factors` columns of groups,
    whose first value is the base; with `periods` each period after the first at risk has a term.
    Rows in which a cell is empty are left out. The last period is left out if all adopt in it.
    """
    watched = panel(study, adoptions(study))
    events = int((~np.isnan(watched.time)).sum())
    if events < FEWEST:
        why = say("too_few_events", needed=FEWEST, found=events)
        return refused(COLUMNS, why, events, watched.undated, watched.unsaid)
    rows = at_risk(watched, lag)
    terms = _terms(study, watched, rows, lag, covariates or "", factors or "")
    whole = np.all([~np.isnan(column) for column in terms.values()], axis=0)
    whole &= ~np.isin(rows.period, _certain(rows, whole))
    terms = {name: column[whole] for name, column in terms.items()}
    if periods:
        terms = _with_periods(terms, watched, rows.period[whole])
    found = fit(rows.adopted[whole], terms, link)
    adopted = int(rows.adopted[whole].sum())
    if found is None:
        return refused(COLUMNS, say("no_estimate"), adopted, watched.undated, watched.unsaid)
    few = adopted < EVENTS_PER_TERM * (len(found.terms) - 1)
    told = say("few_events", events=adopted, terms=len(found.terms) - 1, wanted=EVENTS_PER_TERM)
    return Result(
        columns=COLUMNS,
        rows=_rows(found),
        n=adopted,
        undated=watched.undated,
        unknown=watched.unsaid,
        summary=found.numbers,
        warnings=(*study.warnings, *((told,) if few else ())),
    )


def _rows(found: Fitted) -> tuple[tuple[str, float, float, float, float], ...]:
    return tuple(
        (name, float(one), float(error), float(one / error), float(p))
        for name, one, error, p in zip(
            found.terms, found.estimates, found.errors, found.p, strict=True
        )
    )


def _terms(
    study: Study, watched: Panel, rows: Rows, lag: int, covariates: str, factors: str
) -> dict[str, Array]:
    ties = adjacency(contacts(study), watched.nodes)
    expo = exposure(ties, watched.adopted.astype(float), lag=lag)
    terms = {EXPOSURE: expo[rows.node, rows.period]}
    for name in filter(None, factors.split(",")):
        held = dummies(name, groups(study, watched.nodes, name))
        terms |= {key: one[rows.node] for key, one in held.items()}
    for name in filter(None, covariates.split(",")):
        power = POWER.fullmatch(name)
        column = power[1] if power else name
        held = numbers(values(study, watched.nodes, column), column)
        terms[name] = (held ** int(power[2]) if power else held)[rows.node]
    if len(terms) > len(rows.adopted):
        raise BadOption(f"--covariates {covariates} --factors {factors}")
    return terms


def _certain(rows: Rows, whole: np.ndarray) -> list[int]:
    """The periods in which all at risk adopt, which no model can weigh."""
    held = sorted(set(rows.period[whole]))
    return [one for one in held if rows.adopted[whole & (rows.period == one)].all()]


def _with_periods(terms: dict[str, Array], watched: Panel, places: np.ndarray) -> dict[str, Array]:
    base, *others = sorted(set(places))
    return terms | {
        f"per{period(watched.periods[one])}": (places == one).astype(float) for one in others
    }


MEASURE = Measure("lagged_exposure", lagged_exposure, frozenset({"adoptions", "contacts"}))
