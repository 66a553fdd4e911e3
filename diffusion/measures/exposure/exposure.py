"""Exposure of each node in each period."""

from __future__ import annotations

from collections.abc import Iterator

from diffusion.framework.measure import Measure
from diffusion.framework.panel_result import no_ties, report
from diffusion.networks.exposure import exposure as exposure_of
from diffusion.study.errors import require
from diffusion.study.number_format import cell, period
from diffusion.study.panel import Array, Panel, adjacency, numbers, panel, values
from diffusion.study.result import Cell, Result
from diffusion.study.selection import adoptions, contacts
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
) -> Result:
    """One row for each node and period: the exposure, and whether the node had adopted.

    See graph/diffusion/exposure.py. `outgoing` counts those whom a node names, else those who
    name it; `attribute` is a column of the nodes by which alters are weighted.
    """
    require(lag >= 0, "lag", lag, "lag >= 0")
    watched = panel(study, adoptions(study))
    weights = adjacency(contacts(study), watched.nodes, valued)
    if not weights.nnz:
        return no_ties(watched, COLUMNS)
    x = None
    if attribute is not None:
        x = numbers(values(study, watched.nodes, attribute), attribute)
    adopted = watched.adopted.astype(float)
    ties = weights if outgoing else weights.T.tocsr()
    rows = _rows(watched, exposure_of(ties, adopted, x, normalized, lag))
    summary = {"ties": int(weights.nnz)}
    return report(study, watched, COLUMNS, rows, len(watched.nodes), summary)


def _rows(watched: Panel, shares: Array) -> Iterator[tuple[Cell, ...]]:
    adopted = watched.adopted
    for i, node in enumerate(watched.nodes):
        for t, when in enumerate(watched.periods):
            yield (node, period(when), cell(shares[i, t]), int(adopted[i, t]))


MEASURE = Measure("exposure", exposure, frozenset({"adoptions", "contacts"}))
