"""Infectiousness and susceptibility of each adopter."""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from graph.diffusion.cells import cell, period
from graph.diffusion.choosing import adoptions, contacts
from graph.diffusion.data import Study
from graph.diffusion.errors import require
from graph.diffusion.infection import exponential, linear, susceptibility
from graph.diffusion.infection import infection as infection_of
from graph.diffusion.measure import Measure
from graph.diffusion.panel import adjacency, panel
from graph.diffusion.report import adopters, no_ties, report
from graph.diffusion.result import Result

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
