"""All bundles of edges of the facts, made once and indexed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

from graph.links.edge_bundles import (
    BundleKey,
    EdgeBundle,
    bundle_of,
    edges_by_bundle,
    statement_edges,
)
from graph.links.timeline import timeline_years
from graph.model.fact import FactEdge
from graph.model.facts import Facts
from graph.model.gc_pause import without_garbage_collection

BundlesByKey = Mapping[str, Sequence[EdgeBundle]]


@dataclass(frozen=True)
class EdgeBundleIndex(Sequence[EdgeBundle]):
    """All bundles by id, and the edges of each by its key."""

    bundles: tuple[EdgeBundle, ...]
    edges: Mapping[BundleKey, Sequence[FactEdge]]

    @overload
    def __getitem__(self, place: int) -> EdgeBundle: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[EdgeBundle]: ...
    def __getitem__(self, place: int | slice) -> EdgeBundle | Sequence[EdgeBundle]:
        return self.bundles[place]

    def __len__(self) -> int:
        return len(self.bundles)

    def bundles_at(self, codes: Iterable[str]) -> list[EdgeBundle]:
        """The bundles that start or end at one of these things, by id."""
        return _distinct(bundle for code in codes for bundle in self._by_end.get(code, ()))

    def of_types(self, types: Iterable[str]) -> list[EdgeBundle]:
        """The bundles of these types, by id."""
        return _distinct(bundle for type in types for bundle in self._by_type.get(type, ()))

    def with_statements(self, statements: Iterable[str]) -> list[EdgeBundle]:
        """The bundles that rest on one of these statements, by id."""
        return _distinct(bundle for id in statements for bundle in self._by_statement.get(id, ()))

    @cached_property
    def by_id(self) -> Mapping[str, EdgeBundle]:
        """Each bundle by its id."""
        return {bundle.id: bundle for bundle in self.bundles}

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years in which bundles begin, in their order."""
        return tuple(sorted({bundle.year for bundle in self.bundles if bundle.year is not None}))

    @cached_property
    def timeline(self) -> tuple[int, ...]:
        """The years of the timeline of all bundles."""
        return timeline_years(self.bundles)

    @cached_property
    def _by_end(self) -> BundlesByKey:
        return _group_bundles((code, bundle) for bundle in self.bundles for code in bundle.ends)

    @cached_property
    def _by_type(self) -> BundlesByKey:
        return _group_bundles((bundle.type, bundle) for bundle in self.bundles)

    @cached_property
    def _by_statement(self) -> BundlesByKey:
        return _group_bundles((id, bundle) for bundle in self.bundles for id in bundle.statements)


@without_garbage_collection()
def bundle_index(facts: Facts) -> EdgeBundleIndex:
    """All bundles of the facts."""
    edges = edges_by_bundle(statement_edges(facts))
    bundles = sorted(map(bundle_of, edges.values()), key=lambda bundle: bundle.id)
    return EdgeBundleIndex(tuple(bundles), edges)


def _distinct(bundles: Iterable[EdgeBundle]) -> list[EdgeBundle]:
    """Each bundle once, by id."""
    by_id = {bundle.id: bundle for bundle in bundles}
    return [by_id[id] for id in sorted(by_id)]


def _group_bundles(pairs: Iterable[tuple[str, EdgeBundle]]) -> BundlesByKey:
    groups: dict[str, list[EdgeBundle]] = defaultdict(list)
    for key, bundle in pairs:
        groups[key].append(bundle)
    return groups
