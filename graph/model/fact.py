"""A fact, and the edges that it makes: the only place where edges derive from statements.

RDF, the property graph, networkx and the drawings are formats of these edges.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.model.statement_content import content_names, content_text, short_hash
from ontology.schema.edtf import Interval, edtf_interval
from ontology.schema.kinds import SELF, EdgeType, Stance, Statement


@dataclass(frozen=True)
class Fact:
    """A fact that one or more statements say.

    `statement` is the first of them. The others differ from it only in source, place in the
    text, wording and curator. `statement_ids` are sorted.
    """

    id: str
    statement: Statement
    statements: tuple[Statement, ...]
    statement_ids: tuple[str, ...]

    @property
    def kind(self) -> type[Statement]:
        """The kind of its statements."""
        return type(self.statement)

    @property
    def stance(self) -> Stance:
        """Whether it is stated, implied, planned or denied."""
        return self.statement.stance

    @property
    def interval(self) -> Interval | None:
        """The days that its date may mean; None if it has no date."""
        name = self.kind.date_field
        written = getattr(self.statement, name) if name else None
        return edtf_interval(written) if written else None

    @property
    def content(self) -> Mapping[str, object]:
        """Its typed values by field, without the empty ones, the wording and the stance."""
        field_values = self.statement.__dict__
        return {
            name: value
            for name in content_names(self.kind)
            if (value := field_values[name]) is not None
        }


@dataclass(frozen=True, slots=True)
class FactEdge:
    """An edge that a fact makes by one of the edge types of its kind.

    `start` and `end` are codes of things. Where the edge type starts at SELF, `start` is the id
    of the fact, which is a node itself.
    """

    fact: Fact
    edge_type: EdgeType
    start: str
    end: str

    @property
    def type(self) -> str:
        """The relation, such as LEARNED_FROM, also if it is planned or denied."""
        return self.edge_type.type

    @property
    def joins_things(self) -> bool:
        """Whether both ends are things."""
        return self.edge_type.start != SELF

    @property
    def id(self) -> str:
        """Its id: FACT-TYPE, as several facts may join the same things; else START-TYPE-END."""
        if self.joins_things:
            return f"{self.fact.id}-{self.type}"
        return edge_id(self.start, self.type, self.end)


def edge_id(start: str, type: str, end: str) -> str:
    """The id of the only edge of a type between two nodes, or of the bundle of all of them."""
    return f"{start}-{type}-{end}"


def distinct_facts(statements: Mapping[str, Statement]) -> tuple[Fact, ...]:
    """The facts of these statements by id; statements that say the same make one fact."""
    groups: dict[tuple[str, str], dict[str, Statement]] = defaultdict(dict)
    for id, statement in statements.items():
        groups[fact_key(statement)][id] = statement
    return tuple(_fact(key, groups[key]) for key in sorted(groups))


def fact_key(statement: Statement) -> tuple[str, str]:
    """What statements of one fact have in common: their kind, and their content as JSON."""
    return type(statement).__name__, content_text(statement)


def fact_edges(facts: Iterable[Fact]) -> Iterator[FactEdge]:
    """The edges of these facts, in their order; an edge type with an empty field makes none."""
    for fact in facts:
        for edge_type in fact.kind.edges:
            start = fact.id if edge_type.start == SELF else getattr(fact.statement, edge_type.start)
            end = getattr(fact.statement, edge_type.end)
            if start is not None and end is not None:
                yield FactEdge(fact, edge_type, start, end)


def _fact(key: tuple[str, str], statements: Mapping[str, Statement]) -> Fact:
    values = tuple(statements.values())
    return Fact(short_hash("fact", *key), values[0], values, tuple(sorted(statements)))
