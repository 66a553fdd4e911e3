"""Claims: how many sources tell each, and which statements contradict each other.

A claim is a relation between the same two ends; a figure also has its value and period. Plans and
denials are no claims, but a denial contradicts a claim. This is worked out once for the facts, so
that no query has to pair all edges.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from typing import NamedTuple

from graph.model.fact import Fact
from ontology.schema.edtf import Interval, Order, edtf_interval
from ontology.schema.enums import FIRM_STANCES
from ontology.schema.kinds import SELF, Bound, Measurement, Stance, Statement

# Relations that happen once: two dates that lie apart cannot both be true. A lesson is one of them
# if it names the model that was learned.
TYPES_HAPPENING_ONCE = ("ADOPTED", "HAS_MODEL", "DERIVED_FROM", "TOOK_PART_IN")
LESSON = "LEARNED_FROM"
UPPER_BOUNDS = (Bound.EQUAL, Bound.BELOW, Bound.AT_MOST)
LOWER_BOUNDS = (Bound.EQUAL, Bound.ABOVE, Bound.AT_LEAST)


class RelatedPair(NamedTuple):
    """What a statement is about: an edge type, and the codes of its two ends."""

    type: str
    subject: str
    object: str


@dataclass(frozen=True)
class Claims:
    """What is known of the claims of all facts, by the ids of statements.

    `source_counts` has the number of sources that tell the claim of a statement, for stated and
    implied ones. `contradictions` are pairs of statements of two sources that cannot both be true,
    that of the source whose code comes first is the first of them.
    """

    source_counts: Mapping[str, int]
    contradictions: tuple[tuple[str, str], ...]
    contested_ids: frozenset[str]

    def properties(self, ids: Sequence[str]) -> dict[str, int | bool]:
        """`source_count` and `contested` of statements that say the same, as far as they apply."""
        count = self.source_counts.get(ids[0])
        properties: dict[str, int | bool] = {} if count is None else {"source_count": count}
        if not self.contested_ids.isdisjoint(ids):
            properties["contested"] = True
        return properties


def claims_of(statements: Mapping[str, Statement], facts: Iterable[Fact]) -> Claims:
    """The claims of statements, which are given by id, and of the facts that they make."""
    pairs = tuple(sorted(_contradictions(statements, facts)))
    contested = frozenset(id for pair in pairs for id in pair)
    return Claims(_source_counts(statements), pairs, contested)


def relation_of(statement: Statement) -> RelatedPair | None:
    """The relation of a statement; None if its kind makes no edge."""
    if (names := _relation_fields(type(statement))) is None:
        return None
    type_, subject, object_ = names
    return RelatedPair(type_, getattr(statement, subject), getattr(statement, object_))


def relation_properties(statement: Statement) -> dict[str, str]:
    """The `relation`, `subject` and `object` of a statement; nothing if its kind makes no edge."""
    if (relation := relation_of(statement)) is None:
        return {}
    return {"relation": relation.type, "subject": relation.subject, "object": relation.object}


def contradict(statement: Statement, other: Statement) -> bool:
    """Whether statements of two sources, of one relation, cannot both be true.

    A plan and a deed can both be true, and so can what is stated by one and implied by the other.
    A denial contradicts a deed if nothing tells the two apart: model, role and so on, or the date.
    Two deeds contradict each other if this happens once and their dates lie apart, or if they are
    figures that exclude each other.
    """
    if statement.source == other.source:
        return False
    if isinstance(statement, Measurement) and isinstance(other, Measurement):
        return _figures_contradict(statement, other)
    if _is_denial(statement, other):
        return not _are_apart(statement, other) and all(
            _may_be_same(statement, other, name)
            for name in ("model", "mechanism", "how", "role", "rank")
        )
    return (
        _are_firm(statement, other)
        and _happens_once(statement)
        and all(_is_same(statement, other, name) for name in ("model", "how", "role"))
        and _are_apart(statement, other)
    )


@cache
def _relation_fields(kind: type[Statement]) -> tuple[str, str, str] | None:
    """A kind's edge type and the fields of its two ends.

    A kind that is a node of its own is related by its first edge to its subject, and by its last
    to what it says of it.
    """
    if not kind.edges:
        return None
    joining = next((edge for edge in kind.edges if edge.start != SELF), None)
    if joining is not None:
        return joining.type, joining.start, joining.end
    return kind.edges[-1].type, kind.edges[0].end, kind.edges[-1].end


def _source_counts(statements: Mapping[str, Statement]) -> dict[str, int]:
    sources: dict[Hashable, set[str]] = defaultdict(set)
    key_by_id: dict[str, Hashable] = {}
    for id, statement in statements.items():
        if statement.stance in FIRM_STANCES and (relation := relation_of(statement)) is not None:
            values = statement.__dict__
            key = (*relation, values.get("value"), values.get("period"))
            sources[key].add(statement.source)
            key_by_id[id] = key
    return {id: len(sources[key]) for id, key in key_by_id.items()}


def _contradictions(
    statements: Mapping[str, Statement], facts: Iterable[Fact]
) -> Iterator[tuple[str, str]]:
    for id, other_id in _comparable_pairs(facts):
        statement, further = statements[id], statements[other_id]
        if contradict(statement, further):
            is_first = statement.source < further.source
            yield (id, other_id) if is_first else (other_id, id)


def _comparable_pairs(facts: Iterable[Fact]) -> Iterator[tuple[str, str]]:
    """The ids of each two statements that may contradict each other."""
    for group in _by_relation(facts).values():
        for fact, other in combinations(group, 2):
            yield from product(fact.statement_ids, other.statement_ids)


def _by_relation(facts: Iterable[Fact]) -> Mapping[Hashable, list[Fact]]:
    """Facts that may contradict each other, together; those of figures also by what is counted."""
    groups: dict[Hashable, list[Fact]] = defaultdict(list)
    for fact in facts:
        statement = fact.statement
        if statement.stance is not Stance.PLANNED and (relation := relation_of(statement)):
            if isinstance(statement, Measurement):
                groups[*relation, statement.unit, statement.per, statement.period].append(fact)
            else:
                groups[relation].append(fact)
    return groups


def _figures_contradict(figure: Measurement, other: Measurement) -> bool:
    is_comparable = figure.period is not None and (figure.unit, figure.per, figure.period) == (
        other.unit,
        other.per,
        other.period,
    )
    if not is_comparable:
        return False
    if _is_denial(figure, other):
        return (figure.value, figure.bound) == (other.value, other.bound)
    return _are_firm(figure, other) and are_figures_apart(figure, other)


def are_figures_apart(figure: Measurement, other: Measurement) -> bool:
    """Whether the bounds show that one figure is above the other."""
    return _is_below(figure, other) or _is_below(other, figure)


def _is_below(figure: Measurement, other: Measurement) -> bool:
    """Whether all that a figure may mean is less than all that the other may mean."""
    if figure.bound not in UPPER_BOUNDS or other.bound not in LOWER_BOUNDS:
        return False
    excludes_equal = figure.bound is Bound.BELOW or other.bound is Bound.ABOVE
    return figure.value < other.value or (figure.value == other.value and excludes_equal)


def _are_firm(statement: Statement, other: Statement) -> bool:
    return statement.stance in FIRM_STANCES and other.stance in FIRM_STANCES


def _is_denial(statement: Statement, other: Statement) -> bool:
    """Whether one denies what the other tells as a deed."""
    stances = {statement.stance, other.stance}
    return Stance.DENIED in stances and not stances.isdisjoint(FIRM_STANCES)


def _happens_once(statement: Statement) -> bool:
    relation = relation_of(statement)
    if relation is None:
        return False
    is_dated_lesson = relation.type == LESSON and getattr(statement, "model", None) is not None
    return relation.type in TYPES_HAPPENING_ONCE or is_dated_lesson


def _is_same(statement: Statement, other: Statement, name: str) -> bool:
    return getattr(statement, name, None) == getattr(other, name, None)


def _may_be_same(statement: Statement, other: Statement, name: str) -> bool:
    """Whether a field has the same value in both, or none in one of them."""
    value, other_value = getattr(statement, name, None), getattr(other, name, None)
    return value is None or other_value is None or value == other_value


def _are_apart(statement: Statement, other: Statement) -> bool:
    """Whether the date of one is entirely before that of the other."""
    dates = _date(statement), _date(other)
    if dates[0] is None or dates[1] is None:
        return False
    return Order.CERTAIN in (dates[0].order_before(dates[1]), dates[1].order_before(dates[0]))


def _date(statement: Statement) -> Interval | None:
    """When it happened, if it has a date."""
    written = getattr(statement, statement.date_field) if statement.date_field else None
    return edtf_interval(written) if written else None
