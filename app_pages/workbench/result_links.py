"""The links in an answer to any query: its network and its map draw them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.links.edge_bundle_index import EdgeBundleIndex
from graph.links.edge_bundles import EdgeBundle
from graph.model.facts import Facts
from graph.stores.store import Answer, Cell
from queries.rendering.citations import ids_in_answer


def links_of_answer(facts: Facts, answer: Answer, index: EdgeBundleIndex) -> list[EdgeBundle]:
    """The links that the answer's statements support, else those between the things it names."""
    if links := index.with_statements(ids_in_answer(facts, answer)):
        return links
    codes = frozenset(_codes(facts, (cell for row in answer.rows for cell in row)))
    return [link for link in index.bundles_at(sorted(codes)) if codes.issuperset(link.ends)]


def _codes(facts: Facts, cells: Iterable[Cell]) -> Iterator[str]:
    """The codes of things in cells: alone, in lists or maps, or at the end of an IRI."""
    for cell in cells:
        match cell:
            case str():
                code = cell.rpartition("/")[2]
                if code in facts.things:
                    yield code
            case list():
                yield from _codes(facts, cell)
            case dict():
                yield from _codes(facts, cell.values())
