"""The options of NetInf: waiting times, first explanations, and where the search ends."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import isfinite

import numpy as np

from diffusion.inference.cascade_times import SortedTimes
from diffusion.inference.parent_columns import Scoring
from diffusion.inference.waiting_times import (
    Array,
    WaitingTimeModel,
    estimate_parameters,
    log_density,
)
from diffusion.study.errors import require
from diffusion.study.result import Result, refusal_result, sentence
from diffusion.study.selection import count_nodes_without_adoption, dated_cascades
from diffusion.study.study import Study

# The fewest cascades that simulations need (see the texts of netinf).
MIN_CASCADES = 10
DEFAULT_P = 0.05
# An epsilon below this is not a share of edges but the original program's chance from outside.
MAX_OUTSIDE_EPSILON = 1e-32


class FirstExplanation(StrEnum):
    """What explains an adoption as long as no edge does; see parent_columns.Scoring."""

    AUTO = "auto"
    PARENT = "parent"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class NetInfOptions:
    """The options of a search.

    `rate` is the exponential's rate, Rayleigh's scale, or the mean of the logarithm in a
    log-normal; `sigma` is that logarithm's deviation. Both are estimated if None. The search stops
    at p = 0.05 unless `p` or `edges` is set; `edges` alone gives that many edges.
    """

    model: WaitingTimeModel = WaitingTimeModel.EXPONENTIAL
    rate: float | None = None
    sigma: float | None = None
    epsilon: float = 1e-10
    p: float | None = None
    edges: int | None = None
    start: FirstExplanation = FirstExplanation.AUTO

    def check(self) -> None:
        """Raises BadOption."""
        takes_sigma = self.model is WaitingTimeModel.LOGNORMAL
        require(self.sigma is None or takes_sigma, "sigma", self.sigma, "--model lognormal")
        require(0 < self.epsilon < 1, "epsilon", self.epsilon, "0 < epsilon < 1")
        require(self.p is None or 0 < self.p <= 1, "p", self.p, "0 < p <= 1")
        require(self.edges is None or self.edges >= 1, "edges", self.edges, "edges >= 1")

    @property
    def cutoff(self) -> float | None:
        """The p at which the search stops; None if only the number of edges ends it."""
        return DEFAULT_P if self.p is None and self.edges is None else self.p

    def parameters(self, times: SortedTimes) -> tuple[float, ...]:
        """The parameters of the waiting times, estimated where none is typed; raises BadOption."""
        lognormal = self.model is WaitingTimeModel.LOGNORMAL
        given_values = (self.rate, self.sigma) if lognormal else (self.rate,)
        estimates = (
            estimate_parameters(self.model, *waiting_times(times))
            if None in given_values
            else (0.0, 0.0)
        )
        chosen = tuple(e if t is None else t for t, e in zip(given_values, estimates, strict=False))
        option = "sigma" if lognormal else "rate"
        require(chosen[-1] > 0 and all(map(isfinite, chosen)), option, chosen[-1], f"{option} > 0")
        return chosen

    def scoring(self, parameters: tuple[float, ...]) -> Scoring:
        """How adoptions are scored with these parameters."""
        outside = self.start is FirstExplanation.OUTSIDE or (
            self.start is FirstExplanation.AUTO and self.epsilon <= MAX_OUTSIDE_EPSILON
        )
        return Scoring(log_density(self.model, parameters), self.epsilon, outside)


def cascades_refusal(study: Study, columns: tuple[str, ...]) -> Result | None:
    """Why NetInf is not computed: too few cascades have adopters at different times; else None."""
    cascades, undated = dated_cascades(study)
    informative_cascades = sum(len(set(times.values())) > 1 for times in cascades.values())
    if informative_cascades >= MIN_CASCADES:
        return None
    reason = sentence("too_few_cascades", needed=MIN_CASCADES, found=informative_cascades)
    unreported = count_nodes_without_adoption(study)
    return refusal_result(columns, reason, len(cascades), undated, unreported)


def waiting_times(times: SortedTimes) -> tuple[Array, Array]:
    """From a cascade's first adoption to each later one, and from each to the next."""
    is_later = times.start < np.arange(len(times.time))
    since_first = (times.time - times.time[times.start])[is_later]
    gaps = np.diff(times.time, prepend=np.nan)[is_later]
    return since_first, gaps
