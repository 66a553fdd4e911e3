"""The measure of dyadic event history: in which pairs one node follows the other."""

from __future__ import annotations

from dataclasses import replace

from diffusion.event_history.dyad_rows import DyadOptions, DyadTable, Opportunity, dyad_rows
from diffusion.event_history.estimation_sample import (
    EstimationSample,
    needed_adoptions,
    sample_of_rows,
)
from diffusion.event_history.history_result import HistoryRequest, HistoryView, fitted_history
from diffusion.event_history.model_choice import FitOptions
from diffusion.event_history.risk_table import HazardTime
from diffusion.framework.measure import Measure
from diffusion.framework.panel_result import open_study_warnings
from diffusion.statistics.event_history_model import EventHistoryLink
from diffusion.statistics.standard_errors import StandardErrors
from diffusion.study.result import Cell, Result, Sentence, sentence
from diffusion.study.study import Study


def dyadic_history(
    study: Study,
    *,
    opportunity: Opportunity = Opportunity.GIVEN,
    covariates: str | None = None,
    same: str | None = None,
    link: EventHistoryLink | None = None,
    time: HazardTime = HazardTime.LINEAR,
    errors: StandardErrors = StandardErrors.CLUSTER,
    small_sample: bool = False,
    policy_terms: bool = False,
    show: HistoryView = HistoryView.TERMS,
    deals: int = 1,
    seed: int = 1,
) -> Result:
    """A row for each term of the chance that a learner adopts what its teacher had adopted before.

    See dyad_rows for rows and terms. Several cascades are pooled, with `policy_terms` each with an
    intercept of its own.
    Errors are clustered by learner, for one adoption is an event of many pairs. The least events
    are counted in adoptions, not in pairs. The skill leaves out whole learners.
    """
    names = tuple(name.strip() for name in (covariates or "").split(",") if name.strip())
    options = FitOptions(link, errors, small_sample)
    options.check()
    dyads = dyad_rows(study, DyadOptions(opportunity, names, same))
    sample = _sample(study, dyads, time, policy_terms=policy_terms)
    return fitted_history(
        sample,
        HistoryRequest(options, show, seed, deals),
        dyads.adoptions,
        _numbers(dyads, sample, errors),
        notes=_dyad_notes(dyads, opportunity, errors),
    )


def _numbers(dyads: DyadTable, sample: EstimationSample, errors: StandardErrors) -> dict[str, Cell]:
    """The notes beside the terms; events for each term are counted in adoptions."""
    per_term = dyads.adoptions / sample.terms if sample.terms else None
    return {
        "errors": errors.value,
        "adoptions": dyads.adoptions,
        "teachers": dyads.teachers,
        "events_per_term": per_term,
    }


def _sample(
    study: Study, dyads: DyadTable, time: HazardTime, *, policy_terms: bool
) -> EstimationSample:
    sample = sample_of_rows(dyads.table, time, policies=policy_terms)
    return replace(
        sample,
        min_events=needed_adoptions(sample.terms),
        undated=dyads.undated,
        unreported=dyads.unreported,
        warnings=(*study.warnings, *open_study_warnings(study)),
    )


def _dyad_notes(
    dyads: DyadTable, opportunity: Opportunity, errors: StandardErrors
) -> list[Sentence]:
    """That pairs are more than adoptions, and what was not corrected."""
    counts = {"events": dyads.table.events, "adoptions": dyads.adoptions}
    notes = [sentence("dyad_events", **counts)]
    if dyads.policies > 1:
        notes.append(sentence("dyads_of_policies", count=dyads.policies))
    if errors is not StandardErrors.CLUSTER:
        notes.append(sentence("dyads_not_clustered"))
    if opportunity is Opportunity.ALL:
        notes.append(sentence("dyads_without_opportunity"))
    return notes


MEASURE = Measure("dyadic_history", dyadic_history, frozenset({"adoptions", "pooled"}))
