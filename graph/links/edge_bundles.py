"""Bundles: all edges of one type between two things, which a picture draws as one line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.model.fact import FactEdge, edge_id
from graph.model.facts import Facts
from ontology.schema.edtf import Interval, first_of
from ontology.schema.kinds import SELF, STATEMENTS, EdgeRole, Stance, types_of_roles

# The edge types that say how a reform spread, the most important first.
MAIN_EDGE_TYPES = types_of_roles(
    EdgeRole.LESSON, EdgeRole.ORIGIN, EdgeRole.HOLDING, EdgeRole.PRAISE, EdgeRole.RECOGNITION
)
STANCES = tuple(stance.value for stance in Stance)

BundleKey = tuple[str, str, str]  # the start, type and end of a bundle


@dataclass(frozen=True)
class EdgeBundle:
    """All edges of one type between two things.

    `stance` is the firmest one, `year` the first in which an edge may have come about, and
    `statements` are ids. `when` is the interval of the first edge: it may have come about from
    `earliest` on and has by `latest`. It is None if no edge has a date.
    """

    id: str
    start: str
    type: str
    end: str
    stance: str
    year: int | None
    statements: tuple[str, ...]
    when: Interval | None = None

    @property
    def ends(self) -> tuple[str, str]:
        """Both things."""
        return self.start, self.end

    @property
    def key(self) -> BundleKey:
        """The start, type and end that all its edges share."""
        return self.start, self.type, self.end


def bundle_types() -> tuple[str, ...]:
    """Every type of edge between two things, the main ones first."""
    all_types = (
        edge_type.type for kind in STATEMENTS for edge_type in kind.edges if edge_type.start != SELF
    )
    return tuple(dict.fromkeys((*MAIN_EDGE_TYPES, *all_types)))


def statement_edges(facts: Facts) -> list[FactEdge]:
    """The edges that facts make between things, by id."""
    return sorted((edge for edge in facts.edges if edge.joins_things), key=lambda edge: edge.id)


def edges_by_bundle(edges: Iterable[FactEdge]) -> Mapping[BundleKey, Sequence[FactEdge]]:
    """The edges of each bundle, by the bundle's start, type and end."""
    groups: dict[BundleKey, list[FactEdge]] = defaultdict(list)
    for edge in edges:
        groups[edge.start, edge.type, edge.end].append(edge)
    return groups


def bundle_of(edges: Sequence[FactEdge]) -> EdgeBundle:
    """The bundle of these edges, which are all of one type between the same two things."""
    start, type, end = edges[0].start, edges[0].type, edges[0].end
    intervals = [when for edge in edges if (when := edge.fact.interval) is not None]
    return EdgeBundle(
        id=edge_id(start, type, end),
        start=start,
        type=type,
        end=end,
        stance=min((edge.fact.stance.value for edge in edges), key=STANCES.index),
        year=min((year for when in intervals if (year := when.first_year)), default=None),
        statements=tuple(sorted({id for edge in edges for id in edge.fact.statement_ids})),
        when=first_of(intervals),
    )
