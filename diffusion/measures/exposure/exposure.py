"""Exposure of each node in each period."""

from __future__ import annotations

from collections.abc import Iterator

from diffusion.framework.exposure_weights import ExposureWeight, WeightOptions, exposure_weights
from diffusion.framework.measure import Measure
from diffusion.framework.panel_result import no_ties_result, panel_result
from diffusion.networks.exposure import exposure_matrix
from diffusion.study.errors import require
from diffusion.study.number_format import number_cell, period_cell
from diffusion.study.panel import Array, Panel, adjacency, build_panel, node_values, parse_numbers
from diffusion.study.result import Cell, Result
from diffusion.study.selection import require_contacts, single_cascade
from diffusion.study.study import Study

COLUMNS = ("node", "period", "exposure", "adopted")


def exposure(
    study: Study,
    *,
    lag: int = 0,
    outgoing: bool = True,
    normalized: bool = True,
    valued: bool = False,
    attribute: str | None = None,
    weight: ExposureWeight = ExposureWeight.CONTACTS,
    cohesion: float = 1.0,
    within: str | None = None,
) -> Result:
    """One row for each node and period: the exposure, and whether the node had adopted.

    See diffusion/networks/exposure.py. With `outgoing` the contacts are those whom a node names,
    else those who name it; `attribute` is a column of the nodes that weights the contacts. See
    diffusion/networks/structural_equivalence.py for weights by equivalence.
    """
    require(lag >= 0, "lag", lag, "lag >= 0")
    options = WeightOptions(weight, cohesion, within)
    options.check()
    panel = build_panel(study, single_cascade(study))
    weights = adjacency(require_contacts(study), panel.nodes, valued=valued)
    if not weights.nnz:
        return no_ties_result(panel, COLUMNS)
    x = None
    if attribute is not None:
        x = parse_numbers(node_values(study, panel.nodes, attribute), attribute)
    has_adopted = panel.has_adopted.astype(float)
    ties = exposure_weights(study, panel.nodes, weights if outgoing else weights.T.tocsr(), options)
    rows = _rows(panel, exposure_matrix(ties, has_adopted, x, lag, normalized=normalized))
    summary = {"ties": int(weights.nnz)}
    return panel_result(study, panel, COLUMNS, rows, len(panel.nodes), summary)


def _rows(panel: Panel, shares: Array) -> Iterator[tuple[Cell, ...]]:
    has_adopted = panel.has_adopted
    for i, node in enumerate(panel.nodes):
        for t, when in enumerate(panel.periods):
            yield (node, period_cell(when), number_cell(shares[i, t]), int(has_adopted[i, t]))


MEASURE = Measure("exposure", exposure, frozenset({"adoptions", "contacts"}))
