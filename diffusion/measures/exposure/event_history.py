"""The measure of event history: which terms go with adopting sooner, and what that predicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from diffusion.event_history import views
from diffusion.event_history.basis import Basis, RowOptions, basis_of
from diffusion.event_history.halves import halves_of
from diffusion.event_history.model_choice import (
    EVENTS_PER_TERM_LIKELIHOOD,
    FitOptions,
    fit_rows,
    model_warnings,
    no_estimate_sentence,
)
from diffusion.event_history.prediction import LeftOut, predict_left_out
from diffusion.event_history.risk_table import HazardTime
from diffusion.framework.measure import Measure
from diffusion.statistics.event_history_model import EventHistoryFit, EventHistoryLink, NoEstimate
from diffusion.statistics.standard_errors import StandardErrors
from diffusion.study.result import Cell, Result, Sentence, refusal_result, sentence
from diffusion.study.study import Study


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


def event_history(
    study: Study,
    *,
    outcome: str | None = None,
    covariates: str | None = None,
    link: EventHistoryLink | None = None,
    time: HazardTime | None = None,
    errors: StandardErrors = StandardErrors.OBSERVED,
    small_sample: bool = False,
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
    `show` asks for the skill in data that the fit has not seen (see skill_of, whose intervals
    `seed` draws), for both halves of the time, or for the calibration instead.
    """
    names = tuple(name.strip() for name in (covariates or "").split(",") if name.strip())
    options = FitOptions(link, errors, small_sample)
    options.check()
    basis = basis_of(study, RowOptions(outcome, names, time, policy_terms, same, lag))
    if basis.table.events < basis.needed:
        return _refusal(basis, show, _too_few(basis, study))
    enough = basis.table.events >= EVENTS_PER_TERM_LIKELIHOOD * basis.terms
    try:
        model = fit_rows(basis.table, options, enough)
    except NoEstimate as error:
        return _refusal(basis, show, no_estimate_sentence(error))
    notes = model_warnings(basis.table, model, options, enough, basis.terms)
    return _view(show, basis, model, {"errors": errors.value}, notes, seed)


def _too_few(basis: Basis, study: Study) -> Sentence:
    key = "too_few_events" if study.panel is None else "too_few_panel_events"
    return sentence(key, needed=basis.needed, found=basis.table.events)


def _refusal(basis: Basis, show: HistoryView, why: Sentence) -> Result:
    events = basis.table.events
    return refusal_result(COLUMNS[show], why, events, basis.undated, basis.unreported)


def _view(
    show: HistoryView,
    basis: Basis,
    model: EventHistoryFit,
    errors: Mapping[str, Cell],
    notes: list[Sentence],
    seed: int,
) -> Result:
    summary = {"link": model.link.value, **basis.summary}
    match show:
        case HistoryView.HALVES:
            return _halves(basis, model, summary, notes)
        case HistoryView.CALIBRATION:
            return _calibration(basis, model, summary, notes)
        case HistoryView.SKILL | HistoryView.TERMS:
            skills = views.skills_of(basis.table, model.link, seed, basis.dated)
            said = [*notes, *views.skill_sentences(skills, basis.dated)]
            if show is HistoryView.SKILL:
                return _result(basis, show, views.skill_rows(skills), summary, said)
            numbers = {**summary, **errors, **model.numbers, **views.skill_summary(skills)}
            return _result(basis, show, views.term_rows(model), numbers, said)


def _halves(
    basis: Basis, model: EventHistoryFit, summary: Mapping[str, Cell], notes: list[Sentence]
) -> Result:
    halves = halves_of(basis.table, model.link)
    if halves is None:
        return _refusal(basis, HistoryView.HALVES, sentence("no_halves"))
    numbers = {**summary, **views.halves_summary(halves)}
    said = [*notes, *views.halves_sentences(halves)]
    return _result(basis, HistoryView.HALVES, views.halves_rows(halves), numbers, said)


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
    )


MEASURE = Measure("event_history", event_history, frozenset({"adoptions", "panel"}))
