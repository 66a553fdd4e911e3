"""Event history as a measure: what goes with adopting sooner, also where events are few."""

from __future__ import annotations

from math import exp

import numpy as np
from numpy.typing import NDArray

from diffusion.framework.measure import Measure
from diffusion.framework.panel_result import not_computed, report, silence
from diffusion.networks.exposure import exposure
from diffusion.statistics.event_history_model import Fit, Link, NoEstimate, fit, separated
from diffusion.statistics.regression import Rows, Time, at_risk
from diffusion.study.grouping import near
from diffusion.study.panel import Array, Panel, adjacency, numbers, panel, values
from diffusion.study.result import Cell, Result, Sentence, say
from diffusion.study.selection import adoptions, contacts
from diffusion.study.study import Study, Tie

COLUMNS = ("term", "estimate", "std_error", "low", "high", "ratio", "p")
# Adoptions in all and for each term; with fewer even Firth's estimate is only its penalty.
FEWEST, EACH = 5, 3
# Below this many for each term maximum likelihood is biased (Peduzzi et al. 1996).
EACH_LIKELIHOOD = 10


def event_history(
    study: Study,
    *,
    link: Link | None = None,
    time: Time = Time.LINEAR,
    covariates: str | None = None,
    same: str | None = None,
    lag: int = 1,
) -> Result:
    """A row for each term of the chance to adopt in a period at whose beginning one had not.

    The first term is exposure: the share of one's contacts (with `same`, of those who share its
    group) that had adopted `lag` periods before. Without `link` it is the logit where adoptions
    are enough and no term tells them apart wholly, else Firth's.
    """
    watched = panel(study, adoptions(study))
    rows = at_risk(watched, lag)
    terms = _terms(study, watched, rows, lag, covariates or "", same)
    if time is Time.LINEAR:
        terms["time"] = (watched.periods - watched.periods[:1])[rows.period]
    used = _used(rows, terms, time)
    outcome, events = rows.adopted[used], int(rows.adopted[used].sum())
    needed = max(FEWEST, EACH * len(terms))
    if events < needed:
        why = say("too_few_events", needed=needed, found=events)
        return not_computed(watched, COLUMNS, events, why)
    enough = events >= EACH_LIKELIHOOD * len(terms)
    terms = {name: column[used] for name, column in terms.items()}
    dated = _periods(watched, rows.period[used]) if time is Time.PERIODS else {}
    try:
        model = _fitted(outcome, terms | dated, link, enough)
    except NoEstimate as error:
        return not_computed(watched, COLUMNS, events, say(error.key))
    notes = (*silence(study), *_few(model, events, len(terms), enough))
    return report(study, watched, COLUMNS, _rows(model), events, _summary(watched, model), notes)


def _summary(watched: Panel, model: Fit) -> dict[str, Cell]:
    return {"link": model.link.value, "members": len(watched.nodes), **model.numbers}


def _fitted(outcome: Array, terms: dict[str, Array], link: Link | None, enough: bool) -> Fit:
    if link is None:
        link = Link.LOGIT if enough and not separated(outcome, terms) else Link.FIRTH
    return fit(outcome, terms, link)


def _few(model: Fit, events: int, terms: int, enough: bool) -> tuple[Sentence, ...]:
    if enough or model.link is Link.FIRTH:
        return ()
    return (say("few_events", events=events, terms=terms, wanted=EACH_LIKELIHOOD),)


def _rows(model: Fit) -> list[tuple[Cell, ...]]:
    return [
        (term.name, term.estimate, term.std_error, term.low, term.high, _exp(term.estimate), term.p)
        for term in model.terms
    ]


def _exp(estimate: float) -> float | None:
    """The ratio, unless it is too large for a number."""
    return exp(estimate) if estimate < 700 else None


def _terms(
    study: Study, watched: Panel, rows: Rows, lag: int, covariates: str, same: str | None
) -> dict[str, Array]:
    around = contacts(study) if same is None else _sharing(study, same)
    shares = exposure(adjacency(around, watched.nodes), watched.adopted.astype(float), lag=lag)
    terms = {"exposure": shares[rows.node, rows.period]}
    for name in filter(None, covariates.split(",")):
        terms[name] = numbers(values(study, watched.nodes, name), name)[rows.node]
    return terms


def _sharing(study: Study, same: str) -> list[Tie]:
    return [Tie(*ends) for pair in near(study, same)[1] for ends in (pair, pair[::-1])]


def _used(rows: Rows, terms: dict[str, Array], time: Time) -> NDArray[np.bool_]:
    """The rows without an empty cell; with a term a period, of periods that are not certain.

    A period in which all at risk adopt, or none, has a term of its own and tells nothing else.
    """
    used = np.all([~np.isnan(column) for column in terms.values()], axis=0)
    if time is not Time.PERIODS:
        return np.asarray(used)
    here = {place: rows.adopted[used & (rows.period == place)] for place in set(rows.period[used])}
    uncertain = [place for place, adopted in here.items() if 0 < adopted.mean() < 1]
    return np.asarray(used & np.isin(rows.period, uncertain))


def _periods(watched: Panel, places: NDArray[np.intp]) -> dict[str, Array]:
    """A column of 0 and 1 for each period but the first."""
    others = sorted(set(places))[1:]
    return {f"period {watched.periods[place]:g}": (places == place).astype(float) for place in others}


MEASURE = Measure("event_history", event_history, frozenset({"adoptions"}))
