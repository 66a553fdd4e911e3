"""What an event history shows: its terms, its skill, both halves of the time, or calibration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from diffusion.event_history import views
from diffusion.event_history.basis import Basis
from diffusion.event_history.halves import halves_of
from diffusion.event_history.prediction import LeftOut, predict_left_out
from diffusion.statistics.event_history_model import EventHistoryFit
from diffusion.study.result import Cell, Result, Sentence, refusal_result, sentence


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


def history_refusal(basis: Basis, show: HistoryView, why: Sentence) -> Result:
    """No rows, and why."""
    events = basis.table.events
    return refusal_result(COLUMNS[show], why, events, basis.undated, basis.unreported)


def history_result(
    show: HistoryView,
    basis: Basis,
    model: EventHistoryFit,
    errors: Mapping[str, Cell],
    notes: list[Sentence],
    seed: int,
) -> Result:
    """The result of a fitted model; `errors` and `notes` stand beside what the basis says."""
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
        return history_refusal(basis, HistoryView.HALVES, sentence("no_halves"))
    numbers = {**summary, **views.halves_summary(halves)}
    said = [*notes, *views.halves_sentences(halves)]
    return _result(basis, HistoryView.HALVES, views.halves_rows(halves), numbers, said)


def _calibration(
    basis: Basis, model: EventHistoryFit, summary: Mapping[str, Cell], notes: list[Sentence]
) -> Result:
    prediction = predict_left_out(basis.table, model.link, LeftOut.UNITS)
    if prediction is None:
        return history_refusal(basis, HistoryView.CALIBRATION, sentence("no_skill_computed"))
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
