"""Which places act early across mechanisms."""

from __future__ import annotations

import numpy as np

from diffusion.framework.measure import Measure
from diffusion.networks.innovativeness import (
    Scores,
    adoption_rate,
    intervals,
    scores,
    walker_index,
)
from diffusion.study.errors import require
from diffusion.study.number_format import cell
from diffusion.study.panel import Array
from diffusion.study.result import Cell, Result, refused, say
from diffusion.study.selection import dated, unsaid
from diffusion.study.study import Study

FEWEST = 5
COLUMNS = (
    "rank", "node", "walker", "walker_low", "walker_high",
    "adoptions", "opportunities", "rate", "rate_low", "rate_high",
)  # fmt: skip


def innovativeness(
    study: Study,
    *,
    exclude: str | None = None,
    draws: int = 1000,
    seed: int = 1,
    level: float = 0.95,
) -> Result:
    """One row a node, the highest Walker index first; intervals by bootstrap over mechanisms.

    See graph/diffusion/innovativeness.py. `exclude` names nodes that are left out of everything
    (`Alaska,Hawaii`).
    """
    require(draws >= 1, "draws", draws, "draws >= 1")
    require(0 < level < 1, "level", level, "0 < level < 1")
    require(seed >= 0, "seed", seed, "seed >= 0")
    excluded = set((exclude or "").split(","))
    cascades_by_id, undated = dated(study)
    cascades = [
        {node: t for node, t in times.items() if node not in excluded}
        for _, times in sorted(cascades_by_id.items())
    ]
    adopters = {node for times in cascades for node in times}
    nodes = sorted(adopters | (set(study.nodes) - excluded if study.closed else set()))
    node_scores = scores(cascades, nodes, study.closed, study.width)
    count = len(node_scores.walker)
    if count < FEWEST:
        why = say("too_few_mechanisms", needed=FEWEST, found=count)
        return refused(COLUMNS, why, count, undated, unsaid(study))
    rows = _rows(node_scores, nodes, intervals(node_scores, draws, seed, level))
    notes = () if study.closed else (say("unsaid_not_scored"),)
    return Result(COLUMNS, rows, count, undated, unsaid(study), warnings=(*study.warnings, *notes))


def _rows(
    node_scores: Scores, nodes: list[str], ends: tuple[Array, Array]
) -> tuple[tuple[Cell, ...], ...]:
    index, rate = walker_index(node_scores), adoption_rate(node_scores)
    by_index, by_rate = ends
    adopted = node_scores.adoptions.sum(axis=0).astype(int)
    could = node_scores.opportunities.sum(axis=0).astype(int)
    order = sorted(range(len(nodes)), key=lambda i: (-np.nan_to_num(index[i], nan=-1), nodes[i]))
    return tuple(
        (
            rank,
            nodes[i],
            *map(cell, (index[i], by_index[0, i], by_index[1, i])),
            int(adopted[i]),
            int(could[i]),
            *map(cell, (rate[i], by_rate[0, i], by_rate[1, i])),
        )
        for rank, i in enumerate(order, 1)
    )


MEASURE = Measure("innovativeness", innovativeness, frozenset({"cascades"}))
