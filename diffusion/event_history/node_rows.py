"""A study's nodes as rows at risk: exposure over contacts, and numeric columns of the nodes."""

from __future__ import annotations

import numpy as np

from diffusion.event_history.risk_table import Labels, RiskTable
from diffusion.networks.exposure import exposure_matrix
from diffusion.statistics.regression import RiskRows, rows_at_risk
from diffusion.study.errors import WrongStudy
from diffusion.study.grouping import neighbour_pairs
from diffusion.study.panel import (
    Array,
    Panel,
    adjacency,
    group_labels,
    node_values,
    parse_numbers,
)
from diffusion.study.result import sentence
from diffusion.study.selection import require_contacts
from diffusion.study.study import Study, Tie


def node_rows(
    study: Study,
    panel: Panel,
    lag: int,
    covariates: list[str],
    same: str | None,
    cluster: str | None = None,
) -> RiskTable:
    """A row for each node and period at whose beginning it had not adopted.

    The first term is exposure: the share of one's contacts (with `same`, of those who share its
    group) that had adopted `lag` periods before.
    """
    rows = rows_at_risk(panel, lag)
    period = panel.periods[rows.period]
    return RiskTable(
        outcome=rows.outcome,
        terms=_terms(study, panel, rows, lag, covariates, same),
        unit=np.array(panel.nodes, dtype=np.str_)[rows.node],
        period=period,
        elapsed=(panel.periods - panel.periods[:1])[rows.period],
        policy=np.full(len(period), ""),
        cluster=_clusters(study, panel, cluster, rows),
    )


def _terms(
    study: Study, panel: Panel, rows: RiskRows, lag: int, covariates: list[str], same: str | None
) -> dict[str, Array]:
    ties = require_contacts(study) if same is None else _ties_in_same_group(study, same)
    shares = exposure_matrix(adjacency(ties, panel.nodes), panel.has_adopted.astype(float), lag=lag)
    terms = {"exposure": shares[rows.node, rows.period]}
    for name in covariates:
        terms[name] = parse_numbers(node_values(study, panel.nodes, name), name)[rows.node]
    return terms


def _clusters(study: Study, panel: Panel, column: str | None, rows: RiskRows) -> Labels | None:
    """The cluster of each row; raises WrongStudy if a node at risk has none."""
    if column is None:
        return None
    labels = np.array(group_labels(study, panel.nodes, column), dtype=np.str_)
    if (empty := np.unique(rows.node[labels[rows.node] == ""])).size:
        node = panel.nodes[int(empty[0])]
        raise WrongStudy(sentence("node_no_cluster", column=column, count=len(empty), value=node))
    return labels[rows.node]


def _ties_in_same_group(study: Study, same: str) -> list[Tie]:
    return [Tie(*ends) for pair in neighbour_pairs(study, same)[1] for ends in (pair, pair[::-1])]
