"""Infectiousness and susceptibility of each adopter."""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from diffusion.framework.measure import Measure
from diffusion.framework.panel_result import adopters, no_ties, report
from diffusion.networks.infection import exponential, linear, susceptibility
from diffusion.networks.infection import infection as infection_of
from diffusion.study.errors import require
from diffusion.study.number_format import cell, period
from diffusion.study.panel import adjacency, panel
from diffusion.study.result import Result
from diffusion.study.selection import adoptions, contacts
from diffusion.study.study import Study

COLUMNS = ("node", "period", "infection", "susceptibility")


class Discount(StrEnum):
    """How much less what lies k periods away counts."""

    LINEAR = "linear"
    EXPONENTIAL = "exponential"


def infection(
    study: Study,
    *,
    periods: int = 1,
    discount: Discount = Discount.LINEAR,
    r: float = 0.5,
    normalized: bool = True,
    outgoing: bool = True,
) -> Result:
    """One row for each adopter; see graph/diffusion/infection.py."""
    require(periods >= 1, "periods", periods, "periods >= 1")
    require(r > -1, "r", r, "r > -1")
    watched = panel(study, adoptions(study))
    weights = adjacency(contacts(study), watched.nodes)
    if not weights.nnz:
        return no_ties(watched, COLUMNS)
    weights = weights if outgoing else weights.T.tocsr()
    exponent = discount is Discount.EXPONENTIAL
    discounts = exponential(periods, r) if exponent else linear(periods)
    infectious = infection_of(weights, watched, discounts, normalized)
    susceptible = susceptibility(weights, watched, discounts, normalized)
    rows = (
        (node, period(watched.time[i]), cell(infectious[i]), cell(susceptible[i]))
        for i, node in enumerate(watched.nodes)
        if not np.isnan(watched.time[i])
    )
    summary = {"ties": int(weights.nnz)}
    return report(study, watched, COLUMNS, rows, adopters(watched), summary)


MEASURE = Measure("infection", infection, frozenset({"adoptions", "contacts"}))
