"""The measure of event history: which terms go with adopting sooner, and what that predicts."""

from __future__ import annotations

from diffusion.built_panels.network_terms import parse_terms
from diffusion.event_history.estimation_sample import RowOptions, estimation_sample
from diffusion.event_history.history_result import HistoryRequest, HistoryView, fitted_history
from diffusion.event_history.model_choice import FitOptions
from diffusion.event_history.risk_table import HazardTime
from diffusion.framework.measure import Measure
from diffusion.statistics.event_history_model import EventHistoryLink
from diffusion.statistics.standard_errors import StandardErrors
from diffusion.study.result import Result
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
    random_effects: str | None = None,
    terms: str | None = None,
    show: HistoryView = HistoryView.TERMS,
    same: str | None = None,
    lag: int = 1,
    deals: int = 1,
    seed: int = 1,
) -> Result:
    """A row for each term of the chance of an event in a period at whose beginning there was none.

    Of a panel, `outcome` is the column of the event and `covariates` are the terms. Of nodes the
    first term is exposure (see node_rows), the event their adoption; with `terms` a panel is built
    (see built_panel). Without `link` it is the logit if events are enough and no term separates
    them, else Firth's. Errors are clustered by unit, or by the column `cluster`. With the column
    `random_effects`, each of its values has a random intercept. `show` asks for the skill in data
    that the fit has not seen (intervals drawn by `seed`), both halves of the time, or calibration.
    """
    names = tuple(name.strip() for name in (covariates or "").split(",") if name.strip())
    options = FitOptions(link, errors, small_sample, random_effects is not None)
    options.check()
    options.check_cluster(cluster)
    groups = cluster if random_effects is None else random_effects
    rows = RowOptions(outcome, names, time, policy_terms, same, lag, groups, parse_terms(terms))
    sample = estimation_sample(study, rows)
    request, numbers = HistoryRequest(options, show, seed, deals), {"errors": errors.value}
    too_few = "too_few_events" if study.panel is None else "too_few_panel_events"
    return fitted_history(sample, request, sample.table.events, numbers, too_few)


MEASURE = Measure("event_history", event_history, frozenset({"adoptions", "panel", "pooled"}))
