"""Exposure of each node in each period."""

from __future__ import annotations

from graph.diffusion.cells import cell, period
from graph.diffusion.choosing import adoptions, contacts
from graph.diffusion.data import Study
from graph.diffusion.exposure import exposure as exposure_of
from graph.diffusion.measure import Measure
from graph.diffusion.panel import adjacency, numbers, panel, values
from graph.diffusion.result import Result

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
    watched = panel(study, adoptions(study))
    weights = adjacency(contacts(study), watched.nodes, valued)
    x = attribute and numbers(values(study, watched.nodes, attribute), attribute)
    found = exposure_of(
        weights if outgoing else weights.T.tocsr(),
        watched.adopted.astype(float),
        None if x is None or isinstance(x, str) else x,
        normalized,
        lag,
    )
    adopted = watched.adopted
    return Result(
        columns=COLUMNS,
        rows=tuple(
            (node, period(watched.periods[t]), cell(found[i, t]), int(adopted[i, t]))
            for i, node in enumerate(watched.nodes)
            for t in range(len(watched.periods))
        ),
        n=len(watched.nodes),
        undated=watched.undated,
        unknown=watched.unsaid,
        summary={"ties": int(weights.nnz)},
        warnings=study.warnings,
    )


MEASURE = Measure("exposure", exposure, frozenset({"adoptions", "contacts"}))
