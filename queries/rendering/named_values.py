"""Values of any query as a reader calls them: nodes, edges, paths and IRIs by their names.

A store gives a node as a map of its labels and properties, an edge as a map of its type and
properties, and a path as a list of nodes with the edges between them. What has no name in the
facts or in the schema stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from graph.model.facts import Facts
from graph.model.property_graph import EDGE_TYPE_BY_STANCE
from graph.stores.store import Answer, Cell
from ontology.derive.iris import PREFIXES, class_iri, edge_iri
from ontology.labels.labels import name as word
from ontology.labels.labels import schema_words
from ontology.schema.kinds import SELF, TABLES
from queries.rendering.formats import text
from queries.rendering.texts import phrase

STATEMENT = "Statement"
DATA = "data"  # the prefix of the dataset's own IRIs
KINDS = {kind.__name__: kind for kind in TABLES}
EDGE_TYPES = {
    *(edge.type for kind in TABLES for edge in kind.edges),
    *EDGE_TYPE_BY_STANCE.values(),
    "IN",  # a statement's source
    "ABOUT",  # what a statement names
}


def with_names(facts: Facts, answer: Answer, language: str, *, keeps_iris: bool = False) -> Answer:
    """An answer in which every value is a number, a text to read, or a list of statements' ids.

    With `keeps_iris` IRIs stand in full, as in tables that programs read.
    """
    names = ValueNames(facts, language, keeps_iris)
    rows = (tuple(names.value(cell) for cell in row) for row in answer.rows)
    return Answer(answer.columns, tuple(rows), answer.is_cut, answer.is_shortened)


@dataclass(frozen=True)
class ValueNames:
    """How values are called in `zh` or `en`; with `keeps_iris` IRIs stand in full."""

    facts: Facts
    language: str
    keeps_iris: bool = False

    def value(self, cell: Cell) -> Cell:
        """A cell as its reader calls it; numbers and lists of statements' ids are unchanged."""
        match cell:
            case str():
                return cell if self.keeps_iris else self._iri(cell)
            case list() if not cell or any(self._is_statement(part) for part in cell):
                return cell
            case list() if _is_path(cell):
                return self._path([part for part in cell if isinstance(part, dict)])
            case list():
                return self._list_in_words(self._texts(cell))
            case dict() if _is_node(cell):
                return self._node(cell)
            case dict() if _is_edge(cell):
                return self._edge(cell)
            case dict():
                pairs = zip(cell, self._texts(list(cell.values())), strict=True)
                return self._list_in_words(f"{key}: {value}" for key, value in pairs)
            case _:
                return cell

    def _list_in_words(self, texts: Iterable[str]) -> str:
        return phrase("list_comma", self.language).join(texts)

    def _texts(self, cells: Sequence[Cell]) -> Iterator[str]:
        """The members of a list; a list or map in a list is set in brackets."""
        for cell in cells:
            content = text(self.value(cell))
            yield f"({content})" if _is_compound(cell) else content

    def _is_statement(self, cell: Cell) -> bool:
        return isinstance(cell, str) and cell in self.facts.statements

    def _node(self, node: Mapping[str, Cell]) -> str:
        """The name of a thing, the id of a statement, and of a figure what it is a figure of."""
        code = node.get("code", node.get("id"))
        labels = [str(label) for label in _list(node["labels"])]
        if isinstance(code, str) and code in self.facts.things:
            return self._thing_name(code)
        if isinstance(code, str) and code in self.facts.statements:
            return code
        kind = next((label for label in labels if label in KINDS), None)
        if kind is None:
            return self._list_in_words(labels) or text(code)
        ends = [node.get(edge.end) for edge in KINDS[kind].edges if edge.start == SELF]
        things = [self._thing_name(end) for end in ends if isinstance(end, str)]
        return " · ".join([word(kind, self.language), *things])

    def _edge(self, edge: Mapping[str, Cell]) -> str:
        """The relation in words, and whether it is planned or denied."""
        type, relation = str(edge["type"]), str(edge.get("relation", edge["type"]))
        name = word(relation, self.language) if relation in schema_words() else relation
        if relation == type:
            return name
        stance = word(type, self.language)
        return phrase("undone_relation", self.language, relation=name, stance=stance)

    def _path(self, parts: Sequence[Mapping[str, Cell]]) -> str:
        """The names of the nodes with the relations between them, each in its own direction."""
        nodes, edges = parts[::2], parts[1::2]
        steps = [self._node(nodes[0])]
        for (start, end), edge in zip(pairwise(nodes), edges, strict=True):
            relation = self._edge(edge)
            forward, backward = (
                self._has_direction(edge, start, end),
                self._has_direction(edge, end, start),
            )
            if forward is backward:
                arrow = f"—{relation}—"
            else:
                arrow = f"—{relation}→" if forward else f"←{relation}—"
            steps += [arrow, self._node(end)]
        return " ".join(steps)

    def _has_direction(
        self, edge: Mapping[str, Cell], start: Mapping[str, Cell], end: Mapping[str, Cell]
    ) -> bool:
        """Whether a statement behind an edge says that it goes from one node to the other."""
        type, ends = edge.get("relation", edge["type"]), (start.get("code"), end.get("code"))
        return any(
            edge_type.type == type
            and (getattr(statement, edge_type.start, None), getattr(statement, edge_type.end))
            == ends
            for id in _list(edge.get("statements"))
            if isinstance(id, str) and (statement := self.facts.statements.get(id))
            for edge_type in statement.edges
        )

    def _thing_name(self, code: str) -> str:
        """A thing's display name; any other code is unchanged."""
        if code not in self.facts.things:
            return code
        return self.facts.display_name(code, self.language)

    def _iri(self, cell: str) -> str:
        """The name of what an IRI stands for, else its short form; another text as it is."""
        base = self.facts.dataset.base_iri
        if "://" not in cell or any(character.isspace() for character in cell):
            return cell
        if cell.startswith(base):
            kind, _, code = cell.removeprefix(base).partition("/")
            if kind == STATEMENT and code in self.facts.statements:
                return code
            if code in self.facts.things and kind == type(self.facts.things[code]).__name__:
                return self._thing_name(code)
        if cell in _schema_names():
            return word(_schema_names()[cell], self.language)
        namespaces = {**PREFIXES, DATA: base}
        short_forms = (
            f"{key}:{cell.removeprefix(iri)}"
            for key, iri in namespaces.items()
            if cell.startswith(iri)
        )
        return next(short_forms, cell)


def _is_node(cell: Cell) -> bool:
    return isinstance(cell, dict) and isinstance(cell.get("labels"), list)


def _is_edge(cell: Cell) -> bool:
    """A map with the type of an edge; a map that a query made for itself seldom has such a type."""
    return isinstance(cell, dict) and "labels" not in cell and cell.get("type") in EDGE_TYPES


def _is_path(cell: Sequence[Cell]) -> bool:
    """Nodes with an edge between each two; a lone node in a list reads the same either way."""
    kinds = (_is_node, _is_edge)
    is_odd = len(cell) % 2 == 1
    return is_odd and len(cell) > 2 and all(kinds[i % 2](part) for i, part in enumerate(cell))


def _is_compound(cell: Cell) -> bool:
    if isinstance(cell, list):
        return not _is_path(cell)
    return isinstance(cell, dict) and not (_is_node(cell) or _is_edge(cell))


def _list(cell: Cell) -> list[Cell]:
    return cell if isinstance(cell, list) else []


@cache
def _schema_names() -> Mapping[str, str]:
    """The key of the word for each class and each relation of the schema, by its IRI."""
    classes = {class_iri(kind): kind.__name__ for kind in TABLES}
    return classes | {edge_iri(edge.type): edge.type for kind in TABLES for edge in kind.edges}
