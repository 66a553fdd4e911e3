"""The measure of time-respecting reach: who could have learned from one origin, by the dates."""

from __future__ import annotations

from math import inf, isnan

import networkx as nx

from diffusion.framework.measure import Measure
from diffusion.networks.source_centrality import flow_network
from diffusion.networks.temporal_reach import certain_arrivals, earliest_arrivals
from diffusion.study.coverage import count_nodes_without_tie, count_undated_ties, time_cell
from diffusion.study.errors import BadOption, WrongStudy
from diffusion.study.result import Cell, Result, sentence
from diffusion.study.study import Study

COLUMNS = ("node", "reached", "links", "earliest", "certainly_by")


def reach(study: Study, *, origin: str | None = None, start: float | None = None) -> Result:
    """One row for each node that chains of ties join to the origin, in the order of arrival.

    `reached` is `certain`, `possible`, or `against_dates` where every chain runs against the
    dates. The origin is the node with the most learners, unless the reader names another.
    """
    network = flow_network(study.ties)
    if not network:
        raise WrongStudy(sentence("needs_ties"))
    first = origin if origin is not None else _largest_teacher(network)
    if first not in network:
        raise WrongStudy(sentence("not_in_ties", wrong=first))
    links = nx.single_source_shortest_path_length(network, first)
    begin = -inf if start is None else start
    if isnan(begin):
        raise BadOption(f"--start {start} → auto|NUMBER")
    possible = earliest_arrivals(study.ties, first, begin)
    certain = certain_arrivals(study.ties, first, begin)
    rows = [
        (
            node,
            _arrival_kind(possible=node in possible, certain=node in certain),
            steps,
            time_cell(possible.get(node, inf)),
            time_cell(certain.get(node, inf)),
        )
        for node, steps in links.items()
        if node != first
    ]
    return Result(
        columns=COLUMNS,
        rows=tuple(sorted(rows, key=_arrival_order)),
        n=len(rows),
        undated=count_undated_ties(study.ties),
        unknown=count_nodes_without_tie(study),
        summary=_summary(first, [str(row[1]) for row in rows], len(network)),
        warnings=study.warnings,
    )


def _largest_teacher(network: nx.DiGraph) -> str:
    """The node with the most learners; if several have as many, the first by name."""
    return min(network, key=lambda node: (-network.out_degree(node), node), default="")


def _arrival_kind(*, possible: bool, certain: bool) -> str:
    return "certain" if certain else "possible" if possible else "against_dates"


def _summary(origin: str, kinds: list[str], members: int) -> dict[str, Cell]:
    counts = {kind: kinds.count(kind) for kind in ("certain", "possible", "against_dates")}
    return {"origin": origin, **counts, "not_joined": members - 1 - len(kinds)}


def _arrival_order(row: tuple[Cell, ...]) -> tuple[bool, float, int, str]:
    node, _, links, earliest, _ = row
    return (earliest is None, float(earliest or 0), int(links or 0), str(node))


MEASURE = Measure("reach", reach, frozenset({"ties"}))
