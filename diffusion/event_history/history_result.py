"""The result of an event history: terms, skill, both halves of the time, or calibration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from diffusion.event_history import views
from diffusion.event_history.basis import Basis
from diffusion.event_history.halves import halves_of
from diffusion.event_history.model_choice import (
    EVENTS_PER_TERM_LIKELIHOOD,
    FitOptions,
    fit_rows,
    model_warnings,
    no_estimate_sentence,
)
from diffusion.event_history.prediction import LeftOut, predict_left_out
from diffusion.statistics.event_history_model import EventHistoryFit, NoEstimate
from diffusion.study.errors import require
from diffusion.study.result import Cell, Result, Sentence, refusal_result, sentence

# Each deal is some ten fits, for units, periods and policies.
MOST_DEALS = 100


class HistoryView(StrEnum):
    """What of the model is asked for."""

    TERMS = "terms"
    SKILL = "skill"
    HALVES = "halves"
    CALIBRATION = "calibration"


COLUMNS = {
    HistoryView.TERMS: views.TERM_COLUMNS,
    HistoryView.SKILL: views.SKILL_COLUMNS,
    HistoryView.HALVES: views.HALVES_COLUMNS,
    HistoryView.CALIBRATION: views.CALIBRATION_COLUMNS,
}


@dataclass(frozen=True)
class HistoryRequest:
    """How the rows are fitted, and what of it is shown."""

    options: FitOptions
    show: HistoryView
    seed: int
    deals: int


def fitted_history(
    basis: Basis,
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
    require(1 <= request.deals <= MOST_DEALS, "deals", request.deals, f"1-{MOST_DEALS}")
    if events < basis.needed:
        why = sentence(too_few, needed=basis.needed, found=events)
        return _refusal(basis, request.show, why)
    enough = events >= EVENTS_PER_TERM_LIKELIHOOD * basis.terms
    try:
        model = fit_rows(basis.table, request.options, enough)
    except NoEstimate as error:
        return _refusal(basis, request.show, no_estimate_sentence(error))
    warnings = model_warnings(basis.table, model, request.options, enough, basis.terms)
    return _shown(request, basis, model, numbers, [*warnings, *notes])


def _refusal(basis: Basis, show: HistoryView, why: Sentence) -> Result:
    """No rows, and why."""
    events = basis.table.events
    refused = refusal_result(COLUMNS[show], why, events, basis.undated, basis.unreported)
    return replace(refused, warnings=basis.warnings, built=basis.built) if basis.built else refused


def _shown(
    request: HistoryRequest,
    basis: Basis,
    model: EventHistoryFit,
    numbers: Mapping[str, Cell],
    notes: list[Sentence],
) -> Result:
    """What is asked for of a fitted model; `numbers` and `notes` come after what the basis says."""
    show = request.show
    summary = {"link": model.link.value, **basis.summary}
    match show:
        case HistoryView.HALVES:
            return _halves(basis, model, summary, notes)
        case HistoryView.CALIBRATION:
            return _calibration(basis, model, summary, notes)
        case HistoryView.SKILL | HistoryView.TERMS:
            skills = views.skills_of(
                basis.table, model.link, request.seed, basis.dated, request.deals
            )
            sentences = [*notes, *views.skill_sentences(skills, basis.dated)]
            if show is HistoryView.SKILL:
                return _result(basis, show, views.skill_rows(skills), summary, sentences)
            figures = {**summary, **numbers, **model.numbers, **views.skill_summary(skills)}
            return _result(basis, show, views.term_rows(model), figures, sentences)


def _halves(
    basis: Basis, model: EventHistoryFit, summary: Mapping[str, Cell], notes: list[Sentence]
) -> Result:
    halves = halves_of(basis.table, model.link)
    if halves is None:
        return _refusal(basis, HistoryView.HALVES, sentence("no_halves"))
    numbers = {**summary, **views.halves_summary(halves)}
    sentences = [*notes, *views.halves_sentences(halves)]
    return _result(basis, HistoryView.HALVES, views.halves_rows(halves), numbers, sentences)


def _calibration(
    basis: Basis, model: EventHistoryFit, summary: Mapping[str, Cell], notes: list[Sentence]
) -> Result:
    prediction = predict_left_out(basis.table, model.link, LeftOut.UNITS)
    if prediction is None:
        return _refusal(basis, HistoryView.CALIBRATION, sentence("no_skill_computed"))
    rows = views.calibration_rows(prediction)
    return _result(basis, HistoryView.CALIBRATION, rows, summary, notes)


def _result(
    basis: Basis,
    show: HistoryView,
    rows: list[views.Row],
    summary: Mapping[str, Cell],
    notes: Iterable[Sentence],
) -> Result:
    return Result(
        COLUMNS[show],
        tuple(rows),
        basis.table.events,
        basis.undated,
        basis.unreported,
        summary,
        (*basis.warnings, *notes),
        built=basis.built,
    )
