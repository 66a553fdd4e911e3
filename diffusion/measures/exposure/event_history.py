"""The measure of event history: which terms go with adopting sooner, and what that predicts."""

from __future__ import annotations

from diffusion.event_history.basis import Basis, RowOptions, basis_of
from diffusion.event_history.history_result import HistoryView, history_refusal, history_result
from diffusion.event_history.model_choice import (
    EVENTS_PER_TERM_LIKELIHOOD,
    FitOptions,
    fit_rows,
    model_warnings,
    no_estimate_sentence,
)
from diffusion.event_history.risk_table import HazardTime
from diffusion.framework.measure import Measure
from diffusion.statistics.event_history_model import EventHistoryLink, NoEstimate
from diffusion.statistics.standard_errors import StandardErrors
from diffusion.study.result import Result, Sentence, sentence
from diffusion.study.study import Study


def event_history(
    study: Study,
    *,
    outcome: str | None = None,
    covariates: str | None = None,
    link: EventHistoryLink | None = None,
    time: HazardTime | None = None,
    errors: StandardErrors = StandardErrors.OBSERVED,
    small_sample: bool = False,
    cluster: str | None = None,
    policy_terms: bool = False,
    show: HistoryView = HistoryView.TERMS,
    same: str | None = None,
    lag: int = 1,
    seed: int = 1,
) -> Result:
    """A row for each term of the chance of an event in a period at whose beginning there was none.

    Of a panel, `outcome` is the column of the event and `covariates` are the terms. Of nodes the
    first term is exposure (see node_rows), the event their adoption. Without `link` the link is the
    logit where there are enough events and no term separates them completely, else Firth's.
    Clustered errors are by unit, or by the column `cluster`.
    `show` asks for the skill in data that the fit has not seen (see skill_of, whose intervals
    `seed` draws), for both halves of the time, or for the calibration instead.
    """
    names = tuple(name.strip() for name in (covariates or "").split(",") if name.strip())
    options = FitOptions(link, errors, small_sample)
    options.check()
    options.check_cluster(cluster)
    basis = basis_of(study, RowOptions(outcome, names, time, policy_terms, same, lag, cluster))
    if basis.table.events < basis.needed:
        return history_refusal(basis, show, _too_few(basis, study))
    enough = basis.table.events >= EVENTS_PER_TERM_LIKELIHOOD * basis.terms
    try:
        model = fit_rows(basis.table, options, enough)
    except NoEstimate as error:
        return history_refusal(basis, show, no_estimate_sentence(error))
    notes = model_warnings(basis.table, model, options, enough, basis.terms)
    return history_result(show, basis, model, {"errors": errors.value}, notes, seed)


def _too_few(basis: Basis, study: Study) -> Sentence:
    key = "too_few_events" if study.panel is None else "too_few_panel_events"
    return sentence(key, needed=basis.needed, found=basis.table.events)


MEASURE = Measure("event_history", event_history, frozenset({"adoptions", "panel"}))
