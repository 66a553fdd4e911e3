"""The centrality of each node as a source: learners, reach, and trophic level."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx
import numpy as np
from scipy.sparse import diags_array, eye_array
from scipy.sparse.linalg import spsolve

from diffusion.study.study import Tie
from graph.model.closure import transitive_closure

# Sets of this many members take 50 MB in total.
MAX_MEMBERS = 20_000


@dataclass(frozen=True, slots=True)
class SourceStanding:
    """The position of a node in the flow from teachers to learners."""

    node: str
    learners: int  # distinct, directly
    teachers: int  # distinct, directly
    reach: float | None  # share of the n - 1 others reached, directly or through others
    trophic_level: float | None  # 1 if it learns from nobody; None where circles leave it open


def source_standings(ties: Iterable[Tie]) -> list[SourceStanding]:
    """The standing of each node: most learners first, then the farthest reach, then the name.

    Reach is the local reaching centrality of Mones, Vicsek and Vicsek (2012), PLoS ONE 7(3), doi
    10.1371/journal.pone.0033799, of a directed network without weights: reached / (n - 1). The
    trophic level of Levine (1980), J. Theor. Biol. 83, is 1 for a node that learns from nobody,
    else 1 + the mean level of its teachers; it is open for a node that learns, by any chain, from a
    circle that nobody outside teaches. Ties to oneself and repeated ties are left out. Dates do not
    count. Reach takes n² / 8 bytes, and is None for all in a network of more than MAX_MEMBERS.
    """
    network = flow_network(ties)
    levels = _trophic_levels(network)
    reach = _reach_shares(network) if len(network) <= MAX_MEMBERS else {}
    rows = [
        SourceStanding(
            node=node,
            learners=network.out_degree(node),
            teachers=network.in_degree(node),
            reach=reach.get(node),
            trophic_level=levels.get(node),
        )
        for node in network
    ]
    return sorted(rows, key=lambda row: (-row.learners, -(row.reach or 0.0), row.node))


def flow_network(ties: Iterable[Tie]) -> nx.DiGraph:
    """The network from teachers to learners, one edge a pair, none to oneself."""
    network = nx.DiGraph()
    network.add_edges_from(
        sorted({(tie.teacher, tie.learner) for tie in ties if tie.teacher != tie.learner})
    )
    return network


def _reach_shares(network: nx.DiGraph) -> dict[str, float]:
    """The share of the others that each reaches; a set of members is a number, one bit each."""
    circles = nx.condensation(network)
    places = {node: place for place, node in enumerate(network)}
    bits_by_circle: dict[int, int] = {}
    for circle in reversed(list(nx.topological_sort(circles))):
        bits = sum(1 << places[member] for member in circles.nodes[circle]["members"])
        for successor in circles.successors(circle):
            bits |= bits_by_circle[successor]
        bits_by_circle[circle] = bits
    others = max(len(network) - 1, 1)
    within = circles.graph["mapping"]
    return {node: (bits_by_circle[within[node]].bit_count() - 1) / others for node in network}


def _trophic_levels(network: nx.DiGraph) -> dict[str, float]:
    """The levels of the nodes that have one: every chain of teachers above them has a beginning.

    As networkx.trophic_levels, whose matrix is not sparse.
    """
    first = [node for node, teachers in network.in_degree() if teachers == 0]
    rootless = set(network) - _downstream(network, first)
    open_ended = _downstream(network, rootless)
    levelled = [node for node in network if node not in open_ended]
    if not levelled:
        return {}
    taught = nx.to_scipy_sparse_array(network, levelled, dtype=float).T.tocsr()
    teachers = np.maximum(taught.sum(axis=1), 1)
    means = diags_array(1 / teachers) @ taught
    levels = spsolve((eye_array(len(levelled)) - means).tocsc(), np.ones(len(levelled)))
    return dict(zip(levelled, map(float, np.atleast_1d(levels)), strict=True))


def _downstream(network: nx.DiGraph, starts: Iterable[str]) -> set[str]:
    """The starts and all that learn from them by any chain."""
    return transitive_closure(starts, network.successors)
