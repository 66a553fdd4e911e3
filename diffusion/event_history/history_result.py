"""The result of an event history: terms, skill, both halves of the time, or calibration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from diffusion.event_history import result_parts as parts
from diffusion.event_history.cross_validation import LeftOutGroup, cross_validate
from diffusion.event_history.estimation_sample import EstimationSample
from diffusion.event_history.model_choice import (
    EVENTS_PER_TERM_LIKELIHOOD,
    FitOptions,
    fit_rows,
    model_warnings,
    no_estimate_sentence,
)
from diffusion.event_history.period_halves import period_halves
from diffusion.statistics.event_history_model import EventHistoryFit, NoEstimate
from diffusion.study.errors import require
from diffusion.study.result import Cell, Result, Sentence, refusal_result, sentence

# Each repeat is some ten fits, for units, periods and policies.
MAX_DEALS = 100


class HistoryView(StrEnum):
    """What of the model is asked for."""

    TERMS = "terms"
    SKILL = "skill"
    HALVES = "halves"
    CALIBRATION = "calibration"


COLUMNS = {
    HistoryView.TERMS: parts.TERM_COLUMNS,
    HistoryView.SKILL: parts.SKILL_COLUMNS,
    HistoryView.HALVES: parts.HALVES_COLUMNS,
    HistoryView.CALIBRATION: parts.CALIBRATION_COLUMNS,
}


@dataclass(frozen=True)
class HistoryRequest:
    """How the rows are fitted, and what of it is shown."""

    options: FitOptions
    show: HistoryView
    seed: int
    deals: int


def fitted_history(
    sample: EstimationSample,
    request: HistoryRequest,
    events: int,
    numbers: Mapping[str, Cell],
    too_few: str = "too_few_events",
    notes: Iterable[Sentence] = (),
) -> Result:
    """The result of the rows, or why there is none.

    `events` are those that count for the minimum, `too_few` the sentence if there are not enough;
    `numbers` stand beside the terms, `notes` after the warnings of the model.
    """
    require(1 <= request.deals <= MAX_DEALS, "deals", request.deals, f"1-{MAX_DEALS}")
    if events < sample.min_events:
        reason = sentence(too_few, needed=sample.min_events, found=events)
        return _refusal(sample, request.show, reason)
    enough = events >= EVENTS_PER_TERM_LIKELIHOOD * sample.terms
    try:
        model = fit_rows(sample.table, request.options, has_enough_events=enough)
    except NoEstimate as error:
        return _refusal(sample, request.show, no_estimate_sentence(error))
    warnings = model_warnings(
        sample.table, model, request.options, sample.terms, has_enough_events=enough
    )
    return _requested_result(request, sample, model, numbers, [*warnings, *notes])


def _refusal(sample: EstimationSample, show: HistoryView, reason: Sentence) -> Result:
    """No rows, and why."""
    events = sample.table.events
    refusal = refusal_result(COLUMNS[show], reason, events, sample.undated, sample.unreported)
    return (
        replace(refusal, warnings=sample.warnings, built_table=sample.built_table)
        if sample.built_table
        else refusal
    )


def _requested_result(
    request: HistoryRequest,
    sample: EstimationSample,
    model: EventHistoryFit,
    numbers: Mapping[str, Cell],
    notes: list[Sentence],
) -> Result:
    """What is asked for of a fitted model; `numbers` and `notes` come after those of the sample."""
    show = request.show
    summary = {"link": model.link.value, **sample.summary}
    match show:
        case HistoryView.HALVES:
            return _halves(sample, model, summary, notes)
        case HistoryView.CALIBRATION:
            return _calibration(sample, model, summary, notes)
        case HistoryView.SKILL | HistoryView.TERMS:
            skills = parts.skills_of(
                sample.table,
                model.link,
                request.seed,
                request.deals,
                has_period_terms=sample.has_period_terms,
            )
            sentences = [
                *notes,
                *parts.skill_sentences(skills, has_period_terms=sample.has_period_terms),
            ]
            if show is HistoryView.SKILL:
                return _result(sample, show, parts.skill_rows(skills), summary, sentences)
            figures = {**summary, **numbers, **model.numbers, **parts.skill_summary(skills)}
            return _result(sample, show, parts.term_rows(model), figures, sentences)


def _halves(
    sample: EstimationSample,
    model: EventHistoryFit,
    summary: Mapping[str, Cell],
    notes: list[Sentence],
) -> Result:
    halves = period_halves(sample.table, model.link)
    if halves is None:
        return _refusal(sample, HistoryView.HALVES, sentence("no_halves"))
    numbers = {**summary, **parts.halves_summary(halves)}
    sentences = [*notes, *parts.halves_sentences(halves)]
    return _result(sample, HistoryView.HALVES, parts.halves_rows(halves), numbers, sentences)


def _calibration(
    sample: EstimationSample,
    model: EventHistoryFit,
    summary: Mapping[str, Cell],
    notes: list[Sentence],
) -> Result:
    prediction = cross_validate(sample.table, model.link, LeftOutGroup.UNITS)
    if prediction is None:
        return _refusal(sample, HistoryView.CALIBRATION, sentence("no_skill_computed"))
    rows = parts.calibration_rows(prediction)
    return _result(sample, HistoryView.CALIBRATION, rows, summary, notes)


def _result(
    sample: EstimationSample,
    show: HistoryView,
    rows: list[parts.Row],
    summary: Mapping[str, Cell],
    notes: Iterable[Sentence],
) -> Result:
    return Result(
        COLUMNS[show],
        tuple(rows),
        sample.table.events,
        sample.undated,
        sample.unreported,
        summary,
        (*sample.warnings, *notes),
        built_table=sample.built_table,
    )
