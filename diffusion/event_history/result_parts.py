"""The results of an event history: its terms, its skill, its halves, its calibration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp

import numpy as np

from diffusion.event_history.calibration import calibration
from diffusion.event_history.cross_validation import LeftOutGroup, Prediction, cross_validate
from diffusion.event_history.period_halves import PeriodHalves
from diffusion.event_history.risk_table import RiskTable
from diffusion.event_history.skill import Score, Skill, skill_of
from diffusion.statistics.event_history_model import (
    EventHistoryFit,
    EventHistoryLink,
    EventHistoryTerm,
)
from diffusion.study.number_format import period_cell
from diffusion.study.result import Cell, Sentence, sentence

Row = tuple[Cell, ...]
TERM_COLUMNS = ("term", "estimate", "std_error", "low", "high", "ratio", "p")
SKILL_COLUMNS = ("test", "groups", "score", "low", "high", "base")
HALVES_COLUMNS = ("term", "early", "early_error", "late", "late_error", "difference", "p")
CALIBRATION_COLUMNS = ("group", "rows", "events", "predicted", "observed", "low", "high")
# The exponential of a larger number overflows.
MAX_EXPONENT = 700


def term_rows(model: EventHistoryFit) -> list[Row]:
    """A row for each term; the ratio is empty under probit, where it means nothing."""
    return [
        (
            term.name,
            term.estimate,
            term.std_error,
            term.low,
            term.high,
            _ratio(term.estimate, model.link),
            term.p,
        )
        for term in model.terms
    ]


def _ratio(estimate: float, link: EventHistoryLink) -> float | None:
    return (
        exp(estimate) if estimate < MAX_EXPONENT and link is not EventHistoryLink.PROBIT else None
    )


def skills_of(
    table: RiskTable, link: EventHistoryLink, seed: int, deals: int = 1, *, has_period_terms: bool
) -> list[Skill]:
    """The skill with units, periods and policies left out, as far as there are any.

    They are put into folds anew as many times as `deals` says.

    If it `has_period_terms`, a term for each period, no period can be left out: its own term would
    be unknown.
    """
    kinds = [
        kind for kind in LeftOutGroup if not (has_period_terms and kind is LeftOutGroup.PERIODS)
    ]
    predictions = [cross_validate(table, link, kind) for kind in kinds]
    return [
        skill_of(prediction, seed, _repeat_predictions(table, link, prediction, seed, deals - 1))
        for prediction in predictions
        if prediction is not None
    ]


def _repeat_predictions(
    table: RiskTable, link: EventHistoryLink, first: Prediction, seed: int, times: int
) -> list[Prediction]:
    """Further repeats; none if each group is a fold by itself: all repeats are then the same."""
    if first.folds == first.groups:
        return []
    generator = np.random.default_rng(seed)
    predictions = (
        cross_validate(table, link, first.left_out_group, generator) for _ in range(times)
    )
    return [prediction for prediction in predictions if prediction is not None]


def skill_rows(skills: Iterable[Skill]) -> list[Row]:
    """A row for each score of each thing left out."""
    return [
        (
            f"{skill.prediction.left_out_group.value}_{score.value}",
            skill.prediction.groups,
            skill.scores[score].value,
            skill.scores[score].low,
            skill.scores[score].high,
            skill.scores[score].base,
        )
        for skill in skills
        for score in Score
    ]


def skill_sentences(skills: Sequence[Skill], *, has_period_terms: bool) -> Iterator[Sentence]:
    """What the scores mean, a sentence for each thing left out."""
    for skill in skills:
        yield _verdict_sentence(skill)
        if skill.penalised_count:
            yield sentence("fits_penalised", count=skill.penalised_count, all=skill.fit_count)
    if has_period_terms:
        yield sentence("periods_not_left_out")
    if not skills:
        yield sentence("no_skill_computed")


def _verdict_sentence(skill: Skill) -> Sentence:
    auc, gain = skill.scores[Score.AUC], skill.scores[Score.LOG_GAIN]
    if auc.value is None or auc.low is None or gain.low is None:
        return sentence(f"skill_unknown_{skill.prediction.left_out_group.value}")
    return sentence(
        f"skill_{skill.verdict.value}_{skill.prediction.left_out_group.value}",
        auc=_digits(auc.value),
        low=_digits(auc.low),
        high=_digits(auc.high),
        gain=_percent(gain.value),
        gain_low=_percent(gain.low),
        gain_high=_percent(gain.high),
    )


def _digits(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _percent(value: float | None) -> str:
    return "" if value is None else f"{100 * value:.0f} %"


def skill_summary(skills: Iterable[Skill]) -> dict[str, Cell]:
    """The area under the curve for each thing left out."""
    return {
        f"auc_{skill.prediction.left_out_group.value}": skill.scores[Score.AUC].value
        for skill in skills
    }


def halves_rows(halves: PeriodHalves) -> list[Row]:
    """A row for each term with its estimates in both halves."""
    return [
        (term.name, *_in_half(term.early), *_in_half(term.late), term.difference, term.p)
        for term in halves.terms
    ]


def _in_half(term: EventHistoryTerm | None) -> tuple[float | None, float | None]:
    return (term.estimate, term.std_error) if term else (None, None)


def halves_summary(halves: PeriodHalves) -> Mapping[str, Cell]:
    """Where the halves meet, and the events of each."""
    return {
        "last_early": period_cell(halves.last_early),
        "early_events": halves.early_events,
        "late_events": halves.late_events,
    }


def halves_sentences(halves: PeriodHalves) -> Iterator[Sentence]:
    """Which terms differ at 5 %, and which half has no estimates."""
    terms = [term for term in halves.terms if term.p is not None]
    changed_terms = [term.name for term in terms if term.p is not None and term.p < 0.05]
    if changed_terms:
        names = ", ".join(changed_terms)
        yield sentence("halves_differ", count=len(changed_terms), terms=names, all=len(terms))
    elif terms:
        yield sentence("halves_agree", all=len(terms))
    if not any(term.early for term in halves.terms):
        yield sentence("no_early_half", events=halves.early_events)
    if not any(term.late for term in halves.terms):
        yield sentence("no_late_half", events=halves.late_events)


def calibration_rows(prediction: Prediction) -> list[Row]:
    """A row for each group of rows with a similar chance, from the lowest on."""
    return [
        (
            number,
            group.rows,
            group.events,
            group.predicted,
            group.observed,
            group.low,
            group.high,
        )
        for number, group in enumerate(calibration(prediction), 1)
    ]
