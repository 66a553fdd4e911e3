"""Chooses the model for the rows at risk, and says why one cannot be fitted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from diffusion.event_history.risk_table import RiskTable
from diffusion.statistics.event_history_model import (
    ErrorChoice,
    EventHistoryFit,
    EventHistoryLink,
    NoEstimate,
    fit_event_history,
    fit_random_effects,
    has_separation,
)
from diffusion.statistics.standard_errors import SANDWICHES, StandardErrors
from diffusion.study.errors import require
from diffusion.study.result import Sentence, sentence

# Below this many events for each term maximum likelihood is biased (Peduzzi et al. 1996).
EVENTS_PER_TERM_LIKELIHOOD = 10
# With fewer clusters their errors are too small (Cameron and Miller 2015).
MIN_CLUSTERS = 30
# With fewer groups the deviation of random intercepts is too small (Stegmueller 2013, AJPS 57).
MIN_GROUPS = 15
# A term is named, but not all of hundreds.
MAX_NAMES = 8


@dataclass(frozen=True)
class FitOptions:
    """The link (None: chosen by the data), how errors are computed, and whether each cluster of the
    rows has a random intercept."""

    link: EventHistoryLink | None
    errors: StandardErrors
    small_sample: bool
    random_effects: bool = False

    @property
    def has_sandwich(self) -> bool:
        """Whether errors are robust or clustered."""
        return self.errors in SANDWICHES

    def check(self) -> None:
        """Raises BadOption if the options contradict each other."""
        penalised = self.link is EventHistoryLink.FIRTH
        require(
            not (penalised and self.has_sandwich),
            "errors",
            self.errors,
            "--link logit|probit|cloglog",
        )
        right = "--errors robust|cluster"
        require(self.has_sandwich or not self.small_sample, "small_sample", "yes", right)
        without = "--errors observed, --link logit|probit|cloglog"
        fits = not (penalised or self.has_sandwich)
        require(fits or not self.random_effects, "random_effects", "-", without)

    def check_cluster(self, column: str | None) -> None:
        """Raises BadOption if a column of clusters is named and errors are not clustered."""
        is_clustered = self.errors is StandardErrors.CLUSTER
        require(column is None or is_clustered, "cluster", column, "--errors cluster")


def fit_rows(table: RiskTable, options: FitOptions, *, has_enough_events: bool) -> EventHistoryFit:
    """The model of these rows; raises NoEstimate.

    Without a link it is the logit if `has_enough_events` and no term separates them completely, or
    if robust or clustered errors or random effects are wanted, which Firth's has not; else Firth's.
    """
    link = options.link
    if link is None:
        likelihood = options.has_sandwich or options.random_effects
        is_unpenalised = likelihood or (
            has_enough_events and not has_separation(table.outcome, table.terms)
        )
        link = EventHistoryLink.LOGIT if is_unpenalised else EventHistoryLink.FIRTH
    _, clusters = np.unique(table.clusters, return_inverse=True)
    if options.random_effects:
        return fit_random_effects(table.outcome, table.terms, link, clusters)
    errors = ErrorChoice(options.errors, clusters.astype(float), options.small_sample)
    return fit_event_history(table.outcome, table.terms, link, errors)


def no_estimate_sentence(error: NoEstimate) -> Sentence:
    """Why there is no estimate, with the terms that fail if they can be named."""
    if not error.terms:
        return sentence(error.key)
    names = ", ".join(error.terms[:MAX_NAMES]) + (" …" if len(error.terms) > MAX_NAMES else "")
    return sentence(f"{error.key}_named", terms=names)


def model_warnings(
    table: RiskTable,
    model: EventHistoryFit,
    options: FitOptions,
    terms: int,
    *,
    has_enough_events: bool,
) -> list[Sentence]:
    """That events, clusters or groups are few."""
    notes = []
    if not has_enough_events and model.link is not EventHistoryLink.FIRTH:
        advised = EVENTS_PER_TERM_LIKELIHOOD
        notes.append(sentence("few_events", events=table.events, terms=terms, wanted=advised))
    clusters = len(set(table.clusters.tolist()))
    if options.errors is StandardErrors.CLUSTER and clusters < MIN_CLUSTERS:
        notes.append(sentence("few_clusters", count=clusters, wanted=MIN_CLUSTERS))
    return notes + (_group_warnings(table) if options.random_effects else [])


def _group_warnings(table: RiskTable) -> list[Sentence]:
    """Warnings: few groups with a random intercept, or no group with several events."""
    notes = [sentence("skill_without_random_effects")]
    names, places = np.unique(table.clusters, return_inverse=True)
    if len(names) < MIN_GROUPS:
        notes.append(sentence("few_random_groups", count=len(names), wanted=MIN_GROUPS))
    if np.bincount(places, weights=table.outcome).max() <= 1:
        notes.append(sentence("one_event_a_group"))
    return notes
