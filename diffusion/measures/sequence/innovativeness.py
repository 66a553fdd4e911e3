"""The places that adopt early across mechanisms."""

from __future__ import annotations

import numpy as np

from diffusion.framework.measure import Measure
from diffusion.networks.innovativeness import (
    InnovativenessScores,
    adoption_rate,
    bootstrap_intervals,
    innovativeness_scores,
    walker_index,
)
from diffusion.study.errors import require
from diffusion.study.number_format import number_cell
from diffusion.study.panel import Array
from diffusion.study.result import Cell, Result, refusal_result, sentence
from diffusion.study.selection import count_nodes_without_adoption, dated_cascades
from diffusion.study.study import Study

MIN_MECHANISMS = 5
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

    See diffusion/networks/innovativeness.py. `exclude` names nodes that are left out of everything
    (`Alaska,Hawaii`).
    """
    require(draws >= 1, "draws", draws, "draws >= 1")
    require(0 < level < 1, "level", level, "0 < level < 1")
    require(seed >= 0, "seed", seed, "seed >= 0")
    excluded = set((exclude or "").split(","))
    cascades_by_id, undated = dated_cascades(study)
    cascades = [
        {node: t for node, t in times.items() if node not in excluded}
        for _, times in sorted(cascades_by_id.items())
    ]
    adopters = {node for times in cascades for node in times}
    nodes = sorted(adopters | (set(study.nodes) - excluded if study.is_closed else set()))
    node_scores = innovativeness_scores(cascades, nodes, study.width, is_closed=study.is_closed)
    count = len(node_scores.walker)
    if count < MIN_MECHANISMS:
        reason = sentence("too_few_mechanisms", needed=MIN_MECHANISMS, found=count)
        return refusal_result(COLUMNS, reason, count, undated, count_nodes_without_adoption(study))
    rows = _rows(node_scores, nodes, bootstrap_intervals(node_scores, draws, seed, level))
    notes = () if study.is_closed else (sentence("unsaid_not_scored"),)
    return Result(
        COLUMNS,
        rows,
        count,
        undated,
        count_nodes_without_adoption(study),
        warnings=(*study.warnings, *notes),
    )


def _rows(
    node_scores: InnovativenessScores, nodes: list[str], ends: tuple[Array, Array]
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
            *map(number_cell, (index[i], by_index[0, i], by_index[1, i])),
            int(adopted[i]),
            int(could[i]),
            *map(number_cell, (rate[i], by_rate[0, i], by_rate[1, i])),
        )
        for rank, i in enumerate(order, 1)
    )


MEASURE = Measure("innovativeness", innovativeness, frozenset({"cascades"}))
