"""A network's diffusion period by period, with Moran's I of having adopted."""

from __future__ import annotations

from collections.abc import Iterator

from scipy.sparse import csr_array

from diffusion.framework.measure import Measure
from diffusion.framework.panel_result import not_computed, report
from diffusion.statistics.moran import Moran, geodesic_weights
from diffusion.statistics.moran import moran as moran_of
from diffusion.study.errors import require
from diffusion.study.number_format import cell, period
from diffusion.study.panel import Panel, adjacency, panel
from diffusion.study.result import Cell, Result, say
from diffusion.study.selection import adoptions, contacts
from diffusion.study.study import Study

FEWEST = 4
COLUMNS = (
    "period", "adopters", "cum", "share", "hazard", "density",
    "moran_I", "expected", "deviation", "p",
)  # fmt: skip


def moran(study: Study, *, steps: int = 6) -> Result:
    """One row a period, as summary() of netdiffuseR.

    Weights are 1 over the shortest directed path up to `steps`, rows summing to 1; the hazard
    begins with the second period; density is ties / (n (n - 1)). No index where all or none
    have adopted.
    """
    require(steps >= 1, "steps", steps, "steps >= 1")
    watched = panel(study, adoptions(study))
    size = len(watched.nodes)
    if size < FEWEST:
        why = say("too_few_nodes", needed=FEWEST, found=size)
        return not_computed(watched, COLUMNS, size, why)
    ties = adjacency(contacts(study), watched.nodes)
    rows = _rows(watched, geodesic_weights(ties, steps), ties.nnz / (size * (size - 1)))
    return report(study, watched, COLUMNS, rows, size, {"ties": int(ties.nnz)})


def _rows(watched: Panel, weights: csr_array, density: float) -> Iterator[tuple[Cell, ...]]:
    adopted = watched.adopted.astype(float)
    size, before = len(watched.nodes), 0
    for t, when in enumerate(watched.periods):
        now = int(adopted[:, t].sum())
        hazard = (now - before) / (size - before) if t and size > before else None
        index = _cells(moran_of(adopted[:, t], weights))
        yield (period(when), now - before, now, now / size, hazard, density, *index)
        before = now


def _cells(index: Moran | None) -> tuple[Cell, ...]:
    if index is None:
        return (None, None, None, None)
    return (index.observed, index.expected, index.deviation, cell(index.p))


MEASURE = Measure("moran", moran, frozenset({"adoptions", "contacts"}))
