"""The IRIs that a dataset gives to its things, statements, spots and graphs."""

from __future__ import annotations

from urllib.parse import quote

import pyoxigraph as ox

from graph.model.facts import Facts
from ontology.schema.kinds import Kind
from ontology.schema.value_types import TextSpan

Triple = tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]


class Iris:
    """The IRIs of one dataset's things, statements, spots and graphs; the language of its names."""

    def __init__(self, facts: Facts) -> None:
        self._base = facts.dataset.base_iri
        self.dataset = ox.NamedNode(self._base)
        self.named_in = facts.dataset.languages[0]
        self._kind_name = facts.kind_name
        self._things: dict[str, ox.NamedNode] = {}

    def thing(self, code: str) -> ox.NamedNode:
        node = self._things.get(code)
        if node is None:
            node = ox.NamedNode(f"{self._base}{self._kind_name(code)}/{code}")
            self._things[code] = node
        return node

    def statement(self, id: str) -> ox.NamedNode:
        return ox.NamedNode(f"{self._base}Statement/{id}")

    def spot(self, source: str, span: TextSpan) -> ox.NamedNode:
        return ox.NamedNode(f"{self._base}Spot/{source}/{span.start}-{span.end}")

    def agent(self, name: str) -> ox.NamedNode:
        """A program by its name with its version."""
        return ox.NamedNode(f"{self._base}SoftwareAgent/{quote(name, safe='')}")

    def release(self, version: str) -> ox.NamedNode:
        """A release of the dataset."""
        return ox.NamedNode(f"{self._base}Release/{quote(version, safe='')}")

    def scheme(self, kind: type[Kind]) -> ox.NamedNode:
        return ox.NamedNode(f"{self._base}ConceptScheme/{kind.__name__}")

    def graph(self, name: str) -> ox.NamedNode:
        return ox.NamedNode(f"{self._base}graph/{name}")
