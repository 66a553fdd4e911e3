"""A network's diffusion period by period, with Moran's I of having adopted."""

from __future__ import annotations

from collections.abc import Iterator

from scipy.sparse import csr_array

from diffusion.framework.measure import Measure
from diffusion.framework.panel_result import panel_refusal, panel_result
from diffusion.statistics.moran import MoranIndex, geodesic_weights, moran_index
from diffusion.study.errors import require
from diffusion.study.number_format import number_cell, period_cell
from diffusion.study.panel import Panel, adjacency, build_panel
from diffusion.study.result import Cell, Result, sentence
from diffusion.study.selection import require_contacts, single_cascade
from diffusion.study.study import Study

MIN_NODES = 4
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
    panel = build_panel(study, single_cascade(study))
    size = len(panel.nodes)
    if size < MIN_NODES:
        reason = sentence("too_few_nodes", needed=MIN_NODES, found=size)
        return panel_refusal(panel, COLUMNS, size, reason)
    ties = adjacency(require_contacts(study), panel.nodes)
    rows = _rows(panel, geodesic_weights(ties, steps), ties.nnz / (size * (size - 1)))
    return panel_result(study, panel, COLUMNS, rows, size, {"ties": int(ties.nnz)})


def _rows(panel: Panel, weights: csr_array, density: float) -> Iterator[tuple[Cell, ...]]:
    has_adopted = panel.has_adopted.astype(float)
    size, before = len(panel.nodes), 0
    for t, when in enumerate(panel.periods):
        now = int(has_adopted[:, t].sum())
        hazard = (now - before) / (size - before) if t and size > before else None
        index = _index_cells(moran_index(has_adopted[:, t], weights))
        yield (period_cell(when), now - before, now, now / size, hazard, density, *index)
        before = now


def _index_cells(index: MoranIndex | None) -> tuple[Cell, ...]:
    if index is None:
        return (None, None, None, None)
    return (index.observed, index.expected, index.deviation, number_cell(index.p))


MEASURE = Measure("moran", moran, frozenset({"adoptions", "contacts"}))
