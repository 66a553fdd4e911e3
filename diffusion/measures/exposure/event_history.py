"""The measure of event history: which terms go with adopting sooner, also where events are few."""

from __future__ import annotations

from math import exp

import numpy as np
from numpy.typing import NDArray

from diffusion.framework.measure import Measure
from diffusion.framework.panel_result import open_study_warnings, panel_refusal, panel_result
from diffusion.networks.exposure import exposure_matrix
from diffusion.statistics.event_history_model import (
    EventHistoryFit,
    EventHistoryLink,
    NoEstimate,
    fit_event_history,
    has_separation,
)
from diffusion.statistics.regression import RiskRows, TimeTerms, rows_at_risk
from diffusion.study.grouping import neighbour_pairs
from diffusion.study.panel import Array, Panel, adjacency, build_panel, node_values, parse_numbers
from diffusion.study.result import Cell, Result, Sentence, sentence
from diffusion.study.selection import require_contacts, single_cascade
from diffusion.study.study import Study, Tie

COLUMNS = ("term", "estimate", "std_error", "low", "high", "ratio", "p")
# Adoptions in all and for each term; with fewer even Firth's estimate is only its penalty.
MIN_EVENTS, EVENTS_PER_TERM = 5, 3
# Below this many for each term maximum likelihood is biased (Peduzzi et al. 1996).
EVENTS_PER_TERM_LIKELIHOOD = 10


def event_history(
    study: Study,
    *,
    link: EventHistoryLink | None = None,
    time: TimeTerms = TimeTerms.LINEAR,
    covariates: str | None = None,
    same: str | None = None,
    lag: int = 1,
) -> Result:
    """A row for each term of the chance to adopt in a period at whose beginning one had not.

    The first term is exposure: the share of one's contacts (with `same`, of those who share its
    group) that had adopted `lag` periods before. Without `link` the link is the logit where there
    are enough adoptions and no term separates them completely, else Firth's.
    """
    panel = build_panel(study, single_cascade(study))
    rows = rows_at_risk(panel, lag)
    terms = _terms(study, panel, rows, lag, covariates or "", same)
    if time is TimeTerms.LINEAR:
        terms["time"] = (panel.periods - panel.periods[:1])[rows.period]
    used = _usable_rows(rows, terms, time)
    outcome, events = rows.adopted[used], int(rows.adopted[used].sum())
    needed = max(MIN_EVENTS, EVENTS_PER_TERM * len(terms))
    if events < needed:
        why = sentence("too_few_events", needed=needed, found=events)
        return panel_refusal(panel, COLUMNS, events, why)
    enough = events >= EVENTS_PER_TERM_LIKELIHOOD * len(terms)
    terms = {name: column[used] for name, column in terms.items()}
    dated = _period_terms(panel, rows.period[used]) if time is TimeTerms.PERIODS else {}
    try:
        model = _fit_model(outcome, terms | dated, link, enough)
    except NoEstimate as error:
        return panel_refusal(panel, COLUMNS, events, sentence(error.key))
    notes = (*open_study_warnings(study), *_few_events_warning(model, events, len(terms), enough))
    return panel_result(study, panel, COLUMNS, _rows(model), events, _summary(panel, model), notes)


def _summary(panel: Panel, model: EventHistoryFit) -> dict[str, Cell]:
    return {"link": model.link.value, "members": len(panel.nodes), **model.numbers}


def _fit_model(
    outcome: Array, terms: dict[str, Array], link: EventHistoryLink | None, enough: bool
) -> EventHistoryFit:
    if link is None:
        link = (
            EventHistoryLink.LOGIT
            if enough and not has_separation(outcome, terms)
            else EventHistoryLink.FIRTH
        )
    return fit_event_history(outcome, terms, link)


def _few_events_warning(
    model: EventHistoryFit, events: int, terms: int, enough: bool
) -> tuple[Sentence, ...]:
    if enough or model.link is EventHistoryLink.FIRTH:
        return ()
    return (sentence("few_events", events=events, terms=terms, wanted=EVENTS_PER_TERM_LIKELIHOOD),)


def _rows(model: EventHistoryFit) -> list[tuple[Cell, ...]]:
    return [
        (term.name, term.estimate, term.std_error, term.low, term.high, _exp(term.estimate), term.p)
        for term in model.terms
    ]


def _exp(estimate: float) -> float | None:
    """The ratio, unless it is too large for a number."""
    return exp(estimate) if estimate < 700 else None


def _terms(
    study: Study, panel: Panel, rows: RiskRows, lag: int, covariates: str, same: str | None
) -> dict[str, Array]:
    around = require_contacts(study) if same is None else _ties_in_same_group(study, same)
    shares = exposure_matrix(adjacency(around, panel.nodes), panel.adopted.astype(float), lag=lag)
    terms = {"exposure": shares[rows.node, rows.period]}
    for name in filter(None, covariates.split(",")):
        terms[name] = parse_numbers(node_values(study, panel.nodes, name), name)[rows.node]
    return terms


def _ties_in_same_group(study: Study, same: str) -> list[Tie]:
    return [Tie(*ends) for pair in neighbour_pairs(study, same)[1] for ends in (pair, pair[::-1])]


def _usable_rows(rows: RiskRows, terms: dict[str, Array], time: TimeTerms) -> NDArray[np.bool_]:
    """The rows without an empty cell; with a term a period, of periods that are not certain.

    A period in which all at risk adopt, or none, has a term of its own and adds nothing else.
    """
    used = np.all([~np.isnan(column) for column in terms.values()], axis=0)
    if time is not TimeTerms.PERIODS:
        return np.asarray(used)
    here = {place: rows.adopted[used & (rows.period == place)] for place in set(rows.period[used])}
    uncertain = [place for place, adopted in here.items() if 0 < adopted.mean() < 1]
    return np.asarray(used & np.isin(rows.period, uncertain))


def _period_terms(panel: Panel, places: NDArray[np.intp]) -> dict[str, Array]:
    """A column of 0 and 1 for each period but the first."""
    others = sorted(set(places))[1:]
    return {f"period {panel.periods[place]:g}": (places == place).astype(float) for place in others}


MEASURE = Measure("event_history", event_history, frozenset({"adoptions"}))
