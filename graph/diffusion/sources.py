"""Who is learned from: how many learn from each, how far its teaching reaches, how far upstream."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from graph.diffusion.data import Tie


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one stands in the flow from teachers to learners."""

    node: str
    learners: int  # distinct, directly
    teachers: int  # distinct, directly
    reach: float  # share of the n - 1 others that are reached, directly or through others
    trophic_level: float | None  # 1: learns from nobody; None where circles leave it open


def standings(ties: Iterable[Tie]) -> list[Standing]:
    """Each one's standing: most learners first, then the farthest reach, then the name.

    Reach is the local reaching centrality of Mones, Vicsek and Vicsek (2012), PLoS ONE 7(3),
    doi 10.1371/journal.pone.0033799, of a directed network without weights: reached / (n - 1).
    The trophic level of Levine (1980), J. Theor. Biol. 83, is 1 for who learns from nobody and
    else 1 + the mean level of the teachers; it is open for whoever learns, by any chain, from a
    circle that nobody outside teaches. Ties to oneself and repeated ties are left out. Dates are
    not looked at. O(n m) in time.
    """
    network = flow(ties)
    levels = _trophic_levels(network)
    others = max(len(network) - 1, 1)
    found = [
        Standing(
            node=node,
            learners=network.out_degree(node),
            teachers=network.in_degree(node),
            reach=len(nx.descendants(network, node)) / others,
            trophic_level=levels.get(node),
        )
        for node in network
    ]
    return sorted(found, key=lambda one: (-one.learners, -one.reach, one.node))


def flow(ties: Iterable[Tie]) -> nx.DiGraph:
    """The network from teachers to learners, one edge a pair, none to oneself."""
    network = nx.DiGraph()
    network.add_edges_from(
        sorted({(tie.teacher, tie.learner) for tie in ties if tie.teacher != tie.learner})
    )
    return network


def _trophic_levels(network: nx.DiGraph) -> dict[str, float]:
    """The levels of those that have one: every chain of teachers above them has a beginning."""
    first = [node for node, teachers in network.in_degree() if teachers == 0]
    taught = set(first).union(*(nx.descendants(network, node) for node in first))
    rootless = set(network) - taught
    spoilt = rootless.union(*(nx.descendants(network, node) for node in rootless))
    levels: dict[str, float] = (
        nx.trophic_levels(network.subgraph(set(network) - spoilt))
        if len(spoilt) < len(network)
        else {}
    )
    return levels
