"""Infectiousness and susceptibility of each adopter."""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from diffusion.framework.measure import Measure
from diffusion.framework.panel_result import count_adopters, no_ties_result, panel_result
from diffusion.networks.infection import (
    exponential_discounts,
    infectiousness,
    linear_discounts,
    susceptibility,
)
from diffusion.study.errors import require
from diffusion.study.number_format import number_cell, period_cell
from diffusion.study.panel import adjacency, build_panel
from diffusion.study.result import Result
from diffusion.study.selection import require_contacts, single_cascade
from diffusion.study.study import Study

COLUMNS = ("node", "period", "infection", "susceptibility")


class Discount(StrEnum):
    """How much less an adoption counts if it is k periods away."""

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
    """One row for each adopter; see diffusion/networks/infection.py."""
    require(periods >= 1, "periods", periods, "periods >= 1")
    require(r > -1, "r", r, "r > -1")
    panel = build_panel(study, single_cascade(study))
    weights = adjacency(require_contacts(study), panel.nodes)
    if not weights.nnz:
        return no_ties_result(panel, COLUMNS)
    weights = weights if outgoing else weights.T.tocsr()
    exponent = discount is Discount.EXPONENTIAL
    discounts = exponential_discounts(periods, r) if exponent else linear_discounts(periods)
    infectious = infectiousness(weights, panel, discounts, normalized=normalized)
    susceptible = susceptibility(weights, panel, discounts, normalized=normalized)
    rows = (
        (
            node,
            period_cell(panel.time[i]),
            number_cell(infectious[i]),
            number_cell(susceptible[i]),
        )
        for i, node in enumerate(panel.nodes)
        if not np.isnan(panel.time[i])
    )
    summary = {"ties": int(weights.nnz)}
    return panel_result(study, panel, COLUMNS, rows, count_adopters(panel), summary)


MEASURE = Measure("infection", infection, frozenset({"adoptions", "contacts"}))
