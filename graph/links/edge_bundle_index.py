"""Every line that statements bear out, found once and ready to be looked up."""

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
from graph.model.property_graph import Edge, PropertyGraph

Index = Mapping[str, Sequence[EdgeBundle]]


@dataclass(frozen=True)
class EdgeBundleIndex(Sequence[EdgeBundle]):
    """All told lines by id, and the links of each by its key."""

    bundles: tuple[EdgeBundle, ...]
    edges: Mapping[BundleKey, Sequence[Edge]]

    @overload
    def __getitem__(self, place: int) -> EdgeBundle: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[EdgeBundle]: ...
    def __getitem__(self, place: int | slice) -> EdgeBundle | Sequence[EdgeBundle]:
        return self.bundles[place]

    def __len__(self) -> int:
        return len(self.bundles)

    def touching(self, codes: Iterable[str]) -> list[EdgeBundle]:
        """The lines that end at one of these things, by id."""
        return self._sorted(found for code in codes for found in self._by_end.get(code, ()))

    def of_types(self, types: Iterable[str]) -> list[EdgeBundle]:
        """The lines of these types, by id."""
        return self._sorted(found for type in types for found in self._by_type.get(type, ()))

    def with_statements(self, statements: Iterable[str]) -> list[EdgeBundle]:
        """The lines that one of these statements bears out, by id."""
        return self._sorted(found for id in statements for found in self._by_statement.get(id, ()))

    @cached_property
    def by_id(self) -> Mapping[str, EdgeBundle]:
        """Each line by its id."""
        return {one.id: one for one in self.bundles}

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years in which lines begin, in their order."""
        return tuple(sorted({one.year for one in self.bundles if one.year is not None}))

    @cached_property
    def timeline(self) -> tuple[int, ...]:
        """The years at whose ends one looks."""
        return timeline_years(self.bundles)

    @staticmethod
    def _sorted(found: Iterable[EdgeBundle]) -> list[EdgeBundle]:
        once = {one.id: one for one in found}
        return [once[id] for id in sorted(once)]

    @cached_property
    def _by_end(self) -> Index:
        return _index((code, one) for one in self.bundles for code in one.ends)

    @cached_property
    def _by_type(self) -> Index:
        return _index((one.type, one) for one in self.bundles)

    @cached_property
    def _by_statement(self) -> Index:
        return _index((id, one) for one in self.bundles for id in one.statements)


def bundle_index(graph: PropertyGraph) -> EdgeBundleIndex:
    """Every line that statements bear out."""
    edges = edges_by_bundle(statement_edges(graph))
    found = sorted(map(bundle_of, edges.values()), key=lambda one: one.id)
    return EdgeBundleIndex(tuple(found), edges)


def _index(pairs: Iterable[tuple[str, EdgeBundle]]) -> Index:
    found: dict[str, list[EdgeBundle]] = defaultdict(list)
    for key, one in pairs:
        found[key].append(one)
    return found
